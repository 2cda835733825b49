// Records tests/vectors/<provider>.json: what the providers' own published code
// signs. Needs Node 20 and, for Fincra's Python sample, Python 3. No packages.
//
//     node tests/oracle/record.mjs            writes the files
//     node tests/oracle/record.mjs --check    recomputes them, exits 1 where they differ

import { spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtForRatio, hostile, published } from "./bodies.mjs";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const vectorFile = (provider) => new URL(`../vectors/${provider}.json`, import.meta.url);

const DOCS_KEY = "6d1d475adef242e59a648335288ee80b";
const SECRETS = {
  "docs": DOCS_KEY,
  "non-ascii": "cl\u00e9-\u043a\u043b\u044e\u0447-\u9375-\ud83d\udd11",
  "one-byte": "k",
  "64-bytes": "0123456789abcdef".repeat(4),
  "65-bytes": "0123456789abcdef".repeat(4) + "+",
  "128-bytes": "0123456789abcdef".repeat(8),
  "129-bytes": "0123456789abcdef".repeat(8) + "+",
  "300-bytes": "webhook-kit ".repeat(25),
  "dollars": "$&$$%s{}{secret}",
  "inner-blanks-and-quotes": "a b\t\"c\"\\",
};

const SECONDS = "1700000000";
const MILLIS = "1700000000123";
const DAY = 86_400_000;
const TOLERANCE = 300_000;

const providers = {
  fincra: {
    oracle: "fincra.mjs",
    hash: "sha512",
    form: "json",
    headers: (signature) => ({ signature }),
    header: "signature",
    event: (json) => json.event,
    base: "payout.successful/compact",
    message: (body) => body,
  },
  ratio: {
    oracle: "ratio.mjs",
    hash: "sha512",
    form: "json",
    timestamps: { seconds: SECONDS, milliseconds: MILLIS },
    headers: (signature, timestamp) => ({
      "ratio-webhook-signature": signature,
      "ratio-webhook-signature-timestamp": timestamp,
    }),
    header: "ratio-webhook-signature",
    timestampHeader: "ratio-webhook-signature-timestamp",
    event: (json) => json.event,
    base: "built/ACTIVITY_UPDATED/compact",
    message: (body, timestamp) => Buffer.concat([Buffer.from(`${timestamp}.`), body]),
  },
  ascend: {
    oracle: "ascend.mjs",
    hash: "sha256",
    form: "raw",
    timestamps: { seconds: SECONDS, published: "1657323346" },
    headers: (signature, timestamp) => ({
      "X-Ascend-Signature": `t=${timestamp},v1=${signature}`,
      "X-Ascend-Request-Timestamp": timestamp,
    }),
    header: "X-Ascend-Signature",
    timestampHeader: "X-Ascend-Request-Timestamp",
    event: (json) => json.type ?? json.event_name,
    base: "invoice.paid/compact",
    message: (body, timestamp) => Buffer.concat([Buffer.from(`${timestamp}:`), body]),
  },
  waldo: {
    oracle: "waldo.mjs",
    hash: "sha256",
    form: "json",
    headers: (signature) => ({ "X-Waldo-Signature": signature }),
    header: "X-Waldo-Signature",
    event: (json) => json.event,
    base: "onboard/compact",
    message: (body) => body,
  },
  goodstack: {
    oracle: "goodstack.mjs",
    hash: "sha256",
    form: "raw",
    headers: (signature) => ({ "Percent-Signature": signature }),
    header: "Percent-Signature",
    event: (json) => json.data?.eventType,
    base: "validation_request.approved/compact",
    message: (body) => body,
  },
};

