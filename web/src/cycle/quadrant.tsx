import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { Chip } from "../ui/chip";

const tone = {
  worked: "ok",
  busy: "warn",
  lucky: "warn",
  not_done: "bad",
  unknown: undefined,
} as const;

/** Result × effectiveness in a word. */
export function QuadrantChip({ quadrant }: { quadrant: Schemas["Quadrant"] }) {
  const { t } = useTranslation();
  return <Chip tone={tone[quadrant]}>{t(`choice.Quadrant.${quadrant}`)}</Chip>;
}
