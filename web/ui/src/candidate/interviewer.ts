/** The interviewer's participant attribute that says where the call stands; `agent/room.py` writes it. */
const STATE = "viva.state";

/** Whether what was said waits longer than usual to be kept. The server cannot tell: it reads what is kept. */
export function savesLate(attributes: Readonly<Record<string, string>>): boolean {
  try {
    return (JSON.parse(attributes[STATE] ?? "{}") as { trouble?: string }).trouble === "saving";
  } catch {
    return false;
  }
}
