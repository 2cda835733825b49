// Plaid: the declarations of its own package. Type and code of a webhook stand in their documentation, as values.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "plaid";
const VERSION = "47.0.0";

const types = new TypeScript(join(npm(NAME, VERSION), "dist/api.d.ts"), {
  number: (name) => whole(name, /amount|balance|score|price|quantity|rate|percent|income|available|current|limit|latitude|longitude|lat$|lon$/),
});

const events = new Map();
for (const name of types.exports().filter((one) => one.endsWith("Webhook"))) {
  const type = types.exported(name);
  const [kinds, codes] = ["webhook_type", "webhook_code"].map((member) => types.documentedValues(type, member));
  for (const kind of kinds) {
    for (const code of codes) {
      const event = `${kind}.${code}`;
      const read = types.field(type, name).kind;
      const known = events.get(event);
      events.set(event, known ? types.merger.kinds(known, read) : read);
    }
  }
}

write({
  provider: "plaid",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://plaid.com/docs/api/webhooks/",
  events: [...events].map(([name, kind]) => ({ name, kind })),
});
