import { useTranslation } from "react-i18next";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { ScaleKeys } from "../ui/scale-keys";

/** How sure whoever checks in is that the target is reached; what was said last is told, and not taken for said again. */
export function ConfidenceKeys({
  view,
  value,
  onChange,
}: {
  view: KeyResultView;
  value: number | null;
  onChange: (value: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <ScaleKeys
      label={t("checkIn.howSure")}
      hint={
        view.confidence === null
          ? undefined
          : t(value === null ? "checkIn.howSureLastOnly" : "checkIn.howSureLast", {
              confidence: view.confidence,
            })
      }
      most={10}
      value={value}
      was={view.confidence}
      onChange={onChange}
    />
  );
}
