// The bodies that are signed: published samples, and hostile ones.

import { readdirSync, readFileSync } from "node:fs";

const samples = new URL("../../webhook-providers/samples/", import.meta.url);

/** Every published delivery: as published (indented), and as `JSON.stringify` writes it. */
export function published(provider) {
  const folder = new URL(`${provider}/`, samples);
  // A name that begins with `_` is that of an answer of the provider's API.
  const names = readdirSync(folder).filter((name) => /^[^_].*\.json$/.test(name)).sort();
  return names.flatMap((sample) => {
    const text = readFileSync(new URL(sample, folder), "utf8").trimEnd();
    const name = sample.slice(0, -".json".length);
    return [
      { name: `${name}/pretty`, sample, body: Buffer.from(text) },
      { name: `${name}/compact`, sample, body: Buffer.from(JSON.stringify(JSON.parse(text))) },
    ];
  });
}

/** Ratio publishes the envelope only: these deliveries are built from it and the glossary. */
export function builtForRatio() {
  const account = {
    id: "bank_01",
    createTime: "2023-11-14T22:13:20.000Z",
    updateTime: "2023-11-14T22:13:20.000Z",
    name: "Example Bank Checking",
    mask: "0000",
    linkStatus: "ACTIVE",
    verificationStatus: "APPROVED",
  };
  const activity = {
    id: "activity_01",
    createTime: "2023-11-14T22:13:20.000Z",
    updateTime: "2023-11-14T22:13:21.000Z",
    fiat: {
      status: "COMPLETED",
      currency: "USD",
      amount: "100.10",
      direction: "DEBIT",
      fundingMethod: "ACH_ORIGINATED_INSTANT",
      bankAccount: account,
    },
    crypto: {
      status: "PENDING",
      currency: "USDC_POLYGON",
      wallet: {
        id: "wallet_01",
        createTime: "2023-11-14T22:13:20.000Z",
        updateTime: "2023-11-14T22:13:20.000Z",
        address: "0x0000000000000000000000000000000000000000",
        name: "Example",
        type: "EVM",
      },
      direction: "CREDIT",
      amount: "99.10",
      price: "1.00",
      fee: "1.00",
      transactionHash: "0x00",
    },
  };
  const kyc = {
    createTime: "2023-11-14T22:13:20.000Z",
    updateTime: "2023-11-14T22:13:20.000Z",
    addressResult: "APPROVED",
    dobResult: "APPROVED",
    fraudResult: "IN_REVIEW",
    idvResult: "SUBMITTED",
  };
  const deliveries = [
    ["ACTIVITY_UPDATED", activity],
    ["BANK_UPDATED", account],
    ["KYC_UPDATED", kyc],
  ];
  return deliveries.flatMap(([event, data], at) => {
    const delivery = { userId: "user_01", event, id: `event_0${at + 1}`, data };
    return [
      { name: `built/${event}/pretty`, body: Buffer.from(JSON.stringify(delivery, null, 2)) },
      { name: `built/${event}/compact`, body: Buffer.from(JSON.stringify(delivery)) },
    ];
  });
}

/** A provider's envelope around one foreign JSON text, and around raw members. */
const envelopes = {
  fincra: (x) => ['{"event":"payout.successful","data":{"x":', x, "}}"],
  ratio: (x) => ['{"userId":"user_01","event":"BANK_UPDATED","id":"event_01","data":{"x":', x, "}}"],
  ascend: (x) => ['{"id":"event_01","type":"invoice.paid","data":{"x":', x, "}}"],
  waldo: (x) => ['{"event":"flag","flag":true,"x":', x, "}"],
  goodstack: (x) => [
    '{"object":"event","data":{"id":"event_01","eventType":"donation.created","createdAt":"2023-11-14T22:13:20.000Z","eventData":{"x":',
    x,
    "}}}",
  ],
};

