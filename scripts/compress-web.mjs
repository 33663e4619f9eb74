// Writes a .br and a .gz beside each file of the given folder where that is smaller.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || /\.(br|gz|woff2)$/.test(path) || entry.name === "index.html") continue;
  const plain = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const [ending, packed] of [
    [".br", brotliCompressSync(plain, { params })],
    [".gz", gzipSync(plain, { level: 9 })],
  ]) {
    if (packed.length < plain.length) writeFileSync(path + ending, packed);
    else rmSync(path + ending, { force: true });
  }
}
