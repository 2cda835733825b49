// Telegram: a third party's declarations of the Bot API. An update is one event: it names none.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@grammyjs/types";
const VERSION = "5.0.0";

const types = new TypeScript(join(npm(NAME, VERSION), "update.d.ts"), {
  number: (name) => whole(name, /latitude|longitude|accuracy|scale|x_shift|y_shift|speed|rotation|position_percentage/),
});

write({
  provider: "telegram",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://core.telegram.org/bots/api#update",
  events: [{ name: "update", kind: types.field(types.exported("Update"), "update").kind }],
});
