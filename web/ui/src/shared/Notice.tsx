import type { ReactNode } from "react";

interface Props {
  tone?: "info" | "warn" | "bad" | "good";
  children: ReactNode;
  action?: ReactNode;
}

/** One sentence about something that needs the person's eye, with a mend beside it where there is one. */
export function Notice({ tone = "info", children, action }: Props) {
  return (
    <div className={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      <span>{children}</span>
      {action}
    </div>
  );
}