/** Bodies that no sender should send, and that somebody will. */
export function hostile(provider) {
  const bytes = (...parts) =>
    Buffer.concat(parts.map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part))));
  const wrap = (x) => bytes(...envelopes[provider](x));
  const hex = (text) => Buffer.from(text, "hex");
  const compact = wrap('"y"');
  const pretty = JSON.stringify(JSON.parse(compact.toString()), null, 2);

  const all = {
    // Not JSON, or not an object.
    "empty": "",
    "blank": " ",
    "not-json": "hello",
    "not-json-cut": compact.subarray(0, compact.length - 1),
    "not-json-two-documents": bytes(compact, compact),
    "not-json-form": "event=payout.successful&data=%7B%7D",
    "not-json-template": "$& $$ $1 $` $' %s %d %% {} {0} {body} {timestamp} {signature} ${x}",
    "not-json-nan": wrap("NaN"),
    "not-json-comment": wrap("/* x */ 1"),
    "not-json-trailing-comma": wrap("[1,]"),
    "not-json-leading-zero": wrap("01"),
    "not-json-raw-newline-in-string": wrap('"a\nb"'),
    "byte-order-mark": bytes(hex("efbbbf"), compact),
    "top-level-null": "null",
    "top-level-string": '"event"',
    "top-level-number": "1.0",
    "top-level-array": "[1.0]",
    "top-level-empty-object": "{}",
    // Text that template languages read.
    "dollar-ampersand": wrap('"$&"'),
    "dollar-dollar": wrap('"$$"'),
    "dollar-others": wrap("\"$1 $` $' $<x> ${x}\""),
    "percent": wrap('"%s %d %n %% %7B 100%"'),
    "braces": wrap('"{} {0} {{}} {body} {timestamp} {signature} {secret}"'),
    // Not UTF-8.
    "not-utf8-only": hex("fffe0080"),
    "not-utf8-latin1": wrap(bytes('"', hex("e9"), '"')),
    "not-utf8-cut-sequence": wrap(bytes('"', hex("e280"), '"')),
    "not-utf8-overlong": wrap(bytes('"', hex("c080"), '"')),
    "not-utf8-surrogate": wrap(bytes('"', hex("eda080"), '"')),
    "not-utf8-beyond-unicode": wrap(bytes('"', hex("f4908080"), '"')),
    "not-utf8-outside-json": bytes(compact, hex("ff")),
    "replacement-character": wrap('"\ufffd"'),
    // Text beyond ASCII, literal and escaped.
    "u2019": wrap('"we can\u2019t"'),
    "u2019-escaped": wrap('"we can\\u2019t"'),
    "non-ascii": wrap('"caf\u00e9 \u0416 \u6f22 \ud83d\ude00"'),
    "non-ascii-escaped": wrap('"caf\\u00e9 \\u0416 \\u6f22 \\ud83d\\ude00"'),
    "non-ascii-key": wrap('{"caf\u00e9":1,"\ud83d\ude00":2}'),
    "decomposed": wrap('"cafe\u0301"'),
    "line-separators": wrap('"\u2028\u2029"'),
    "noncharacters": wrap('"\ufeff\uffff"'),
    "nul-escaped": wrap('"a\\u0000b"'),
    "control-escapes": wrap('"\\b\\f\\n\\r\\t\\u0008\\u000B\\u001F\\u007f\\u0080"'),
    "delete-literal": wrap('"\u007f\u0080"'),
    "solidus": wrap('"<\\/script> </script> \\u002f"'),
    "quotes": wrap('"\\" \\u0022 \\\\ \\u005c"'),
    // Surrogates that stand alone.
    "lone-high": wrap('"\\ud800"'),
    "lone-low": wrap('"\\udc00"'),
    "lone-upper-hex": wrap('"\\uD8FF x \\uDFFF"'),
    "lone-two-high": wrap('"\\ud83d\\ud83d\\ude00"'),
    "lone-reversed": wrap('"\\ude00\\ud83d"'),
    "lone-before-text": wrap('"\\ud83dx\\ud83d\\n"'),
    "lone-in-key": wrap('{"\\ud800":1,"\\udc00":2}'),
    // Keys.
    "integer-like-keys": wrap(
      '{"b":1,"10":2,"2":3,"a":4,"0":5,"01":6,"-1":7,"1.0":8,"1e3":9," 1":10,"4294967294":11,"4294967295":12,"4294967296":13,"9007199254740991":14,"9007199254740993":15,"":16}',
    ),
    "integer-like-keys-nested": wrap('[{"9":{"8":1,"7":2},"1":0}]'),
    "integer-like-keys-top": bytes('{"2":0,"1":0,', compact.subarray(1)),
    "duplicate-keys": wrap('{"a":1,"b":2,"a":3}'),
    "duplicate-keys-escaped": wrap('{"a":1,"b":2,"\\u0061":3}'),
    "duplicate-keys-integer": wrap('{"1":"first","0":"x","1":{"last":true}}'),
    "duplicate-keys-top": bytes(compact.subarray(0, compact.length - 1), ',"event":"other"}'),
    "proto-key": wrap('{"__proto__":{"a":1},"constructor":1,"toJSON":2,"b":3}'),
    "proto-key-twice": wrap('{"__proto__":1,"b":2,"__proto__":{"c":3}}'),
    // Numbers.
    "floats": wrap("[1.0,1.50,0.10,100.00,528947.3684210526,1.2599999999999998,699.9999999999999]"),
    "exponents": wrap("[1e21,1E21,1e+21,1e20,1e-6,1e-7,123e-20,1.5e300,0e10,100e-2]"),
    "zeros": wrap("[0,-0,0.0,-0.0,-0e5,1e-400,-1e-400]"),
    "too-large": wrap("[1e400,-1e400,1.7976931348623157e308,1.7976931348623159e308]"),
    "smallest": wrap("[5e-324,2.5e-324,2.4703282292062327e-324,2.2250738585072014e-308]"),
    "big-integers": wrap(
      "[9007199254740991,9007199254740992,9007199254740993,18446744073709551615,18446744073709551616,123456789012345680000,1234567890123456789012,-9223372036854775809]",
    ),
    "many-digits": wrap("[0.1000000000000000055511151231257827021181583404541015625,3.14159265358979323846264338327950288,0.30000000000000004]"),
    // Blanks.
    "trailing-newline": bytes(compact, "\n"),
    "trailing-crlf": bytes(compact, "\r\n"),
    "leading-blanks": bytes(" \t\r\n", compact),
    "pretty": pretty,
    "pretty-crlf": pretty.replaceAll("\n", "\r\n"),
    "pretty-tabs": JSON.stringify(JSON.parse(compact.toString()), null, "\t"),
    "blanks-around-colons": compact.toString().replaceAll(":", " : "),
    "nested-100": wrap("[".repeat(100) + "]".repeat(100)),
  };
  const bodies = Object.entries(all).map(([name, body]) => ({
    name: `hostile/${name}`,
    body: Buffer.isBuffer(body) ? body : Buffer.from(body),
  }));

  // 200 KiB and a little, written down as a repetition.
  const [before, , after] = envelopes[provider]("");
  for (const [name, unit] of [["text", "0123456789abcdef"], ["text-non-ascii", "\u2019\u00e9"]]) {
    const unitBytes = Buffer.from(unit);
    const repeat = {
      before_base64: Buffer.from(`${before}"`).toString("base64"),
      unit_base64: unitBytes.toString("base64"),
      count: Math.ceil((200 * 1024) / unitBytes.length),
      after_base64: Buffer.from(`"${after}`).toString("base64"),
    };
    bodies.push({ name: `hostile/200-kib-${name}`, body: repeated(repeat), repeat });
  }
  const floats = {
    before_base64: Buffer.from(`${before}[1.0`).toString("base64"),
    unit_base64: Buffer.from(", 1.0").toString("base64"),
    count: (200 * 1024) / 5,
    after_base64: Buffer.from(`]${after}`).toString("base64"),
  };
  bodies.push({ name: "hostile/200-kib-floats", body: repeated(floats), repeat: floats });
  return bodies;
}

/** The body that a `body_repeat` stands for. */
export function repeated({ before_base64, unit_base64, count, after_base64 }) {
  const from = (text) => Buffer.from(text, "base64");
  return Buffer.concat([
    from(before_base64),
    ...Array(count).fill(from(unit_base64)),
    from(after_base64),
  ]);
}
