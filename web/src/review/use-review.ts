import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v7 as newId } from "uuid";
import { ApiProblem, api, asSeen, data, type Schemas } from "../api/client";
import { inTurn } from "../app/in-turn";
import { same } from "../entity/fields";
import { reviewQuery } from "./review-query";

type Review = Schemas["Review"];
type Patch = Partial<Review>;

/** Two people wrote into the same field; the second chooses. */
export interface FieldConflict {
  mine: Patch;
  theirs: Review;
}

const names = (patch: Patch) => Object.keys(patch) as (keyof Review)[];

/** What a review that nobody has begun says of everything. */
const blank = (value: unknown) =>
  value === null || value === "" || value === false || (Array.isArray(value) && !value.length);

/**
 * Saves a review field by field, so that a team can fill it together: a write that comes late is
 * repeated on the newer version where nobody touched the same field, and is shown where somebody did.
 */
export function useReview(view: Schemas["ReviewView"]) {
  const queries = useQueryClient();
  const { objective } = view.view;
  const seen = useRef<Review | null>(view.review);
  if (view.review && (!seen.current || view.review.version >= seen.current.version))
    seen.current = view.review;
  const [pending, setPending] = useState<Patch>({});
  const [conflicts, setConflicts] = useState<FieldConflict[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const [turn] = useState(inTurn);

  const settle = (conflict: FieldConflict) =>
    setConflicts((now) => now.filter((one) => one !== conflict));

  /** Shows both versions; one that is shown of the same fields already is older. */
  const ask = (mine: Patch, theirs: Review) =>
    setConflicts((now) => [
      ...now.filter((one) => !names(one.mine).some((name) => name in mine)),
      { mine, theirs },
    ]);

  /** The review that somebody else began meanwhile. */
  const begun = async () => {
    const page = await data(
      api.GET("/api/v1/cycles/{id}/review", { params: { path: { id: objective.cycle } } }),
    );
    return page.objectives.find((one) => one.view.objective.id === objective.id)?.review;
  };

  const write = async (patch: Patch): Promise<void> => {
    const before = seen.current;
    let theirs: Review | null | undefined;
    try {
      seen.current = await data(
        before
          ? api.PATCH("/api/v1/reviews/{id}", { params: asSeen(before), body: patch })
          : api.POST("/api/v1/objectives/{parent}/reviews", {
              params: { path: { parent: objective.id } },
              body: { ...patch, id: newId() },
            }),
      );
      return;
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      if (caught.status === 412) theirs = caught.current as unknown as Review;
      else if (caught.code === "reviewed_already") theirs = await begun();
      if (!theirs) throw caught;
    }
    seen.current = theirs;
    const now = theirs;
    const touched = names(patch).some(
      (name) =>
        !(before ? same(now[name], before[name]) : blank(now[name])) &&
        !same(now[name], patch[name]),
    );
    if (touched) ask(patch, now);
    else await write(patch);
  };

  /**
   * `base`: what the writer saw when they began to write, where that may have moved since. Says
   * whether the patch may be forgotten: it is saved, or shown beside somebody else's.
   */
  const save = (patch: Patch, base: Patch = {}): Promise<boolean> => {
    setProblem(undefined);
    setPending((now) => ({ ...now, ...patch }));
    return turn(async () => {
      try {
        const now = seen.current;
        const moved = names(base).some(
          (name) => now && !same(now[name], base[name]) && !same(now[name], patch[name]),
        );
        if (now && moved) {
          ask(patch, now);
          return true;
        }
        await write(patch);
        await queries.invalidateQueries({ queryKey: reviewQuery(objective.cycle).queryKey });
        return true;
      } catch (caught) {
        if (!(caught instanceof ApiProblem)) throw caught;
        setProblem(caught);
        return false;
      } finally {
        setPending((now) =>
          Object.fromEntries(
            Object.entries(now).filter(([name, value]) => patch[name as keyof Review] !== value),
          ),
        );
      }
    });
  };

  /** The newest that is known, with what is on its way: the next click builds on it. */
  const review: Partial<Review> = { ...seen.current, ...pending };
  return { review, save, conflicts, problem, settle };
}
