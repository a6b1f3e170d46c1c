import { useEffect, useState, type SubmitEvent } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { api, sentence, type SpecItem } from "../api";
import { Notice } from "../shared/Notice";
import { arranged, badNote, NOTHING_TYPED } from "./arrangement";
import { ArrangementFields } from "./ArrangementFields";

/** Makes an invite and shows its link to copy. */
export function InviteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <ModalOverlay className="overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">New invite</Heading>
          <Invite onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Invite({ onClose }: { onClose: () => void }) {
  const [specs, setSpecs] = useState<SpecItem[]>([]);
  const [spec, setSpec] = useState("");
  const [name, setName] = useState("");
  const [brief, setBrief] = useState(false);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [url, setUrl] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    api.specs().then(
      (all) => {
        setSpecs(all);
        setSpec((before) => before || (all[0]?.name ?? ""));
      },
      (error: unknown) => setProblem(sentence(error)),
    );
  }, []);
  const chosen = specs.find((each) => each.name === spec);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const agreed = { ...typed, notes: chosen?.takes_questions ? typed.notes : "" };
    const bad = badNote(agreed.notes);
    if (bad !== null) {
      setProblem(`“${bad}” is no answer: write words a question uses, a colon, and what the interviewer says to it.`);
      return;
    }
    const facts = chosen?.facts.map((fact) => fact.id) ?? [];
    setBusy(true);
    setProblem("");
    api
      .invite(spec, name.trim(), brief, arranged(agreed, facts))
      .then(
        (made) => setUrl(made.url),
        (error: unknown) => setProblem(sentence(error)),
      )
      .finally(() => setBusy(false));
  };
  if (url) return <Link url={url} name={name.trim()} onClose={onClose} />;
  return (
    <form onSubmit={onSubmit}>
      <label className="field">
        Interview
        <select value={spec} onChange={(event) => setSpec(event.target.value)} required>
          {specs.map((each) => (
            <option key={each.name} value={each.name}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        Candidate’s name, as the interviewer says it (optional)
        <input value={name} onChange={(event) => setName(event.target.value)} maxLength={100} autoComplete="off" />
      </label>
      <label className="check">
        <input type="checkbox" checked={brief} onChange={(event) => setBrief(event.target.checked)} />
        <span>Short version: at most one follow-up in each section</span>
      </label>
      {chosen && <ArrangementFields spec={chosen} typed={typed} onTyped={setTyped} />}
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button primary" disabled={busy || !spec}>
          {busy ? "Making the invite…" : "Make the invite"}
        </button>
      </div>
    </form>
  );
}

function Link({ url, name, onClose }: { url: string; name: string; onClose: () => void }) {
  const [copied, setCopied] = useState<"" | "done" | "failed">("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied("done");
    } catch {
      setCopied("failed");
    }
  };
  return (
    <>
      <label className="field">
        {`Send this link to ${name || "the candidate"}`}
        <input className="link" readOnly value={url} onFocus={(event) => event.target.select()} />
      </label>
      <p className="hint">The first browser that opens it keeps the interview; it works for one interview.</p>
      <p role="status" className="hint">
        {copied === "done" && "Copied."}
        {copied === "failed" && "The browser did not allow copying: select the link and copy it by hand."}
      </p>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
        <button type="button" className="button primary" onClick={() => void copy()}>
          Copy link
        </button>
      </div>
    </>
  );
}
