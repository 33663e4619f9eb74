import { randomUUID } from "node:crypto";

// biome-ignore lint/suspicious/noExplicitAny: what the server answers, as a test wants it.
type Answer = any;

/** Somebody of the demo who asks the server without a browser: what a test needs beforehand is made by it. */
export class Api {
  private constructor(
    private readonly address: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async as(address: string, name: string): Promise<Api> {
    const { demo } = (await (await fetch(`${address}/api/v1/session`)).json()) as Answer;
    const user = demo.find((person: Answer) => person.name === name).id;
    const answer = await fetch(`${address}/api/v1/demo-session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ user }),
    });
    const { csrf } = (await answer.json()) as Answer;
    const [cookie = ""] = (answer.headers.get("Set-Cookie") ?? "").split(";");
    return new Api(address, { Cookie: cookie, "X-Takt-CSRF": csrf });
  }

  async ask(method: string, path: string, body?: object, version?: number): Promise<Answer> {
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(body ? { "Content-Type": "application/json" } : {}),
        ...(version ? { "If-Match": `"${version}"` } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  get = (path: string) => this.ask("GET", path);

  /** What is made is numbered by whoever makes it, as the interface does. */
  make = (path: string, body: object) => this.ask("POST", path, { id: randomUUID(), ...body });

  change = ({ version }: { version: number }, path: string, body: object) =>
    this.ask("PATCH", path, body, version);
}

/** The account of this name. */
export async function accountNamed(api: Api, name: string): Promise<string> {
  const accounts = await api.get("/accounts");
  return accounts.find((account: Answer) => account.name === name).id;
}
