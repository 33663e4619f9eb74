import i18next from "i18next";
import { v7 as newId } from "uuid";
import { ApiProblem } from "../api/client";
import { problemText } from "../entity/problem-text";
import type { Refusal, ToWrite } from "./verdict";

const ids = new Map<string, string>();

/** The id of what is written somewhere: the same for each try, so that what is sent twice is one. */
export function idOfTry(where: string, item: unknown): string {
  const what = `${where} ${JSON.stringify(item)}`;
  const id = ids.get(what) ?? newId();
  ids.set(what, id);
  return id;
}

/** It arrived: the next of that kind is another one. */
export const arrived = (where: string, item: unknown) =>
  ids.delete(`${where} ${JSON.stringify(item)}`);

/** Why one thing was refused, at the column of its field. */
export function refusalsOf(problem: ApiProblem, row: number): Refusal[] {
  if (problem.fields.length === 0)
    return [{ row, key: "", says: problemText(problem.code, problem.message) }];
  return problem.fields.map(({ pointer, code, detail }) => ({
    row,
    key: pointer.split("/")[1] ?? "",
    says: problemText(code, detail),
  }));
}

/** Whether the next one would fare no better: nobody answers, or nobody is signed in. */
export const endsTrying = (problem: ApiProblem) => problem.unreached || problem.status === 401;

/** Writes one after the other, so that they stand in their order; tells which were refused, and goes on. */
export async function writeEach<T>(
  items: readonly ToWrite<T>[],
  write: (item: T) => Promise<unknown>,
): Promise<Refusal[]> {
  const refused: Refusal[] = [];
  for (const [index, { row, item }] of items.entries())
    try {
      await write(item);
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      if (endsTrying(caught)) {
        const says = i18next.t("paste.notSent");
        return [
          ...refused,
          ...items.slice(index).map((left) => ({ row: left.row, key: "", says })),
        ];
      }
      refused.push(...refusalsOf(caught, row));
    }
  return refused;
}
