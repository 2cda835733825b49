// Waldo AI signs: the JavaScript of docs.waldo.ai, "Webhooks".

import { parsed, recording, serve } from "./glue.mjs";

const { crypto, seen } = recording();

// ---- begin: verbatim --------------------------------------------------------
const isAuthorized = (payload, secret, signature) => {
    const hmac = crypto.createHmac('sha256', secret);
    hmac.update(JSON.stringify(payload));
    const calculatedSignature = hmac.digest('hex');
    return calculatedSignature === signature;
};
// ---- end: verbatim ----------------------------------------------------------

await serve(({ secret, body, claimed }) => {
  const accepts = isAuthorized(parsed(body), secret, claimed);
  return { signature: seen.signature, accepts };
});
