import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { render } from "../../src/messages";
import { amendRegister, type Amended } from "../../src/register/amend";
import type { Amendment } from "../../src/register/amendment";
import { keyText, readYaml, type KeyPath } from "../../src/register/yaml";
import { EXAMPLE } from "./example";
import { errorOf, options, start } from "./loading";

const REGISTRATION: KeyPath = ["filings", 0, "registration"];
const EXPIRES: KeyPath = [...REGISTRATION, "expiresOn"];
const REAL_NAME: KeyPath = [...REGISTRATION, "realName"];
const expiry: Amendment = { path: EXPIRES, value: "2027-05-06" };
const realName: Amendment = { path: REAL_NAME, value: "verified" };
const both = [realName, expiry];
const amend = (text: string, ...amendments: readonly Amendment[]): Amended => amendRegister(text, amendments, options);
/** What could not be written, as people read it. */
const leftOf = ({ left }: Amended): readonly string[] =>
  left.map(({ line, at, reason }) => `${line}: ${keyText(at)}: ${render("en", reason.id, reason.params)}`);

const FILING = "filings:\n  - domain: example.com\n    status: active\n";
const flow = (registration: string) =>
  `filings:\n  - { domain: example.com, status: active, registration: ${registration} } # all\n`;
const value = (text: string) => `${FILING}    registration:\n      expiresOn:${text}\nwords: []\n`;

/** What comes after the two first lines, before and after a day of expiry was set. */
const DAYS: readonly (readonly [name: string, before: string, after: string])[] = [
  ["a plain value", value(" 2026-12-01"), value(" 2027-05-06")],
  ["one with a comment", value("   2026-12-01   # soon"), value("   2027-05-06   # soon")],
  ["one on the next line", value("\n        2026-12-01"), value("\n        2027-05-06")],
  ["double quotes", value(' "2026-12-01" # soon'), value(' "2027-05-06" # soon')],
  ["single quotes", value(" '2026-12-01'"), value(" '2027-05-06'")],
  ["null", value(" null # none"), value(" 2027-05-06 # none")],
  ["a tilde", value(" ~"), value(" 2027-05-06")],
  ["nothing", value(""), value(" 2027-05-06")],
  ["nothing and a comment", value(" # none"), value(" 2027-05-06 # none")],
  ["nothing and a comment below", value("\n        # none"), value(" 2027-05-06\n        # none")],
  ["an anchor that nobody names", value(" &day 2026-12-01"), value(" &day 2027-05-06")],
  ["an anchor of nothing", value(" &day # none"), value(" &day 2027-05-06 # none")],
  ["a tag", value(" !!str 2026-12-01"), value(" !!str 2027-05-06")],
  ["a block", value(" >- # soon\n        2026-12-01"), value(" >- # soon\n        2027-05-06")],
  ["a block far in, and a blank line", value(" |-\n         2026-12-01\n"), value(" |-\n         2027-05-06\n")],
  [
    "a key in quotes",
    value(" 2026-12-01").replace("expiresOn", '"expiresOn"'),
    value(" 2027-05-06").replace("expiresOn", '"expiresOn"'),
  ],
  [
    "a key behind a question mark",
    `${FILING}    registration:\n      ? expiresOn\n      : 2026-12-01\n`,
    `${FILING}    registration:\n      ? expiresOn\n      : 2027-05-06\n`,
  ],
  ["a value in braces", flow("{ expiresOn: 2026-12-01 }"), flow("{ expiresOn: 2027-05-06 }")],
  ["one without spaces", flow("{expiresOn: 2026-12-01,holder: a}"), flow("{expiresOn: 2027-05-06,holder: a}")],
  ["null in braces", flow("{ expiresOn: null, holder: a }"), flow("{ expiresOn: 2027-05-06, holder: a }")],
  ["nothing in braces", flow("{ expiresOn: , holder: a }"), flow("{ expiresOn: 2027-05-06 , holder: a }")],
  ["nothing at their end", flow("{ expiresOn: }"), flow("{ expiresOn: 2027-05-06 }")],
  ["no colon", flow("{ expiresOn, holder: a }"), flow("{ expiresOn: 2027-05-06, holder: a }")],
  ["a key in quotes and braces", flow('{"expiresOn":null}'), flow('{"expiresOn":"2027-05-06"}')],
  ["no key in braces", flow("{ holder: a }"), flow("{ holder: a, expiresOn: 2027-05-06 }")],
  ["empty braces", flow("{}"), flow("{expiresOn: 2027-05-06}")],
  ["a last comma", flow("{ holder: a, }"), flow("{ holder: a, expiresOn: 2027-05-06, }")],
  [
    "braces of several lines",
    flow("{\n      holder: a, # ours\n    }"),
    flow("{\n      holder: a, # ours\n      expiresOn: 2027-05-06,\n    }"),
  ],
  [
    "braces of several lines whose last value is nothing",
    flow("{\n      holder: # none\n    }"),
    flow("{\n      holder:, # none\n      expiresOn: 2027-05-06\n    }"),
  ],
  [
    "no key in a block",
    `${FILING}    registration:\n      holder: a # ours\n      # bought in May\n\n    # hosts\n    hosts: []\n`,
    `${FILING}    registration:\n      holder: a # ours\n      # bought in May\n      expiresOn: 2027-05-06\n\n    # hosts\n    hosts: []\n`,
  ],
  [
    "no key below a block of text",
    `${FILING}    registration:\n      holder: |\n        a\n\n    hosts: []\n`,
    `${FILING}    registration:\n      holder: |\n        a\n      expiresOn: 2027-05-06\n\n    hosts: []\n`,
  ],
  [
    "no map",
    `${FILING}    # number: none\n\n# words\nwords: []\n`,
    `${FILING}    # number: none\n    registration:\n      expiresOn: 2027-05-06\n\n# words\nwords: []\n`,
  ],
  [
    "no map, before another filing",
    `${FILING}\n  # the other\n  - { domain: example.net, status: active }\n`,
    `${FILING}    registration:\n      expiresOn: 2027-05-06\n\n  # the other\n  - { domain: example.net, status: active }\n`,
  ],
  [
    "no map in a list that is not indented",
    "filings:\n- domain: example.com\n  status: active\n# words\nwords: []\n",
    "filings:\n- domain: example.com\n  status: active\n  registration:\n    expiresOn: 2027-05-06\n# words\nwords: []\n",
  ],
  [
    "no map below dashes far in",
    "filings:\n  -   domain: example.com\n      status: active\n",
    "filings:\n  -   domain: example.com\n      status: active\n      registration:\n        expiresOn: 2027-05-06\n",
  ],
  [
    "no map where the first key has an anchor",
    "filings:\n  - &key domain: example.com\n    ? status\n    : active\n",
    "filings:\n  - &key domain: example.com\n    ? status\n    : active\n    registration:\n      expiresOn: 2027-05-06\n",
  ],
  [
    "no map in braces",
    "filings: [{ domain: example.com, status: active }] # all\n",
    "filings: [{ domain: example.com, status: active, registration: { expiresOn: 2027-05-06 } }] # all\n",
  ],
];

