// SDKs of tools for work, content and messages. Each entry: the provider, the package, how the package
// verifies, and how it signs. Where it does not sign, `signer` is "node": Node's crypto does.

import { createRequire } from "node:module";
import { LinearWebhookClient } from "@linear/sdk/webhooks";
import { signWebhookPayload, verifyWebhookSignature } from "@notionhq/client";
import { WebhookHandler } from "@liveblocks/node";
import { hmac, KEY, SECRET, decoded, seconds, standard } from "./signing.mjs";

const require = createRequire(import.meta.url);
const { Crisp } = require("crisp-api");
const Cronofy = require("cronofy");
const hygraph = require("@hygraph/utils");
const hookdeck = require("@hookdeck/sdk/webhooks/helpers");
const { signatureHelper } = require("@kontent-ai/webhook-helper");
const { Nango } = require("@nangohq/node");
const { WebflowClient } = require("webflow-api");
const { validateSignature } = require("@line/bot-sdk");
const Pusher = require("pusher");
const { StreamChat } = require("stream-chat");
const { verifyWebhookSignature: mailtrap } = require("mailtrap");

export default [
  {
    provider: "crisp",
    package: "crisp-api",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => ({
      "X-Crisp-Request-Timestamp": `${at}`,
      "X-Crisp-Signature": hmac("sha256", secret, `[${at};${body}]`),
    }),
    // The package rebuilds the text from the parsed body, with the timestamp as a number.
    verify: ({ headers, body, secret }) =>
      new Crisp().verifyWidget(
        secret, JSON.parse(body), Number(headers["x-crisp-request-timestamp"]), headers["x-crisp-signature"]),
  },
  {
    provider: "cronofy",
    package: "cronofy",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "Cronofy-HMAC-SHA256": hmac("sha256", secret, body, "base64") }),
    verify: ({ headers, body, secret }) =>
      new Cronofy({ client_id: "c", client_secret: secret }).hmacValid({ hmac: headers["cronofy-hmac-sha256"], body }),
  },
  {
    provider: "linear",
    package: "@linear/sdk",
    secret: SECRET,
    signer: "node",
    shape: ({ at }) => ({ action: "create", type: "Issue", webhookTimestamp: at }),
    sign: ({ body, secret }) => ({ "Linear-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      new LinearWebhookClient(secret).verify(
        Buffer.from(body), headers["linear-signature"], JSON.parse(body).webhookTimestamp),
  },
  {
    provider: "notion",
    package: "@notionhq/client",
    secret: SECRET,
    signer: "sdk",
    sign: async ({ body, secret }) => ({
      "X-Notion-Signature": await signWebhookPayload({ body, verificationToken: secret }),
    }),
    verify: ({ headers, body, secret }) =>
      verifyWebhookSignature({ body, signature: headers["x-notion-signature"], verificationToken: secret }),
  },
  {
    provider: "hygraph",
    package: "@hygraph/utils",
    secret: SECRET,
    signer: "sdk",
    sign: ({ body, secret }) => ({
      "gcms-signature": hygraph.generateWebhookSignature({ rawPayload: body, secret, environmentName: "master" }),
    }),
    verify: ({ headers, body, secret }) =>
      hygraph.verifyWebhookSignature({ rawPayload: body, secret, signature: headers["gcms-signature"] }),
  },
  {
    provider: "hookdeck",
    package: "@hookdeck/sdk",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "x-hookdeck-signature": hmac("sha256", secret, body, "base64") }),
    verify: async ({ headers, body, secret }) =>
      (await hookdeck.verifyWebhookSignature({ headers, rawBody: body, signingSecret: secret })).isValidSignature,
  },
  {
    provider: "liveblocks",
    package: "@liveblocks/node",
    secret: KEY,
    signer: "node",
    shape: () => ({ type: "commentCreated", data: { roomId: "r1" } }),
    sign: ({ body, secret, at }) => standard("webhook", decoded(secret), body, at),
    verify: ({ headers, body, secret }) => new WebhookHandler(secret).verifyRequest({ headers, rawBody: body }),
  },
  {
    provider: "kontent-ai",
    package: "@kontent-ai/webhook-helper",
    secret: SECRET,
    signer: "sdk",
    sign: ({ body, secret }) => ({ "X-Kontent-ai-Signature": signatureHelper.getHashFromString(body, secret) }),
    verify: ({ headers, body, secret }) =>
      signatureHelper.isValidSignatureFromString(body, secret, headers["x-kontent-ai-signature"]),
  },
  {
    provider: "nango",
    package: "@nangohq/node",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "X-Nango-Hmac-Sha256": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      new Nango({ secretKey: secret }).verifyIncomingWebhookRequest(body, headers),
  },
  {
    provider: "webflow",
    package: "webflow-api",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => ({
      "x-webflow-timestamp": `${at}`,
      "x-webflow-signature": hmac("sha256", secret, `${at}:${body}`),
    }),
    verify: ({ headers, body, secret }) =>
      new WebflowClient({ accessToken: "t" }).webhooks.verifySignature({ headers, body, secret }),
  },
  {
    provider: "line",
    package: "@line/bot-sdk",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "x-line-signature": hmac("sha256", secret, body, "base64") }),
    verify: ({ headers, body, secret }) => validateSignature(body, secret, headers["x-line-signature"]),
  },
  {
    provider: "pusher",
    package: "pusher",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({
      "content-type": "application/json",
      "X-Pusher-Key": "3a0f",
      "X-Pusher-Signature": hmac("sha256", secret, body),
    }),
    verify: ({ headers, body, secret }) =>
      new Pusher({ appId: "1", key: "3a0f", secret, cluster: "eu" })
        .webhook({ headers: { "x-pusher-key": "3a0f", "content-type": "application/json", ...headers }, rawBody: body })
        .isValid(),
  },
  {
    provider: "stream",
    package: "stream-chat",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "X-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) => new StreamChat("key", secret).verifyWebhook(body, headers["x-signature"]),
  },
  {
    provider: "mailersend",
    package: "mailersend",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ Signature: hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) =>
      require("mailersend/lib/services/mailersend.utils").MailerSendUtils.verifyWebHook(
        body, headers.signature, secret),
  },
  {
    provider: "mailtrap",
    package: "mailtrap",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret }) => ({ "Mailtrap-Signature": hmac("sha256", secret, body) }),
    verify: ({ headers, body, secret }) => mailtrap(body, headers["mailtrap-signature"], secret),
  },
];
