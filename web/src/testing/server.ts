import { vi } from "vitest";

/** A request as the interface made it. */
export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown>;
  /** The version it wants to change: `If-Match`. */
  version?: number;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

/** Stands in for the server: answers each request by `answer`; returns the list of what was asked. */
export function serve(answer: Answer): Asked[] {
  const requests: Asked[] = [];
  vi.stubGlobal("fetch", async (input: string | Request) => {
    const request = typeof input === "string" ? new Request(input) : input;
    const { pathname, search } = new URL(request.url);
    const match = request.headers.get("If-Match");
    const isFile = request.headers.get("Content-Type")?.includes("presentation");
    const body = isFile ? "" : await request.text();
    const asked: Asked = {
      method: request.method,
      path: pathname.replace("/api/v1", "") + search,
      body: body ? JSON.parse(body) : {},
      ...(match && { version: Number(match.replaceAll('"', "")) }),
    };
    requests.push(asked);
    return answer(asked);
  });
  return requests;
}

export const answered = (body: unknown = {}) => Response.json(body);

/** problem+json, as the server refuses. */
export const refused = (status: number, code: string, more: Record<string, unknown> = {}) =>
  Response.json({ code, detail: `refused: ${code}`, errors: [], ...more }, { status });

/** What fetch() does without a network. */
export const noNetwork = (): never => {
  throw new TypeError("Failed to fetch");
};
