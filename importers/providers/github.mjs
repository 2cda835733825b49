// GitHub: the OpenAPI documents of GitHub.com, Enterprise Cloud and Enterprise Server.

import { join } from "node:path";
import { JsonSchema } from "../lib/json_schema.mjs";
import { Merger, plain } from "../lib/model.mjs";
import { json, npm, published } from "../lib/packages.mjs";
import { observe } from "../lib/samples.mjs";
import { write } from "../lib/write.mjs";

const NAME = "@octokit/openapi-webhooks";
const VERSION = "12.1.0";
const EXAMPLES = "@octokit/webhooks-examples";
const EXAMPLES_VERSION = "7.6.1";
const EDITIONS = ["api.github.com", "ghec", "ghes-3.19"];

// The documents call ids numbers. These have fractions; what else has one, the examples tell.
const number = (name) => plain(/score|percent|rating/i.test(name) ? "number" : "int");

const folder = npm(NAME, VERSION);
const merger = new Merger();
const events = new Map();
for (const edition of EDITIONS) {
  const document = json(folder, "generated", `${edition}.json`);
  const schema = new JsonSchema(document, { merger, number });
  for (const { post } of Object.values(document.webhooks)) {
    // Forms hold the same object as a text.
    const content = post.requestBody.content["application/json"];
    const name = post["x-github"].subcategory.replaceAll("-", "_");
    const { kind } = schema.field(content.schema, name);
    if (kind.k !== "object") continue;
    if (!events.has(name)) events.set(name, { kinds: [], actions: new Set() });
    const event = events.get(name);
    event.kinds.push(kind);
    const action = kind.fields.get("action");
    if (action?.kind.k === "words") action.kind.values.forEach((value) => event.actions.add(value));
  }
}

const merged = [...events].map(([name, { kinds, actions }]) => ({
  name,
  kind: named(merger.all(kinds), name),
  actions,
}));

// The published bodies are older than the documents: what they lack may be missing.
const examples = json(npm(EXAMPLES, EXAMPLES_VERSION), "api.github.com/index.json");
for (const { name, examples: bodies } of examples) {
  const event = merged.find((one) => one.name === name);
  if (!event) continue;
  for (const body of bodies) observe(event, body);
}

write({
  provider: "github",
  sources: [`npm ${NAME} ${VERSION}`, `npm ${EXAMPLES} ${EXAMPLES_VERSION}`],
  date: published(NAME, VERSION),
  link: "https://docs.github.com/en/webhooks/webhook-events-and-payloads#{event}",
  action: "/action",
  events: merged,
});

/** The object of an event, under the event's name. */
function named(kind, name) {
  kind.name = `${name}_event`;
  return kind;
}
