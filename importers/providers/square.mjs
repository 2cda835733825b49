// Square: the declarations of its own package, of what is on the wire (`Raw`). An event's name stands in its
// documentation, as a value. Its package has every member optional.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "square";
const VERSION = "46.0.0";

const folder = npm(NAME, VERSION);
const api = new TypeScript(join(folder, "api/types/index.d.ts"));
const wire = new TypeScript(join(folder, "serialization/types/index.d.ts"), {
  number: (name) => whole(name, /latitude|longitude|percent|rate|hours/),
  merger: api.merger,
});

const events = [];
for (const file of readdirSync(join(folder, "api/types")).filter((one) => one.endsWith("Event.d.ts"))) {
  const name = file.replace(".d.ts", "");
  const [event] = api.documentedValues(api.exported(name), "type").filter((one) => one.includes("."));
  const data = wire.raw(name) && wire.member(wire.raw(name), "data");
  if (!event || !data) continue;
  const { kind } = wire.field(data, "data", name);
  if (kind.k === "object") events.push({ name: event, kind });
}

write({
  provider: "square",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://developer.squareup.com/reference/square/webhooks/{event}",
  events: [...new Map(events.map((event) => [event.name, event])).values()],
});
