// Reading JSON Schema and OpenAPI's dialects of it.

import { JSON_, Merger, field, list, map, object, pascal, plain, words } from "./model.mjs";

const FORMATS = {
  "date-time": "time",
  date: "date",
  "unix-time": "unix",
  decimal: "decimal",
};

export class JsonSchema {
  #byReference = new Map();

  /** `number(name)` says what kind a member has that is a `number`. */
  constructor(document, { merger = new Merger(), number = () => plain("number") } = {}) {
    this.document = document;
    this.merger = merger;
    this.number = number;
  }

  /** What `#/a/b` points to. */
  resolve(reference) {
    return reference
      .slice(2)
      .split("/")
      .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
      .reduce((at, part) => at?.[part], this.document);
  }

  /** The field that a schema describes; `name` is what a type without a name of its own is called. */
  field(schema, name) {
    if (schema === undefined || schema === true || schema === null) return field(JSON_);
    if (schema.$ref) {
      const known = this.#byReference.get(schema.$ref);
      if (known) return known.done ?? { kind: known.object, nullable: false, missing: false };
      const target = this.resolve(schema.$ref);
      const own = pascal(schema.$ref.split("/").at(-1));
      const entry = { object: object(own) };
      this.#byReference.set(schema.$ref, entry);
      entry.done = this.#read(target, own, entry.object);
      return entry.done;
    }
    return this.#read(schema, name, object(name));
  }

  #read(schema, name, target) {
    if (schema.$ref) return this.field(schema, name);
    const types = [].concat(schema.type ?? []);
    let nullable = schema.nullable === true || types.includes("null");
    const rest = types.filter((type) => type !== "null");
    const variants = schema.oneOf ?? schema.anyOf;
    if (variants && !(rest[0] === "object" && schema.properties)) {
      return this.#either(variants, name, nullable, schema);
    }
    if (schema.allOf) return this.#together(schema, name, nullable);
    if ("const" in schema) return { ...this.#values([schema.const]), missing: false };
    if (schema.enum) {
      const read = this.#values(schema.enum);
      return field(read.kind, { nullable: nullable || read.nullable });
    }
    if (rest.length > 1) {
      const kinds = rest.map((type) => this.#read({ ...schema, type }, name, object(name)).kind);
      return field(this.merger.all(kinds), { nullable });
    }
    return field(this.#plain(schema, rest[0], name, target), { nullable });
  }

  #plain(schema, type, name, target) {
    switch (type ?? (schema.properties ? "object" : schema.items ? "array" : undefined)) {
      case "string":
        return plain(FORMATS[schema.format] ?? "text");
      case "integer":
        return plain(schema.format === "unix-time" ? "unix" : "int");
      case "number":
        return this.number(name);
      case "boolean":
        return plain("bool");
      case "array":
        return schema.items ? list(this.field(schema.items, `${name}Item`).kind) : list(JSON_);
      case "object":
        return this.#object(schema, name, target);
      default:
        return JSON_;
    }
  }

  #object(schema, name, target) {
    const properties = Object.entries(schema.properties ?? {});
    if (properties.length === 0) {
      const values = schema.additionalProperties;
      if (values && values !== true && Object.keys(values).length > 0) {
        return map(this.field(values, `${name}Value`).kind);
      }
      return JSON_;
    }
    const required = new Set(schema.required ?? []);
    for (const [key, value] of properties) {
      const inner = this.field(value, `${name}${pascal(key)}`);
      target.fields.set(key, { ...inner, missing: !required.has(key) });
    }
    return target;
  }

  #values(values) {
    const texts = values.filter((value) => typeof value === "string");
    const others = values.filter((value) => value !== null && typeof value !== "string");
    const nullable = values.includes(null);
    if (others.length === 0) return field(texts.length ? words(texts) : JSON_, { nullable });
    if (texts.length > 0) return field(JSON_, { nullable });
    if (others.every((value) => typeof value === "boolean")) return field(plain("bool"), { nullable });
    if (others.every(Number.isInteger)) return field(plain("int"), { nullable });
    if (others.every((value) => typeof value === "number")) return field(plain("number"), { nullable });
    return field(JSON_, { nullable });
  }

  #either(variants, name, nullable, schema) {
    const read = variants
      .filter((variant) => variant.type !== "null")
      // What only says which members are required adds none.
      .filter((variant) => Object.keys(variant).some((key) => key !== "required" && key !== "title"))
      .map((variant) => this.field({ type: schema.type, ...variant }, name));
    const isNull = variants.some((variant) => variant.type === "null");
    if (read.length === 0) return this.#read({ ...schema, oneOf: undefined, anyOf: undefined }, name, object(name));
    return field(this.merger.all(read.map((one) => one.kind)), {
      nullable: nullable || isNull || read.some((one) => one.nullable),
    });
  }

  /** All parts hold: their members are together. */
  #together(schema, name, nullable) {
    const { allOf, ...own } = schema;
    const parts = allOf.map((part) => this.field(part, name));
    if (own.properties) parts.push(this.#read({ type: "object", ...own }, name, object(name)));
    const objects = parts.filter((part) => part.kind.k === "object").map((part) => part.kind);
    if (objects.length === 0) {
      return field(parts[0]?.kind ?? JSON_, { nullable: nullable || parts.some((part) => part.nullable) });
    }
    const whole = object(name);
    for (const part of objects) {
      for (const [key, value] of part.fields) {
        const before = whole.fields.get(key);
        whole.fields.set(key, before ? both(before, value) : value);
      }
    }
    for (const key of own.required ?? []) {
      const value = whole.fields.get(key);
      if (value) whole.fields.set(key, { ...value, missing: false });
    }
    return field(whole, { nullable });
  }
}

/** Whether a kind says nothing of what is in it. */
const isVague = (kind) => kind.k === "json" || (kind.of !== undefined && isVague(kind.of));

/** A field of which two schemas hold: what says more of it. */
function both(a, b) {
  return field(bothKinds(a.kind, b.kind), {
    missing: a.missing && b.missing,
    nullable: a.nullable && b.nullable,
  });
}

function bothKinds(a, b) {
  if (a === b || isVague(b)) return a;
  if (isVague(a)) return b;
  if (a.k === "list" && b.k === "list") return list(bothKinds(a.of, b.of));
  if (a.k !== "object" || b.k !== "object") return b;
  const whole = object(a.name);
  for (const [key, value] of a.fields) whole.fields.set(key, value);
  for (const [key, value] of b.fields) {
    const before = whole.fields.get(key);
    whole.fields.set(key, before ? both(before, value) : value);
  }
  return whole;
}
