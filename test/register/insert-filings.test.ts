import { describe, expect, it } from "vitest";
import { insertFilings } from "../../src/register/insert";
import { errorOf, load, options, start } from "./loading";

const servers = [{ product: "ecs", stack: "web/dev", resource: "*::web" }];
const insert = (text: string, language: "en" | "zh" = "en") =>
  insertFilings(
    text,
    {
      filings: [
        { domain: "new.com", hosts: ["www.new.com"], servers },
        { domain: "new.net", hosts: [], servers },
      ],
      language,
    },
    options,
  );
const A = "{ domain: a.com, status: active }";
const B = "{ domain: b.com, status: active }";
const LINES = ["{ domain: new.com, status: unfiled }", "{ domain: new.net, status: unfiled }"] as const;
const JSON_LINES = [
  '{ "domain": "new.com", "status": "unfiled" }',
  '{ "domain": "new.net", "status": "unfiled" }',
] as const;
/** The two filings as items of a block. */
const block = (indent: string): string =>
  `- domain: new.com
  status: unfiled # correct this: unfiled | pending-initial | pending-access | active | cancelling | revoked | empty-shell
  # number: 浙ICP备12345678号-1
  # approvedAt: 2024-03-01
  # accessProviders: [{ name: aliyun }] # through whom it is filed; Alibaba Cloud is aliyun
  # hosts: ["www.new.com"] # those that must keep serving from the mainland
  # servers: # those that the filing was, or is to be, made with
  #   - { product: ecs, stack: "web/dev", resource: "*::web" }
- domain: new.net
  status: unfiled # correct this: unfiled | pending-initial | pending-access | active | cancelling | revoked | empty-shell
  # number: 浙ICP备12345678号-1
  # approvedAt: 2024-03-01
  # accessProviders: [{ name: aliyun }] # through whom it is filed; Alibaba Cloud is aliyun
  # servers: # those that the filing was, or is to be, made with
  #   - { product: ecs, stack: "web/dev", resource: "*::web" }
`
    .replace(/^/gm, indent)
    .trimEnd() + "\n";
const NEW = block("  ");

/** What comes after the two first lines, before and after the filings were added. */
const CASES: readonly (readonly [name: string, before: string, after: string])[] = [
  ["no key", "words: []\n", `words: []\nfilings:\n${NEW}`],
  ["no key and no last line end", "words: []", `words: []\nfilings:\n${NEW}`.slice(0, -1)],
  ["an empty list", "filings: [] # none\nwords: []\n", `filings: # none\n${NEW}words: []\n`],
  ["null", "filings:\nwords: []\n", `filings:\n${NEW}words: []\n`],
  [
    "a list",
    `filings:\n  # ours\n  - ${A}\n\n# words\nwords: []\n`,
    `filings:\n  # ours\n  - ${A}\n${NEW}\n# words\nwords: []\n`,
  ],
  ["a list without last line end", `filings:\n  - ${A}`, `filings:\n  - ${A}\n${NEW}`.slice(0, -1)],
  ["a list that is not indented", `filings:\n- ${A}\nwords: []\n`, `filings:\n- ${A}\n${block("")}words: []\n`],
  [
    "filings of several lines, with comments at their ends",
    "filings:\n  - domain: a.com\n    status: active # ours\n    # number: none\nwords: []\n",
    `filings:\n  - domain: a.com\n    status: active # ours\n    # number: none\n${NEW}words: []\n`,
  ],
  ["a list in a line", `filings: [${A}] # all\n`, `filings: [${A}, ${LINES.join(", ")}] # all\n`],
  [
    "a list of lines",
    `filings: [\n    ${A}, # a\n    ${B}\n  ]\n`,
    `filings: [\n    ${A}, # a\n    ${B},\n    ${LINES.join(",\n    ")}\n  ]\n`,
  ],
  [
    "a list of lines with a last comma",
    `filings: [\n  ${A},\n]\n`,
    `filings: [\n  ${A},\n  ${LINES.join(",\n  ")},\n]\n`,
  ],
];

describe("insertFilings", () => {
  it.each(CASES)("%s", (_, before, after) => {
    const { text, line } = insert(start + before);
    expect(text).toBe(start + after);
    expect(text.split("\n")[line - 1]).toContain("new.com");
  });

  it.each(CASES)("%s, with line ends of Windows and a byte order mark", (_, before, after) => {
    const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    expect(insert(windows(start + before)).text).toBe(windows(start + after));
  });

  it("JSON", () => {
    const before = '{\n  "version": 1,\n  "asOf": "2026-11-22",\n  "filings": []\n}\n';
    expect(insert(before).text).toBe(before.replace("[]", `[${JSON_LINES.join(", ")}]`));
  });

  it("says the comments in Chinese", () => {
    const { text } = insert(start, "zh");
    expect(text).toContain("status: unfiled # 请更正：unfiled | ");
    expect(load(text).register.filings.map(({ domain }) => domain)).toEqual(["new.com", "new.net"]);
  });

  it.each<[string, string, string]>([
    ["what is faulty", "filngs: []\n", "icp.yaml:3: filngs: unknown key; did you mean filings?"],
    [
      "a list that is an alias",
      `x-all: &all [${A}]\nfilings: *all\n`,
      `icp.yaml:4: filings: is an alias; write the filings out here, and add - ${LINES.join(", ")}`,
    ],
    [
      "to change what others share",
      `filings: &all [${A}]\nx-again: *all\n`,
      `icp.yaml: filings: no place was found for what is new and nothing was changed; add it by hand: - ${LINES.join(" - ")}`,
    ],
  ])("refuses %s", (_, before, expected) => {
    expect(errorOf(() => insert(start + before)).message).toBe(expected);
  });
});
