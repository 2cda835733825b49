// SDKs of AI, infrastructure and developers' tools. See work.mjs.

import { createRequire } from "node:module";
import { ElevenLabsClient } from "@elevenlabs/elevenlabs-js";
import { SeamWebhook } from "@seamapi/webhook";
import { Receiver } from "@upstash/qstash";
import { verifyWebhook as clerk } from "@clerk/backend/webhooks";
import { verify as octokitVerify, sign as octokitSign } from "@octokit/webhooks-methods";
import { hmac, hs256, sha256, KEY, SECRET, decoded, seconds, standard } from "./signing.mjs";

const require = createRequire(import.meta.url);
const jwt = require("atlassian-jwt");
const OpenAI = require("openai").default;
const Anthropic = require("@anthropic-ai/sdk").default;
const { validateWebhook: replicate } = require("replicate");
const ImageKit = require("@imagekit/nodejs").default;
const Retell = require("retell-sdk").default;
const Mux = require("@mux/mux-node").default;
const { WorkOS } = require("@workos-inc/node");

/** A sender with Standard Webhooks, under the names of one sender. */
const standardly = (provider, name, verify, more = {}) => ({
  provider,
  package: name,
  secret: KEY,
  signer: "node",
  sign: ({ body, secret, at }) => standard(more.names ?? "webhook", decoded(secret), body, at),
  verify,
  ...more,
});

export default [
  {
    provider: "atlassian-connect",
    package: "atlassian-jwt",
    secret: SECRET,
    signer: "sdk",
    coversBody: false,
    path: "/hooks?b=2&a=1",
    sign: ({ secret, at }) => {
      const request = { method: "POST", pathname: "/hooks", query: { a: "1", b: "2" } };
      const iat = Number(seconds(at));
      const claims = { iss: "client", iat, exp: iat + 180, qsh: jwt.createQueryStringHash(request) };
      return { Authorization: `JWT ${jwt.encodeSymmetric(claims, secret)}` };
    },
    verify: ({ headers, secret }) => {
      const claims = jwt.decodeSymmetric(headers.authorization.replace("JWT ", ""), secret, "HS256");
      const request = { method: "POST", pathname: "/hooks", query: { a: "1", b: "2" } };
      return claims.qsh === jwt.createQueryStringHash(request);
    },
  },
  standardly("openai", "openai", async ({ headers, body, secret }) =>
    void (await new OpenAI({ apiKey: "k" }).webhooks.verifySignature(body, headers, secret))),
  standardly("anthropic", "@anthropic-ai/sdk", ({ headers, body, secret }) =>
    !!new Anthropic({ apiKey: "k" }).beta.webhooks.unwrap(body, { headers, key: secret })),
  standardly("replicate", "replicate", ({ headers, body, secret }) => replicate({ headers, body }, secret)),
  standardly("seam", "@seamapi/webhook", ({ headers, body, secret }) =>
    !!new SeamWebhook(secret).verify(body, headers), { names: "svix" }),
  standardly("imagekit", "@imagekit/nodejs", ({ headers, body, secret }) =>
    !!new ImageKit({ privateKey: "k" }).webhooks.unwrap(body, { headers, key: secret }), {
    sign: ({ body, secret, at }) => standard("webhook", Buffer.from(secret), body, at),
  }),
  standardly("clerk", "@clerk/backend", async ({ headers, body, secret }) =>
    !!(await clerk(new Request("https://example.com", { method: "POST", headers, body }), { signingSecret: secret })), {
    names: "svix",
  }),
  {
    provider: "qstash",
    package: "@upstash/qstash",
    secret: SECRET,
    signer: "node",
    url: "https://example.com/hooks",
    sign: ({ body, secret, at, url }) => {
      const now = Number(seconds(at));
      const claims = { iss: "Upstash", sub: url, exp: now + 300, nbf: now, iat: now, jti: "jwt_1", body: sha256(body, "base64url") };
      return { "Upstash-Signature": hs256(claims, secret) };
    },
    // It compares `sub` with the address where it is told the address: the declaration does not.
    verify: ({ headers, body, secret }) =>
      new Receiver({ currentSigningKey: secret, nextSigningKey: secret })
        .verify({ signature: headers["upstash-signature"], body }),
  },
  {
    provider: "retell",
    package: "retell-sdk",
    secret: SECRET,
    signer: "sdk",
    sign: async ({ body, secret }) => ({ "X-Retell-Signature": await Retell.sign(body, secret) }),
    verify: ({ headers, body, secret }) => Retell.verify(body, secret, headers["x-retell-signature"]),
  },
  {
    provider: "elevenlabs",
    package: "@elevenlabs/elevenlabs-js",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => ({
      "ElevenLabs-Signature": `t=${seconds(at)},v0=${hmac("sha256", secret, `${seconds(at)}.${body}`)}`,
    }),
    verify: async ({ headers, body, secret }) =>
      !!(await new ElevenLabsClient({ apiKey: "k" }).webhooks.constructEvent(body, headers["elevenlabs-signature"], secret)),
  },
  {
    provider: "mux",
    package: "@mux/mux-node",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => ({
      "mux-signature": `t=${seconds(at)},v1=${hmac("sha256", secret, `${seconds(at)}.${body}`)}`,
    }),
    verify: async ({ headers, body, secret }) =>
      void (await new Mux({ tokenId: "t", tokenSecret: "s" }).webhooks.verifySignature(body, headers, secret)),
  },
  {
    provider: "workos",
    package: "@workos-inc/node",
    secret: SECRET,
    signer: "node",
    sign: ({ body, secret, at }) => ({
      "WorkOS-Signature": `t=${at}, v1=${hmac("sha256", secret, `${at}.${body}`)}`,
    }),
    // The package rebuilds the text from the parsed body.
    verify: ({ headers, body, secret }) =>
      new WorkOS("k").webhooks.verifyHeader({ payload: JSON.parse(body), sigHeader: headers["workos-signature"], secret }),
  },
  {
    provider: "github",
    package: "@octokit/webhooks-methods",
    secret: SECRET,
    signer: "sdk",
    sign: async ({ body, secret }) => ({ "X-Hub-Signature-256": await octokitSign(secret, body) }),
    verify: ({ headers, body, secret }) => octokitVerify(secret, body, headers["x-hub-signature-256"]),
  },
];
