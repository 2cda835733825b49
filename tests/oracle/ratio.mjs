// Ratio signs: the JavaScript of developer.ratio.me, "Webhooks".

import { createHmac as nodeCreateHmac } from "node:crypto";
import { parsed, serve } from "./glue.mjs";

function sample(request, createHmac) {
  // ---- begin: verbatim ------------------------------------------------------
const timestamp = request.headers["ratio-webhook-signature-timestamp"];
const signature = request.headers["ratio-webhook-signature"];
const data = request.body;

const hmac = createHmac("sha512", "secretstring")
  .update(timestamp + "." + JSON.stringify(data))
  .digest("hex");

const valid = hmac === signature;
  // ---- end: verbatim --------------------------------------------------------
  return { signature: hmac, accepts: valid };
}

await serve(({ secret, timestamp, body, claimed }) => {
  const request = {
    headers: {
      "ratio-webhook-signature-timestamp": timestamp,
      "ratio-webhook-signature": claimed,
    },
    body: parsed(body),
  };
  // "secretstring" stands for the secret.
  return sample(request, (algorithm) => nodeCreateHmac(algorithm, secret));
});
