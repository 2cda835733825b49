// Fincra signs: the JavaScript of docs.fincra.com, "How To Validate Webhooks".

import crypto from "crypto";
import { parsed, serve } from "./glue.mjs";

function server(merchantWebhookSecretKey, payload, req, console) {
  // ---- begin: verbatim ------------------------------------------------------
const encryptedData = crypto
.createHmac("SHA512", merchantWebhookSecretKey)
.update(JSON.stringify(payload))
.digest("hex");
const signatureFromWebhook = req.headers['signature'];
if(encryptedData === signatureFromWebhook) {
console.log("process");
}
else {
console.log("discard");
}
  // ---- end: verbatim --------------------------------------------------------
  return encryptedData;
}

// The same page's sample for a browser, which has `window`.
const window = globalThis;

// ---- begin: verbatim --------------------------------------------------------
function generateHmacSHA512Signature(key, jsonData) {
// Convert JSON data to a string
const jsonString = JSON.stringify(jsonData);
// Convert key and data to Uint8Array
const keyBytes = new TextEncoder().encode(key);
const dataBytes = new TextEncoder().encode(jsonString);
// Compute HMAC SHA-512
const hmacSha512 = window.crypto.subtle.importKey(
"raw",
keyBytes,
{ name: "HMAC", hash: "SHA-512" },
true,
["sign"]
).then((key) => {
return window.crypto.subtle.sign(
"HMAC",
key,
dataBytes
);
});
return hmacSha512.then((signature) => {
// Convert the signature to hexadecimal format
return Array.from(new Uint8Array(signature)).map(byte => {
return ('0' + byte.toString(16)).slice(-2);
}).join('');
});
}
// ---- end: verbatim ----------------------------------------------------------

await serve(async ({ secret, body, claimed }) => {
  const payload = parsed(body);
  const said = [];
  const console = { log: (word) => said.push(word) };
  const signature = server(secret, payload, { headers: { signature: claimed } }, console);
  const browser = await generateHmacSHA512Signature(secret, payload);
  if (browser !== signature) {
    throw new Error("the two samples of the page disagree");
  }
  return { signature, accepts: said[0] === "process" };
});