/** Runs one oracle over a list of cases. */
function ask(program, args, cases) {
  const input = JSON.stringify(
    cases.map(({ secret, timestamp, body, claimed }) => ({
      secret,
      timestamp,
      body_base64: body.toString("base64"),
      claimed,
    })),
  );
  const run = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${args[0]} failed: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

const python = ["python3", "python"].find(
  (name) => spawnSync(name, ["-c", "import sys; sys.exit(sys.version_info[0] != 3)"]).status === 0,
);

function must(condition, text) {
  if (!condition) throw new Error(text);
}

function isUtf8(body) {
  return Buffer.from(body.toString("utf8")).equals(body);
}

/** The event's name, where one can be read from the body. */
function eventOf(provider, body) {
  if (!isUtf8(body)) return undefined;
  try {
    const name = provider.event(JSON.parse(body.toString("utf8")));
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Unix milliseconds of a timestamp as the sender writes it. */
function millis(timestamp) {
  const value = Number(timestamp);
  return value < 1e11 ? value * 1000 : value;
}

function record(name) {
  const provider = providers[name];
  const vectors = [];
  const hmac = (secret, body, timestamp) =>
    createHmac(provider.hash, secret).update(provider.message(body, timestamp)).digest("hex");

  const add = (vector) => {
    const event = vector.event ?? eventOf(provider, vector.body);
    vectors.push({
      name: vector.name,
      secret: vector.secret,
      headers: vector.headers,
      headers_base64: vector.headers_base64,
      ...(vector.repeat
        ? { body_repeat: vector.repeat }
        : { body_base64: vector.body.toString("base64") }),
      signed_form: vector.signed_form,
      expect: vector.expect,
      reason: vector.reason,
      event,
      sample: vector.sample,
      signed_at: vector.signed_at,
      received_at: vector.received_at,
      computed_by: vector.computed_by,
    });
  };

  // ---- What is signed genuinely ---------------------------------------------
  const stamps = Object.values(provider.timestamps ?? { none: undefined });
  const cases = [];
  const bodies = [...published(name), ...(name === "ratio" ? builtForRatio() : []), ...hostile(name)];
  for (const body of bodies) {
    cases.push({ ...body, secret: DOCS_KEY, timestamp: stamps[0] });
  }
  const base = bodies.find((body) => body.name === provider.base);
  must(base, `${name}: no body ${provider.base}`);
  for (const [which, secret] of Object.entries(SECRETS).slice(1)) {
    cases.push({ ...base, name: `secret/${which}`, secret, timestamp: stamps[0] });
  }
  for (const [which, timestamp] of Object.entries(provider.timestamps ?? {}).slice(1)) {
    cases.push({ ...base, name: `timestamp/${which}`, secret: DOCS_KEY, timestamp });
  }

  const node = (list) => ask(process.execPath, [here(provider.oracle)], list);
  const answers = node(cases);
  const confirmed = node(
    cases.map((one, at) => ({
      ...one,
      claimed: provider.headers(answers[at].signature, one.timestamp)[provider.header],
    })),
  );
  const pythonAnswers = name === "fincra" && python ? ask(python, [here("fincra.py")], cases) : [];

  cases.forEach((one, at) => {
    const { signature, error } = answers[at];
    const raw = hmac(one.secret, one.body, one.timestamp);
    const utf8 = isUtf8(one.body);
    const signed_at = one.timestamp === undefined ? undefined : millis(one.timestamp);
    const common = { ...one, signed_at };
    must(error === undefined || error === "SyntaxError", `${name}: ${one.name}: ${error}`);
    const headers = (value) => provider.headers(value, one.timestamp);
    must(
      error || confirmed[at].threw || confirmed[at].accepts,
      `${name}: ${one.name}: the sample refuses what it signed`,
    );

    const bySample = signature !== undefined;
    const py = pythonAnswers[at]?.signature;
    const by = (value, first) => (py === value ? `${first}, fincra.py` : first);
    if (bySample && signature === raw) {
      add({ ...common, headers: headers(raw), signed_form: "raw", expect: "valid", computed_by: by(raw, provider.oracle) });
    } else {
      if (bySample) {
        // The sample hashed something else than the bytes that were sent: their
        // ECMAScript form, or what decoding made of bytes that are not UTF-8.
        add({
          ...common,
          name: `${one.name}${utf8 ? "/ecmascript" : "/decoded-lossily"}`,
          headers: headers(signature),
          signed_form: utf8 ? "ecmascript" : "other",
          expect: utf8 ? "valid" : "invalid",
          reason: utf8 ? undefined : "the sample hashed U+FFFD where the body is not UTF-8",
          computed_by: by(signature, provider.oracle),
        });
        must(utf8 || name === "ascend" || provider.form === "json", `${name}: ${one.name}: unexpected form`);
      }
      add({
        ...common,
        name: `${one.name}/raw`,
        headers: headers(raw),
        signed_form: "raw",
        expect: "valid",
        computed_by: by(raw, "node:crypto"),
      });
    }
    if (py !== undefined && py !== signature && py !== raw) {
      add({
        ...common,
        name: `${one.name}/python`,
        headers: headers(py),
        signed_form: "other",
        expect: "invalid",
        reason: "json.dumps writes it otherwise than JSON.stringify",
        computed_by: "fincra.py",
      });
    }
  });

  // ---- What was tampered with -----------------------------------------------
  const timestamp = stamps[0];
  const signed_at = timestamp === undefined ? undefined : millis(timestamp);
  const pretty = bodies.find((body) => body.name === provider.base.replace("/compact", "/pretty"));
  const [good, ofPretty, otherSecret, newlineSecret] = node([
    { ...base, secret: DOCS_KEY, timestamp },
    { ...pretty, secret: DOCS_KEY, timestamp },
    { ...base, secret: "another secret", timestamp },
    { ...base, secret: `${DOCS_KEY}\n`, timestamp },
  ]).map((answer) => answer.signature);
  // The base is compact: the bytes that are sent are the bytes that are hashed.
  const form = "raw";
  const prefix = name === "ascend" ? `t=${timestamp},v1=` : "";
  const tampered = (what, change) => {
    const { header, ...rest } = change;
    const headers = provider.headers(good, timestamp);
    if (header !== undefined) headers[provider.header] = header;
    add({
      name: `tampered/${what}`,
      secret: DOCS_KEY,
      headers,
      body: base.body,
      sample: base.sample,
      signed_form: form,
      expect: "invalid",
      signed_at,
      computed_by: `${provider.oracle}, then changed`,
      ...rest,
    });
  };
  const flip = (buffer, at, bit) => {
    const copy = Buffer.from(buffer);
    copy[at] ^= 1 << bit;
    return copy;
  };
  const swap = (text, at) => text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);

  const mismatch = "signature does not match";
  const malformed = "signature malformed";
  const length = base.body.length;
  for (const at of [0, Math.floor(length / 2), length - 1]) {
    tampered(`body-bit-flipped-at-${at}`, { body: flip(base.body, at, 0), reason: mismatch });
  }
  tampered("body-cut", { body: base.body.subarray(0, length - 1), reason: mismatch });
  tampered("body-empty", { body: Buffer.alloc(0), reason: mismatch });
  tampered("body-extended", { body: Buffer.concat([base.body, Buffer.from("x")]), reason: mismatch });
  tampered("body-of-another-delivery", { body: bodies.find((body) => body.sample !== base.sample || body.name.startsWith("built/BANK")).body, reason: mismatch });
  if (provider.form === "json") {
    const same = { expect: "valid", signed_form: "ecmascript", reason: "blanks are no part of the ECMAScript form" };
    tampered("body-newline-added", { body: Buffer.concat([base.body, Buffer.from("\n")]), ...same });
    tampered("body-blanks-added", { body: Buffer.concat([Buffer.from(" "), pretty.body]), ...same });
    tampered("key-added", { body: Buffer.concat([base.body.subarray(0, length - 1), Buffer.from(',"added":null}')]), reason: mismatch });
  } else {
    tampered("body-newline-added", { body: Buffer.concat([base.body, Buffer.from("\n")]), reason: mismatch });
    tampered("body-reformatted", { body: pretty.body, reason: mismatch });
    tampered("signature-of-the-reformatted-body", { header: prefix + ofPretty, reason: mismatch });
  }

  tampered("secret-other", { header: prefix + otherSecret, reason: "another secret" });
  tampered("secret-with-newline", { header: prefix + newlineSecret, reason: "another secret" });
  tampered("secret-decoded-from-hex", {
    header: prefix + hmac(Buffer.from(DOCS_KEY, "hex"), base.body, timestamp),
    reason: "the key is the secret's text",
    computed_by: "node:crypto",
  });
  tampered("secret-empty", {
    header: prefix + hmac("", base.body, timestamp),
    reason: "another secret",
    computed_by: "node:crypto",
  });
  tampered("hash-without-key", {
    header:
      prefix +
      createHash(provider.hash).update(DOCS_KEY).update(provider.message(base.body, timestamp)).digest("hex"),
    reason: "a hash of secret and message is no HMAC",
    computed_by: "node:crypto",
  });

  const last = good.length - 1;
  tampered("signature-first-digit", { header: prefix + swap(good, 0), reason: mismatch });
  tampered("signature-last-digit", { header: prefix + swap(good, last), reason: mismatch });
  tampered("signature-zeros", { header: prefix + "0".repeat(good.length), reason: mismatch });
  tampered("signature-upper-case", { header: prefix + good.toUpperCase(), expect: "valid", reason: "either case of hex" });
  tampered("signature-mixed-case", {
    header: prefix + good.slice(0, 32).toUpperCase() + good.slice(32),
    expect: "valid",
    reason: "either case of hex",
  });
  tampered("signature-cut-by-a-digit", { header: prefix + good.slice(0, last), reason: malformed });
  tampered("signature-cut-by-a-byte", { header: prefix + good.slice(0, last - 1), reason: malformed });
  tampered("signature-one-byte", { header: prefix + good.slice(0, 2), reason: malformed });
  tampered("signature-extended-by-a-digit", { header: `${prefix}${good}0`, reason: malformed });
  tampered("signature-extended-by-a-byte", { header: `${prefix}${good}00`, reason: malformed });
  tampered("signature-twice-in-a-row", { header: prefix + good + good, reason: malformed });
  tampered("signature-empty", { header: prefix, reason: malformed });
  tampered("signature-not-hex", { header: prefix + "z".repeat(good.length), reason: malformed });
  tampered("signature-one-digit-not-hex", { header: `${prefix}${good.slice(0, last)}g`, reason: malformed });
  tampered("signature-0x", { header: `${prefix}0x${good}`, reason: malformed });
  tampered("signature-0x-same-length", { header: `${prefix}0x${good.slice(2)}`, reason: malformed });
  tampered("signature-prefixed", { header: `${prefix}${provider.hash}=${good}`, reason: malformed });
  tampered("signature-quoted", { header: `${prefix}"${good}"`, reason: malformed });
  tampered("signature-base64", { header: prefix + Buffer.from(good, "hex").toString("base64"), reason: malformed });
  tampered("signature-inner-blank", { header: `${prefix}${good.slice(0, 31)} ${good.slice(32)}`, reason: malformed });
  tampered("signature-very-long", { header: prefix + "00".repeat(2000), reason: malformed });

  const without = (dropped) => {
    const headers = provider.headers(good, timestamp);
    delete headers[dropped];
    return headers;
  };
  const asBytes = (value) => ({
    headers: without(provider.header),
    headers_base64: { [provider.header]: Buffer.from(value).toString("base64") },
  });
  tampered("header-missing", { headers: without(provider.header), reason: "header missing" });
  tampered("header-value-empty", { header: "", reason: malformed });
  tampered("header-non-ascii-digits", { ...asBytes(prefix + "\u0661".repeat(good.length / 2)), reason: malformed });
  tampered("header-non-ascii-appended", { ...asBytes(`${prefix}${good}\u00e9`), reason: malformed });
  tampered("header-fullwidth-digit", { ...asBytes(`${prefix}${good.slice(0, last)}\uff10`), reason: malformed });
  tampered("header-not-utf8", {
    ...asBytes(Buffer.concat([Buffer.from(prefix + good.slice(0, last)), Buffer.from("ff", "hex")])),
    reason: malformed,
  });
  const conflict = "two conflicting values of a header that decides";
  tampered("header-twice-good-first", { header: [prefix + good, prefix + otherSecret], reason: conflict });
  tampered("header-twice-good-last", { header: [prefix + otherSecret, prefix + good], reason: conflict });
  tampered("header-twice-in-one", {
    header: `${prefix}${good}, ${prefix}${otherSecret}`,
    ...(name === "ascend"
      ? { expect: "valid", reason: "every candidate is tried" }
      : { reason: malformed }),
  });
  tampered("header-name-upper-case", {
    headers: Object.fromEntries(Object.entries(provider.headers(good, timestamp)).map(([key, value]) => [key.toUpperCase(), value])),
    expect: "valid",
    reason: "header names have no case",
  });

  // ---- Timestamps -----------------------------------------------------------
  if (provider.timestampHeader) {
    const under = provider.timestampHeader;
    const genuine = (what, stamp, rest) => {
      const [{ signature }] = node([{ ...base, secret: DOCS_KEY, timestamp: stamp }]);
      add({
        name: `timestamp/${what}`,
        secret: DOCS_KEY,
        headers: provider.headers(signature, stamp),
        body: base.body,
        sample: base.sample,
        signed_form: form,
        expect: "invalid",
        computed_by: provider.oracle,
        ...rest,
      });
    };
    const changed = (stamp) => ({ headers: { ...provider.headers(good, timestamp), [under]: stamp } });
    const later = String(Number(timestamp) + 1);
    tampered("timestamp-other", { ...changed(later), reason: name === "ascend" ? "the two timestamps disagree" : mismatch });
    if (name === "ascend") {
      tampered("timestamp-other-in-both", { headers: provider.headers(good, later), reason: mismatch });
      tampered("timestamp-other-in-signature", { header: `t=${later},v1=${good}`, reason: "the two timestamps disagree" });
    }
    tampered("timestamp-missing", { headers: without(under), reason: "header missing" });
    tampered("timestamp-twice", { headers: { ...provider.headers(good, timestamp), [under]: [timestamp, later] }, reason: conflict });

    // Genuine, but read at another time: `received_at` is the receiver's clock.
    const at = (offset) => ({ signed_at, received_at: signed_at + offset });
    genuine("at-once", timestamp, { ...at(0), expect: "valid" });
    genuine("just-in-time", timestamp, { ...at(TOLERANCE), expect: "valid", reason: "exactly the tolerance of five minutes" });
    genuine("just-not-future", timestamp, { ...at(-TOLERANCE), expect: "valid", reason: "exactly the tolerance of five minutes" });
    genuine("just-stale", timestamp, { ...at(TOLERANCE + 1000), reason: "timestamp stale" });
    genuine("just-future", timestamp, { ...at(-TOLERANCE - 1000), reason: "timestamp in the future" });
    genuine("a-day-old", timestamp, { ...at(DAY), reason: "timestamp stale" });
    genuine("a-day-ahead", timestamp, { ...at(-DAY), reason: "timestamp in the future" });
    if (name === "ratio") {
      const ms = { signed_at: millis(MILLIS) };
      genuine("milliseconds-just-in-time", MILLIS, { ...ms, received_at: ms.signed_at + TOLERANCE, expect: "valid" });
      genuine("milliseconds-just-stale", MILLIS, { ...ms, received_at: ms.signed_at + TOLERANCE + 1000, reason: "timestamp stale" });
      genuine("milliseconds-just-future", MILLIS, { ...ms, received_at: ms.signed_at - TOLERANCE - 1000, reason: "timestamp in the future" });
    }

    // Signed as they stand, but no timestamps, or none of our time.
    const now = { received_at: signed_at };
    const odd = {
      "zero": ["0", "timestamp stale"],
      "plus-sign": [`+${timestamp}`, "timestamp malformed"],
      "minus-sign": [`-${timestamp}`, "timestamp malformed"],
      "trailing-text": [`${timestamp}abc`, "timestamp malformed"],
      "fraction": [`${timestamp}.5`, "timestamp malformed"],
      "exponent": ["17e8", "timestamp malformed"],
      "hexadecimal": ["0x6553f100", "timestamp malformed"],
      "underscores": ["1_700_000_000", "timestamp malformed"],
      "rfc3339": ["2023-11-14T22:13:20Z", "timestamp malformed"],
      "text": ["undefined", "timestamp malformed"],
      "empty": ["", "timestamp malformed"],
      "i64-max": ["9223372036854775807", "timestamp in the future"],
      "i64-min": ["-9223372036854775808", "timestamp malformed"],
      "u64-max": ["18446744073709551615", "timestamp in the future"],
      "beyond-u64": ["18446744073709551616", "timestamp malformed, or in the future"],
      "thirty-digits": ["9".repeat(30), "timestamp malformed, or in the future"],
    };
    for (const [what, [stamp, reason]] of Object.entries(odd)) {
      genuine(what, stamp, { ...now, reason });
    }
    const digits = "\u0661\u0667" + "\u0660".repeat(8);
    const [{ signature }] = node([{ ...base, secret: DOCS_KEY, timestamp: digits }]);
    const encoded = provider.headers(signature, digits);
    add({
      name: "timestamp/arabic-digits",
      secret: DOCS_KEY,
      headers: {},
      headers_base64: Object.fromEntries(Object.entries(encoded).map(([key, value]) => [key, Buffer.from(value).toString("base64")])),
      body: base.body,
      sample: base.sample,
      signed_form: form,
      expect: "invalid",
      reason: "timestamp malformed",
      computed_by: provider.oracle,
      ...now,
    });
  }

  // ---- What only one provider has -------------------------------------------
  if (name === "ascend") {
    const t = `t=${timestamp}`;
    const v1 = `v1=${good}`;
    const wrong = `v1=${otherSecret}`;
    const yes = (reason) => ({ expect: "valid", reason });
    tampered("parts-reversed", { header: `${v1},${t}`, ...yes("parts in any order") });
    tampered("part-unknown", { header: `${t},v0=${otherSecret},${v1},x=y`, ...yes("unknown parts are ignored") });
    tampered("v1-twice-good-last", { header: `${t},${wrong},${v1}`, ...yes("every candidate is tried") });
    tampered("v1-twice-good-first", { header: `${t},${v1},${wrong}`, ...yes("every candidate is tried") });
    tampered("v1-twice-one-malformed", { header: `${t},v1=zz,${v1}`, ...yes("a malformed candidate spoils no good one") });
    tampered("v1-missing", { header: t, reason: malformed });
    tampered("t-missing", { header: v1, reason: malformed });
    tampered("v0-only", { header: `${t},v0=${good}`, reason: malformed });
    tampered("t-twice", { header: `t=${Number(timestamp) + 1},${t},${v1}`, reason: "the timestamps disagree" });
    tampered("signature-alone", { header: good, reason: malformed });
    tampered("separator-semicolon", { header: `${t};${v1}`, reason: malformed });
  }
  if (name === "goodstack") {
    const newer = (value) => ({ "Goodstack-Signature": value });
    tampered("newer-header", { headers: newer(good), expect: "valid", reason: "the newer docs name this header" });
    tampered("newer-header-wrong", { headers: newer(otherSecret), reason: mismatch });
    tampered("both-headers", { headers: { "Percent-Signature": good, ...newer(good) }, expect: "valid", reason: "both headers agree" });
    tampered("both-headers-wrong", { headers: { "Percent-Signature": otherSecret, ...newer(otherSecret) }, reason: mismatch });
  }

  const names = new Set(vectors.map((vector) => vector.name));
  must(names.size === vectors.length, `${name}: a name stands twice`);
  return vectors;
}

/** The Fincra sheet derives one vector: it must be among those computed. */
function sheetVector(vectors) {
  const digest =
    "d151c8202e75e51e65fdf142400a2c2b40fca9d537a90d1dae7cf5bca8b2d71b8c4c57cd935b371641bfd6c0f2a635bf37f28d39a5167347e3e50e912d804d4e";
  const vector = vectors.find((one) => one.name === "payout.successful/compact");
  must(vector.headers.signature === digest, "fincra: not the digest of the fact sheet");
  must(vector.secret === DOCS_KEY && vector.expect === "valid", "fincra: not the sheet's vector");
  must(
    !python || vector.computed_by === "fincra.mjs, fincra.py",
    "fincra: JavaScript and Python disagree on the sheet's vector",
  );
}

const text = (vectors) => `[\n${vectors.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;

/** Without Python: what is recorded of `fincra.py` is left out of the comparison. */
function withoutPython(vectors) {
  return vectors
    .filter((one) => one.computed_by !== "fincra.py")
    .map((one) => ({ ...one, computed_by: one.computed_by.replace(", fincra.py", "") }));
}

const check = process.argv.includes("--check");
must(check || python, "recording needs Python 3");
if (!python) console.log("NOT RUN: fincra.py, there is no Python 3 here");

let different = 0;
for (const name of Object.keys(providers)) {
  const vectors = record(name);
  if (name === "fincra") sheetVector(vectors);
  const valid = vectors.filter((one) => one.expect === "valid").length;
  console.log(`${name}: ${vectors.length} vectors, ${valid} valid, ${vectors.length - valid} invalid`);
  if (!check) {
    const written = text(vectors);
    must(Buffer.byteLength(written) < 1 << 20, `${name}: over 1 MiB`);
    writeFileSync(vectorFile(name), written);
    continue;
  }
  const recorded = readFileSync(vectorFile(name), "utf8");
  const expected = python ? recorded : text(withoutPython(JSON.parse(recorded)));
  if (expected === text(vectors)) continue;
  const before = new Map(JSON.parse(expected).map((one) => [one.name, JSON.stringify(one)]));
  const after = new Map(vectors.map((one) => [one.name, JSON.stringify(one)]));
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(key) === after.get(key)) continue;
    different += 1;
    console.error(`${name}: ${key}: ${before.has(key) ? (after.has(key) ? "differs" : "no longer computed") : "not recorded"}`);
  }
  different ||= 1;
}
if (check) console.log(different === 0 ? "as recorded" : `${different} differ from what is recorded`);
process.exitCode = different === 0 ? 0 : 1;
