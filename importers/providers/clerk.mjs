// Clerk: the declarations of its own package.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { byType, whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@clerk/backend";
const VERSION = "3.25.0";

const types = new TypeScript(join(npm(NAME, VERSION), "dist/api/resources/Webhooks.d.ts"), { number: (name) => whole(name) });

write({
  provider: "clerk",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://clerk.com/docs/guides/development/webhooks/overview",
  events: byType(types, "WebhookEvent", "type", "data"),
});
