/** The HTTP contract as the pages use it: types and one function per route. */

export type Language = "python" | "javascript";
export type EndReason = "completed" | "stopped" | "left" | "absent";
export type Speaker = "interviewer" | "candidate";

export interface Join {
  interview_id: string;
  livekit_url: string;
  /** LiveKit token for one named room, valid for ten minutes. */
  token: string;
  identity: string;
  candidate: string;
  consented: boolean;
  ended: boolean;
  title: string;
}

export interface Caption {
  /** Place in the journal; captions are ordered by it. */
  seq: number;
  who: Speaker;
  text: string;
  at_ms: number;
}

export interface VisibleTest {
  name: string;
  args: unknown[];
  expected: unknown;
}

export interface EditorState {
  open: boolean;
  prompt: string;
  languages: Language[];
  starter: Partial<Record<Language, string>>;
  language: Language | null;
  source: string | null;
  submitted: boolean;
  visible_tests: VisibleTest[];
  closes_at_ms: number | null;
}

export interface ContextBlock {
  heading: string;
  body: string;
  points: string[];
}

export interface InterviewState {
  interview_id: string;
  title: string;
  /** How long the interview takes at most, with the time granted to this candidate. */
  minutes: number;
  writes_code: boolean;
  gives_hints: boolean;
  tells_verdicts: boolean;
  candidate: string;
  status: "invited" | "joined" | "live" | "ended";
  consented: boolean;
  started_at: string | null;
  /** The interview's clock at the time of the answer, ms; 0 before consent. */
  now_ms: number;
  stage: string;
  section: string;
  section_title: string;
  section_index: number;
  sections: { id: string; title: string }[];
  section_started_ms: number | null;
  question: { id: string; text: string; kind: string } | null;
  context: { blocks: ContextBlock[] } | null;
  editor: EditorState | null;
  hold: boolean;
  /** The recording fails at present; what is said is kept in words. */
  unrecorded: boolean;
  captions: Caption[];
  end_reason: EndReason | null;
  /** Interviewers kept breaking off: none is called until this page joins anew. */
  broken_off: boolean;
}

export interface InterviewRow {
  id: string;
  candidate: string;
  spec: string;
  title: string;
  status: "invited" | "joined" | "live" | "ended" | "scored";
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  end_reason: EndReason | null;
  duration_ms: number | null;
  report_version: number | null;
  /** Interviewers kept breaking off, and the candidate has not tried again since. */
  broken_off: boolean;
  /** What a scoring that is not done is at; empty when none is under way. */
  scoring: string;
}

export interface TimelineLine {
  seq: number;
  who: Speaker;
  kind: string;
  section: string;
  text: string;
  start_ms: number;
  end_ms: number;
  /** Of a follow-up; empty for other lines. */
  intent: string;
  source: string;
}

/** A distribution, ms. */
export interface Spread {
  turns: number;
  median: number;
  p95: number;
  maximum: number;
}

/** One reply: how long after the candidate's last word each step came, ms; null where the journal does not tell. */
export interface Wait {
  turn: number;
  /** When its first sound was heard, on the recording's clock. */
  at_ms: number;
  section: string;
  kind: string;
  source: string;
  written_ahead: boolean;
  latency_ms: number;
  /** Later than the first sound where a bridging line came before the question. */
  question_ms: number;
  final_text_ms: number | null;
  turn_end_ms: number | null;
  question_ready_ms: number | null;
}

/** How long the candidate waited for each reply. */
export interface Waiting {
  first_sound: Spread | null;
  question: Spread | null;
  turns: Wait[];
}

/** What is agreed for one interview beside its spec. */
export interface Arrangement {
  /** In place of the spec's role; empty: the spec's. */
  role: string;
  job_description: string;
  /** Fact id → option. */
  facts: Record<string, string>;
  notes: { about: string[]; say: string }[];
  /** All times are multiplied by it, 1 to 3. */
  extra_time: number;
}

/** An interview that may be invited to. */
export interface SpecItem {
  name: string;
  title: string;
  role: string;
  facts: { id: string; options: string[] }[];
  takes_questions: boolean;
}

export interface InterviewDetail extends InterviewRow {
  arrangement: Arrangement;
  sections: { id: string; title: string }[];
  timeline: TimelineLine[];
  code: { language: Language; source: string; submitted: boolean } | null;
  has_recording: boolean;
  peaks: number[] | null;
  waiting: Waiting;
}

