// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import ForgottenPage from "./forgotten-page";
import InvitationPage from "./invitation-page";
import SignInPage from "./sign-in-page";

const search = vi.hoisted(() => ({ now: {} as Record<string, string> }));
const gone = vi.hoisted(() => ({ to: [] as unknown[] }));
vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, ...props }: { to: string }) => <a href={to} {...props} />,
  Navigate: (props: { to: string; search: unknown }) => {
    gone.to.push([props.to, props.search]);
    return null;
  },
  useNavigate: () => (target: unknown) => gone.to.push(target),
  useParams: () => ({ token: "abc" }),
  useRouter: () => ({ history: { push: (target: string) => gone.to.push(target) } }),
  useSearch: () => search.now,
}));

const jonas = {
  id: "jonas",
  version: 3,
  name: "Jonas Albers",
  email: "j@b.example",
  language: "de",
};
const nobody = {
  user: null,
  csrf: "",
  timeZone: "Europe/Berlin",
  today: "2026-11-24",
  dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
  demo: [],
  organisation: "Brandt Antriebstechnik",
  mailsLinks: true,
};

beforeEach(() => {
  speak("de");
  sessionStorage.clear();
  search.now = {};
  gone.to = [];
});

async function signIn(person: ReturnType<typeof show>["person"], submit = "Anmelden") {
  await person.type(screen.getByRole("textbox", { name: "E-Mail" }), "j@b.example");
  await person.type(screen.getByLabelText("Passwort"), "korrektes pferd");
  await person.click(screen.getByRole("button", { name: submit }));
}

it("brings the language in that was chosen at the door", async () => {
  const asked = serve(({ method, path }) =>
    answered(method === "POST" && path === "/session" ? { ...nobody, user: jonas } : nobody),
  );
  const { person } = show(<SignInPage />);
  await screen.findByText(/^Brandt Antriebstechnik/);
  await person.click(screen.getByRole("button", { name: "English" }));
  await screen.findByRole("heading", { level: 1, name: "Sign in" });
  await person.type(screen.getByRole("textbox", { name: "E-mail" }), "j@b.example");
  await person.type(screen.getByLabelText("Password"), "korrektes pferd");
  await person.click(screen.getByRole("button", { name: "Sign in" }));
  await vi.waitFor(() => expect(gone.to).toEqual(["/my-work"]));
  expect(asked).toContainEqual({
    method: "PATCH",
    path: "/users/jonas",
    body: { language: "en" },
    version: 3,
  });
});

it("leaves the language alone where none was chosen", async () => {
  const asked = serve(({ method }) =>
    answered(method === "POST" ? { ...nobody, user: { ...jonas, language: "en" } } : nobody),
  );
  const { person } = show(<SignInPage />);
  await signIn(person);
  await vi.waitFor(() => expect(gone.to).toEqual(["/my-work"]));
  expect(asked.filter(({ method }) => method === "PATCH")).toEqual([]);
});

it("says why a link led to the sign-in, and where there is a new one", async () => {
  search.now = { link: "over" };
  serve(() => answered(nobody));
  show(<SignInPage />);
  expect((await screen.findByRole("alert")).textContent).toContain(
    "Dieser Link wurde schon benutzt oder ist abgelaufen",
  );
  expect(await screen.findByRole("link", { name: "Neuen Link anfordern" })).toBeTruthy();
});

it("leads from a used link to the sign-in", async () => {
  serve(({ path }) =>
    path.startsWith("/invitations/") ? refused(404, "link_used_up") : answered(nobody),
  );
  show(<InvitationPage />);
  await vi.waitFor(() => expect(gone.to).toEqual([["/sign-in", { link: "over" }]]));
});

it("asks whoever forgot their password for another one in their language", async () => {
  const invited = {
    setUp: false,
    name: "Jonas Albers",
    email: "j@b.example",
    purpose: "password",
    language: "en",
  };
  const asked = serve(({ method, path }) =>
    answered(
      path.startsWith("/invitations/")
        ? invited
        : method === "POST"
          ? { ...nobody, user: jonas }
          : nobody,
    ),
  );
  const { person } = show(<InvitationPage />);
  expect(await screen.findByRole("heading", { name: "New password" })).toBeTruthy();
  await person.type(screen.getByLabelText("Password"), "korrektes pferd");
  await person.click(screen.getByRole("button", { name: "Continue" }));
  await vi.waitFor(() => expect(gone.to).toEqual([{ to: "/my-work" }]));
  expect(asked).toContainEqual(
    expect.objectContaining({
      path: "/invitations",
      body: { token: "abc", password: "korrektes pferd" },
    }),
  );
});

it("says the same whoever asks for a link", async () => {
  serve(({ method }) =>
    method === "POST" ? new Response(null, { status: 202 }) : answered(nobody),
  );
  const { person } = show(<ForgottenPage />);
  await person.type(await screen.findByRole("textbox", { name: "E-Mail" }), "j@b.example");
  await person.click(screen.getByRole("button", { name: "Link anfordern" }));
  expect((await screen.findByRole("status")).textContent).toContain(
    "Gehört zu j@b.example ein Konto, ist ein Link dorthin unterwegs.",
  );
});

it("says at the field that it is no address", async () => {
  serve(({ method }) =>
    method === "POST"
      ? refused(422, "invalid", {
          errors: [{ pointer: "/email", code: "not_an_email", detail: "" }],
        })
      : answered(nobody),
  );
  const { person } = show(<ForgottenPage />);
  await person.type(await screen.findByRole("textbox", { name: "E-Mail" }), "jonas");
  await person.click(screen.getByRole("button", { name: "Link anfordern" }));
  expect(await screen.findByText("Bitte eine E-Mail-Adresse eingeben.")).toBeTruthy();
});

it("offers no link by mail where none goes", async () => {
  serve(() => answered({ ...nobody, mailsLinks: false }));
  show(<ForgottenPage />);
  expect(await screen.findByText(/^Dieser Server verschickt keine Links per Mail/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Link anfordern" })).toBeNull();
});
