// Published bodies tell what documents leave out: members that older versions lack, nulls.

import { JSON_, list, plain } from "./model.mjs";

const TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** Widens a field until `value` fits. */
export function observe(field, value) {
  if (value === null) {
    field.nullable = true;
    return;
  }
  field.kind = widened(field.kind, value);
}

function widened(kind, value) {
  switch (kind.k) {
    case "json":
      return kind;
    case "object":
      if (!isObject(value)) return JSON_;
      for (const [name, inner] of kind.fields) {
        if (name in value) observe(inner, value[name]);
        else inner.missing = true;
      }
      return kind;
    case "map":
      if (!isObject(value)) return JSON_;
      return Object.values(value).reduce((so, one) => ({ k: "map", of: item(so.of, one) }), kind);
    case "list":
      if (!Array.isArray(value)) return JSON_;
      return value.reduce((so, one) => list(item(so.of, one)), kind);
    case "bool":
      return typeof value === "boolean" ? kind : JSON_;
    case "int":
    case "unix":
      if (typeof value !== "number") return JSON_;
      return Number.isInteger(value) ? kind : plain("number");
    case "number":
      return typeof value === "number" ? kind : JSON_;
    case "time":
      if (typeof value !== "string") return JSON_;
      return TIME.test(value) ? kind : plain("text");
    case "date":
      if (typeof value !== "string") return JSON_;
      return DATE.test(value) ? kind : plain("text");
    case "decimal":
      if (typeof value !== "string") return JSON_;
      return /^-?\d+(\.\d+)?$/.test(value) ? kind : plain("text");
    default:
      return typeof value === "string" ? kind : JSON_;
  }
}

/** An item that is null makes the items JSON: there is no mark for it. */
const item = (kind, value) => (value === null ? JSON_ : widened(kind, value));

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
