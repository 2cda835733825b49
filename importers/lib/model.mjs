// What importers make of their sources: types of fields, merged where they meet.
//
// Only names, kinds and values are taken from a source, never its sentences.

/** A kind without parts: `text`, `int` and so on. */
export const plain = (k) => ({ k });

export const JSON_ = plain("json");

/** One of several texts; more may come. */
export const words = (values) => ({ k: "words", values: [...new Set(values)].sort() });

export const list = (of) => ({ k: "list", of });

export const map = (of) => ({ k: "map", of });

/** An object. Its fields are filled in later, so that it can hold itself. */
export const object = (name) => ({ k: "object", name, fields: new Map() });

/** A field: its kind, whether it may be missing, whether it may be null. */
export const field = (kind, { missing = false, nullable = false } = {}) => ({
  kind,
  missing,
  nullable,
});

const WORDS_LIKE = new Set(["text", "words"]);
const WHOLE = new Set(["int", "unix"]);
const NUMERIC = new Set(["int", "unix", "number"]);

/** Merges what may stand in one place. What does not agree is left as JSON. */
export class Merger {
  #merged = new Map();
  #ids = new Map();

  kinds(a, b) {
    if (a === b) return a;
    if (a.k === "object" && b.k === "object") return this.objects([a, b]);
    if (a.k === "list" && b.k === "list") return list(this.kinds(a.of, b.of));
    if (a.k === "map" && b.k === "map") return map(this.kinds(a.of, b.of));
    if (a.k === "words" && b.k === "words") return words([...a.values, ...b.values]);
    if (a.k === b.k) return a;
    if (WORDS_LIKE.has(a.k) && WORDS_LIKE.has(b.k)) return plain("text");
    // An id, a time or a date beside other texts is a text.
    const texts = new Set(["text", "words", "time", "date", "decimal"]);
    if (texts.has(a.k) && texts.has(b.k)) return plain("text");
    if (WHOLE.has(a.k) && WHOLE.has(b.k)) return plain("int");
    if (NUMERIC.has(a.k) && NUMERIC.has(b.k)) return plain("number");
    return JSON_;
  }

  fields(a, b) {
    return field(this.kinds(a.kind, b.kind), {
      missing: a.missing || b.missing,
      nullable: a.nullable || b.nullable,
    });
  }

  /** One object with the fields of all; what not all have may be missing. */
  objects(given) {
    const all = [...new Set(given.flatMap((o) => o.parts ?? [o]))];
    if (all.length === 1) return all[0];
    const key = all.map((o) => this.#id(o)).sort((x, y) => x - y).join(",");
    const known = this.#merged.get(key);
    if (known) return known;
    const result = object(shared(all.map((o) => o.name)));
    result.parts = all;
    this.#merged.set(key, result);
    const names = new Set(all.flatMap((o) => [...o.fields.keys()]));
    for (const name of names) {
      let merged;
      for (const part of all) {
        const own = part.fields.get(name);
        if (own) merged = merged ? this.fields(merged, own) : own;
      }
      const everywhere = all.every((o) => o.fields.has(name));
      result.fields.set(name, { ...merged, missing: merged.missing || !everywhere });
    }
    return result;
  }

  /** What several kinds come to. */
  all(kinds) {
    const objects = kinds.filter((kind) => kind.k === "object");
    if (objects.length === kinds.length) return this.objects(objects);
    return kinds.reduce((a, b) => this.kinds(a, b));
  }

  #id(o) {
    if (!this.#ids.has(o)) this.#ids.set(o, this.#ids.size);
    return this.#ids.get(o);
  }
}

/** The name that merged objects have: what their names begin with, else the first of them. */
function shared(names) {
  const sorted = [...names].sort();
  const [first] = sorted;
  const parts = first.match(/[A-Z0-9]+[a-z0-9]*/g) ?? [first];
  while (parts.length > 1 && !sorted.every((name) => name.startsWith(parts.join("")))) parts.pop();
  const common = parts.join("");
  return sorted.every((name) => name.startsWith(common)) ? common : first;
}

/** A name as types have it: `InvoiceLineItem`. */
export const pascal = (text) => {
  const name = text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join("");
  return /^[A-Z]/.test(name) ? name : `T${name}`;
};
