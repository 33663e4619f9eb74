import type { Schemas } from "../api/client";

export type Audience = Schemas["Audience"];
/** For whom a version leaves the team; what is asked for first comes first. */
export const audiences: Audience[] = ["management", "team", "customer"];
