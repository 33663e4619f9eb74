import { bareShare } from "../app/format";

/** "44,3", "≈39", "–": a share whose sign the heading bears. */
export const shareFigure = ({ share, estimated }: { share: number | null; estimated: boolean }) =>
  (estimated && share !== null ? "≈" : "") + bareShare(share);
