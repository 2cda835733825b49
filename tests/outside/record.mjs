// Records ../vectors/catalogue/sdks.json: requests of the providers that have an SDK, and what the SDK made of
// them. The SDK signs where it can; elsewhere Node's or Python's own HMAC does, and the SDK was asked: a vector
// stands here only if it took what is genuine and refused what is not.
//
//     node tests/outside/record.mjs            writes the file
//     node tests/outside/record.mjs --check    asks all of them again, exits 1 where anything differs
//
// `PYTHON` is the interpreter with the packages of requirements.txt.

import { readFileSync, writeFileSync } from "node:fs";

// Long before an SDK can look at the clock: nothing of the file depends on the day.
const AT = 1769900000000;
const Clock = Date;
globalThis.Date = class extends Clock {
  constructor(...given) {
    super(...(given.length === 0 ? [AT] : given));
  }
  static now() {
    return AT;
  }
};

const { accepts, address, bodyOf, changed, otherSecret, sdks, version } = await import("./sdks/all.mjs");

const FILE = new URL("../vectors/catalogue/sdks.json", import.meta.url);
const GIVEN = JSON.stringify({ id: "evt_1", type: "thing.made", text: "cl\u00e9 \u043a\u043b\u044e\u0447 \u9375 \ud83d\udd11", n: 1.5, list: [1, { a: null }] });

/** One provider may have an SDK for each registry: one record is enough. */
const candidates = sdks.filter((sdk) => sdk.record !== false);
const recorded = candidates.filter(
  (sdk, at) => candidates.findIndex((other) => other.provider === sdk.provider) === at);

const vectors = [];
for (const sdk of recorded) {
  const url = address(sdk);
  const body = bodyOf(sdk, GIVEN, AT);
  const headers = await sdk.sign({ body, secret: sdk.secret, at: AT, url });
  const cases = [
    ["taken", { body, secret: sdk.secret }, null],
    ["changed", { body: changed(body), secret: sdk.secret }, "tampered-body"],
    ["otherwise keyed", { body, secret: otherSecret(sdk) }, "wrong-secret"],
  ];
  for (const [name, given, reason] of cases) {
    if (reason === "tampered-body" && sdk.coversBody === false) continue;
    const taken = await accepts(sdk, { ...given, headers, url, at: AT });
    if (taken !== (reason === null)) throw new Error(`${sdk.package}: ${name} is ${taken ? "taken" : "refused"}`);
    vectors.push({
      provider: sdk.provider,
      name,
      secret: given.secret,
      secret_kind: sdk.kind ?? "shared-secret",
      method: "POST",
      url,
      headers,
      body: given.body,
      // What the delivery holds, where that is not the body: a token's claims.
      ...(sdk.wrap && reason === null ? { delivered: GIVEN } : {}),
      expect: reason === null ? "valid" : "invalid",
      reason,
      signed_at: AT / 1000,
      signed_by: { sdk: "the package", node: "Node's crypto", python: "Python's hmac" }[sdk.signer],
      source: `${sdk.registry} package ${sdk.package} ${version(sdk)}`,
      source_class: "sdk, run by tests/outside/record.mjs",
    });
  }
}
vectors.sort((a, b) => (a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0));

const text = `${JSON.stringify(vectors, null, 1)}\n`;
if (process.argv.includes("--check")) {
  const same = readFileSync(FILE, "utf8") === text;
  console.log(`${vectors.length} vectors of ${recorded.length} SDKs ${same ? "are as recorded" : "DIFFER"}`);
  process.exit(same ? 0 : 1);
}
writeFileSync(FILE, text);
console.log(`${vectors.length} vectors of ${recorded.length} SDKs`);
process.exit(0);
