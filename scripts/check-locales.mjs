// Fails where German and English do not have the same keys, or the interface uses a key that is
// missing, or a key is used nowhere.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const read = (language) => JSON.parse(readFileSync(`web/locales/${language}.json`, "utf8"));
const keys = (tree, at = "") =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [at + key] : keys(value, `${at}${key}.`),
  );
const de = new Set(keys(read("de")));
const en = new Set(keys(read("en")));
const wrong = [];
for (const key of de) if (!en.has(key)) wrong.push(`English lacks ${key}`);
for (const key of en) if (!de.has(key)) wrong.push(`German lacks ${key}`);

const source = readdirSync("web/src", { recursive: true })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join("web/src", name), "utf8"))
  .join("\n");
const has = (key) => de.has(key) || de.has(`${key}_other`);
for (const [, key] of source.matchAll(/\bt\(\s*"([\w.]+)"/g)) if (!has(key)) wrong.push(`missing: ${key}`);
// Keys put together at run time count as used by their beginning.
const beginnings = [...source.matchAll(/\bt\(\s*`([\w.]+)\$\{/g)].map(([, start]) => start);
for (const key of de) {
  const plain = key.replace(/_(one|other)$/, "");
  if (source.includes(`"${plain}"`)) continue;
  if (beginnings.some((start) => key.startsWith(start))) continue;
  wrong.push(`unused: ${key}`);
}

// Every refusal of the server has its sentence: a code is the quoted word next to what refuses.
const server = readdirSync("src", { recursive: true })
  .filter((name) => /\.[ch]pp$/.test(name))
  .map((name) => readFileSync(join("src", name), "utf8"))
  .join("\n");
const refusals =
  /(?:\bwrong\([^;]*?,|\bconflict\(|Problem::Kind::\w+,|Problem::invalid\([^;]*?,|add_error\([^;]*?,|refusal\(\d+,|plain_problem\((?!503)\d+,)\s*"([a-z_]+)"/g;
for (const [, code] of server.matchAll(refusals))
  if (!de.has(`problem.${code}`) && !code.startsWith("unknown_")) wrong.push(`no sentence: problem.${code}`);

for (const sentence of wrong) console.error(sentence);
console.log(`${de.size} keys in German and English, ${wrong.length} problems`);
process.exit(wrong.length ? 1 : 0);
