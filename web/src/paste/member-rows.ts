import i18next from "i18next";
import type { Schemas } from "../api/client";
import { oneLine } from "../entity/fields";
import { choiceOf, wordsOf } from "./choice-words";
import type { Column } from "./columns";
import { namedLike, nearNames, plainWord } from "./table";
import { bad, fine, type Judge, known, type Verdict } from "./verdict";

/** Somebody for the team: who uses Takt already, or is to be added as a user first. */
export type NewMember = { role: Schemas["TeamRole"] } & (
  | { user: string }
  | { invited: { name: string; email: string } }
);

const roles = ["manager", "member", "sponsor", "observer"] as const;

export const memberColumns = (): Column[] => [
  {
    key: "person",
    label: i18next.t("field.user"),
    // Not "member": that is a role, and would make a head of the first row that has it.
    words: ["name", "person", "benutzer", "mitarbeiter", "user"],
  },
  {
    key: "email",
    label: i18next.t("field.email"),
    words: ["e mail", "email", "mail", "adresse", "e mail adresse", "address"],
  },
  { key: "role", label: i18next.t("field.role"), words: ["rolle", "role"] },
];

const address = /[^\s<>(),;]+@[^\s<>(),;]+\.[^\s<>(),;]+/;

/** "Anna Muster <anna@…>", a name and an address in two cells, or one of both. */
function personIn(row: { of: (key: string) => string }) {
  const texts = [row.of("person"), row.of("email")];
  const email = texts.map((text) => text.match(address)?.[0]).find(Boolean) ?? "";
  return { name: nameBeside(texts[0] ?? ""), email };
}

const nameBeside = (text: string) => oneLine(text.replace(address, "").replace(/[<>()]/g, " "));

/** A name, an address and a role, whichever of them a row has: each at its place. */
export function arrangeMember(cells: readonly string[]): readonly string[] {
  const [first = "", second = "", third = "", ...more] = cells;
  const isRole = (text: string) =>
    text.trim() !== "" && choiceOf("TeamRole", roles, text.trim()) !== undefined;
  // A row that has all its cells may be one that is being corrected: nothing runs off there.
  if (cells.length > 2)
    return isRole(second) && !isRole(third) ? [first, third, second, ...more] : cells;
  if (second.includes("@")) return [first, second, ""];
  const email = first.match(address)?.[0];
  return [email ? nameBeside(first) : first, email ?? "", second];
}

/** `anna.von-muster@…` → Anna Von-Muster. */
const nameInAddress = (email: string) =>
  (email.split("@")[0] ?? "")
    .split(/[._+]+/)
    .filter(Boolean)
    .map((part) => part.replace(/(^|-)\p{L}/gu, (letter) => letter.toUpperCase()))
    .join(" ");

/** Another name would do, or an address. */
const lacksAddress = (says: string) => bad({ key: "person", says }, { key: "email", says });

interface Known {
  users: readonly Pick<Schemas["User"], "id" | "name" | "email">[];
  /** Who is in the team, by their ids. */
  team: readonly string[];
  /** Whether the reader may add users. */
  administers: boolean;
}

export const judgeMembers =
  ({ users, team, administers }: Known): Judge<NewMember> =>
  (rows) => {
    const seen = new Map<string, number>();
    return rows.map((row): Verdict<NewMember> => {
      const { name, email } = personIn(row);
      if (!name && !email) return bad({ key: "person", says: i18next.t("paste.lacks.person") });
      const roleText = row.of("role");
      const role = roleText === "" ? "member" : choiceOf("TeamRole", roles, roleText);
      if (!role)
        return bad({
          key: "role",
          says: i18next.t("paste.noChoice", {
            value: roleText,
            choices: wordsOf("TeamRole", roles),
          }),
        });
      const found = email
        ? users.filter((user) => user.email.toLowerCase() === email.toLowerCase())
        : users.filter((user) => plainWord(user.name) === plainWord(name));
      if (found.length > 1) return lacksAddress(i18next.t("paste.sameName", { name }));
      const key = found[0]?.id ?? email.toLowerCase();
      const twin = seen.get(key);
      if (twin) return known(i18next.t("paste.twice", { line: twin }));
      if (found[0]) {
        if (team.includes(found[0].id))
          return known(i18next.t("paste.inTeam", { name: found[0].name }));
        seen.set(key, row.line);
        return fine({ user: found[0].id, role });
      }
      if (email && administers) {
        seen.set(key, row.line);
        const called = name || nameInAddress(email);
        return fine({ invited: { name: called, email }, role }, [
          i18next.t("paste.newUser", { name: called }),
        ]);
      }
      const near = name
        ? nearNames(
            users.map((user) => user.name),
            name,
          )[0]
        : undefined;
      const same = name && namedLike(users, name);
      if (same && email)
        return bad({
          key: "person",
          says: i18next.t("paste.otherAddress", { name, email: same.email }),
        });
      const says = near
        ? i18next.t("paste.near", { value: name || email, near })
        : i18next.t(administers ? "paste.addressToo" : "paste.noUser", { name: name || email });
      return administers ? lacksAddress(says) : bad({ key: "person", says });
    });
  };
