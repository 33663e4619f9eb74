import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SignalView } from "./signal-card";
import styles from "./signals.module.css";

const five = [1, 2, 3, 4, 5];

/** Only how the field is tinted; what a signal's priority is, the server says. */
const tint = (score: number) => (score >= 15 ? "high" : score >= 8 ? "medium" : "low");

const moves: Record<string, [impact: number, likelihood: number]> = {
  ArrowUp: [1, 0],
  ArrowDown: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Impact upwards, likelihood to the right: one press says both. Arrow keys go through the field. */
export function ImpactField({
  view: { signal, priority },
  onChoose,
}: {
  view: SignalView;
  onChoose: (impact: number, likelihood: number) => void;
}) {
  const { t } = useTranslation();
  const field = useRef<HTMLFieldSetElement>(null);
  const walk = (event: KeyboardEvent, impact: number, likelihood: number) => {
    const [up, right] = moves[event.key] ?? [0, 0];
    if (!up && !right) return;
    event.preventDefault();
    field.current
      ?.querySelector<HTMLElement>(`[data-cell="${impact + up}-${likelihood + right}"]`)
      ?.focus();
  };
  // One of them is reached by Tab.
  const entry = `${signal.impact ?? 3}-${signal.likelihood ?? 3}`;
  return (
    <fieldset className={styles.five} aria-label={t("signal.field")} ref={field}>
      {five.toReversed().map((impact) =>
        five.map((likelihood) => {
          const chosen = signal.impact === impact && signal.likelihood === likelihood;
          const cell = `${impact}-${likelihood}`;
          const score = chosen && priority?.score;
          const name = t("signal.cell", { impact, likelihood });
          return (
            <button
              key={cell}
              type="button"
              data-cell={cell}
              data-band={tint(impact * likelihood)}
              aria-pressed={chosen}
              aria-label={score ? `${name}: ${score}` : name}
              tabIndex={cell === entry ? 0 : -1}
              onKeyDown={(event) => walk(event, impact, likelihood)}
              onClick={() => onChoose(impact, likelihood)}
            >
              {score}
            </button>
          );
        }),
      )}
    </fieldset>
  );
}
