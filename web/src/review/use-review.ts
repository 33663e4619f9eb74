import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { v7 as newId } from "uuid";
import { ApiProblem, api, data, type Schemas, send } from "../api/client";
import { same } from "../entity/fields";
import { reviewQuery } from "./review-query";

type Review = Schemas["Review"];
type Patch = Partial<Review>;

/** Two people wrote into the same field; the second chooses. */
export interface FieldConflict {
  name: keyof Review;
  mine: unknown;
  theirs: Review;
}

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
  const [conflict, setConflict] = useState<FieldConflict>();
  const [problem, setProblem] = useState<ApiProblem>();

  const write = async (patch: Patch): Promise<void> => {
    const before = seen.current;
    if (!before) {
      try {
        seen.current = await send<Review>("POST", `/objectives/${objective.id}/reviews`, {
          ...patch,
          id: newId(),
        });
      } catch (caught) {
        if (!(caught instanceof ApiProblem) || caught.code !== "reviewed_already") throw caught;
        const page = await data(
          api.GET("/api/v1/cycles/{id}/review", { params: { path: { id: objective.cycle } } }),
        );
        seen.current =
          page.objectives.find((one) => one.view.objective.id === objective.id)?.review ?? null;
        await write(patch);
      }
      return;
    }
    try {
      seen.current = await send<Review>("PATCH", `/reviews/${before.id}`, patch, before.version);
    } catch (caught) {
      if (!(caught instanceof ApiProblem) || caught.status !== 412) throw caught;
      const theirs = caught.current as unknown as Review;
      const names = Object.keys(patch) as (keyof Review)[];
      const touched = names.find((name) => !same(theirs[name], before[name]));
      seen.current = theirs;
      if (touched) setConflict({ name: touched, mine: patch[touched], theirs });
      else await write(patch);
    }
  };

  /** `base`: what the writer saw when they began to write, where that may have moved since. */
  const save = async (patch: Patch, base: Patch = {}) => {
    setProblem(undefined);
    const now = seen.current;
    const moved = (Object.keys(base) as (keyof Review)[]).find(
      (name) => now && !same(now[name], base[name]) && !same(now[name], patch[name]),
    );
    if (now && moved) {
      setConflict({ name: moved, mine: patch[moved], theirs: now });
      return;
    }
    try {
      await write(patch);
      await queries.invalidateQueries({ queryKey: reviewQuery(objective.cycle).queryKey });
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(caught);
    }
  };
  return { save, conflict, problem, settle: () => setConflict(undefined) };
}
