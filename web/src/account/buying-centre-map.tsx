import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { attitudes, attitudeText } from "./attitude";

const left = 130;
const column = 118;
const row = 92;
const influences = [3, 2, 1] as const;

const line = 19;
const lines = 4;

interface Place {
  contact: Schemas["Contact"];
  /** Where they shall get, not where they are. */
  wanted: boolean;
}

const isMoving = ({ attitude, wantedAttitude }: Schemas["Contact"]) =>
  wantedAttitude !== null && wantedAttitude !== attitude;

/** Who stands in each cell; below them who is wanted there. */
function placesIn(contacts: Schemas["Contact"][]) {
  const cells = new Map<string, Place[]>();
  const put = (attitude: number, place: Place) => {
    const key = `${attitude}/${place.contact.influence}`;
    cells.set(key, [...(cells.get(key) ?? []), place]);
  };
  for (const contact of contacts) put(contact.attitude, { contact, wanted: false });
  for (const contact of contacts.filter(isMoving))
    put(contact.wantedAttitude ?? contact.attitude, { contact, wanted: true });
  return cells;
}

/**
 * The buying centre: attitude towards us from left to right, influence from bottom to top. A hollow ring stands where
 * somebody is wanted; the list beside it says the same in words.
 */
export function BuyingCentreMap({ contacts }: { contacts: Schemas["Contact"][] }) {
  const { t } = useTranslation();
  const cells = placesIn(contacts);
  return (
    <div>
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
                  attitude > 0 ? "var(--ok-bg)" : attitude < 0 ? "var(--bad-bg)" : "var(--stale-bg)"
                }
              />
              {(cells.get(`${attitude}/${influence}`) ?? [])
                .slice(0, lines)
                .map(({ contact, wanted }, index) => (
                  <Name
                    key={`${contact.id}${wanted}`}
                    contact={contact}
                    wanted={wanted}
                    x={left + x * column + 6}
                    y={y * row + 18 + index * line}
                  />
                ))}
            </g>
          )),
        )}
      </svg>
      <ByAttitude contacts={contacts} />
      {contacts.some(isMoving) && <div className="muted map-legend">{t("map.legend")}</div>}
    </div>
  );
}

/** The same in place of the map where that has no room: on a phone. */
function ByAttitude({ contacts }: { contacts: Schemas["Contact"][] }) {
  const { t } = useTranslation();
  const groups = attitudes
    .map((attitude) => ({ attitude, here: contacts.filter((one) => one.attitude === attitude) }))
    .filter(({ here }) => here.length > 0)
    .reverse();
  return (
    <ul className="list map-list" aria-label={t("map.name")}>
      {groups.map(({ attitude, here }) => (
        <li key={attitude}>
          <b>{attitudeText(attitude, t)}</b>
          {here.map((contact) => (
            <div key={contact.id}>
              {contact.name}
              {isMoving(contact) && ` → ${attitudeText(contact.wantedAttitude ?? 0, t)}`}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** A name where somebody stands, with an arrow to where they are wanted; there it has a hollow ring. */
function Name({ contact, wanted, x, y }: Place & { x: number; y: number }) {
  const most = wanted || isMoving(contact) ? 14 : 17;
  const name = contact.name.length > most ? `${contact.name.slice(0, most - 1)}…` : contact.name;
  if (wanted)
    return (
      <g className="wanted">
        <circle cx={x + 4} cy={y - 4} r={4} />
        <text x={x + 13} y={y}>
          {name}
        </text>
      </g>
    );
  const arrow = (contact.wantedAttitude ?? 0) > contact.attitude ? "→" : "←";
  return (
    <text x={x} y={y}>
      {name}
      {isMoving(contact) && ` ${arrow}`}
    </text>
  );
}