export interface ReportPoint {
  indicator: string;
  point: string;
  status: "met" | "partly" | "absent" | "unscored";
  probability: number | null;
  evidence_id: string | null;
}

export interface ReportGrade {
  section: string;
  question: string;
  prompt: string;
  /** 0 to 5; null: unscored. */
  value: number | null;
  uncertainty: number | null;
  reason: string;
}

export interface ReportAxis {
  id: string;
  name: string;
  status: "scored" | "unscored";
  judgement: "strong" | "adequate" | "weak" | null;
  probability: number | null;
  reason: string;
  points: ReportPoint[];
  evidence: string[];
}

/** From and to on the recording, ms; null: never reached. */
type Stretch = [number, number | null] | null;

export interface ReportSection {
  id: string;
  title: string;
  question: string;
  answer_ms: Stretch;
  answered: boolean;
  axes: ReportAxis[];
  red_flags?: ReportPoint[];
}

export interface CodingReport {
  section: string;
  language: Language | null;
  source: string | null;
  submitted: boolean;
  status: "run" | "unscored";
  reason: string;
  tests: {
    name: string;
    group: "visible" | "hidden";
    status: "passed" | "failed" | "error" | "timeout";
    detail: string;
  }[];
  passed: number;
  total: number;
}

export interface Evidence {
  text: string;
  start_ms: number;
  end_ms: number;
  section: string;
  seq: number;
  /** Not heard clearly: nothing is judged by it. Missing in old reports. */
  shaky?: boolean;
}

/** Words that were not heard clearly in the call. */
export interface Passage {
  section: string;
  seq: number;
  start_ms: number;
  end_ms: number;
  /** In the call. */
  heard: string;
  /** From the recording; empty where nobody listened again or no words were found. */
  heard_again: string;
  /** Unclear even so: nothing is judged by it. */
  shaky: boolean;
}

export interface ReportHead {
  version?: number;
  created_at: string;
  /** The version of Viva that scored it; this and what names the interviewer's parts is missing in old reports. */
  viva?: string;
  spec: { name: string; version: string };
  persona: { name: string; version: string };
  held: { viva?: string; models?: Record<string, string>; prompts?: Record<string, string> };
  models: Record<string, string | null>;
  /** Hashes by name. */
  prompts: Record<string, string>;
  calibration?: string;
  notes: string[];
  /** In the order of time; missing in old reports. */
  hearing?: Passage[];
  evidence: Record<string, Evidence>;
}

export interface SectionsReport extends ReportHead {
  form: "sections";
  sections: ReportSection[];
  coding: CodingReport | null;
  grades?: ReportGrade[];
}

export interface ReportStatement {
  score: string;
  text: string;
  evidence_id: string;
}

export interface RigorousReport extends ReportHead {
  form: "rigorous";
  level: string;
  score_rule: string;
  scores: { id: string; name: string; score: number | null; reason: string; points: ReportPoint[] }[];
  recommendation: string | null;
  recommendation_rule: string;
  recommendation_reason: string;
  strengths: ReportStatement[];
  strengths_note: string;
  gaps: ReportStatement[];
  gaps_note: string;
  production_experience: {
    status: string;
    sentence: string;
    points: ReportPoint[];
    /** Older reports have them among the points. */
    red_flags?: ReportPoint[];
  };
  red_flags: ReportPoint[];
  grades: ReportGrade[];
}

export interface ReportIndicator {
  name: string;
  status: string;
  phases: string[];
}

export interface ConversationReport extends ReportHead {
  form: "conversation";
  overview: ReportIndicator[];
  /** What was looked for besides the strong indicators; older reports have it all in the overview. */
  others?: ReportIndicator[];
  phases: {
    id: string;
    title: string;
    questions: string[];
    answer_ms: Stretch;
    answered: boolean;
    indicators: {
      id: string;
      name: string;
      status: string;
      reason: string;
      points: ReportPoint[];
      evidence: string[];
    }[];
    red_flags: ReportPoint[];
  }[];
  grades: ReportGrade[];
}

export interface DesignReport extends ReportHead {
  form: "design";
  parts: {
    title: string;
    status: "judged" | "unscored";
    sentence: string;
    findings: { point: string; status: string; evidence_id: string | null }[];
  }[];
}

export interface ReportRemark {
  text: string;
  evidence_id: string | null;
  /** The words come nearest to a point and do not state it. */
  nearest: boolean;
}

