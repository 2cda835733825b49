// Discord: a third party's declarations of its API. The payload is the whole body.

import { join } from "node:path";
import { field, object, plain, words } from "../lib/model.mjs";
import { npm, published } from "../lib/packages.mjs";
import { whole, TypeScript } from "../lib/typescript.mjs";
import { write } from "../lib/write.mjs";

const NAME = "discord-api-types";
const VERSION = "0.38.57";

const types = new TypeScript(join(npm(NAME, VERSION), "payloads/v10/webhook.d.ts"), { number: (name) => whole(name) });

const events = types.parts(types.exported("APIWebhookEventBody")).flatMap((body) => {
  const name = types.constant(body, "type");
  const read = types.field(body, name, "WebhookEvent").kind;
  const event = object(`${name} Event`);
  for (const [member, inner] of read.fields) event.fields.set(member, inner);
  event.fields.set("type", field(words([name])));
  const root = object(`${name} Webhook`);
  root.fields.set("application_id", field(plain("text")));
  root.fields.set("event", field(event));
  root.fields.set("type", field(plain("int")));
  root.fields.set("version", field(plain("int")));
  return [{ name, kind: root }];
});

write({
  provider: "discord",
  sources: [`npm ${NAME} ${VERSION}`],
  date: published(NAME, VERSION),
  link: "https://discord.com/developers/docs/events/webhook-events",
  events,
});
