// Writes documents and what Node makes of them, one JSON line each:
//
//     {"input": "<base64>", "output": "<base64>" or null}
//
// The output is JSON.stringify(JSON.parse(input)), or null where the input is
// not UTF-8 or JSON.parse throws. The same seed gives the same documents.
//
//     node generate.mjs --seed 1 --count 20000
//     node generate.mjs --seed 1 --count 2000 --size 160 --chosen
//
// `--size` limits how long a generated document grows, `--chosen` puts the
// hand-written documents in front of the generated ones.

import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20000" },
    size: { type: "string", default: "400" },
    chosen: { type: "boolean", default: false },
  },
});

// SplitMix64: small, seeded, and the same everywhere.
let state = BigInt.asUintN(64, BigInt(options.seed));
function random() {
  state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
  let z = state;
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}
const below = (bound) => Number(random() % BigInt(bound));
const chance = (percent) => below(100) < percent;
const pick = (list) => list[below(list.length)];
const times = (count, make) => Array.from({ length: count }, make);

function blank() {
  if (chance(80)) return "";
  return times(1 + below(3), () => pick([" ", "\t", "\n", "\r"])).join("");
}

const NUMBERS = [
  "0", "-0", "0.0", "-0.0", "0e0", "-0e-0", "0E+5", "0e400", "1", "-1", "10", "1.0", "1.50",
  "100e-2", "1e0", "1E2", "1e+2", "1e20", "1e21", "-1e21", "123456789012345680000", "1e22",
  "999999999999999", "9999999999999999", "9007199254740991", "9007199254740992",
  "9007199254740993", "9007199254740994", "9007199254740995", "-9007199254740993",
  "18014398509481985", "18446744073709551615", "9223372036854775807", "0.1", "0.3", "0.000001",
  "0.0000001", "1e-6", "1e-7", "1.5e-7", "123e-20", "5e-324", "4.9e-324", "2.4e-324",
  "2.5e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-323", "3e-324",
  "2.2250738585072014e-308", "2.2250738585072011e-308", "2.225073858507201e-308", "1e-400",
  "-1e-400", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308",
  "1.797693134862315708e308", "1e308", "1e309", "-1e309", "1e99999", "1e-99999",
  "1e99999999999999999999", "-1e-99999999999999999999", "0e99999999999999999999",
  "0.1e309", "10e307", "0.00001e313", "4.35", "4.349999999999999", "0.1000000000000000055511151231257827",
  "1.0000000000000001110223024625156540", "1.0000000000000001110223024625156541",
  "1.00000000000000011102230246251565404236316680908203125",
  "1.000000000000000111022302462515654042363166809082031251",
  "123456789.123456789", "1e23", "8.41e21", "9.5e-7", "5e-7", "2e64", "4294967295", "4294967296",
  "144115188075855870", "144115188075855872", "1.2345678901234567e+19", "0.5", "-0.5", "1e1",
];
const BAD_NUMBERS = [
  "01", "-01", "+1", ".5", "1.", "1.e5", "1e", "1e+", "-", "--1", "0x10", "1_000", "NaN",
  "Infinity", "-Infinity", "1e5.5", "00", "-.5", "1n", "1e1e1", "\u0661",
];

const digits = (count) => times(count, () => below(10)).join("");

function number() {
  if (chance(40)) return pick(NUMBERS);
  const sign = chance(30) ? "-" : "";
  const whole = chance(30) ? "0" : String(1 + below(9)) + digits(pick([0, 1, 4, 12, 14, 15, 16, 20, 25]));
  const fraction = chance(50) ? "." + digits(pick([1, 2, 3, 6, 15, 17, 20, 40])) : "";
  let exponent = "";
  if (chance(40)) {
    const size = pick([below(10), below(30), below(330), 290 + below(40), 320 + below(10)]);
    exponent = pick(["e", "E"]) + pick(["", "+", "-"]) + (chance(10) ? "0" : "") + size;
  }
  if (chance(10)) {
    // A double at random, in all its digits or between two of its neighbours.
    const bits = new DataView(new ArrayBuffer(8));
    bits.setBigUint64(0, random());
    const double = bits.getFloat64(0);
    if (Number.isFinite(double)) return chance(50) ? String(double) : double.toExponential(20 + below(80));
  }
  return sign + whole + fraction + exponent;
}

