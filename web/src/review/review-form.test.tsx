// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { type Asked, answered, noNetwork, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { ReviewForm } from "./review-form";

type Review = Schemas["Review"];

const begun = {
  id: "r",
  version: 1,
  objective: "o",
  score: 0.6,
  scoreOverride: null,
  scoreReason: "",
  effectNote: "",
  lesson: "",
  decision: null,
  carried: [],
} as unknown as Review;

const keyResults = ["Muster", "Bestellungen"].map((title) => ({
  keyResult: { id: title, title, state: "active" },
  progress: 0.5,
}));

const viewOf = (review: Review | null) =>
  ({
    view: { objective: { id: "o", cycle: "c" }, keyResults },
    review,
    proposed: ["Bestellungen"],
  }) as unknown as Schemas["ReviewView"];

/**
 * A server that keeps one review as Takt does: versions, 412 with what is there, one per objective.
 * Its answers may be on their way until `arrival`.
 */
function reviewServer(review: Review | null, arrival?: Promise<void>) {
  const stored = { review };
  const answer = ({ method, body, version }: Asked) => {
    const { review: now } = stored;
    if (method === "GET") return answered({ objectives: [viewOf(now)] });
    if (method === "POST" && now) return refused(409, "reviewed_already");
    if (now && version !== now.version) return refused(412, "stale", { current: now });
    stored.review = { ...(now ?? begun), ...body, version: (now?.version ?? 0) + 1 } as Review;
    return answered(stored.review);
  };
  const asked = serve(async (request) => {
    const response = answer(request);
    await arrival;
    return response;
  });
  /** Somebody else writes. */
  const other = (patch: Partial<Review>) => {
    const now = stored.review ?? begun;
    stored.review = { ...now, ...patch, version: now.version + 1 };
  };
  return { stored, asked, other };
}

const lesson = () => screen.getByLabelText<HTMLTextAreaElement>("Erkenntnis");
const note = () => screen.getByLabelText<HTMLTextAreaElement>(/^Warum hat es gewirkt/);
const conflict = async () =>
  (await screen.findAllByText("Jemand war schneller. Nichts wurde überschrieben."))[0]?.closest(
    '[role="alert"]',
  ) as HTMLElement;
const noConflict = () => expect(screen.queryByText(/Jemand war schneller/)).toBeNull();

beforeEach(() => speak("de"));

describe("two people fill a review together", () => {
  it("each in another field: both are kept, nobody is asked", async () => {
    const server = reviewServer(begun);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    server.other({ effectNote: "Die Qualität" });
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    await waitFor(() => expect(server.stored.review?.lesson).toBe("Früh bemustern"));
    expect(server.stored.review?.effectNote).toBe("Die Qualität");
    noConflict();
  });

  it("both in the same field: the second is shown both texts, and mine can be saved", async () => {
    const server = reviewServer(begun);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    server.other({ lesson: "Preise überzeugen" });
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    const both = await conflict();
    expect(both.textContent).toContain("Preise überzeugen");
    expect(both.textContent).toContain("Früh bemustern");
    expect(server.stored.review?.lesson).toBe("Preise überzeugen");
    await person.click(within(both).getByRole("button", { name: "Meine speichern" }));
    await waitFor(() => expect(server.stored.review?.lesson).toBe("Früh bemustern"));
    await waitFor(noConflict);
  });

  it("or theirs is taken, and nothing is written", async () => {
    const server = reviewServer(begun);
    const { person, again } = show(<ReviewForm view={viewOf(begun)} />);
    server.other({ lesson: "Preise überzeugen" });
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    await person.click(
      within(await conflict()).getByRole("button", { name: "Jetzige übernehmen" }),
    );
    again(<ReviewForm view={viewOf(server.stored.review)} />);
    await waitFor(noConflict);
    expect(lesson().value).toBe("Preise überzeugen");
    expect(server.stored.review?.version).toBe(2);
  });

  it("what changes below the writer's hands is shown beside theirs, not written over", async () => {
    const server = reviewServer(begun);
    const { person, again } = show(<ReviewForm view={viewOf(begun)} />);
    await person.type(lesson(), "Früh bemustern");
    server.other({ lesson: "Preise überzeugen" });
    again(<ReviewForm view={viewOf(server.stored.review)} />);
    expect(lesson().value).toBe("Früh bemustern");
    await person.tab();
    expect((await conflict()).textContent).toContain("Früh bemustern");
    expect(server.stored.review?.lesson).toBe("Preise überzeugen");
  });

  it("both begin it: the second's field goes into the first one's review", async () => {
    const server = reviewServer(null);
    const { person } = show(<ReviewForm view={viewOf(null)} />);
    server.other({ effectNote: "Die Qualität" });
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    await waitFor(() => expect(server.stored.review?.lesson).toBe("Früh bemustern"));
    expect(server.stored.review?.effectNote).toBe("Die Qualität");
    noConflict();
  });

  it("both begin it with the same field: the second is asked", async () => {
    const server = reviewServer(null);
    const { person } = show(<ReviewForm view={viewOf(null)} />);
    server.other({ lesson: "Preise überzeugen" });
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    expect((await conflict()).textContent).toContain("Früh bemustern");
    expect(server.stored.review?.lesson).toBe("Preise überzeugen");
  });

  it("two fields in conflict are both still there to choose", async () => {
    const server = reviewServer(begun);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    for (const [field, name, theirs, mine] of [
      [lesson, "lesson", "Preise überzeugen", "Früh bemustern"],
      [note, "effectNote", "Der Preis", "Die Qualität"],
    ] as const) {
      await person.type(field(), mine);
      server.other({ [name]: theirs });
      await person.tab();
      await conflict();
    }
    await waitFor(() => expect(screen.getAllByText(/Jemand war schneller/)).toHaveLength(2));
    for (const text of ["Die Qualität", "Früh bemustern"])
      expect(screen.getByRole("cell", { name: text })).toBeTruthy();
  });

  it("a score and its reason are asked about together", async () => {
    const server = reviewServer(begun);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    server.other({ scoreOverride: 0.7, scoreReason: "Spät gewirkt" });
    await person.click(screen.getByText("Ergebnis anders bewerten"));
    await person.type(screen.getByLabelText("Ergebnis in Prozent"), "85");
    await person.type(screen.getByLabelText("Grund der anderen Bewertung"), "Alle sechs Werke");
    await person.click(screen.getByRole("button", { name: "Speichern" }));
    const both = await conflict();
    for (const text of [/85\s%/, /70\s%/, /Alle sechs Werke/, /Spät gewirkt/])
      expect(both.textContent).toMatch(text);
    await person.click(within(both).getByRole("button", { name: "Meine speichern" }));
    await waitFor(() =>
      expect(server.stored.review).toMatchObject({
        scoreOverride: 0.85,
        scoreReason: "Alle sechs Werke",
      }),
    );
  });
});