/** JSON, in the same way. */
const JSON_DAYS: readonly (readonly [name: string, before: string, after: string])[] = [
  ["a value", '{"expiresOn":"2026-12-01"}', '{"expiresOn":"2027-05-06"}'],
  ["null", '{ "expiresOn": null }', '{ "expiresOn": "2027-05-06" }'],
  ["no key", '{ "holder": null }', '{ "holder": null, "expiresOn": "2027-05-06" }'],
  ["an empty map", "{}", '{"expiresOn": "2027-05-06"}'],
  [
    "lines",
    '{\n        "holder": "a"\n      }',
    '{\n        "holder": "a",\n        "expiresOn": "2027-05-06"\n      }',
  ],
];
const json = (registration: string) =>
  `{\n  "version": 1,\n  "asOf": "2026-11-22",\n  "filings": [\n    {\n      "domain": "example.com",\n      "status": "active"${registration}\n    }\n  ]\n}\n`;

const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;

describe("amendRegister", () => {
  it.each(DAYS)("%s", (_, before, after) => {
    const amended = amend(start + before, expiry);
    expect(amended.text).toBe(start + after);
    expect(amended.left).toEqual([]);
    expect(amended.made).toHaveLength(1);
    const [{ line = 0 } = {}] = amended.made;
    expect(amended.text.split("\n")[line - 1]).toMatch(/expiresOn/);
    expect(amend(amended.text, expiry)).toEqual({ text: amended.text, made: [], left: [] });
  });

  it.each(DAYS)("%s, with line ends of Windows and a byte order mark", (_, before, after) => {
    expect(amend(windows(start + before), expiry).text).toBe(windows(start + after));
  });

  it.each(DAYS)("%s, without the last line end", (_, before, after) => {
    expect(amend((start + before).trimEnd(), expiry).text).toBe((start + after).trimEnd());
  });

  it.each(JSON_DAYS)("JSON: %s", (_, before, after) => {
    const of = (registration: string) => json(`,\n      "registration": ${registration}`);
    expect(amend(of(before), expiry).text).toBe(of(after));
    expect(amend(windows(of(before)), expiry).text).toBe(windows(of(after)));
  });

  it("JSON: no map", () => {
    expect(amend(json(""), ...both).text).toBe(
      json(',\n      "registration": { "realName": "verified", "expiresOn": "2027-05-06" }'),
    );
  });

  it("sets several at once, in the order in which they are given", () => {
    const before = `${start}${FILING}    servers:\n      - { product: ecs, id: i-a, expiresOn: 2026-12-01 }\n      - product: ecs\n        id: i-b\n`;
    const wanted: readonly Amendment[] = [
      ...both,
      { path: ["filings", 0, "servers", 0, "expiresOn"], value: "2027-01-01" },
      { path: ["filings", 0, "servers", 1, "expiresOn"], value: "2027-02-01" },
      { path: ["asOf"], value: "2026-11-21" },
      { path: ["filings", 0, "number"], value: "浙ICP备12345678号-1" },
    ];
    const { text, made, left } = amend(before, ...wanted);
    expect(text).toBe(
      `version: 1\nasOf: 2026-11-21\n${FILING}    servers:\n      - { product: ecs, id: i-a, expiresOn: 2027-01-01 }\n      - product: ecs\n        id: i-b\n        expiresOn: 2027-02-01\n    registration:\n      realName: verified\n      expiresOn: 2027-05-06\n    number: "浙ICP备12345678号-1"\n`,
    );
    expect(left).toEqual([]);
    expect(made.map(({ path, line }) => [keyText(path), line])).toEqual([
      ["filings[0].registration.realName", 12],
      ["filings[0].registration.expiresOn", 13],
      ["filings[0].servers[0].expiresOn", 7],
      ["filings[0].servers[1].expiresOn", 10],
      ["asOf", 2],
      ["filings[0].number", 14],
    ]);
  });

  it("takes the last of several values of one key", () => {
    expect(amend(start, { path: ["asOf"], value: "2026-11-20" }, { path: ["asOf"], value: "2026-11-21" }).text).toBe(
      "version: 1\nasOf: 2026-11-21\n",
    );
  });

  it.each([
    ["a value and a key behind it", "{ realName: , }", "{ realName: verified, expiresOn: 2027-05-06 , }"],
    ["a last value and a key behind it", "{ realName: }", "{ realName: verified, expiresOn: 2027-05-06 }"],
  ])("sets %s", (_, before, after) => {
    // The schema takes no empty realName, so it stands for another key here.
    const of = (text: string) => start + flow(text.replace("realName", "holder"));
    expect(amend(of(before), { path: [...REGISTRATION, "holder"], value: "verified" }, expiry).text).toBe(of(after));
  });

  it("takes any text for text", () => {
    const nasty = "a: b # c\n- { x: [y] }\u2028\t\"'\\ \u0000 *x &y !z ::error:: \u202e";
    for (const text of [nasty, "null", "true", "1e3", "~", "-", "a b", "0x1", "it's"]) {
      for (const before of [" a", " 'a'", ' "a"', ""]) {
        const register = `${start}${FILING}    registration:\n      registrar:${before}\n`;
        const path = [...REGISTRATION, "registrar"];
        expect(readYaml(amend(register, { path, value: text }).text, "icp.yaml").value).toMatchObject({
          filings: [{ registration: { registrar: text } }],
        });
      }
    }
  });
});

