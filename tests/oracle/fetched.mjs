// Deliveries whose public keys are fetched, signed by Node's own `crypto`, for `tests/signatures/fetched_keys.rs`.
//
//     node tests/oracle/fetched.mjs          # writes tests/vectors/fetched.json
//
// RSA signatures are the same every time; those of ECDSA are not, so that a second run changes the file.

import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";

const key = (name) => createPrivateKey(readFileSync(new URL(`../vectors/keys/${name}.pem`, import.meta.url)));
const [rsa, p256] = [key("rsa-one"), key("p256-one")];
const jwk = (of, more) => ({ ...createPublicKey(of).export({ format: "jwk" }), ...more });
const spki = (of) => createPublicKey(of).export({ format: "pem", type: "spki" });
const base64 = (of, message, hash = "sha256") => sign(hash, Buffer.from(message), of).toString("base64");
const sha256 = (text, form) => createHash("sha256").update(text).digest(form);
const AT = 1700000000;
const TIME = new Date(AT * 1000).toISOString();

// A compact token; `payload` is left out of one that is detached.
function token(of, header, payload, detached) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const head = part(header);
  const message = detached === undefined ? `${head}.${part(payload)}` : `${head}.${detached}`;
  const signature = sign("sha256", Buffer.from(message), { key: of, dsaEncoding: "ieee-p1363" }).toString("base64url");
  return detached === undefined ? `${message}.${signature}` : `${head}..${signature}`;
}

const body = JSON.stringify({ resource_type: "API_TRACK", event_type: "PAYMENT.SALE.COMPLETED", note: "é" });
const set = JSON.stringify({ keys: [jwk(rsa, { kid: "key-1", alg: "RS256", use: "sig" })] });
const all = [];

all.push({
  provider: "shipengine",
  address: "https://api.shipengine.com/jwks",
  document: set,
  headers: {
    "x-shipengine-rsa-sha256-key-id": "key-1",
    "x-shipengine-timestamp": TIME,
    "x-shipengine-rsa-sha256-signature": base64(rsa, `${TIME}.${body}`),
  },
  body,
});

const certificate = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77";
all.push({
  provider: "paypal",
  owner: "8PT597110X687430LKGECATA",
  address: certificate,
  document: spki(rsa),
  headers: {
    "paypal-cert-url": certificate,
    "paypal-auth-algo": "SHA256withRSA",
    "paypal-transmission-id": "69cd13f0-d67a-11e5-baa3-778b53f4ae55",
    "paypal-transmission-time": TIME,
    "paypal-transmission-sig": base64(
      rsa,
      `69cd13f0-d67a-11e5-baa3-778b53f4ae55|${TIME}|8PT597110X687430LKGECATA|${crc32(body)}`,
    ),
  },
  body,
});

all.push({
  provider: "google-pubsub",
  owner: "https://hooks.example.com/pubsub\npush@project.iam.gserviceaccount.com",
  address: "https://www.googleapis.com/oauth2/v3/certs",
  document: set,
  headers: {
    authorization: `Bearer ${token(rsa, { alg: "RS256", kid: "key-1", typ: "JWT" }, {
      iss: "https://accounts.google.com",
      aud: "https://hooks.example.com/pubsub",
      email: "push@project.iam.gserviceaccount.com",
      email_verified: true,
      iat: AT,
      exp: AT + 3600,
    })}`,
  },
  body: JSON.stringify({ message: { data: "e30=", messageId: "1" }, subscription: "s" }),
});

all.push({
  provider: "plaid",
  // What is looked up is an id, not an address.
  address: "6c5516e1-92dc-479e-a8ff-5a51992e0001",
  document: JSON.stringify({
    key: jwk(p256, { kid: "6c5516e1-92dc-479e-a8ff-5a51992e0001", alg: "ES256", use: "sig", created_at: 1, expired_at: null }),
    request_id: "RZ6Omi1bzzwDaLo",
  }),
  headers: {
    "plaid-verification": token(p256, { alg: "ES256", kid: "6c5516e1-92dc-479e-a8ff-5a51992e0001", typ: "JWT" }, {
      iat: AT,
      request_body_sha256: sha256(body, "hex"),
    }),
  },
  body,
});

all.push({
  provider: "fusionauth",
  given: "https://auth.example.com/.well-known/jwks.json",
  address: "https://auth.example.com/.well-known/jwks.json",
  document: JSON.stringify({ keys: [jwk(rsa, { kid: "key-1", alg: "RS256" }), jwk(p256, { kid: "key-2", alg: "ES256" })] }),
  headers: {
    "x-fusionauth-signature-jwt": token(p256, { alg: "ES256", kid: "key-2" }, {
      request_body_sha256: sha256(body, "base64"),
    }),
  },
  body,
});

all.push({
  provider: "kinde",
  given: "https://tenant.kinde.com/.well-known/jwks",
  address: "https://tenant.kinde.com/.well-known/jwks",
  document: set,
  headers: {},
  body: token(rsa, { alg: "RS256", kid: "key-1" }, { type: "user.created", event_id: "e-1", data: {} }),
});

all.push({
  provider: "constant-contact",
  address: "https://developer.constantcontact.com/.well-known/jwks.json",
  document: JSON.stringify({ keys: [jwk(key("rsa-two"), {}), jwk(rsa, {})] }),
  headers: {
    "x-ctct-webhook-sig": token(rsa, { alg: "RS256", ts: AT, b64: false, crit: ["b64"] }, undefined, body),
  },
  body,
});

const confirmation = {
  Type: "SubscriptionConfirmation",
  MessageId: "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
  Token: "2336412f37",
  TopicArn: "arn:aws:sns:us-west-2:123456789012:MyTopic",
  Message: "You have chosen to subscribe.\nTo confirm, visit the SubscribeURL.",
  SubscribeURL: "https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription",
  Timestamp: TIME,
  SignatureVersion: "2",
  SigningCertURL: "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-f3ecfb7224c7233fe7bb5f59f96de52f.pem",
};
const signed = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
all.push({
  provider: "aws-sns",
  owner: confirmation.TopicArn,
  address: confirmation.SigningCertURL,
  document: spki(rsa),
  headers: { "x-amz-sns-message-type": "SubscriptionConfirmation" },
  body: JSON.stringify({
    ...confirmation,
    Signature: base64(rsa, signed.map((name) => `${name}\n${confirmation[name]}\n`).join("")),
  }),
});

writeFileSync(new URL("../vectors/fetched.json", import.meta.url), `${JSON.stringify(all, null, 1)}\n`);