describe("nothing typed is lost", () => {
  it("without a network: it stands in its field and is saved the next time", async () => {
    serve(noNetwork);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    await person.type(lesson(), "Früh bemustern");
    await person.tab();
    await screen.findByRole("alert");
    expect(lesson().value).toBe("Früh bemustern");
    const server = reviewServer(begun);
    await person.click(lesson());
    await person.tab();
    await waitFor(() => expect(server.stored.review?.lesson).toBe("Früh bemustern"));
  });

  it("when one goes on writing while it is being saved", async () => {
    let answer = () => {};
    const asked = serve(async ({ method, body }) => {
      if (method === "PATCH") await new Promise<void>((resolve) => (answer = resolve));
      return answered({ ...begun, ...body, version: 2 });
    });
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    await person.type(lesson(), "Früh");
    await person.tab();
    await person.type(lesson(), " bemustern");
    answer();
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve));
    expect(lesson().value).toBe("Früh bemustern");
  });

  it("when somebody else changes the reason while a score is entered", async () => {
    const server = reviewServer(begun);
    const { person, again } = show(<ReviewForm view={viewOf(begun)} />);
    await person.click(screen.getByText("Ergebnis anders bewerten"));
    await person.type(screen.getByLabelText("Grund der anderen Bewertung"), "Alle sechs Werke");
    server.other({ scoreReason: "Spät gewirkt" });
    again(<ReviewForm view={viewOf(server.stored.review)} />);
    expect(screen.getByLabelText<HTMLTextAreaElement>("Grund der anderen Bewertung").value).toBe(
      "Alle sechs Werke",
    );
  });
});

describe("one person alone", () => {
  it("is in no conflict with themselves, however fast they change their mind", async () => {
    let arrive = () => {};
    const server = reviewServer(begun, new Promise((resolve) => (arrive = resolve)));
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    await person.click(screen.getByText("weiterführen"));
    await person.click(screen.getByText("beenden"));
    arrive();
    await waitFor(() => expect(server.stored.review?.decision).toBe("stop"));
    noConflict();
  });

  it("ticks two key results before the first tick is saved, and both go on", async () => {
    const decided = { ...begun, decision: "adapt", carried: [] } as Review;
    const server = reviewServer(decided);
    const { person } = show(<ReviewForm view={viewOf(decided)} />);
    await person.click(screen.getByRole("checkbox", { name: "Muster" }));
    await person.click(screen.getByRole("checkbox", { name: "Bestellungen" }));
    await waitFor(() => expect(server.stored.review?.carried).toEqual(["Muster", "Bestellungen"]));
  });

  it("writes nothing by looking into a field", async () => {
    const server = reviewServer(begun);
    const { person } = show(<ReviewForm view={viewOf(begun)} />);
    await person.type(lesson(), "x{Backspace}");
    await person.tab();
    expect(server.asked).toEqual([]);
  });
});

it("gives up, with the reason, where a review is said to be begun and none is there", async () => {
  const asked = serve(({ method }) =>
    method === "GET" ? answered({ objectives: [] }) : refused(409, "reviewed_already"),
  );
  const { person } = show(<ReviewForm view={viewOf(null)} />);
  await person.type(lesson(), "Früh bemustern");
  await person.tab();
  await screen.findByRole("alert");
  expect(asked.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

it("goes on with what the server proposes, until somebody chose", async () => {
  await speak("de");
  const { asked } = reviewServer(begun);
  const { person } = show(<ReviewForm view={viewOf(begun)} />);
  await person.click(screen.getByRole("radio", { name: "weiterführen" }));
  await waitFor(() =>
    expect(asked).toContainEqual(
      expect.objectContaining({ body: { decision: "continue", carried: ["Bestellungen"] } }),
    ),
  );
});
