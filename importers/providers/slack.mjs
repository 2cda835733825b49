// Slack: the declarations of its own package.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { byType, whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@slack/types";
const VERSION = "3.2.0";

const types = new TypeScript(join(npm(NAME, VERSION), "dist/events/index.d.ts"), { number: (name) => whole(name) });

write({
  provider: "slack",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://docs.slack.dev/reference/events/{event}",
  events: byType(types, "SlackEvent", "type"),
});
