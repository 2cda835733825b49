// Adyen's payments: the declarations of its own package. A delivery is a batch of items, and names no event.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@adyen/api-library";
const VERSION = "32.1.0";

const types = new TypeScript(join(npm(NAME, VERSION), "lib/src/typings/notification/models.d.ts"), {
  number: (name) => whole(name),
});

write({
  provider: "adyen-payments",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://docs.adyen.com/development-resources/webhooks/webhook-types/",
  events: [{ name: "notification", kind: types.field(types.exported("Notification"), "notification").kind }],
});
