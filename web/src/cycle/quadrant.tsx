import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

const tone = {
  worked: "on_track",
  busy: "behind",
  lucky: "behind",
  not_done: "at_risk",
  unknown: "",
};

/** Result × effectiveness in a word. */
export function QuadrantChip({ quadrant }: { quadrant: Schemas["Quadrant"] }) {
  const { t } = useTranslation();
  return <span className={`chip ${tone[quadrant]}`}>{t(`choice.Quadrant.${quadrant}`)}</span>;
}
