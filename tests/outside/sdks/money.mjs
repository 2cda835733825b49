// SDKs of payments, banking, identity and files. See work.mjs.

import { createRequire } from "node:module";
import { hmac, KEY, SECRET, decoded, seconds, standard } from "./signing.mjs";

const require = createRequire(import.meta.url);
const { basicAuthValidator } = require("chargebee");
const { verifySignature: goCardless } = require("gocardless-nodejs");
const Lithic = require("lithic").default;
const ModernTreasury = require("modern-treasury").default;
const Whop = require("@whop/sdk").default;
const Orb = require("orb-billing").default;
const Metronome = require("@metronome/sdk").default;
const { WebhookEventVerifier } = require("@onfido/api");
const { verifySignature: chargily } = require("@chargily/chargily-pay");
const HmacValidator = require("@adyen/api-library").hmacValidator;
const Razorpay = require("razorpay");
const { WebhooksHelper } = require("square");
const Stripe = require("stripe");
const DodoPayments = require("dodopayments").default;
const { WebhooksManager: box } = require("box-node-sdk/managers/webhooks");

const bodyAndTime = (secret, body, time) => hmac("sha256", secret, `${body}${time}`, "base64");

export default [
  {
    provider: "chargebee",
    package: "chargebee",
    secret: `hooks:${SECRET}`,
    signer: "node",
    coversBody: false,
    sign: ({ secret }) => ({ Authorization: `Basic ${Buffer.from(secret).toString("base64")}` }),
    verify: ({ headers, secret }) =>
      basicAuthValidator((user, password) => `${user}:${password}` === secret)(headers),
  },
  {
    provider: "gocardless",
    package: "gocardless-nodejs",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "Webhook-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      void goCardless(body, secret, headers["webhook-signature"]),
  },
  {
    provider: "lithic",
    package: "lithic",
    secret: KEY,
    signer: "node",
    sign: ({ body, secret, at }) => standard("webhook", decoded(secret), body, at),
    verify: ({ headers, body, secret }) =>
      void new Lithic({ apiKey: "k" }).webhooks.verifySignature(body, headers, secret),
  },
  {
    provider: "modern-treasury",
    package: "modern-treasury",
    secret: SECRET,
    signer: "sdk",
    sign: ({ body, secret }) => ({
      "X-Signature": new ModernTreasury({ apiKey: "k", organizationID: "o" }).webhooks.getSignature(body, { key: secret }),
    }),
    verify: ({ headers, body, secret }) =>
      new ModernTreasury({ apiKey: "k", organizationID: "o" }).webhooks
        .validateSignature(body, headers["x-signature"], { key: secret }),
  },
  {
    provider: "orb",
    package: "orb-billing",
    secret: SECRET,
    signer: "sdk",
    // The command line takes the header for a text of any kind: it is told one.
    more: (at) => ["--header", `x-orb-timestamp: ${new Date(at).toISOString().replace("Z", "")}`],
    // The time is in UTC and says so with nothing.
    sign: ({ body, secret, at }) => {
      const timestamp = new Date(at).toISOString().replace("Z", "");
      const value = new Orb({ apiKey: "k" }).webhooks.signPayload(body, { timestamp, secret });
      return { "X-Orb-Timestamp": timestamp, "X-Orb-Signature": value };
    },
    verify: ({ headers, body, secret }) =>
      void new Orb({ apiKey: "k" }).webhooks.verifySignature(body, headers, secret),
  },
  {
    provider: "metronome",
    package: "@metronome/sdk",
    secret: SECRET,
    signer: "sdk",
    sign: ({ body, secret, at }) => {
      const date = new Date(at).toUTCString();
      const value = new Metronome({ bearerToken: "t" }).webhooks.signPayload(body, { date, secret });
      return { "X-Metronome-Date": date, "Metronome-Webhook-Signature": value };
    },
    verify: ({ headers, body, secret }) =>
      void new Metronome({ bearerToken: "t" }).webhooks.verifySignature(body, headers, secret),
  },
  {
    provider: "onfido",
    package: "@onfido/api",
    secret: SECRET,
    signer: "node",
    shape: () => ({ payload: { resource_type: "check", action: "check.completed", object: {} } }),
    sign: ({ body, secret }) => ({ "X-SHA2-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      !!new WebhookEventVerifier(secret).readPayload(body, headers["x-sha2-signature"]),
  },
  {
    provider: "chargily",
    package: "@chargily/chargily-pay",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ signature: hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) => quietly(() => chargily(Buffer.from(body), headers.signature, secret)),
  },
  {
    provider: "adyen-platform",
    package: "@adyen/api-library",
    secret: Buffer.from(SECRET).toString("hex"),
    signer: "node",
    sign: ({ body, secret }) => ({
      HmacSignature: hmac("sha256", Buffer.from(secret, "hex"), body, "base64"),
      protocol: "HmacSHA256",
    }),
    verify: ({ headers, body, secret }) =>
      new HmacValidator().validateHMACSignature(secret, headers.hmacsignature, body),
    other: Buffer.from("another secret").toString("hex"),
  },
  {
    provider: "box-com",
    package: "box-node-sdk",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => {
      const time = new Date(at).toISOString().replace(/\.\d+Z$/, "-00:00");
      return {
        "BOX-DELIVERY-TIMESTAMP": time,
        "BOX-SIGNATURE-VERSION": "1",
        "BOX-SIGNATURE-ALGORITHM": "HmacSHA256",
        "BOX-SIGNATURE-PRIMARY": bodyAndTime(secret, body, time),
      };
    },
    verify: ({ headers, body, secret }) =>
      box.validateMessage(
        body, { "box-signature-version": "1", "box-signature-algorithm": "HmacSHA256", ...headers }, secret),
  },
  {
    provider: "razorpay",
    package: "razorpay",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "X-Razorpay-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      Razorpay.validateWebhookSignature(body, headers["x-razorpay-signature"], secret),
  },
  {
    provider: "square",
    package: "square",
    secret: SECRET,
    signer: "node",
    path: "/hooks",
    sign: ({ body, secret, url }) => ({
      "x-square-hmacsha256-signature": hmac("sha256", secret, `${url}${body}`, "base64"),
    }),
    verify: ({ headers, body, secret, url }) =>
      WebhooksHelper.verifySignature({
        requestBody: body,
        signatureHeader: headers["x-square-hmacsha256-signature"],
        signatureKey: secret,
        notificationUrl: url,
      }),
  },
  {
    provider: "stripe",
    package: "stripe",
    secret: KEY,
    signer: "sdk",
    sign: ({ body, secret, at }) => ({
      "Stripe-Signature": Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: seconds(at) }),
    }),
    verify: ({ headers, body, secret }) =>
      !!Stripe.webhooks.constructEvent(body, headers["stripe-signature"], secret),
  },
  {
    provider: "whop",
    package: "@whop/sdk",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => standard("webhook", Buffer.from(secret), body, at),
    // The package wants the secret in base64, and decodes it again.
    verify: ({ headers, body, secret }) =>
      !!new Whop({ apiKey: "k" }).webhooks.unwrap(body, { headers, key: Buffer.from(secret).toString("base64") }),
  },
  {
    provider: "dodo-payments",
    package: "dodopayments",
    secret: KEY,
    signer: "node",
    sign: ({ body, secret, at }) => standard("webhook", decoded(secret), body, at),
    verify: ({ headers, body, secret }) =>
      !!new DodoPayments({ bearerToken: "t" }).webhooks.unwrap(body, { headers, key: secret }),
  },
];

/** Some packages tell the console what they found. */
function quietly(doing) {
  const log = console.log;
  console.log = () => {};
  try {
    return doing();
  } finally {
    console.log = log;
  }
}