export interface ReportRequirement {
  requirement: string;
  /** Missing in old reports. */
  status?: ReportPoint["status"];
  evidence_id: string | null;
  /** Why it is unscored. */
  reason?: string;
}

export interface RelevancyReport extends ReportHead {
  form: "relevancy";
  /** All of the job description, by the answer that states each best; missing in old reports. */
  requirements?: ReportRequirement[];
  score_rule: string;
  summary: {
    questions: number;
    scored: number;
    unscored: number;
    average: number | null;
    highest: number | null;
    lowest: number | null;
    not_spoken_to: string[];
  };
  questions: {
    section: string;
    id: string;
    question: string;
    answer: string;
    answer_ms: Stretch;
    score: number | null;
    uncertainty: number | null;
    strengths: ReportRemark[];
    weaknesses: ReportRemark[];
    improvement_tips: string[];
    justification: string;
    fit: ReportRequirement[];
    points: ReportPoint[];
  }[];
}

export type Report = SectionsReport | RigorousReport | ConversationReport | DesignReport | RelevancyReport;

/** A refusal by the server, or no answer at all (`code` "unreachable"). Its message is shown to the person as it stands. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const UNREACHABLE = "The server can't be reached: check your internet connection, then try again.";
const ODD_ANSWER = "The server could not answer just now: wait a few seconds, then try again.";

async function refusal(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    return new ApiError(error.code, error.message, response.status);
  } catch {
    return new ApiError("odd_answer", ODD_ANSWER, response.status);
  }
}

/** keepalive: goes on when the page does not; for bodies up to 64 KiB. key: a retry under it is not written twice. */
type More = Pick<RequestInit, "signal" | "keepalive"> & { key?: string };

async function call<T>(method: "GET" | "POST", path: string, body?: object, more: More = {}): Promise<T> {
  const { key, ...rest } = more;
  const init: RequestInit = { method, credentials: "same-origin", ...rest };
  if (method === "POST") {
    init.headers = { "content-type": "application/json", ...(key && { "idempotency-key": key }) };
    init.body = JSON.stringify(body ?? {});
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ApiError("unreachable", UNREACHABLE, 0);
  }
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** What went wrong, in a sentence for the person before the page. */
export function sentence(error: unknown): string {
  return error instanceof ApiError ? error.message : ODD_ANSWER;
}

const candidate = (id: string) => `/api/interviews/${encodeURIComponent(id)}`;
const review = (id: string) => `/api/review/interviews/${encodeURIComponent(id)}`;

export const api = {
  join: (code: string) => call<Join>("POST", `/api/join/${encodeURIComponent(code)}`),
  state: (id: string) => call<InterviewState>("GET", `${candidate(id)}/state`),
  consent: (id: string) => call<InterviewState>("POST", `${candidate(id)}/consent`, { recording: true }),
  changeCode: (id: string, language: Language, source: string, more?: More) =>
    call<undefined>("POST", `${candidate(id)}/code/changes`, { language, source }, more),
  submitCode: (id: string, language: Language, source: string, more?: More) =>
    call<{ submitted: boolean }>("POST", `${candidate(id)}/code/submit`, { language, source }, more),
  say: (id: string, text: string, more?: More) => call<undefined>("POST", `${candidate(id)}/say`, { text }, more),
  hold: (id: string, on: boolean) => call<undefined>("POST", `${candidate(id)}/hold`, { on }),
  leave: (id: string) => call<undefined>("POST", `${candidate(id)}/leave`),

  login: (password: string) => call<undefined>("POST", "/api/review/login", { password }),
  logout: () => call<undefined>("POST", "/api/review/logout"),
  session: () => call<{ signed_in: boolean }>("GET", "/api/review/session"),
  interviews: () => call<InterviewRow[]>("GET", "/api/review/interviews"),
  interview: (id: string) => call<InterviewDetail>("GET", review(id)),
  report: (id: string) => call<Report>("GET", `${review(id)}/report`),
  specs: () => call<SpecItem[]>("GET", "/api/review/specs"),
  invite: (spec: string, candidate: string, brief: boolean, arrangement: Arrangement) =>
    call<{ id: string; code: string; url: string }>("POST", "/api/review/invites", {
      spec,
      candidate,
      brief,
      arrangement,
    }),
};

export const recordingUrl = (id: string) => `${review(id)}/recording`;
export const reportUrl = (id: string, form: "pdf" | "html" | "text" | "json") => `${review(id)}/report?form=${form}`;
