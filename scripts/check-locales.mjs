// Fails where German and English do not have the same keys, where the interface or the server uses
// a key that is missing, or where a key is used nowhere. Keys that the interface puts together from
// an enumeration are held against the API document (`web/openapi.json`), which the build writes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const wrong = [];
// A language is a file a term; what stands in two of them would be lost from one.
const read = (language) => {
  // Those of a room that few enter come with it.
  const whole = readFileSync(`web/locales/${language}.ts`, "utf8") + readFileSync("web/src/app/i18n.ts", "utf8");
  const all = {};
  for (const name of readdirSync(`web/locales/${language}`)) {
    if (!whole.includes(`/${name}"`)) wrong.push(`${language}.ts lacks ${name}`);
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(`web/locales/${language}/${name}`, "utf8")))) {
      if (key in all) wrong.push(`${key} stands twice, once in ${language}/${name}`);
      all[key] = text;
    }
  }
  return all;
};
const keys = (tree, at = "") =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [at + key] : keys(value, `${at}${key}.`),
  );
const sources = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
const de = new Set(keys(read("de")));
const en = new Set(keys(read("en")));
for (const key of de) if (!en.has(key)) wrong.push(`English lacks ${key}`);
for (const key of en) if (!de.has(key)) wrong.push(`German lacks ${key}`);

const web = sources("web/src", /\.tsx?$/);
const has = (key) => de.has(key) || de.has(`${key}_other`);
for (const [, key] of web.matchAll(/\bt\(\s*"([\w.]+)"/g)) if (!has(key)) wrong.push(`missing: ${key}`);
// Keys put together at run time count as used by their beginning; the type of `t` and the checks
// below see to it that none of them is missing.
const beginnings = [...web.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/gi)].map(([, start]) => start);
for (const key of de) {
  const plain = key.replace(/_(zero|one|other)$/, "");
  if (web.includes(`"${plain}"`)) continue;
  if (beginnings.some((start) => key.startsWith(start))) continue;
  wrong.push(`unused: ${key}`);
}

// Every enumerator of the API has its word below the name of its enumeration, and nothing else has.
// Some are only shown as part of a sentence or under another name, commands are never shown.
const elsewhere = {
  AccountList: undefined,
  BackupPlace: "backup.",
  ChangeAction: "activity.",
  ClauseKind: "sentence.clause.",
  DutyKind: undefined,
  FocusKind: undefined,
  LinkPurpose: undefined,
  Place: undefined,
  PortfolioOrder: "portfolio.by.",
  Severity: undefined,
  SteerCommand: undefined,
};
const { schemas } = JSON.parse(readFileSync("web/openapi.json", "utf8")).components;
const words = new Set();
for (const [name, { enum: enumerators }] of Object.entries(schemas)) {
  if (!enumerators) continue;
  const group = name in elsewhere ? elsewhere[name] : `choice.${name}.`;
  if (group) for (const enumerator of enumerators) words.add(group + enumerator);
}
for (const key of words) if (!has(key)) wrong.push(`no word: ${key}`);
for (const key of de)
  if (key.startsWith("choice.") && !words.has(key)) wrong.push(`no such enumerator: ${key}`);

// The change log names every member of what it tells of but these.
const unrecorded = ["id", "account", "version", "position", "createdAt"];
for (const { properties = {} } of Object.values(schemas)) {
  if (!("archivedAt" in properties && "version" in properties)) continue;
  for (const member of Object.keys(properties))
    if (!unrecorded.includes(member) && !has(`field.${member}`)) wrong.push(`no word: field.${member}`);
}

// What the server tells by a code that is plain text in the API document: the code is the quoted
// word in the function that writes it.
const codes = (file, pattern, ...groups) => {
  const found = [...readFileSync(`src/${file}`, "utf8").matchAll(pattern)].map(([, code]) => code);
  if (found.length === 0) wrong.push(`no codes in src/${file}`);
  for (const code of found)
    if (!groups.some((group) => has(group.replace("*", code)))) wrong.push(`no word: ${groups[0].replace("*", code)}`);
};
codes("domain/hints.cpp", /\bpush_back\(\{"([a-z_]+)",/g, "hint.*");
codes("domain/agility.cpp", /"([a-z_]+)"/g, "agility.advice.*", "agility.figure.*.name");
codes("domain/contact.hpp", /(?<=\(BuyingCentreGap,[^)]*)\b([a-z_]+)\b/g, "sentence.lacks.*");
codes("page/cycle_plan.cpp", /\b(?:each\(|out\{\{|push_back\(\{)"([a-z_]+)",/g, "ready.*");
const server = sources("src", /\.[ch]pp$/);
for (const [, term] of server.matchAll(/\bkTerm = "([a-z_]+)"/g))
  if (!has(`term.${term}`)) wrong.push(`no word: term.${term}`);

// Every refusal of the server has its sentence: a code is the quoted word next to what refuses.
const refusals =
  /(?:\bwrong\([^;]*?,|\bconflict\(|\bRefusal\{|Problem::Kind::\w+,|Problem::invalid\([^;]*?,|add_error\([^;]*?,|refusal\(\d+,|plain_problem\((?!503)\d+,)\s*"([a-z_]+)"/g;
for (const [, code] of server.matchAll(refusals))
  if (!de.has(`problem.${code}`) && !code.startsWith("unknown_")) wrong.push(`no sentence: problem.${code}`);

// What clients are told stands on the page for them.
const page = readFileSync("docs/api.md", "utf8");
for (const key of de)
  if (key.startsWith("problem.") && key !== "problem.no_connection" && !page.includes(`\`${key.slice(8)}\``))
    wrong.push(`docs/api.md lacks ${key.slice(8)}`);

const problems = new Set(wrong);
for (const sentence of problems) console.error(sentence);
console.log(`${de.size} keys in German and English, ${problems.size} problems`);
process.exit(problems.size ? 1 : 0);
