// Prints the licences of what the binary carries: the interface's packages, fonts, and libraries that
// are nothing but headers. All else is loaded from the system, which has its licences itself.
// Usage: node ../scripts/licences.mjs > dist/licences.txt, in web/, after npm install.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

// The service worker is made of them, although only its builder is asked for.
const WORKER = ["workbox-precaching", "workbox-routing", "workbox-strategies", "workbox-expiration"];
const DEBIAN = ["libcli11-dev", "libspdlog-dev", "libfmt-dev", "fonts-inter", "fonts-dejavu-core"];

const read = (file) => readFileSync(file, "utf8");
const packages = new Map();

/** Where Node finds a package that one in `folder` asks for. */
function find(name, folder) {
  for (let at = folder; ; at = dirname(at)) {
    const found = join(at, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return found;
    if (at === dirname(at)) return undefined;
  }
}

function add(name, folder) {
  const found = find(name, folder);
  if (!found || packages.has(found)) return; // not found: an optional one
  const about = JSON.parse(read(join(found, "package.json")));
  const texts = readdirSync(found).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  packages.set(found, { about, text: texts.map((file) => read(join(found, file)).trim()).join("\n\n") });
  for (const next of Object.keys(about.dependencies ?? {})) add(next, found);
}

const here = process.cwd();
for (const name of [...Object.keys(JSON.parse(read("package.json")).dependencies), ...WORKER]) add(name, here);

const section = (title, text) => console.log(`${"=".repeat(80)}\n${title}\n\n${text}\n`);
console.log("What Takt carries, and under which licences.\n");
// Boost's license asks for nothing in a program; its 49,000 lines would say who wrote which of its files.
section("Boost 1.81 (Debian)", "Boost Software License 1.0: https://www.boost.org/LICENSE_1_0.txt");
for (const name of DEBIAN) section(`${name} (Debian)`, read(`/usr/share/doc/${name}/copyright`).trim());
for (const { about, text } of [...packages.values()].sort((a, b) => (a.about.name < b.about.name ? -1 : 1)))
  section(
    `${about.name} ${about.version}: ${about.license ?? "see below"}`,
    text || `Copyright: ${about.author?.name ?? about.author ?? about.name}`,
  );
