import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertWaiver } from "../../src/register/insert";
import type { WaiverDocument } from "../../src/register/types";
import { readYaml } from "../../src/register/yaml";
import { EXAMPLE } from "./example";
import { errorOf, load, options, start } from "./loading";

const waiver: WaiverDocument = { rule: "icp-ip-drift", apex: "example.com", reason: "known", until: "2027-01-31" };
const NEW = '{ rule: icp-ip-drift, apex: example.com, reason: "known", until: 2027-01-31 }';
const NEW_JSON = '{ "rule": "icp-ip-drift", "apex": "example.com", "reason": "known", "until": "2027-01-31" }';
const A = "{ rule: icp-psb-filing, apex: example.com, reason: a, until: 2027-01-01 }";
const B = "{ rule: icp-psb-filing, apex: example.net, reason: b, until: 2027-01-01 }";
const insert = (text: string) => insertWaiver(text, waiver, options);

/** What comes after the two first lines, before and after the waiver was added. */
const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  ["no list", "", `waivers:\n  - ${NEW}\n`],
  ["no list and no last line end", "words: []", `words: []\nwaivers:\n  - ${NEW}`],
  ["no list, sections apart", "\nwords: []\n", `\nwords: []\n\nwaivers:\n  - ${NEW}\n`],
  ["no list, a last comment", "words: []\n# end\n", `words: []\n# end\n\nwaivers:\n  - ${NEW}\n`],
  ["no list, the end of the document", "words: []\n...\n# after\n", `words: []\nwaivers:\n  - ${NEW}\n...\n# after\n`],
  ["no list, blank lines at the end", "words: []\n\n\n", `words: []\nwaivers:\n  - ${NEW}\n\n\n`],
  ["no list, a block of text at the end", "x-note: |+\n  text\n\n", `x-note: |+\n  text\n\nwaivers:\n  - ${NEW}\n`],
  ["a list", `waivers:\n  - ${A}\n`, `waivers:\n  - ${A}\n  - ${NEW}\n`],
  ["a list without last line end", `waivers:\n  - ${A}`, `waivers:\n  - ${A}\n  - ${NEW}`],
  ["a list that is not indented", `waivers:\n- ${A}\nwords: []\n`, `waivers:\n- ${A}\n- ${NEW}\nwords: []\n`],
  ["a list far in", `waivers:\n        - ${A}\n`, `waivers:\n        - ${A}\n        - ${NEW}\n`],
  [
    "a list of several lines",
    "waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: >-\n      long\n\n      text\n\nwords: []\n",
    `waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: >-\n      long\n\n      text\n  - ${NEW}\n\nwords: []\n`,
  ],
  [
    "a text that keeps its line ends",
    "waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: |+\n      text\n\nwords: []\n",
    `waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: |+\n      text\n\n  - ${NEW}\nwords: []\n`,
  ],
  [
    "a list with an empty value at its end",
    "waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: a\n    owner: # nobody\nwords: []\n",
    `waivers:\n  - rule: icp-psb-filing\n    apex: example.com\n    until: 2027-01-01\n    reason: a\n    owner: # nobody\n  - ${NEW}\nwords: []\n`,
  ],
  [
    "a list with comments of its own, and of what follows",
    `waivers: # all\n  # first\n  - ${A} # why\n  # - ${B}\n\n    # more\n# words\nwords: []\n`,
    `waivers: # all\n  # first\n  - ${A} # why\n  # - ${B}\n\n    # more\n  - ${NEW}\n# words\nwords: []\n`,
  ],
  [
    "a list that is not indented, with comments",
    `waivers:\n# first\n- ${A} # why\n  # because\n# words\nwords: []\n`,
    `waivers:\n# first\n- ${A} # why\n  # because\n- ${NEW}\n# words\nwords: []\n`,
  ],
  ["a list of an explicit key", `? waivers\n: - ${A}\n  - ${B}\n`, `? waivers\n: - ${A}\n  - ${B}\n  - ${NEW}\n`],
  ["an anchor", `waivers: &all\n  - ${A}\n`, `waivers: &all\n  - ${A}\n  - ${NEW}\n`],
  ["nothing", "waivers:\nwords: []\n", `waivers:\n  - ${NEW}\nwords: []\n`],
  [
    "nothing and comments",
    "waivers: # none\n  # yet\n# words\nwords: []\n",
    `waivers: # none\n  # yet\n  - ${NEW}\n# words\nwords: []\n`,
  ],
  ["nothing at the end", "waivers:", `waivers:\n  - ${NEW}`],
  ["an empty list", "waivers: []\n", `waivers:\n  - ${NEW}\n`],
  ["an empty list and a comment", "waivers: [ ] # none\nwords: []\n", `waivers: # none\n  - ${NEW}\nwords: []\n`],
  ["null", "waivers: null # none\n", `waivers: # none\n  - ${NEW}\n`],
  ["a tilde in quotes' place", '"waivers": ~\n', `"waivers":\n  - ${NEW}\n`],
  ["null on the next line", "waivers:\n  ~ # none\n", `waivers:\n  [${NEW}] # none\n`],
  ["an empty list on the next line", "waivers:\n  []\n", `waivers:\n  [${NEW}]\n`],
  ["an empty list of lines", "waivers: [\n  # none\n  ]\n", `waivers: [\n  # none\n    ${NEW}\n  ]\n`],
  ["a list in a line", `waivers: [${A}] # all\n`, `waivers: [${A}, ${NEW}] # all\n`],
  ["a list in a line with a last comma", `waivers: [ ${A}, ]\n`, `waivers: [ ${A}, ${NEW}, ]\n`],
  ["a list of lines", `waivers: [\n    ${A},\n    ${B}\n  ]\n`, `waivers: [\n    ${A},\n    ${B},\n    ${NEW}\n  ]\n`],
  [
    "a list of lines with comments and a last comma",
    `waivers: [\n  ${A}, # a, b\n  ${B}, # c\n  # end, of\n]\nwords: []\n`,
    `waivers: [\n  ${A}, # a, b\n  ${B}, # c\n  # end, of\n  ${NEW},\n]\nwords: []\n`,
  ],
  [
    "a list of lines with a comment and no last comma",
    `waivers: [\n  ${A} # a, b\n]\n`,
    `waivers: [\n  ${A}, # a, b\n  ${NEW}\n]\n`,
  ],
  ["a list below its first item", `waivers: [${A},\n  ${B}]\n`, `waivers: [${A},\n  ${B},\n  ${NEW}]\n`],
  [
    "a list with a comment that only looks like a comma",
    `waivers: [\n  ${A} # a\u2028, b\n  ]\n`,
    `waivers: [\n  ${A}, # a\u2028, b\n  ${NEW}\n  ]\n`,
  ],
  ["a list with commas before", `waivers: [\n  ${A}\n  , ]\n`, `waivers: [\n  ${A}\n  , ${NEW} ]\n`],
  ["a list whose items begin beside the key", `waivers: [${A},\n  ]\n`, `waivers: [${A},\n    ${NEW},\n  ]\n`],
];

