// The text form of a schema, which base/webhook-schema reads and documents.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pascal } from "./model.mjs";

const FOLDER = new URL("../../base/webhook-schema/schemas/", import.meta.url);

/** Sets of words that are longer and stand in several places are written once. */
const LONG = 60;

const quote = (text) => JSON.stringify(text);
const bare = (text) => (/^[^\s"?~]+$/.test(text) ? text : quote(text));
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** All objects that can be reached from the events. */
function reachable(events) {
  const seen = new Set();
  const visit = (kind) => {
    if (kind.of) visit(kind.of);
    if (kind.k !== "object" || seen.has(kind)) return;
    seen.add(kind);
    for (const { kind: inner } of kind.fields.values()) visit(inner);
  };
  for (const { kind } of events) visit(kind);
  return [...seen];
}

/** Puts objects of one structure into one class, whatever they hold; as automata are minimised. */
function classes(objects) {
  const classOf = new Map(objects.map((object) => [object, 0]));
  const text = (kind) => {
    if (kind.k === "object") return `#${classOf.get(kind)}`;
    if (kind.k === "words") return kind.values.map(quote).join(" ");
    return kind.of ? `${kind.k}(${text(kind.of)})` : kind.k;
  };
  for (let count = 1; ; ) {
    const ids = new Map();
    const next = new Map();
    for (const object of objects) {
      const fields = [...object.fields].sort(([a], [b]) => byName(a, b));
      const key = `${classOf.get(object)}|${fields
        .map(([name, f]) => `${name} ${f.missing} ${f.nullable} ${text(f.kind)}`)
        .join("\n")}`;
      if (!ids.has(key)) ids.set(key, ids.size);
      next.set(object, ids.get(key));
    }
    for (const [object, id] of next) classOf.set(object, id);
    if (ids.size === count) return classOf;
    count = ids.size;
  }
}

/** Gives each class the shortest of its objects' names, and each name to one class. */
function name(objects, classOf) {
  const candidates = new Map();
  for (const object of objects) {
    const id = classOf.get(object);
    if (!candidates.has(id)) candidates.set(id, new Set());
    candidates.get(id).add(pascal(object.name));
  }
  const taken = new Set();
  const names = new Map();
  const shortest = ([, a], [, b]) => {
    const [x, y] = [[...a].sort(order)[0], [...b].sort(order)[0]];
    return order(x, y);
  };
  const order = (a, b) => a.length - b.length || byName(a, b);
  for (const [id, all] of [...candidates].sort(shortest)) {
    const sorted = [...all].sort(order);
    let chosen = sorted.find((one) => !taken.has(one));
    for (let number = 2; chosen === undefined; number += 1) {
      const numbered = `${sorted[0]}${number}`;
      if (!taken.has(numbered)) chosen = numbered;
    }
    taken.add(chosen);
    names.set(id, chosen);
  }
  return names;
}

/** Long sets of words that stand in several places, by what they are. */
function sets(representatives) {
  const found = new Map();
  for (const { fields } of representatives) {
    for (const [fieldName, { kind }] of fields) {
      const inner = kind.of ?? kind;
      if (inner.k !== "words") continue;
      const key = inner.values.map(quote).join(" ");
      if (key.length < LONG) continue;
      if (!found.has(key)) found.set(key, { names: [], uses: 0 });
      const entry = found.get(key);
      entry.uses += 1;
      entry.names.push(pascal(fieldName));
    }
  }
  const result = new Map();
  const taken = new Set();
  for (const [key, { names, uses }] of [...found].sort(([a], [b]) => byName(a, b))) {
    if (uses < 2) continue;
    const base = names.sort(byName)[0];
    let chosen = base;
    for (let number = 2; taken.has(chosen); number += 1) chosen = `${base}${number}`;
    taken.add(chosen);
    result.set(key, chosen);
  }
  return result;
}

/**
 * Writes a provider's schema.
 *
 * `events` are `{ name, kind, actions? }`; `sources` are `npm name version` and the like; `link` is
 * the address of an event's documentation, with `{event}` for its name.
 */
export function text({ provider, sources, date, link, action, events }) {
  const objects = reachable(events);
  const classOf = classes(objects);
  const names = name(objects, classOf);
  const representatives = new Map();
  for (const object of objects) {
    const id = classOf.get(object);
    if (!representatives.has(id)) representatives.set(id, object);
  }
  const setNames = sets([...representatives.values()]);
  const show = (kind) => {
    switch (kind.k) {
      case "object":
        return names.get(classOf.get(kind));
      case "words": {
        const key = kind.values.map(quote).join(" ");
        return setNames.has(key) ? `@${setNames.get(key)}` : key;
      }
      case "list":
        return `[${show(kind.of)}]`;
      case "map":
        return `{${show(kind.of)}}`;
      default:
        return kind.k;
    }
  };
  const head = ["webhook-schema 1", `provider ${provider}`];
  for (const source of sources) head.push(`source ${source}`);
  head.push(`date ${date}`);
  if (link) head.push(`link ${link}`);
  if (action) head.push(`action ${action}`);
  const lines = [head.join("\n")];
  const unique = new Set(events.map((event) => event.name));
  if (unique.size !== events.length) throw new Error(`${provider}: an event stands there twice`);
  const eventLines = [...events]
    .sort((a, b) => byName(a.name, b.name))
    .map(({ name: event, kind, actions = [] }) =>
      ["event", bare(event), show(kind), ...[...actions].sort(byName).map(bare)].join(" "),
    );
  lines.push(eventLines.join("\n"));
  if (setNames.size > 0) {
    const setLines = [...setNames].sort(([, a], [, b]) => byName(a, b));
    lines.push(setLines.map(([key, set]) => `set ${set} ${key}`).join("\n"));
  }
  const types = [...representatives].map(([id, object]) => [names.get(id), object]);
  for (const [type, object] of types.sort(([a], [b]) => byName(a, b))) {
    const fields = [...object.fields].sort(([a], [b]) => byName(a, b)).map(([fieldName, f]) => {
      const marks = `${f.missing ? "?" : ""}${f.nullable ? "~" : ""}`;
      return `${bare(fieldName)}${marks} ${show(f.kind)}`;
    });
    lines.push([`type ${type}`, ...fields].join("\n"));
  }
  return `${lines.join("\n\n")}\n`;
}

/** Writes a provider's schema to its file, and says what is in it. */
export function write(schema) {
  const written = text(schema);
  const file = new URL(`${schema.provider}.txt`, FOLDER);
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // The first time there is none.
  }
  writeFileSync(file, written);
  const types = (written.match(/^type /gm) ?? []).length;
  const changed = before === written ? "unchanged" : before === "" ? "new" : "changed";
  console.log(
    `${schema.provider}: ${schema.events.length} events, ${types} types, ${written.length} bytes, ${changed}: ${fileURLToPath(file)}`,
  );
}
