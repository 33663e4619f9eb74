import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

const left = 130;
const column = 118;
const row = 92;
const influences = [3, 2, 1] as const;
const attitudes = [-2, -1, 0, 1, 2] as const;

/** The buying centre: attitude towards us from left to right, influence from bottom to top. */
export function BuyingCentreMap({ contacts }: { contacts: Schemas["Contact"][] }) {
  const { t } = useTranslation();
  const cells = new Map<string, Schemas["Contact"][]>();
  for (const contact of contacts) {
    const key = `${contact.attitude}/${contact.influence}`;
    cells.set(key, [...(cells.get(key) ?? []), contact]);
  }
  return (
    <div className="scroll">
      <svg
        className="map"
        viewBox={`0 0 ${left + 5 * column} ${3 * row + 40}`}
        role="img"
        aria-label={t("map.name")}
      >
        {influences.map((influence, y) => (
          <text key={influence} className="axis" x={0} y={y * row + row / 2}>
            {t(`map.influence.${influence}`)}
          </text>
        ))}
        {attitudes.map((attitude, x) => (
          <text key={attitude} className="axis" x={left + x * column + 6} y={3 * row + 24}>
            {t(`map.attitude.${attitude}`)}
          </text>
        ))}
        {influences.flatMap((influence, y) =>
          attitudes.map((attitude, x) => (
            <g key={`${attitude}/${influence}`}>
              <rect
                x={left + x * column}
                y={y * row}
                width={column - 4}
                height={row - 4}
                rx={6}
                fill={
                  attitude > 0 ? "var(--ok-bg)" : attitude < 0 ? "var(--bad-bg)" : "var(--mute-bg)"
                }
              />
              {(cells.get(`${attitude}/${influence}`) ?? []).slice(0, 4).map((contact, index) => (
                <text key={contact.id} x={left + x * column + 6} y={y * row + 18 + index * 19}>
                  {contact.name.length > 17 ? `${contact.name.slice(0, 16)}…` : contact.name}
                </text>
              ))}
            </g>
          )),
        )}
      </svg>
    </div>
  );
}