describe("insertWaiver", () => {
  it.each(CASES)("%s", (_, before, after) => {
    const { text, line } = insert(start + before);
    expect(text).toBe(start + after);
    expect(text.split("\n")[line - 1]).toContain(NEW);
  });

  it.each(CASES)("%s, with line ends of Windows and a byte order mark", (_, before, after) => {
    const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    expect(insert(windows(start + before)).text).toBe(windows(start + after));
  });

  it.each<[string, string, string]>([
    [
      "a map of JSON",
      '{"version":1,"asOf":"2026-11-22"}',
      `{"version":1,"asOf":"2026-11-22", "waivers": [${NEW_JSON}]}`,
    ],
    [
      "JSON in lines",
      '{\n  "version": 1,\n  "asOf": "2026-11-22"\n}\n',
      `{\n  "version": 1,\n  "asOf": "2026-11-22",\n  "waivers": [${NEW_JSON}]\n}\n`,
    ],
    [
      "JSON with an empty list",
      '{\n  "version": 1,\n  "waivers": [],\n  "asOf": "2026-11-22"\n}\n',
      `{\n  "version": 1,\n  "waivers": [${NEW_JSON}],\n  "asOf": "2026-11-22"\n}\n`,
    ],
    [
      "JSON with null",
      '{ "version": 1, "waivers":null, "asOf": "2026-11-22" }\n',
      `{ "version": 1, "waivers": [${NEW_JSON}], "asOf": "2026-11-22" }\n`,
    ],
    [
      "a map of YAML in braces",
      "--- { version: 1, asOf: 2026-11-22, } # all\n",
      `--- { version: 1, asOf: 2026-11-22, waivers: [${NEW}], } # all\n`,
    ],
    [
      "a map that is indented",
      "  version: 1\n  asOf: 2026-11-22\n# end\n",
      `  version: 1\n  asOf: 2026-11-22\n  waivers:\n    - ${NEW}\n# end\n`,
    ],
  ])("%s", (_, before, after) => {
    expect(insert(before).text).toBe(after);
  });

  it("takes any text for text", () => {
    const nasty = "a: b # c\n- { x: [y] }\u2028\t\"'\\ \u0000 *x &y !z ::error:: ##[error] \u202e";
    const wanted = { ...waiver, resource: nasty, host: "*.example.com", stack: nasty, reason: nasty, owner: nasty };
    for (const before of [start, '{ "version": 1, "asOf": "2026-11-22" }\n']) {
      const { text } = insertWaiver(before, wanted, options);
      expect(load(text).register.waivers).toEqual([wanted]);
      expect(text.split("\n").length).toBe(before.split("\n").length + (before === start ? 2 : 0));
    }
    for (const owner of ["null", "true", "1e3", "2027-01-01", "~", "-", "a b"]) {
      expect(load(insertWaiver(start, { ...waiver, owner }, options).text).register.waivers[0]?.owner).toBe(owner);
    }
  });

  it("refuses what is faulty with its own errors", () => {
    expect(errorOf(() => insert(`${start}filngs: []\n`)).message).toMatch(/^icp\.yaml:3: filngs: unknown key/);
  });

  it("refuses a list that is an alias", () => {
    const { message } = errorOf(() => insert(`${start}x-all: &all [${A}]\nwaivers: *all\n`));
    expect(message).toBe(`icp.yaml:4: waivers: is an alias; write the waivers out here, and add - ${NEW}`);
  });

  it("refuses to change what others share", () => {
    const { message } = errorOf(() => insert(`${start}waivers: &all [${A}]\nx-again: *all\n`));
    expect(message).toBe(
      `icp.yaml: waivers: no place was found for the waiver and nothing was changed; add it by hand: - ${NEW}`,
    );
  });

  it("refuses what is waived already, and says where", () => {
    const { message } = errorOf(() => insert(`${start}waivers:\n  - ${A}\n  - ${NEW}\n`));
    expect(message).toBe(
      "icp.yaml:5: waivers[1]: waives icp-ip-drift for the same already, until 2027-01-31; change that one, or remove it first",
    );
    expect(insert(`${start}waivers: [${NEW.replace("apex:", "stack: web/*, apex:")}]\n`).line).toBe(3);
  });
});