describe("what is left", () => {
  it.each<[string, string, string]>([
    [
      "a value that is an alias",
      `x-day: &day 2026-12-01\n${FILING}    registration:\n      expiresOn: *day\n`,
      "8: filings[0].registration.expiresOn: is an alias (*name), and what it stands for may be meant elsewhere too; write it out here, with 2027-05-06",
    ],
    [
      "a map that is an alias",
      `x-one: &one { holder: a }\n${FILING}    registration: *one\n`,
      "7: filings[0].registration: is an alias (*name), and what it stands for may be meant elsewhere too; write it out here, with 2027-05-06",
    ],
    [
      "a list that is an alias",
      "x-all: &all [{ domain: example.com, status: active }]\nfilings: *all\n",
      "4: filings: is an alias (*name), and what it stands for may be meant elsewhere too; write it out here, with 2027-05-06",
    ],
    [
      "a value that others repeat",
      `${FILING}    registration:\n      expiresOn: &day 2026-12-01\nx-day: *day\n`,
      "7: filings[0].registration.expiresOn: is repeated elsewhere by an alias (*name), where 2027-05-06 may be wrong; write it out there, and 2027-05-06 here",
    ],
    [
      "a map that others repeat",
      `filings:\n  - domain: example.com\n    status: active\n    registration: &one\n      holder: a\n  - { domain: example.net, status: active, registration: *one }\n`,
      "6: filings[0].registration: is repeated elsewhere by an alias (*name), where 2027-05-06 may be wrong; write it out there, and 2027-05-06 here",
    ],
    [
      "a value with a tag of another kind",
      value(" !!null"),
      "7: filings[0].registration.expiresOn: no place was found for 2027-05-06; write it by hand",
    ],
    [
      "a key without a value behind a question mark",
      `${FILING}    registration:\n      ? expiresOn\n`,
      "7: filings[0].registration.expiresOn: no place was found for 2027-05-06; write it by hand",
    ],
    ["a filing that is not there", "filings: []\n", "3: filings: no place was found for 2027-05-06; write it by hand"],
    ["filings that are not there", "words: []\n", "1: : no place was found for 2027-05-06; write it by hand"],
  ])("is %s, and the rest is written", (_, before, expected) => {
    const amended = amend(start + before, expiry, { path: ["asOf"], value: "2026-11-21" });
    expect(leftOf(amended)).toEqual([expected]);
    expect(amended.text).toBe((start + before).replace("2026-11-22", "2026-11-21"));
    expect(amended.made.map(({ path }) => keyText(path))).toEqual(["asOf"]);
  });

  it("is what is no value", () => {
    const path = ["filings", 0];
    expect(leftOf(amend(start + FILING, { path, value: "a" }))).toEqual([
      "4: filings[0]: no place was found for a; write it by hand",
    ]);
  });
});

