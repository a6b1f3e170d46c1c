import { Notice } from "../shared/Notice";

interface Props {
  /** What was said waits to be written down. */
  late: boolean;
  /** The sound is not being recorded just now. */
  unrecorded: boolean;
}

/** A line for each way in which keeping the interview goes badly just now. */
export function Keeping({ late, unrecorded }: Props) {
  return (
    <>
      {late && <Notice tone="warn">One moment: saving your words takes longer than usual.</Notice>}
      {unrecorded && <Notice tone="warn">The recording has a problem; your words are still kept.</Notice>}
    </>
  );
}
