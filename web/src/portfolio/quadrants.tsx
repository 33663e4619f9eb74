import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { QuadrantChip } from "../cycle/quadrant";

/** As they lie: result upwards, effect to the right, and what is not known below. */
const quadrants = ["busy", "worked", "not_done", "lucky", "unknown"] as const;

/** How many objectives of which account are in which quadrant of result and effect. */
export function Quadrants({ lines }: { lines: Schemas["PortfolioLine"][] }) {
  const { t } = useTranslation();
  return (
    <div className="quadrants">
      {quadrants.map((quadrant) => {
        const here = lines.flatMap(({ figures, name }) =>
          figures.quadrants
            .filter((one) => one.quadrant === quadrant)
            .map(({ count }) => ({ account: figures.account, name, count })),
        );
        return (
          <section key={quadrant} aria-label={t(`choice.Quadrant.${quadrant}`)}>
            <QuadrantChip quadrant={quadrant} />
            {here.length === 0 ? (
              <p className="muted">–</p>
            ) : (
              <ul>
                {here.map(({ account, name, count }) => (
                  <li key={account}>
                    {count} ×{" "}
                    <Link to="/accounts/$account/effectiveness" params={{ account }}>
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
