// Resend: the declarations of its own package.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { byType, whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "resend";
const VERSION = "6.38.0";

const types = new TypeScript(join(npm(NAME, VERSION), "dist/index.d.mts"), { number: (name) => whole(name) });

write({
  provider: "resend",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://resend.com/docs/dashboard/webhooks/event-types",
  events: byType(types, "WebhookEventPayload", "type", "data"),
});