it("refuses what is faulty with its own errors, and what would become so", () => {
  expect(errorOf(() => amend(`${start}filngs: []\n`, expiry)).message).toMatch(/^icp\.yaml:3: filngs: unknown key/);
  expect(errorOf(() => amend(`${start}rules: { <<: {} }\n`, expiry)).message).toMatch(/merge keys/);
  expect(errorOf(() => amend(start + FILING, { ...realName, value: "failed" })).message).toBe(
    'icp.yaml: the register would be wrong with what is to be written, and nothing was changed: icp.yaml:7: filings[0].registration.realName: expected one of verified, pending, missing; found "failed": did you mean missing?',
  );
  // Keys that begin behind a colon are found nowhere by their column.
  const behindColon = `${start}${FILING}    ? registration\n    : holder: a\n`;
  expect(errorOf(() => amend(behindColon, expiry)).message).toBe(
    "icp.yaml: no place was found for what is new and nothing was changed; add it by hand: filings[0].registration.expiresOn: 2027-05-06",
  );
});

/** Ways in which a value, and the map around it, may be written; the day of expiry is `DAY`. */
const note = fc.constantFrom("", "", " # note, with [commas] and { braces }");
const DAY = fc.constantFrom("2026-12-01", '"2026-12-01"', "'2026-12-01'", "null", "~", "");
const own = fc.constantFrom("", "", "\n      # own", "\n\n      # own: { a: b }", "\n    # of the filing");
const registration = fc
  .tuple(fc.constantFrom("block", "quoted", "lacking", "braces", "lines", "empty", "none"), DAY, note, note, own)
  .map(([style, day, first, second, comment]) => {
    const maps: Readonly<Record<typeof style, string>> = {
      block: `    registration:${first}\n      realName: pending${second}${comment}\n      expiresOn: ${day}${first}\n`,
      quoted: `    "registration":\n        "expiresOn": ${day}${first}\n        "realName": 'pending'${second}\n`,
      lacking: `    registration:${first}\n      holder: a${second}${comment}\n`,
      braces: `    registration: { expiresOn: ${day === "" ? "null" : day}, realName: pending }${first}\n`,
      lines: `    registration: {${first}\n        expiresOn: ${day}${second},\n        holder: a${first}\n      }${second}\n`,
      empty: `    registration: {}${first}\n`,
      none: "",
    };
    // A comma behind a comment is one no more.
    return style === "lines" && second !== "" ? maps.braces : maps[style];
  });
const server = fc
  .tuple(fc.constantFrom("block", "braces", "lacking"), DAY, note)
  .map(([style, day, after]) =>
    style === "block"
      ? `      - product: ecs${after}\n        expiresOn: ${day}${after}\n        id: i-a\n`
      : `      - { product: ecs, id: i-b${style === "lacking" ? "" : `, expiresOn: ${day === "" ? "~" : day}`} }${after}\n`,
  );
