// Reading types from a package's declarations, with the compiler's own eyes.

import { createRequire } from "node:module";
import { join } from "node:path";
import { JSON_, Merger, field, list, map, object, pascal, plain, words } from "./model.mjs";
import { npm } from "./packages.mjs";

const ts = createRequire(import.meta.url)(join(npm("typescript", "5.9.3"), "lib/typescript.js"));

const SOME = ts.TypeFlags;

/** How deep types are followed. */
const DEEP = 60;

/** The declarations of one file, and of what it imports. */
export class TypeScript {
  #known = new Map();
  #depth = 0;

  /**
   * `special(type, checker)` may give the kind of a type that is more than its structure;
   * `number(name, owner)` says what kind a member that is a `number` has.
   */
  constructor(file, { special = () => undefined, number = () => plain("number"), merger = new Merger() } = {}) {
    const program = ts.createProgram([file], {
      strict: true,
      noLib: false,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    });
    this.checker = program.getTypeChecker();
    this.source = program.getSourceFile(file);
    this.special = special;
    this.number = number;
    this.merger = merger;
  }

  /** The type that a file exports under this name. */
  exported(name) {
    const symbols = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(this.source));
    const symbol = symbols.find((one) => one.name === name);
    if (!symbol) throw new Error(`${this.source.fileName} exports no ${name}`);
    return this.checker.getDeclaredTypeOfSymbol(
      symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol,
    );
  }

  /** All that a file exports, by name. */
  exports() {
    const symbols = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(this.source));
    return symbols.map((symbol) => symbol.name);
  }

  /** The types that a namespace exports, by name. */
  namespace(name) {
    const symbols = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(this.source));
    const resolved = (symbol) =>
      symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const found = resolved(symbols.find((one) => one.name === name));
    return this.checker
      .getExportsOfModule(found)
      .map((symbol) => [symbol.name, this.checker.getDeclaredTypeOfSymbol(resolved(symbol))]);
  }

  /** The names of a type's members, and their types. */
  members(type) {
    return this.checker
      .getPropertiesOfType(type)
      .map((symbol) => [symbol.name, this.checker.getTypeOfSymbol(symbol)]);
  }

  /** The interface `Raw` of a namespace that a file exports: what is on the wire. */
  raw(name) {
    const symbols = this.checker.getExportsOfModule(this.checker.getSymbolAtLocation(this.source));
    let symbol = symbols.find((one) => one.name === name);
    if (!symbol) return undefined;
    if (symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    const raw = symbol.exports?.get("Raw");
    return raw && this.checker.getDeclaredTypeOfSymbol(raw);
  }

  /** The values in back-ticks that the documentation of a member gives. */
  documentedValues(type, name) {
    const symbol = this.checker.getPropertyOfType(type, name);
    if (!symbol) return [];
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker));
    return [...text.matchAll(/`"?([^`"]+)"?`/g)].map(([, value]) => value);
  }

  /** The text that a member always is, also as a value of an enum. */
  constant(type, name) {
    const value = this.member(type, name)?.value;
    return typeof value === "string" ? value : undefined;
  }

  /** The parts of a union, or the type itself. */
  parts(type) {
    return type.isUnion() ? type.types : [type];
  }

  /** The type of a member. */
  member(type, name) {
    const symbol = this.checker.getPropertyOfType(type, name);
    return symbol && this.checker.getTypeOfSymbol(symbol);
  }

  /** The text that a member always is. */
  literal(type, name) {
    const found = this.member(type, name);
    return found?.isStringLiteral() ? found.value : undefined;
  }

  /** The texts that a member may be. */
  literals(type, name) {
    const found = this.member(type, name);
    if (!found) return [];
    return this.parts(found).filter((part) => part.isStringLiteral()).map((part) => part.value);
  }

  /** The field that a type describes. */
  field(type, name, owner = "") {
    // What holds itself without an object between has no end.
    if (this.#depth > DEEP) return field(JSON_);
    this.#depth += 1;
    try {
      return this.#field(type, name, owner);
    } finally {
      this.#depth -= 1;
    }
  }

  #field(type, name, owner) {
    let nullable = false;
    let missing = false;
    const kinds = [];
    const texts = [];
    let open = false;
    for (const part of this.parts(type)) {
      if (isOpen(part)) open = true;
      else if (part.flags & SOME.Null) nullable = true;
      else if (part.flags & (SOME.Undefined | SOME.Void)) missing = true;
      else if (part.isStringLiteral()) texts.push(part.value);
      else kinds.push(this.#kind(part, name, owner));
    }
    if (texts.length > 0) kinds.push(words(texts));
    else if (open) kinds.push(plain("text"));
    if (kinds.length === 0) return field(JSON_, { nullable, missing });
    return field(this.#either(kinds), { nullable, missing });
  }

  #either(kinds) {
    // An id where an object may stand instead: events hold the id.
    const isText = (kind) => kind.k === "text";
    if (kinds.some(isText) && kinds.every((kind) => isText(kind) || kind.k === "object")) {
      return plain("text");
    }
    return this.merger.all(kinds);
  }

  #kind(type, name, owner) {
    const special = this.special(type, this.checker);
    if (special) return special;
    if (type.flags & SOME.StringLike) return plain("text");
    if (type.isNumberLiteral()) return Number.isInteger(type.value) ? plain("int") : plain("number");
    if (type.flags & SOME.BigIntLike) return plain("int");
    if (type.flags & SOME.NumberLike) return this.number(name, owner);
    if (type.flags & SOME.BooleanLike) return plain("bool");
    if (!(type.flags & (SOME.Object | SOME.Intersection))) return JSON_;
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      const items = this.checker.getTypeArguments(type);
      if (items.length === 0) return list(JSON_);
      const inner = items.map((item) => this.field(item, name, owner));
      if (inner.some((one) => one.nullable)) return list(JSON_);
      return list(this.merger.all(inner.map((one) => one.kind)));
    }
    if (type.getCallSignatures().length > 0) return JSON_;
    if (type.symbol?.name === "Date") return plain("time");
    return this.#object(type, name, owner);
  }

  #object(type, name, owner) {
    const known = this.#known.get(type);
    if (known) return known;
    const properties = this.checker.getPropertiesOfType(type);
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (properties.length === 0) {
      if (!values || values.flags & (SOME.Any | SOME.Unknown)) return JSON_;
      const inner = this.field(values, name, owner);
      return map(inner.nullable ? JSON_ : inner.kind);
    }
    const result = object(this.#name(type, name, owner));
    this.#known.set(type, result);
    for (const property of properties) {
      const inner = this.checker.getTypeOfSymbol(property);
      // What is never there is no member.
      if (inner.flags & (SOME.Never | SOME.Void) || this.parts(inner).every((part) => part.flags & SOME.VoidLike)) continue;
      const read = this.field(inner, property.name, result.name);
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      result.fields.set(property.name, { ...read, missing: read.missing || optional });
    }
    return result;
  }

  /** `Invoice`, `Invoice.LastFinalizationError`; what has no name has its owner's and the member's. */
  #name(type, name, owner) {
    let symbol = type.aliasSymbol ?? type.symbol;
    if (!symbol || symbol.name.startsWith("__")) return pascal(`${owner} ${name}`);
    const parts = [];
    // A file is a module whose name is its path in quotes.
    while (symbol && !symbol.name.startsWith('"')) {
      parts.unshift(symbol.name);
      symbol = symbol.parent;
    }
    const given = type.aliasTypeArguments ?? type.typeArguments ?? [];
    const of = given.map((one) => this.#name(one, name, owner));
    return pascal([...(of.length === 1 ? of : []), ...parts].join(" "));
  }
}

/** Whole numbers, but for members whose name fits `fractions`. */
export const whole = (name, fractions) => plain(fractions?.test?.(name) ? "number" : "int");

/**
 * The events of a union, or of several types, whose parts have a name in one member, and their payload in another, or as
 * a whole. What has the same name is merged.
 */
export function byType(types, union, name, payload) {
  const events = new Map();
  const parts = typeof union === "string" ? types.parts(types.exported(union)) : union;
  for (const part of parts) {
    const type = payload ? types.member(part, payload) : part;
    if (!type) continue;
    for (const event of types.literals(part, name)) {
      const { kind } = types.field(type, payload ?? event, pascal(event));
      if (kind.k !== "object") continue;
      const known = events.get(event);
      events.set(event, known ? types.merger.kinds(known, kind) : kind);
    }
  }
  return [...events].map(([event, kind]) => ({ name: event, kind }));
}

/** `string & {}`: any other text, beside those that are listed. */
const isOpen = (type) =>
  type.isIntersection() && type.types.some((part) => part.flags & SOME.String);