/** Lines of a register in any layout, with `comments` wherever one may stand. */
const comment = fc.constantFrom("", "", "", "# note", "  # note", "      # - { a: [b, c] }", "\n", "\n# waivers: []");
const after = fc.constantFrom("", "", " # note, with [commas]");
const LISTS = {
  block: (indent: string, note: string, own: string) =>
    `waivers:${note}\n${own}\n${indent}- ${A}${note}\n${indent}- rule: icp-psb-filing\n${indent}  apex: example.org\n${indent}  until: 2027-01-01\n${indent}  reason: |\n${indent}    text\n${indent}      # text too\n`,
  quoted: (indent: string, note: string) =>
    `"waivers":\n${indent}-   rule: icp-psb-filing${note}\n${indent}    apex: example.org\n${indent}    until: 2027-01-01\n${indent}    reason: "long\n\n${indent}      text"${note}\n`,
  line: (_: string, note: string) => `waivers: [${A}, ${B}]${note}\n`,
  lines: (indent: string, note: string, own: string) =>
    `waivers: [${note}\n  ${indent}${A},${note}\n${own}\n  ${indent}${B}${note}\n${own}\n ${indent}]${note}\n`,
  comma: (indent: string, note: string) => `waivers: [\n  ${indent}${A},${note}\n  ${indent}${B},${note}\n ]\n`,
  empty: (_: string, note: string) => `waivers: []${note}\n`,
  nothing: (_: string, note: string) => `waivers:${note}\n`,
  tilde: (_: string, note: string) => `waivers: ~${note}\n`,
  none: () => "",
};
const SECTIONS = [
  "filings:\n- domain: example.com\n  status: active\n",
  "rules: { icp-ip-drift: mandatory }\n",
  "words:\n    - bank\n",
  "x-note: >\n  waivers:\n    - text\n\n",
  "unlisted: undetermined\n",
];
const layout = fc.record({
  style: fc.constantFrom(...(Object.keys(LISTS) as (keyof typeof LISTS)[])),
  indent: fc.constantFrom("", "  ", "    "),
  note: after,
  own: fc.constantFrom("", "  # own", "    # own: [x]"),
  sections: fc.shuffledSubarray(SECTIONS),
  at: fc.nat(SECTIONS.length),
  comments: fc.array(comment, { minLength: 8, maxLength: 8 }),
  begin: fc.constantFrom("", "", "---\n", "# icp\n---\n", "\ufeff"),
  end: fc.constantFrom("", "", "...\n", "...\n# end\n", "\n\n", "# end"),
  eol: fc.constantFrom("\n", "\r\n"),
  open: fc.boolean(),
});

