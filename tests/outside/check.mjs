// Compares the command line with verifiers that are not ours: what `webhook sign` signs they
// accept, what they sign `webhook verify` accepts, and what is tampered with both refuse.
//
//     bash .ci/outside-verifiers
//
// The packages are those of package-lock.json; the providers' own samples stand in ../oracle.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sign as octokitSign, verify as octokitVerify } from "@octokit/webhooks-methods";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { Webhook as SvixWebhook } from "svix";
import twilio from "twilio";
import { accepts, address, bodyOf, changed, otherSecret, sdks, version } from "./sdks/all.mjs";
import { KEY, SECRET } from "./sdks/signing.mjs";

const program = process.env.WEBHOOK;
if (!program) throw new Error("WEBHOOK has to be the path of the program");

const ADDRESS = "https://example.com/hooks?tenant=7";

/** Runs the program; a secret is never an argument. */
function webhook(args, secret, input) {
  const env = { ...process.env, WEBHOOK_SECRET: secret };
  const run = spawnSync(program, args, { env, input, encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  return run;
}

/** The request that `webhook sign` makes. */
function signed(provider, secret, body, url, more = []) {
  const run = webhook(["sign", provider, url, "--body", "-", "--json", ...more], secret, body);
  if (run.status !== 0) throw new Error(`webhook sign ${provider}: ${run.stderr}`);
  const request = JSON.parse(run.stdout);
  const bytes = request.body ?? Buffer.from(request.body_base64, "base64");
  return { ...request, headers: Object.fromEntries(request.headers), body: bytes.toString() };
}

/** Whether `webhook verify` takes a request for genuine. */
function verified(provider, secret, { headers, body, path }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const raw = Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines}\r\n`), Buffer.from(body)]);
  const run = webhook(["verify", provider, "-", "--url", "https://example.com"], secret, raw);
  if (run.status !== 0 && run.status !== 1) throw new Error(`webhook verify: ${run.stderr}`);
  return run.status === 0;
}

/** Whether something is done without an exception. */
async function succeeds(doing) {
  try {
    return (await doing()) !== false;
  } catch {
    return false;
  }
}

const seconds = () => Math.floor(Date.now() / 1000);

/** An SDK in the form of the entries below. */
function ofSdk(sdk) {
  const secret = sdk.secret;
  const url = address(sdk);
  return {
    who: `${sdk.package} ${version(sdk)} (${sdk.registry})`,
    providers: [sdk.provider],
    secret,
    other: otherSecret(sdk),
    url,
    coversBody: sdk.coversBody,
    more: sdk.more,
    // A body holds the moment where the SDK looks for it there.
    bodies: sdk.shape ? bodies().map((body) => bodyOf(sdk, body, Date.now())) : bodies(),
    verify: (request, given) => accepts(sdk, { ...request, secret: given, url, at: Date.now() }),
    sign: (body, given) => sdk.sign({ body, secret: given, at: Date.now(), url }),
  };
}

/** Each: whom it is compared with, how they verify, and how they sign. */
const outside = [
  // Public keys cannot sign: what these take is recorded, see record.mjs.
  ...sdks.filter((sdk) => sdk.kind !== "public-key-pem").map(ofSdk),
  {
    who: "svix (npm)",
    providers: ["svix", "clerk", "resend", "stytch", "vanta"],
    secret: KEY,
    verify: ({ headers, body }, secret) => new SvixWebhook(secret).verify(body, headers),
    sign: (body, secret) => ({
      "svix-id": "msg_1",
      "svix-timestamp": `${seconds()}`,
      "svix-signature": new SvixWebhook(secret).sign("msg_1", new Date(), body),
    }),
  },
  {
    who: "standardwebhooks (npm)",
    providers: [
      "standard-webhooks", "brex", "etsy-sw", "gemini-api", "gitlab-signing-token", "increase", "loops", "render",
    ],
    secret: KEY,
    verify: ({ headers, body }, secret) => new StandardWebhook(secret).verify(body, headers),
    sign: (body, secret) => ({
      "webhook-id": "msg_1",
      "webhook-timestamp": `${seconds()}`,
      "webhook-signature": new StandardWebhook(secret).sign("msg_1", new Date(), body),
    }),
  },
  {
    who: "@octokit/webhooks-methods (npm)",
    providers: ["meta"],
    secret: SECRET,
    verify: ({ headers, body }, secret) =>
      octokitVerify(secret, body, headers["x-hub-signature-256"]),
    sign: async (body, secret) => ({ "x-hub-signature-256": await octokitSign(secret, body) }),
  },
  {
    who: "standardwebhooks (npm), keyed with a text",
    providers: ["polar"],
    secret: SECRET,
    verify: ({ headers, body }, secret) => textKeyed(secret).verify(body, headers),
    sign: (body, secret) => ({
      "webhook-id": "msg_1",
      "webhook-timestamp": `${seconds()}`,
      "webhook-signature": textKeyed(secret).sign("msg_1", new Date(), body),
    }),
  },
  {
    who: "twilio (npm), JSON",
    providers: ["twilio"],
    secret: SECRET,
    // Twilio signs JSON by its digest, which stands in the address.
    verify: ({ headers, body, uri }, secret) =>
      twilio.validateRequestWithBody(
        secret, headers["x-twilio-signature"], new URL(uri, ADDRESS).href, body),
    sign: (body, secret) => {
      const path = `/hooks?bodySHA256=${createHash("sha256").update(body).digest("hex")}`;
      const url = `https://example.com${path}`;
      return { path, "x-twilio-signature": twilio.getExpectedTwilioSignature(secret, url, {}) };
    },
  },
  {
    who: "twilio (npm), forms",
    providers: ["twilio"],
    secret: SECRET,
    form: true,
    bodies: ["CallSid=CA1&From=%2B1415&Digits=12+34", "a=1&B=2&a=0&a=1&empty=", "%C3%A9=%F0%9F%94%91"],
    verify: ({ headers, body, uri }, secret) =>
      twilio.validateRequest(
        secret, headers["x-twilio-signature"], new URL(uri, ADDRESS).href, fields(body)),
    sign: (body, secret) => ({
      "content-type": "application/x-www-form-urlencoded",
      "x-twilio-signature": twilio.getExpectedTwilioSignature(secret, ADDRESS, fields(body)),
    }),
  },
  ...["ascend", "fincra", "goodstack", "ratio", "waldo"].map(ownSample),
];

