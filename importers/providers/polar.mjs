// Polar: the declarations of its own package.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { byType, whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@polar-sh/sdk";
const VERSION = "1.0.1";
const API = "2026-10";

const types = new TypeScript(join(npm(NAME, VERSION), `dist/${API}/index.d.mts`), { number: (name) => whole(name) });

const payloads = types.namespace("webhooks").filter(([name]) => /^Webhook.*Payload$/.test(name));

write({
  provider: "polar",
  sources: [`npm ${NAME} ${VERSION}, API ${API}`],
  date: published(NAME, VERSION),
  link: "https://polar.sh/docs/api-reference/webhooks/{event}",
  events: byType(types, payloads.map(([, type]) => type), "type", "data"),
});
