// SDKs that verify with public keys. The keys are those of ../../vectors/keys; "secret" is the public one, which
// is what the owner is given. See work.mjs.

import { createPrivateKey, createPublicKey, sign as signWithKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { verifySignatureWithJwks } from "@saleor/app-sdk/auth";
import { decodeWebhook } from "@kinde/webhooks";

const key = (name) => readFileSync(new URL(`../../vectors/keys/${name}`, import.meta.url), "utf8");
const [OURS, OTHER] = [key("rsa-one.pub"), key("rsa-two.pub")];
const part = (value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const jwks = (pem) => ({
  keys: [{ ...createPublicKey(pem).export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }],
});
const rs256 = (message) =>
  signWithKey("sha256", Buffer.from(message), createPrivateKey(key("rsa-one.pem"))).toString("base64url");

export default [
  {
    provider: "saleor",
    package: "@saleor/app-sdk",
    secret: OURS,
    other: OTHER,
    kind: "public-key-pem",
    signer: "node",
    sign: ({ body }) => {
      const header = part({ alg: "RS256", kid: "one", typ: "JWT", b64: false, crit: ["b64"] });
      return { "Saleor-Signature": `${header}..${rs256(`${header}.${body}`)}`, "Saleor-Event": "order_created" };
    },
    verify: async ({ headers, body, secret }) =>
      void (await quietly(() => verifySignatureWithJwks(JSON.stringify(jwks(secret)), headers["saleor-signature"], body))),
  },
  {
    provider: "kinde",
    package: "@kinde/webhooks",
    secret: OURS,
    other: OTHER,
    kind: "public-key-pem",
    signer: "node",
    // The body is the token; its claims are the delivery.
    wrap: (body) => {
      const message = `${part({ alg: "RS256", kid: "one", typ: "JWT" })}.${part(body)}`;
      return `${message}.${rs256(message)}`;
    },
    sign: () => ({ "content-type": "application/jwt" }),
    // The package fetches the keys of a tenant: it is handed them.
    verify: async ({ body, secret }) => {
      const fetched = globalThis.fetch;
      globalThis.fetch = async () => new Response(JSON.stringify(jwks(secret)));
      try {
        return !!(await decodeWebhook(body, "https://example.kinde.com"));
      } finally {
        globalThis.fetch = fetched;
      }
    },
  },
];

async function quietly(doing) {
  const error = console.error;
  console.error = () => {};
  try {
    return await doing();
  } finally {
    console.error = error;
  }
}