function textKeyed(secret) {
  return new StandardWebhook(Buffer.from(secret).toString("base64"));
}

/** A form's fields as a body parser hands them on. */
function fields(body) {
  const all = {};
  for (const [name, value] of new URLSearchParams(body)) {
    all[name] = name in all ? [all[name], value].flat() : value;
  }
  return all;
}

/** The provider's own published sample: see ../oracle. */
function ownSample(provider) {
  const headers = {
    ascend: (value, at) => ({ "x-ascend-signature": value, "x-ascend-request-timestamp": at }),
    fincra: (value) => ({ signature: value }),
    goodstack: (value) => ({ "percent-signature": value }),
    ratio: (value, at) => ({
      "ratio-webhook-signature": value,
      "ratio-webhook-signature-timestamp": at,
    }),
    waldo: (value) => ({ "x-waldo-signature": value }),
  }[provider];
  const names = Object.keys(headers("", ""));
  const file = fileURLToPath(new URL(`../oracle/${provider}.mjs`, import.meta.url));
  const ask = (secret, timestamp, body, claimed = "") => {
    const body_base64 = Buffer.from(body).toString("base64");
    const input = JSON.stringify([{ secret, timestamp, body_base64, claimed }]);
    const run = spawnSync(process.execPath, [file], { input, encoding: "utf8" });
    return JSON.parse(run.stdout)[0];
  };
  // Goodstack's delivery carries the signature under both of its names.
  const claimed = (given) => given[names[0]] ?? given["goodstack-signature"];
  return {
    who: `${provider}'s own sample`,
    providers: [provider],
    secret: SECRET,
    verify: ({ headers: given, body }, secret) =>
      ask(secret, given[names[1]], body, claimed(given)).accepts,
    sign: (body, secret) => {
      const at = `${seconds()}`;
      const { signature } = ask(secret, at, body);
      return headers(provider === "ascend" ? `t=${at},v1=${signature}` : signature, at);
    },
  };
}

/** What is signed: published bodies, and what is easily got wrong. */
function bodies() {
  const samples = new URL("../../webhook-providers/samples/", import.meta.url);
  const published = ["fincra/payout.successful.json", "goodstack/donation.payment_successful.json"]
    .map((name) => JSON.stringify(JSON.parse(readFileSync(new URL(name, samples), "utf8"))));
  return [
    ...published,
    "{}",
    '{"text":"clé \u043a\u043b\u044e\u0447 \u9375 \ud83d\udd11","n":1.5,"list":[1,2,{"a":null}]}',
    JSON.stringify({ long: "x".repeat(100_000) }),
  ];
}

let compared = 0;
const failures = [];
function expect(what, is, should) {
  compared += 1;
  if (is !== should) failures.push(`${what}: ${is ? "taken" : "refused"}`);
}

for (const one of outside) {
  const { who, providers, secret, verify, sign, bodies: own, form, url = ADDRESS, coversBody = true } = one;
  const { more: toSay = () => [] } = one;
  const before = compared;
  for (const provider of providers) {
    for (const body of own ?? bodies()) {
      const what = `${who} and ${provider}, ${body.length > 60 ? `${body.slice(0, 60)}..` : body}`;
      const more = form ? ["--header", "content-type: application/x-www-form-urlencoded"] : toSay(Date.now());
      const other = one.other ?? secret.replace(/.{4}$/, "AAAA");

      const ours = signed(provider, secret, body, url, more);
      const forged = { ...ours, body: form ? `${ours.body}1` : changed(ours.body) };
      expect(`ours by them: ${what}`, await succeeds(() => verify(ours, secret)), true);
      expect(`ours, changed, by them: ${what}`, await succeeds(() => verify(forged, secret)), !coversBody);
      expect(`ours by them, otherwise keyed: ${what}`, await succeeds(() => verify(ours, other)), false);

      const { path = url.slice("https://example.com".length), ...headers } = await sign(body, secret);
      const theirs = { headers, body, path };
      const wrong = { ...theirs, body: form ? `${body}1` : changed(body) };
      expect(`theirs by us: ${what}`, verified(provider, secret, theirs), true);
      expect(`theirs, changed, by us: ${what}`, verified(provider, secret, wrong), !coversBody);
      expect(`theirs by us, otherwise keyed: ${what}`, verified(provider, other, theirs), false);
    }
  }
  console.log(`${who}: ${compared - before} comparisons with ${providers.join(", ")}`);
}

console.log(`${compared} comparisons with ${outside.length} verifiers, ${failures.length} failures`);
for (const failure of failures) console.log(`  ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);
