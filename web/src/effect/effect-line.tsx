import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatShare } from "../app/format";
import { QuadrantChip } from "../cycle/quadrant";
import style from "./effect.module.css";
import { outcomeWords } from "./outcome-words";

type Row = Schemas["EffectRow"];

/** What moved with an objective: its outcome in its own figures first, then how much of the way that was. */
export function EffectLine({ row, number }: { row: Row; number: number }) {
  const { t } = useTranslation();
  const words = outcomeWords(row, t);
  const facts = [
    row.cycleName,
    row.result !== null && `${t("effect.result")} ${formatShare(row.result)}`,
    row.effect !== null && t("effect.ofTheWay", { effect: formatShare(row.effect) }),
    row.soFar !== null && t("effect.movedSoFar", { effect: formatShare(row.soFar) }),
    row.cycleState === "active" && row.soFar === null && t("effect.soFar"),
    row.quadrantThen !== row.quadrant &&
      t("effect.then", { quadrant: t(`choice.Quadrant.${row.quadrantThen}`) }),
  ].filter(Boolean);
  return (
    <li>
      <span className={style.number} aria-hidden="true">
        {number}
      </span>
      <div>
        <div className={style.title}>
          <Link
            className="title-link"
            to="/cycles/$cycle/review"
            params={{ cycle: row.cycle }}
            hash={row.objective}
          >
            {row.title}
          </Link>
          <QuadrantChip quadrant={row.quadrant} />
        </div>
        <p className={style.moved}>{words || t("objective.noOutcome")}</p>
        <p className="muted">{facts.join(" · ")}</p>
        {row.lesson && <q className="muted">{row.lesson}</q>}
      </div>
    </li>
  );
}
