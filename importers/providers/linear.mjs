// Linear: the declarations of its own package. The name of an event ends in what was done to an entity.

import { join } from "node:path";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@linear/sdk";
const VERSION = "98.0.0";

const types = new TypeScript(join(npm(NAME, VERSION), "dist/webhooks/index.d.mts"), {
  // Estimates, sort orders and progress have fractions.
  number: (name) => whole(name, /estimate|sort|progress|order|scope|history|count/i),
});

const map = types.exported("LinearWebhookEventTypeMap");
const events = types.members(map).flatMap(([name, type]) => {
  // Only entities stand where the payload does.
  const own = type.isIntersection() ? type.types.at(-1) : type;
  const data = types.member(own, "data");
  if (!data) return [];
  const { kind } = types.field(data, name, "Webhook");
  return ["create", "remove", "update"].map((action) => ({ name: `${name}.${action}`, kind }));
});

write({
  provider: "linear",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://linear.app/developers/webhooks",
  events: events.filter(({ kind }) => kind.k === "object"),
});
