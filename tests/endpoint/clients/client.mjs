// Sends pairs of a request that is refused and one that is genuine over one connection that is kept
// alive, and prints how many of each were answered as they should be. Only what Node has.

import http from "node:http";
import { readFileSync } from "node:fs";

const told = JSON.parse(readFileSync(0, "utf8"));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function send(method, headers, body) {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port: told.port, path: "/", method, agent };
    const all = { ...headers, "content-length": Buffer.byteLength(body) };
    const request = http.request({ ...options, headers: all }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode));
    });
    request.on("error", (error) => {
      console.error(error.code);
      resolve(0);
    });
    request.end(body);
  });
}

const right = [0, 0];
const refused = "x".repeat(told.size);
for (let pair = 0; pair < told.pairs; pair++) {
  right[0] += (await send(told.method, told.headers, refused)) === told.status;
  right[1] += (await send("POST", told.genuine, told.body)) === 200;
}
agent.destroy();
console.log(JSON.stringify(right));
