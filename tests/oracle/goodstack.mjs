// Goodstack signs: the JavaScript of docs.goodstack.io, "Webhooks".

import { recording, serve } from "./glue.mjs";

const { crypto, seen } = recording();

// ---- begin: verbatim --------------------------------------------------------
const verifySignature = (secret, payload, signature) => {
const hmac = crypto.createHmac('sha256', secret)
hmac.write(payload)
hmac.end()
return hmac.read().toString('hex') === signature
}
// ---- end: verbatim ----------------------------------------------------------

// `bodyParser.raw` leaves a Buffer in `request.body`, the sample's `payload`.
await serve(({ secret, body, claimed }) => {
  const accepts = verifySignature(secret, body, claimed);
  return { signature: seen.signature, accepts };
});
