// All SDKs, those of npm and those of PyPI, as one list; see work.mjs for what an entry is.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import developers from "./developers.mjs";
import keyed from "./keyed.mjs";
import money from "./money.mjs";
import work from "./work.mjs";

const python = process.env.PYTHON;
const script = fileURLToPath(new URL("sdks.py", import.meta.url));

/** One process answers all questions, in their order. */
function asking() {
  const child = spawn(python, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  child.unref();
  let last = Promise.resolve();
  return (question) => {
    last = last.then(async () => {
      const answer = once(lines, "line");
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return JSON.parse((await answer)[0]);
    });
    return last;
  };
}

function ofPython() {
  const listed = JSON.parse(spawnSync(python, [script, "--list"], { encoding: "utf8" }).stdout);
  const ask = asking();
  return listed.map((sdk) => ({
    ...sdk,
    registry: "PyPI",
    sign: async ({ body, secret, at }) => (await ask({ package: sdk.package, body, secret, at })).headers,
    verify: async ({ headers, body, secret, at }) =>
      (await ask({ package: sdk.package, headers, body, secret, at })).accepts,
  }));
}

/** The version that is installed, as the lists of packages pin it. */
export function version({ package: name, registry }) {
  if (registry === "PyPI") {
    const lines = readFileSync(new URL("../requirements.txt", import.meta.url), "utf8").split("\n");
    return lines.find((line) => line.startsWith(`${name}==`)).split("==")[1];
  }
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).dependencies[name];
}

const ofNode = [...work, ...money, ...developers, ...keyed];
export const sdks = [...ofNode.map((sdk) => ({ ...sdk, registry: "npm" })), ...(python ? ofPython() : [])];

/** What an SDK makes of a request. An exception is a refusal; no answer at all is consent. */
export async function accepts(sdk, request) {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
  try {
    const answer = await sdk.verify({ ...request, headers });
    return answer === undefined || Boolean(answer);
  } catch {
    return false;
  }
}

/** The address that deliveries to an SDK's provider go to. */
export const address = (sdk) => `https://example.com${sdk.path ?? "/hooks?tenant=7"}`;

/** Another secret of the same form. */
export const otherSecret = (sdk) => sdk.other ?? sdk.secret.replace(/.{6}$/, "AAAAAA");

/** A body of that sender's, which holds `given`. */
export function bodyOf(sdk, given, at) {
  const body = sdk.shape ? JSON.stringify({ ...JSON.parse(given), ...sdk.shape({ at }) }) : given;
  return sdk.wrap ? sdk.wrap(body) : body;
}

/** The same body with another value in it: JSON stays JSON, and a token's claims stay in its middle. */
export function changed(body) {
  if (body.endsWith("}")) return body.replace(/\}$/, `${body === "{}" ? "" : ","}"x":1}`);
  const [header, , signature] = body.split(".");
  return [header, Buffer.from('{"x":1}').toString("base64url"), signature].join(".");
}