/** Whether all of one is in the other, in order. */
function survives<T>(old: readonly T[], now: readonly T[]): boolean {
  let at = 0;
  for (const one of now) if (at < old.length && old[at] === one) at++;
  return at === old.length;
}

it("adds one waiver to any layout, and every old line stays as it is", () => {
  fc.assert(
    fc.property(layout, ({ style, indent, note, own, sections, at, comments, begin, end, eol, open }) => {
      const list = LISTS[style](indent, note, own);
      const all = ["version: 1\nasOf: 2026-11-22\n", ...sections.slice(0, at), list, ...sections.slice(at)];
      const commented = all.map((section, index) => `${section}${comments[index] ?? ""}\n`).join("");
      const lf = begin + commented + end;
      const old = (open ? lf.trimEnd() : lf).replaceAll("\n", eol);
      const { text, line } = insert(old);
      const bare = (some: string): string => some.replace(/^\ufeff/, "");
      const was = readYaml(bare(old), "icp.yaml").value as Record<string, unknown>;
      const waivers = Array.isArray(was["waivers"]) ? (was["waivers"] as unknown[]) : [];
      expect(readYaml(bare(text), "icp.yaml").value).toEqual({ ...was, waivers: [...waivers, waiver] });
      const lines = (some: string): string[] => some.split(/(?<=\n)/);
      expect(lines(text)[line - 1]).toContain(NEW);
      const closed = (some: string): string[] => lines(some.endsWith("\n") ? some : some + eol);
      // A list in brackets grows beside its last item; of an empty one the key's line changes.
      const changed: Partial<Record<keyof typeof LISTS, string>> = {
        line: "waivers: [",
        lines: B,
        comma: B,
        empty: "waivers: []",
        tilde: "waivers: ~",
      };
      const touched = changed[style];
      const kept = closed(old).filter((one) => touched === undefined || !one.trimStart().startsWith(touched));
      expect(survives(kept, closed(text))).toBe(true);
      if (style === "line" || touched === B) expect(survives(Array.from(old), Array.from(text))).toBe(true);
      expect(text.endsWith("\n")).toBe(old.endsWith("\n"));
      expect(/(?<!\r)\n/.test(text)).toBe(eol === "\n");
    }),
    { numRuns: 150 },
  );
});

it("adds one to the register that uses every key", () => {
  const { text } = insert(EXAMPLE);
  expect(text).toBe(`${EXAMPLE}  - ${NEW}\n`);
});
