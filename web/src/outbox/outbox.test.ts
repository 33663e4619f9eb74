// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { keepCsrf } from "../api/client";
import { answered, noNetwork, refused, serve } from "../testing/server";
import {
  discard,
  flushOutbox,
  onOutboxChange,
  sendOrKeep,
  waiting,
  waitingOfOthers,
} from "./outbox";

const titles = async (user: string) => (await waiting(user)).map(({ title }) => title);
const named = (id: string) => ({ id, name: id === "katrin" ? "Katrin Vogt" : "Jonas Albers" });
const keep = (title: string, user = "jonas") =>
  sendOrKeep(named(user), `/accounts/a/signals`, { id: title, title }, title);

/** Writes them without a network. */
async function keepAll(...list: string[]) {
  serve(noNetwork);
  for (const title of list) await keep(title);
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

describe("without a network", () => {
  it("keeps what was written, in order", async () => {
    serve(noNetwork);
    expect(await keep("one")).toBe("kept");
    expect(await keep("two")).toBe("kept");
    expect(await titles("jonas")).toEqual(["one", "two"]);
  });

  it("keeps it behind a proxy whose server is away, too", async () => {
    serve(() => refused(503, "away"));
    expect(await keep("one")).toBe("kept");
  });

  it("sends nothing after what could not be sent", async () => {
    await keepAll("one", "two");
    const asked = serve(noNetwork);
    expect(await flushOutbox("jonas")).toBe(0);
    expect(asked.map(({ body }) => body.title)).toEqual(["one"]);
    expect(await titles("jonas")).toEqual(["one", "two"]);
  });
});

describe("with a network", () => {
  it("keeps nothing of what arrives", async () => {
    const asked = serve(() => answered());
    expect(await keep("one")).toBe("sent");
    expect(asked).toMatchObject([{ method: "POST", path: "/accounts/a/signals" }]);
    expect(await titles("jonas")).toEqual([]);
  });

  it("gives back at once what the server refuses", async () => {
    serve(() => refused(422, "invalid"));
    await expect(keep("one")).rejects.toMatchObject({ code: "invalid" });
    expect(await titles("jonas")).toEqual([]);
  });

  it("sends in order, and keeps nothing of it", async () => {
    await keepAll("one", "two", "three");
    const asked = serve(() => answered());
    expect(await flushOutbox("jonas")).toBe(3);
    expect(asked.map(({ body }) => body.title)).toEqual(["one", "two", "three"]);
    expect(await titles("jonas")).toEqual([]);
  });

  it("sends what waits before what is written now", async () => {
    await keepAll("yesterday");
    const asked = serve(() => answered());
    expect(await keep("today")).toBe("sent");
    expect(asked.map(({ body }) => body.title)).toEqual(["yesterday", "today"]);
  });

  it("lets nothing overtake what still can't be sent", async () => {
    await keepAll("yesterday");
    const asked = serve(({ body }) => (body.title === "yesterday" ? noNetwork() : answered()));
    expect(await keep("today")).toBe("kept");
    expect(asked.map(({ body }) => body.title)).toEqual(["yesterday"]);
    expect(await titles("jonas")).toEqual(["yesterday", "today"]);
  });

  it("sends each once, however often it is asked to at the same time", async () => {
    await keepAll("one", "two");
    const asked = serve(() => answered());
    expect(await Promise.all([flushOutbox("jonas"), flushOutbox("jonas")])).toEqual([2, 0]);
    expect(asked).toHaveLength(2);
  });

  it("tries again for whoever asks while a try is failing", async () => {
    await keepAll("one");
    const asked = serve(() => (asked.length === 1 ? noNetwork() : answered()));
    expect(await Promise.all([flushOutbox("jonas"), flushOutbox("jonas")])).toEqual([0, 1]);
  });

  it("does not send what is taken back meanwhile", async () => {
    await keepAll("one", "two");
    const second = (await waiting("jonas"))[1]?.key ?? 0;
    const asked = serve(async () => {
      await discard(second);
      return answered();
    });
    expect(await flushOutbox("jonas")).toBe(1);
    expect(asked.map(({ body }) => body.title)).toEqual(["one"]);
  });
});

describe("what the server refuses", () => {
  const refuseTwo = () =>
    serve(({ body }) =>
      body.title === "two"
        ? refused(422, "invalid", {
            errors: [{ pointer: "/title", code: "too_long", detail: "is too long" }],
          })
        : answered(),
    );

  it("is kept with the reason, and holds up nobody", async () => {
    await keepAll("one", "two", "three");
    refuseTwo();
    expect(await flushOutbox("jonas")).toBe(2);
    expect(await waiting("jonas")).toMatchObject([
      {
        title: "two",
        refused: {
          code: "invalid",
          fields: [{ pointer: "/title", code: "too_long", detail: "is too long" }],
        },
      },
    ]);
  });

  it("is not tried again by itself, only when its writer asks", async () => {
    await keepAll("two");
    refuseTwo();
    await flushOutbox("jonas");
    const asked = serve(() => answered());
    expect(await flushOutbox("jonas")).toBe(0);
    expect(asked).toEqual([]);
    expect(await flushOutbox("jonas", true)).toBe(1);
    expect(await titles("jonas")).toEqual([]);
  });

  it("does not come back when it was taken back meanwhile", async () => {
    await keepAll("one");
    const [entry] = await waiting("jonas");
    serve(async () => {
      await discard(entry?.key ?? 0);
      return refused(422, "invalid");
    });
    await flushOutbox("jonas");
    expect(await titles("jonas")).toEqual([]);
  });

  it.each([
    [401, "unauthenticated"],
    [403, "csrf"],
    [429, "too_many"],
  ])("waits on where the answer is %i %s: that says nothing against it", async (status, code) => {
    await keepAll("one", "two");
    const asked = serve(() => refused(status, code));
    expect(await flushOutbox("jonas")).toBe(0);
    expect(asked).toHaveLength(1);
    expect((await waiting("jonas")).map((entry) => entry.refused)).toEqual([undefined, undefined]);
  });
});

describe("on a device that several people use", () => {
  it("nobody sends or sees what another one wrote", async () => {
    await keepAll("of Jonas");
    await keep("of Katrin", "katrin");
    const asked = serve(() => answered());
    expect(await titles("katrin")).toEqual(["of Katrin"]);
    expect(await flushOutbox("katrin")).toBe(1);
    expect(asked.map(({ body }) => body.title)).toEqual(["of Katrin"]);
    expect(await titles("jonas")).toEqual(["of Jonas"]);
  });

  it("others know no more of it than that it waits", async () => {
    await keepAll("of Jonas", "of Jonas, too");
    expect(await waitingOfOthers("jonas")).toEqual([]);
    expect(await waitingOfOthers("katrin")).toEqual([{ name: "Jonas Albers", count: 2 }]);
  });

  it("nothing more goes out once somebody else signed in in another tab", async () => {
    await keepAll("one", "two");
    keepCsrf("of Jonas", "jonas");
    const asked = serve(() => {
      keepCsrf("of Katrin", "katrin");
      return answered();
    });
    expect(await flushOutbox("jonas")).toBe(1);
    expect(asked).toHaveLength(1);
    expect(await titles("jonas")).toEqual(["two"]);
    keepCsrf("");
  });
});

it("tells who listens whenever something is kept, refused or gone", async () => {
  const heard = vi.fn();
  const stop = onOutboxChange(heard);
  await keepAll("one", "two");
  expect(heard).toHaveBeenCalledTimes(2);
  serve(({ body }) => (body.title === "one" ? refused(422, "invalid") : answered()));
  await flushOutbox("jonas");
  expect(heard).toHaveBeenCalledTimes(4);
  stop();
  await discard(1);
  expect(heard).toHaveBeenCalledTimes(4);
});

it("sends without a store, too", async () => {
  vi.stubGlobal("indexedDB", {
    open: () => {
      throw new DOMException("", "SecurityError");
    },
  });
  serve(() => answered());
  expect(await keep("one")).toBe("sent");
});
