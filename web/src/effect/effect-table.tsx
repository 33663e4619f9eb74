import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatShare } from "../app/format";
import { FiguresTable } from "../ui/figures-table";
import { outcomeWords } from "./outcome-words";

/** What the matrix shows, in figures. */
export function EffectTable({ rows }: { rows: Schemas["EffectRow"][] }) {
  const { t } = useTranslation();
  return (
    <FiguresTable summary={t("effect.asTable")} label={t("effect.inFigures")} words>
      <thead>
        <tr>
          <th scope="col">{t("choice.AboutKind.objective")}</th>
          <th scope="col">{t("choice.AboutKind.cycle")}</th>
          <th scope="col">{t("effect.result")}</th>
          <th scope="col">{t("outcome")}</th>
          <th scope="col">{t("effect.share")}</th>
          <th scope="col">{t("effect.title")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.objective}>
            <th scope="row">
              {index + 1} {row.title}
            </th>
            <td>{row.cycleName}</td>
            <td className="num">{formatShare(row.result)}</td>
            <td>{outcomeWords(row, t) || "–"}</td>
            <td className="num">{formatShare(row.effect)}</td>
            <td>{t(`choice.Quadrant.${row.quadrant}`)}</td>
          </tr>
        ))}
      </tbody>
    </FiguresTable>
  );
}