const hex = (unit) => {
  const text = unit.toString(16).padStart(4, "0");
  return chance(50) ? text : text.toUpperCase();
};
const escape = (unit) => "\\u" + hex(unit);
const high = () => 0xd800 + below(0x400);
const low = () => 0xdc00 + below(0x400);

function stringPiece() {
  switch (below(16)) {
    case 0: return "\\" + pick(['"', "\\", "/", "b", "f", "n", "r", "t"]);
    case 1: return escape(below(0x30));
    case 2: return escape(pick([0x22, 0x5c, 0x2f, 0x7f, 0x80, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff, 0xd7ff, 0xe000]));
    case 3: return escape(below(0x10000));
    case 4: return escape(high()) + escape(low());
    case 5: return escape(pick([high(), low()]));
    case 6: return escape(high()) + pick(["x", "\\n", "\\\\", "é", "\u{1f600}", "\\u0041", "\\/", escape(high()) + escape(low())]);
    case 7: return escape(low()) + escape(high());
    case 8: return pick(["é", "ß", "\u2028", "\u2029", "\u007f", "\u0080", "\ufeff", "\uffff", "\u{1f600}", "\u{10ffff}", "中文", "/", "'"]);
    default: return times(1 + below(8), () => pick("abcxyz 0189.-_:,{}[]")).join("");
  }
}
const string = () => '"' + times(below(5), stringPiece).join("") + '"';

const KEYS = [
  "a", "b", "c", "", "__proto__", "constructor", "toJSON", "toString", "length", "0", "1", "2", "9", "10",
  "11", "01", "00", "-0", "-1", "1.0", "1e3", "+1", " 1", "1 ", "4294967293", "4294967294",
  "4294967295", "4294967296", "9007199254740991", "9007199254740992", "99999999999999999999",
  "2147483647", "2147483648", "NaN", "Infinity", "é", "\\u00e9", "\\u0031", "\\u0030", "\\u0061",
  "\\u005f_proto__", "\\ud800", "\\uD800", "\\udc00", "\\ud83d\\ude00", "\u{1f600}", "\\n", "\\u000A",
  "\\/", "/", '\\"', "\\\\ud800", "٣",
];
function key() {
  if (chance(60)) return `"${pick(KEYS)}"`;
  if (chance(50)) return `"${below(pick([5, 30, 1000, 2 ** 32 + 3]))}"`;
  return string();
}

function value(budget, depth) {
  const kind = budget < 4 || depth > 40 ? below(6) : below(12);
  if (kind < 2) return number();
  if (kind < 4) return string();
  if (kind < 6) return pick(["true", "false", "null", "{}", "[]", `{${blank()}}`, `[${blank()}]`]);
  const count = below(pick([2, 4, 9]));
  const share = Math.floor(budget / (count + 1)) - 4;
  const inner = () => blank() + value(share, depth + 1) + blank();
  if (kind < 8) return `[${times(count, inner).join(",")}]`;
  return `{${times(count, () => blank() + key() + blank() + ":" + inner()).join(",")}}`;
}

function nested(depth) {
  const objects = times(depth, () => chance(50));
  const outwards = [...objects].reverse();
  const member = () => `"${pick(["a", "1", "0", "z"])}"`;
  return objects.map((object) => (object ? `{"a":0,${member()}:` : "[")).join("") + number() +
    outwards.map((object) => (object ? `,${member()}:1}` : "]")).join("");
}

// More members than engines keep in their compact representation.
function wide(count) {
  const name = () => pick([`"k${below(count)}"`, `"${below(count)}"`, `"${below(2 ** 32 + 3)}"`]);
  return `{${times(count, () => `${name()}:${below(10)}`).join(",")}}`;
}

