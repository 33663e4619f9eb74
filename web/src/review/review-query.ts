import { read, type Schemas } from "../api/client";

export type ReviewPageData = Schemas["ReviewPage"];

export const reviewQuery = (cycle: string) => ({
  queryKey: ["review", cycle],
  queryFn: () => read<ReviewPageData>(`/cycles/${cycle}/review`),
});
