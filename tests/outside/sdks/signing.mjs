// What signs where an SDK only verifies: Node's own crypto, and nothing of ours.

import { createHash, createHmac } from "node:crypto";

export const hmac = (hash, key, message, form = "hex") =>
  createHmac(hash, key).update(message).digest(form);

export const sha256 = (message, form = "hex") => createHash("sha256").update(message).digest(form);

export const seconds = (at) => `${Math.floor(at / 1000)}`;

/** The key of a Standard Webhooks secret. */
export const decoded = (secret) => Buffer.from(secret.replace(/^whsec_/, ""), "base64");

/** The three headers of Standard Webhooks, under the names of one sender. */
export const standard = (names, key, body, at, id = "msg_2b0vZxQkJ") => {
  const time = seconds(at);
  const signature = hmac("sha256", key, `${id}.${time}.${body}`, "base64");
  return { [`${names}-id`]: id, [`${names}-timestamp`]: time, [`${names}-signature`]: `v1,${signature}` };
};

/** A JSON web token with HMAC. */
export const hs256 = (claims, key, header = {}) => {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const message = `${part({ alg: "HS256", typ: "JWT", ...header })}.${part(claims)}`;
  return `${message}.${hmac("sha256", key, message, "base64url")}`;
};

/** Headers as the web platform has them. */
export const web = (headers) => new Headers(headers);

export const SECRET = "6d1d475adef242e59a648335288ee80b";
export const KEY = `whsec_${Buffer.from(SECRET).toString("base64")}`;
