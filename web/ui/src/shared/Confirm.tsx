import { useState, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { sentence } from "../api";
import { Notice } from "./Notice";

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** What the confirming button says. */
  act: string;
  danger?: boolean;
  onConfirm: () => Promise<void>;
}

/** Asks before something that cannot be undone; stays open, with the reason, when doing it failed. */
export function Confirm({ open, onClose, title, children, act, danger = false, onConfirm }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const close = () => {
    setProblem("");
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setProblem("");
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <ModalOverlay className="overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && close()}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{title}</Heading>
          {children}
          {problem && <Notice tone="bad">{problem}</Notice>}
          <div className="actions">
            <button type="button" className="button" onClick={close} disabled={busy}>
              Go back
            </button>
            <button
              type="button"
              className={`button ${danger ? "danger" : "primary"}`}
              onClick={() => void confirm()}
              disabled={busy}
            >
              {busy ? "One moment…" : act}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