const filingText = fc
  .tuple(registration, fc.array(server, { maxLength: 3 }), note, fc.boolean(), fc.constantFrom("", "\n", "  # next\n"))
  .map(([registered, servers, after, isFirst, gap]) => {
    const list = servers.length === 0 ? "" : `    servers:${after}\n${servers.join("")}`;
    return { servers: servers.length, text: (isFirst ? registered + list : list + registered) + gap };
  });
const written = fc.record({
  filings: fc.array(filingText, { minLength: 1, maxLength: 3 }),
  before: fc.constantFrom("", "# icp\n---\n", "words: []\n\n# filings\n"),
  behind: fc.constantFrom("", "words: [] # end\n", "\n# end\n", "...\n"),
  asOf: fc.constantFrom("2026-11-22", '"2026-11-22" # of today', "'2026-11-22'"),
  mark: fc.constantFrom("", "\ufeff"),
  eol: fc.constantFrom("\n", "\r\n"),
  isOpen: fc.boolean(),
});
/** Which of its keys are set: each by a bit, in the order of `keysOf`. */
const picked = fc.bigInt({ min: 1n, max: (1n << 24n) - 1n });

const keysOf = (filings: readonly { readonly servers: number }[]): readonly KeyPath[] => [
  ["asOf"],
  ...filings.flatMap(({ servers }, at): KeyPath[] => [
    ["filings", at, "registration", "expiresOn"],
    ["filings", at, "registration", "realName"],
    ...Array.from({ length: servers }, (_, index): KeyPath => ["filings", at, "servers", index, "expiresOn"]),
  ]),
];

const bare = (text: string): string => text.replace(/^\ufeff/, "");
/** All values of a register by their keys; a map that is empty or missing has none. */
function valuesOf(value: unknown, path: KeyPath = []): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) return [[keyText(path), value]];
  return Object.entries(value).flatMap(([key, one]) =>
    valuesOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
const commentsOf = (text: string): readonly string[] => text.match(/#.*/g) ?? [];

it("sets values in any layout, and nothing else changes", () => {
  fc.assert(
    fc.property(written, picked, ({ filings, before, behind, asOf, mark, eol, isOpen }, bits) => {
      const list = filings.map(({ text }, at) => `  - domain: example${at}.com\n    status: active\n${text}`).join("");
      const [comment = "", words = ""] = before.startsWith("#") ? [before] : ["", before];
      const lf = `${comment}version: 1\nasOf: ${asOf}\n${words}filings:\n${list}${words === "" ? behind : ""}`;
      const old = mark + (isOpen ? lf.trimEnd() : lf).replaceAll("\n", eol);
      const amendments = keysOf(filings)
        .filter((_, at) => (bits >> BigInt(at)) & 1n)
        .map((path) => ({ path, value: path.at(-1) === "realName" ? "verified" : "2026-11-20" }));
      const { text, made, left } = amend(old, ...amendments);
      expect(left).toEqual([]);
      expect(made.map(({ path }) => path)).toEqual(amendments.map(({ path }) => path));

      const wanted = new Map(amendments.map(({ path, value: to }) => [keyText(path), to]));
      const now = new Map(valuesOf(readYaml(bare(text), "icp.yaml").value));
      const was = new Map(valuesOf(readYaml(bare(old), "icp.yaml").value));
      expect(Object.fromEntries(now)).toEqual({ ...Object.fromEntries(was), ...Object.fromEntries(wanted) });

      expect(commentsOf(text)).toEqual(commentsOf(old));
      const lines = (some: string): string[] => (some.endsWith("\n") ? some : some + eol).split(/(?<=\n)/);
      const touched = /^\ufeff?(?:asOf|\s*"?(?:registration"?: \{|expiresOn|realName|holder: a)|\s*- \{)/;
      const kept = lines(old).filter((line) => !touched.test(line));
      let from = 0;
      for (const line of lines(text)) if (line === kept[from]) from++;
      expect(kept.slice(from)).toEqual([]);
      expect(text.startsWith("\ufeff")).toBe(mark !== "");
      expect(text.endsWith("\n")).toBe(old.endsWith("\n"));
      expect(/(?<!\r)\n/.test(text)).toBe(eol === "\n");
      expect(amend(text, ...amendments)).toEqual({ text, made: [], left: [] });
    }),
    { numRuns: 100 },
  );
});

it("sets values in the register that uses every key", () => {
  const { text, left } = amend(EXAMPLE, ...both, { path: ["asOf"], value: "2026-11-21" });
  expect(left).toEqual([]);
  expect(commentsOf(text)).toEqual(commentsOf(EXAMPLE));
  expect(readYaml(text, "icp.yaml").value).toMatchObject({
    asOf: "2026-11-21",
    filings: [{ registration: { realName: "verified", expiresOn: "2027-05-06" } }],
  });
});
