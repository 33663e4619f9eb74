import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

const mantine = "node_modules/@mantine";
const read = (path: string) => readFileSync(path, "utf8");

/** What the files of a folder take from Mantine's core, by name. */
function takenBy(folder: string, ending: RegExp) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((name) => ending.test(name))
    .flatMap((name) => [
      ...read(join(folder, name)).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g),
    ])
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
}

/** The parts with a style that a module of Mantine leads to. */
function styledFrom(module: string, seen: Set<string>): string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const own = module.match(/(\w+)\.module\.mjs$/)?.[1];
  const next = [...read(module).matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
    join(dirname(module), path),
  );
  return [...(own ? [own] : []), ...next.flatMap((each) => styledFrom(each, seen))];
}

it("has the style of every part of Mantine that Takt shows", () => {
  const styles = [...read("src/app/mantine.css").matchAll(/styles\/([\w-]+)\.css/g)].map(
    ([, name]) => name,
  );
  const whole = read(`${mantine}/core/esm/index.mjs`);
  const seen = new Set<string>();
  const needed = new Set(
    [
      ...takenBy("src", /(?<!\.test)\.tsx?$/),
      ...["dates", "notifications", "spotlight"].flatMap((each) =>
        takenBy(`${mantine}/${each}/esm`, /\.mjs$/),
      ),
    ].flatMap((name) => {
      const from = whole.match(
        new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "(\\.[^"]+)"`),
      );
      return from?.[1] ? styledFrom(join(`${mantine}/core/esm`, from[1]), seen) : [];
    }),
  );
  const shipped = readdirSync(`${mantine}/core/styles`);
  const lacking = [...needed].filter(
    (name) => shipped.includes(`${name}.css`) && !styles.includes(name),
  );
  expect(needed.size).toBeGreaterThan(20);
  expect(lacking).toEqual([]);
});
