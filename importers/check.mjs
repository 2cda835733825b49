// Whether published bodies fit the committed schemas: every body of octokit's examples, member by member. What
// fits decodes into every `#[payload]` type that compiles.
//
//     node importers/check.mjs

import { readFileSync } from "node:fs";
import { json, npm } from "./lib/packages.mjs";

/** A schema's types, by name: members with their marks and kinds. */
function schema(provider) {
  const text = readFileSync(new URL(`../base/webhook-schema/schemas/${provider}.txt`, import.meta.url), "utf8");
  const events = new Map();
  const types = new Map();
  for (const block of text.split("\n\n")) {
    const [first, ...rest] = block.trim().split("\n");
    const [, type] = /^type (\S+)$/.exec(first) ?? [];
    if (type) {
      const fields = rest.map((line) => /^("(?:[^"\\]|\\.)*"|[^\s?~]+)(\??)(~?) (.*)$/.exec(line));
      types.set(type, fields.map(([, name, missing, nullable, kind]) => ({ name: name.startsWith('"') ? JSON.parse(name) : name, missing, nullable, kind })));
    }
    for (const line of block.split("\n")) {
      const [, event, kind] = /^event (\S+) (\S+)/.exec(line) ?? [];
      if (event) events.set(event, kind);
    }
  }
  return { events, types };
}

function misfits(types, kind, value, at, found) {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (kind === "json") return;
  if (kind.startsWith("[")) {
    if (!Array.isArray(value)) return void found.push(`${at} is no list`);
    return value.forEach((one) => misfits(types, kind.slice(1, -1), one, `${at}/*`, found));
  }
  if (kind.startsWith("{")) {
    if (!isObject) return void found.push(`${at} is no object`);
    return Object.values(value).forEach((one) => misfits(types, kind.slice(1, -1), one, `${at}/..`, found));
  }
  if (types.has(kind)) {
    if (!isObject) return void found.push(`${at} is no object`);
    for (const field of types.get(kind)) {
      const place = `${at}/${field.name}`;
      if (!(field.name in value)) {
        if (!field.missing) found.push(`${place} is missing`);
      } else if (value[field.name] === null) {
        if (!field.nullable && field.kind !== "json") found.push(`${place} is null`);
      } else {
        misfits(types, field.kind, value[field.name], place, found);
      }
    }
    return;
  }
  const fits = { int: Number.isInteger, unix: Number.isInteger, number: (one) => typeof one === "number", bool: (one) => typeof one === "boolean" };
  if (!(fits[kind] ?? ((one) => typeof one === "string"))(value)) found.push(`${at} is no ${kind}`);
}

const examples = json(npm("@octokit/webhooks-examples", "7.6.1"), "api.github.com/index.json");
const { events, types } = schema("github");
let bodies = 0;
let fitting = 0;
for (const { name, examples: all } of examples) {
  for (const body of all) {
    bodies += 1;
    const found = [];
    if (events.has(name)) misfits(types, events.get(name), body, "", found);
    else found.push("is no event");
    if (found.length === 0) fitting += 1;
    else console.log(`${name}: ${found.join(", ")}`);
  }
}
console.log(`github: ${fitting} of ${bodies} published bodies fit`);
