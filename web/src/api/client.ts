import createClient from "openapi-fetch";
import { browsersZone } from "../app/zone";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** A refused request, as the server's problem+json (RFC 9457) tells it; status 0: nobody answered. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: FieldProblem[] = [],
    readonly current?: Record<string, unknown>,
  ) {
    super(detail);
  }

  /** Nobody answered, or only the proxy in front of a server that is away. */
  get unreached() {
    return this.status === 0 || (this.status >= 502 && this.status <= 504);
  }
}

let csrf = "";
let writer: string | undefined;
/** The token of the session, which stands for its user: with it nobody else's write gets through. */
export function keepCsrf(token: string, user?: string) {
  csrf = token;
  writer = user;
}

/** In whose name is written; undefined before anybody asked. */
export const writerNow = () => writer;

/**
 * Lets the server ask its database for what is read in the next two seconds: it may not have heard yet what
 * another server has told this page. After a write the server says so itself.
 */
export function askAnew() {
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = "__Host-takt-anew=1; Path=/; Secure; SameSite=Lax; Max-Age=2";
}

let owner: string | undefined;
/** Whose the page is: what is typed on it is refused in another one's name. */
export function writeOnlyAs(user: string | undefined) {
  owner = user;
}

const csrfOfPage = () => (owner !== undefined && owner !== writer ? "" : csrf);

let onStranger = () => {};
/** Calls `heard` whenever the server does not know the session any more, or another one took its place. */
export function whenStranger(heard: () => void) {
  onStranger = heard;
}

async function refused(response: Response): Promise<ApiProblem> {
  try {
    const body = await response.json();
    if (body.code === "sign_in" || body.code === "csrf") onStranger();
    return new ApiProblem(response.status, body.code, body.detail, body.errors, body.current);
  } catch {
    return new ApiProblem(response.status, "failed", response.statusText);
  }
}

/** fetch(), whose failure without a connection is a problem like every other. */
async function reach(input: string | Request, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (failure) {
    throw new ApiProblem(0, "no_connection", String(failure));
  }
}

export const api = createClient<paths>({ baseUrl: "/", cache: "no-cache", fetch: reach });
api.use({
  onRequest({ request }) {
    request.headers.set("X-Takt-Time-Zone", browsersZone());
    if (request.method !== "GET") request.headers.set("X-Takt-CSRF", csrfOfPage());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) throw await refused(response);
  },
});

/** What came back, for requests whose refusal has been thrown already. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** The params of a write to something as the writer has seen it; 412 where somebody else was faster. */
export const asSeen = ({ id, version }: { id: string; version: number }) => ({
  path: { id },
  header: { "If-Match": `"${version}"` },
});
