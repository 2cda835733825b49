// What changed in a provider's schema, member by member: between two commits, or since the last one.
//
//     node importers/difference.mjs stripe [from] [to]

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [provider, from = "HEAD", to] = process.argv.slice(2);
if (!provider) {
  console.error("usage: node importers/difference.mjs <provider> [from] [to]");
  process.exit(2);
}
const path = `base/webhook-schema/schemas/${provider}.txt`;
const root = fileURLToPath(new URL("../", import.meta.url));
const committed = (commit) => execFileSync("git", ["show", `${commit}:${path}`], { cwd: root, encoding: "utf8" });

/** Lines by what they are about: `event a.name`, `Invoice.currency`. */
function lines(text) {
  const found = new Map();
  let type = "";
  for (const line of text.split("\n").slice(1)) {
    const [, name] = /^type (\S+)$/.exec(line) ?? [];
    if (name) {
      type = name;
    } else if (line === "") {
      type = "";
    } else if (type) {
      const [, member, marks, kind] = /^("(?:[^"\\]|\\.)*"|[^\s?~]+)(\??~?) (.*)$/.exec(line);
      found.set(`${type}.${member}`, `${kind}${marks.includes("?") ? ", may be missing" : ""}${marks.includes("~") ? ", may be null" : ""}`);
    } else {
      const [, about, rest = ""] = /^(\S+ (?:"(?:[^"\\]|\\.)*"|\S+)) ?(.*)$/.exec(line);
      found.set(about, rest);
    }
  }
  return found;
}

const before = lines(committed(from));
const after = lines(to ? committed(to) : readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
const names = [...new Set([...before.keys(), ...after.keys()])].sort();
let changes = 0;
for (const name of names) {
  const [old, now] = [before.get(name), after.get(name)];
  if (old === now) continue;
  changes += 1;
  if (old === undefined) console.log(`+ ${name}: ${now}`);
  else if (now === undefined) console.log(`- ${name}`);
  else console.log(`~ ${name}: ${old} -> ${now}`);
}
console.log(changes === 0 ? "nothing changed" : `${changes} changes`);
