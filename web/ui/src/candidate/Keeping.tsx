import { Notice } from "../shared/Notice";

interface Props {
  /** The sound is not being recorded just now. */
  unrecorded: boolean;
}

/** A line for each way in which keeping the interview goes badly just now. */
export function Keeping({ unrecorded }: Props) {
  if (!unrecorded) return null;
  return <Notice tone="warn">The recording has a problem; your words are still kept.</Notice>;
}