// One small wound in a document; most make it invalid.
function wound(bytes) {
  const at = below(bytes.length + 1);
  const rest = bytes.subarray(at);
  const put = (...middle) => Buffer.concat([bytes.subarray(0, at), Buffer.from(middle.flat()), rest]);
  switch (below(8)) {
    case 0: return bytes.subarray(0, at);
    case 1: return Buffer.concat([bytes.subarray(0, at), rest.subarray(1)]);
    case 2: return put(below(256));
    case 3: return put(below(0x20));
    case 4: return put([...Buffer.from(pick([",", ":", "{", "}", "[", "]", '"', "\\", "'", "//", "/**/", "\u00a0", "\ufeff", "\u2028", "\v", "\f"]))]);
    case 5: return put(pick([[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]]));
    case 6: return put([...Buffer.from(pick(BAD_NUMBERS))]);
    default: return put([...Buffer.from(pick(["\\u12", "\\x41", "\\uD8", "\\u{41}", "\\0", "\\", "tru", "True", "nul", "undefined"]))]);
  }
}

function document(size) {
  const roll = below(1000);
  if (roll < 4) return Buffer.from(nested(1 + below(size)));
  if (roll < 8) return Buffer.from(wide(1 + below(Math.ceil(size / 4))));
  const bytes = Buffer.from(blank() + value(8 + below(size), 0) + blank());
  return chance(15) ? wound(bytes) : bytes;
}

function* chosen() {
  for (const text of NUMBERS) yield text;
  for (const text of BAD_NUMBERS) yield text;
  for (const text of KEYS) yield `{"z":0,"${text}":1,"2":2,"${text}":3}`;
  yield* ["", " ", "null", " null ", "nul", "nulll", "true false", "{", "}", "[", "]", "[,]", "[1,]",
    "{,}", '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', "{'a':1}", '{"a":1 "b":2}', '{"a" 1}', "[1 2]",
    "[}", '{"a":1]', "[1}", "[1]]", '"', '"a', '"\\', '"\\u', '"\\u00', '"\\u004', '"\\U0041"',
    '"\t"', '"\n"', '"\u0000"', "\ufeffnull", "\u00a01", "\u20281", "1\f", "1\v", "/**/1", "1//",
    "[[[[[[]]]]]]", '{"a":{"b":{"c":[]}}}', "{}", "[]", '""', '"\u007f"', '"\u2028\u2029"'];
  for (let unit = 0; unit <= 0x80; unit += 1) yield `"${escape(unit)}"`;
  for (const unit of [0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xffff]) {
    yield `"${escape(unit)}"`;
    for (const other of [0x41, 0xd800, 0xdbff, 0xdc00, 0xdfff]) yield `"${escape(unit)}${escape(other)}"`;
  }
  // Both neighbours of a tie, and more digits than anyone keeps.
  const tie = 2n ** 53n + 1n;
  for (const zeros of [0, 20, 800, 2000]) {
    yield `${tie}.${"0".repeat(zeros)}1`;
    yield `${tie}.${"0".repeat(zeros)}`.replace(/\.$/, "");
    yield `${tie - 1n}.${"9".repeat(zeros + 1)}`;
    yield `0.${"0".repeat(zeros)}125e${zeros}`;
    yield `125${"0".repeat(zeros)}e-${zeros}`;
  }
  // The exponent alone is far beyond any double; the zeros bring it back.
  yield `0.${"0".repeat(3000)}7e3000`;
  yield `7${"0".repeat(3000)}e-3001`;
  yield "[".repeat(1000) + "]".repeat(1000);
  yield nested(1000);
  yield wide(1500);
  for (const bytes of [[0xff], [0x22, 0xff, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
    [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xe2, 0x82, 0x22], [0x22, 0xf0, 0x9f, 0x98, 0x80, 0x22],
    [0xff, 0xfe, 0x31, 0x00]]) {
    yield Buffer.from(bytes);
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function stringify(bytes) {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(utf8.decode(bytes)))).toString("base64");
  } catch {
    return null;
  }
}

function* documents() {
  if (options.chosen) for (const text of chosen()) yield Buffer.from(text);
  for (let left = Number(options.count); left > 0; left -= 1) yield document(Number(options.size));
}

let lines = [];
function flush() {
  process.stdout.write(lines.join(""));
  lines = [];
}
for (const input of documents()) {
  lines.push(JSON.stringify({ input: input.toString("base64"), output: stringify(input) }) + "\n");
  if (lines.length === 1000) flush();
}
flush();
