import { v7 as newId } from "uuid";
import { api, data, type Schemas } from "../api/client";
import { hashOf } from "../import/hash";
import { periodText } from "../import/match";
import { wordsOfProblem } from "../import/problem-words";
import type { Refusal, ToWrite } from "../paste/verdict";
import { merged, type PastedCell } from "./supply-rows";

const columns = [
  ...(["product_area", "site", "period", "volume", "demand"] as const),
  ...(["share", "unit", "estimated"] as const),
] satisfies Schemas["ImportField"][];

/** Shares are in per cent and everything is read already; days there are none. */
const format = { decimalSign: "point", dateOrder: "ymd", percent: "as_written" } as const;

interface Named {
  sites: readonly { id: string; name: string }[];
  areas: readonly { id: string; name: string }[];
}

/** A row for each cell of the grid, and the pasted rows that it comes from. What none speaks of stays as it is. */
export function importRowsOf(
  items: readonly ToWrite<PastedCell>[],
  { sites, areas }: Named,
  unit: Schemas["SupplyUnit"],
) {
  const nameOf = (things: Named["sites"], id: string | null) =>
    things.find((one) => one.id === id)?.name ?? null;
  return merged(items).map(({ place, entered, estimated, from }) => {
    const { volume = null, demand = null } = entered;
    // With both volumes the share follows from them.
    const derived = volume !== null && demand !== null;
    const cells = [
      nameOf(areas, place.productArea),
      nameOf(sites, place.site),
      periodText(place),
      volume,
      demand,
      derived ? null : (entered.share ?? null),
      unit,
      estimated && !derived ? true : null,
    ];
    return { cells, from };
  });
}

/** Stores them as one import: one deed, all that is right of it or nothing, and taken back as a whole. */
export async function importShares(
  account: string,
  items: readonly ToWrite<PastedCell>[],
  named: Named,
  unit: Schemas["SupplyUnit"],
  file: string,
): Promise<{ refused: Refusal[]; made: Schemas["Import"] | null }> {
  const rows = importRowsOf(items, named, unit);
  const body = {
    id: newId(),
    kind: "supply",
    file,
    hash: await hashOf(new TextEncoder().encode(JSON.stringify(rows.map(({ cells }) => cells)))),
    format,
    columns: [...columns],
    rows: rows.map(({ cells }, at) => ({ line: at + 1, cells })),
    leaveOut: true,
  } satisfies Schemas["ImportBody"];
  const answer = await data(
    api.POST("/api/v1/accounts/{account}/imports", { params: { path: { account } }, body }),
  );
  const refused = answer.rows.flatMap(({ line, problems, hints }) => {
    const { cells, from } = rows[line - 1] ?? { cells: [], from: [] };
    // A share that the stored volumes contradict is not stored, which whoever pasted it must know.
    const wrong = [...problems, ...hints.filter(({ code }) => code === "share_differs")];
    return wrong.flatMap((problem) =>
      from.map(({ row, key }) => ({
        row,
        key,
        says: wordsOfProblem(
          problem,
          "supply",
          problem.column === null ? undefined : columns[problem.column],
          problem.column === null ? undefined : cells[problem.column],
          format,
        ),
      })),
    );
  });
  return { refused, made: answer.import };
}
