// What stands between the driver and a provider's published sample: cases come
// as JSON on standard input, answers go as JSON to standard output.

import { readFileSync } from "node:fs";
import nodeCrypto from "node:crypto";

/**
 * Answers every case with `{ signature, accepts }` or `{ error }`.
 *
 * A case is `{ secret, timestamp?, body_base64, claimed? }`; `claimed` is the
 * value of the signature header and `accepts` what the sample made of it.
 */
export async function serve(answer) {
  const cases = JSON.parse(readFileSync(0, "utf8"));
  const answers = [];
  for (const one of cases) {
    const body = Buffer.from(one.body_base64, "base64");
    try {
      answers.push(await answer({ ...one, body }));
    } catch (error) {
      answers.push({ error: error.name });
    }
  }
  process.stdout.write(JSON.stringify(answers));
}

/** The request body as a JSON body parser hands it to a handler. */
export function parsed(body) {
  return JSON.parse(body.toString("utf8"));
}

/**
 * Node's `crypto` for samples which keep their digest to themselves: works as
 * ever, and remembers the last digest that was taken or read.
 */
export function recording() {
  const seen = { signature: undefined };
  const crypto = {
    createHmac(...args) {
      const hmac = nodeCrypto.createHmac(...args);
      for (const name of ["digest", "read"]) {
        const original = hmac[name];
        hmac[name] = (...rest) => {
          const out = original.apply(hmac, rest);
          seen.signature = Buffer.isBuffer(out) ? out.toString("hex") : out;
          return out;
        };
      }
      return hmac;
    },
  };
  return { crypto, seen };
}
