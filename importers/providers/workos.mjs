// WorkOS: the declarations of its own package, of what is on the wire (`..Response`).

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { byType, whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@workos-inc/node";
const VERSION = "11.0.0";

const types = new TypeScript(join(npm(NAME, VERSION), "lib/index.d.mts"), { number: (name) => whole(name) });

write({
  provider: "workos",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://workos.com/docs/events",
  events: byType(types, "EventResponse", "event", "data"),
});
