// Ascend signs: the JavaScript of useascend.readme.io, "Webhooks".

import { recording, serve } from "./glue.mjs";

function sample(app, bodyParser, crypto, SECRET) {
  // ---- begin: verbatim ------------------------------------------------------
app.use((req, res, next,) => {
  // Do not use the webhook parser for the webhook route
  if (req.originalUrl === '/webhook-listener') {
    next();
  } else {
    bodyParser.json()(req, res, next);
  }
});

app.post(
  '/webhook-listener',
  bodyParser.raw({ type: 'application/json' }),
  (req, res) => {
    const requestBody = req.body;
    const requestTimestamp = req.header("X-Ascend-Request-Timestamp")
    const requestSignature = req.header("X-Ascend-Signature")

    const hmac = crypto.createHmac('sha256', SECRET)
        .update(`${requestTimestamp}:${requestBody}`)
        .digest('hex');

    const expectedSignature = `t=${requestTimestamp},v1=${hmac}`

    const event = JSON.parse(requestBody);

    if (requestSignature == expectedSignature) {
      res.status(200).send('success!');
    } else {
      res.status(500).send('error!')
    }
  }
)
  // ---- end: verbatim --------------------------------------------------------
}

await serve(({ secret, timestamp, body, claimed }) => {
  const { crypto, seen } = recording();
  let handler;
  const app = { use() {}, post: (_path, _parser, last) => (handler = last) };
  sample(app, { raw() {} }, crypto, secret);

  // `bodyParser.raw` leaves a Buffer in `req.body`.
  const headers = { "X-Ascend-Request-Timestamp": timestamp, "X-Ascend-Signature": claimed };
  const req = { body, header: (name) => headers[name] };
  const answered = {};
  const res = {
    status(code) {
      answered.status = code;
      return res;
    },
    send() {},
  };
  try {
    handler(req, res);
  } catch (error) {
    // The sample parses before it compares: not JSON, and it throws, after hashing.
    answered.error = error.name;
  }
  const accepts = answered.status === 200;
  return { signature: seen.signature, accepts, threw: answered.error };
});
