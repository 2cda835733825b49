// Pinned packages of npm, unpacked beside the importers and never committed.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../packages/", import.meta.url));

/** The folder of `name@version`; it is installed where it is not there. */
export function npm(name, version) {
  const home = join(FOLDER, `${name.replaceAll(/[@/]/g, "_")}-${version}`);
  const folder = join(home, "node_modules", name);
  if (!existsSync(join(folder, "package.json"))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), '{"private":true}\n');
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", `${name}@${version}`], {
      cwd: home,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const found = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
  if (found !== version) throw new Error(`${name}: wanted ${version}, found ${found}`);
  return folder;
}

/** The day on which a version was published. */
export function published(name, version) {
  const home = join(FOLDER, `${name.replaceAll(/[@/]/g, "_")}-${version}`);
  const note = join(home, "published");
  if (!existsSync(note)) {
    const time = execFileSync("npm", ["view", `${name}@${version}`, "time", "--json"], { encoding: "utf8" });
    writeFileSync(note, JSON.parse(time)[version].slice(0, 10));
  }
  return readFileSync(note, "utf8").trim();
}

export const json = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
