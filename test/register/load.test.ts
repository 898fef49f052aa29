import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { message } from "../../src/messages";
import { InputError } from "../../src/input/error";
import { takeRegister } from "../../src/register/load";
import { decode } from "../../src/input/decode";
import { anyText } from "../support/any-text";
import { EXAMPLE } from "./example";
import { errorOf, filing, load, options, start } from "./loading";

describe("a good register", () => {
  it("loads with every key", () => {
    const { register } = load(EXAMPLE);
    expect(register).toMatchObject({ version: 1, asOf: "2026-11-22", staleAfterDays: 90, unlisted: "unfiled" });
    expect(register.filings[0]).toMatchObject({
      domain: "example.com",
      hosts: [{ host: "www.example.com" }, { host: "shop.example.com", stack: "shop/*" }],
      ips: ["203.0.113.10"],
      commercial: { required: false, licence: null, ipBound: false },
    });
  });

  it("gets its defaults, and tells an absent section from an empty one", () => {
    const { register } = load(`${start}apps:\nfilings:\n  - { domain: example.com, status: unfiled }\n`);
    expect(register).toEqual({
      version: 1,
      asOf: "2026-11-22",
      staleAfterDays: 90,
      unlisted: "unfiled",
      apps: [],
      filings: [{ domain: "example.com", status: "unfiled", hosts: [] }],
      externalDns: [],
      edges: [],
      suffixes: { approved: [], denied: [] },
      words: [],
      rules: {},
      waivers: [],
    });
  });

  it("has names in their one spelling", () => {
    const { register } = load(
      `${start}filings:\n  - { domain: 例子.中国., status: unfiled, hosts: [WWW.例子.中国], ips: ["2001:DB8:0::1"], accessProviders: [{ name: Huawei }] }\nsuffixes: { approved: [.中国] }\n`,
    );
    expect(register.filings[0]).toMatchObject({
      domain: "xn--fsqu00a.xn--fiqs8s",
      hosts: [{ host: "www.xn--fsqu00a.xn--fiqs8s" }],
      ips: ["2001:db8::1"],
      accessProviders: [{ name: "huawei", status: "active" }],
    });
    expect(register.suffixes.approved).toEqual(["xn--fiqs8s"]);
  });

  it("takes a byte order mark and anchors", () => {
    const text = decode(Buffer.from(`\ufeff${start}words: &words [bank]\n`), "icp.yaml", message("expected.yaml", {}));
    expect(load(text).register.words).toEqual(["bank"]);
    expect(load(`\ufeff${start}`).register.asOf).toBe("2026-11-22");
    expect(load(`${start}words: [&bank bank, *bank]\n`).register.words).toEqual(["bank", "bank"]);
  });

  it("knows where its keys stand", () => {
    const { positions } = load(EXAMPLE);
    expect(positions(["asOf"])).toEqual({ line: 3, column: 1 });
    expect(positions(["filings", 0, "status"])).toEqual({ line: 13, column: 5 });
    expect(positions(["filings", 0, "nothing"])).toEqual({ line: 11, column: 5 });
    expect(positions(["waivers", 0, "until"])?.line).toBe(32);
    expect(positions(["nothing"])).toEqual({ line: 1, column: 1 });
  });

  it("may come as a value", () => {
    const loaded = takeRegister({ version: 1, asOf: "2026-11-22" }, options);
    expect(loaded.register.filings).toEqual([]);
    expect(loaded.positions(["asOf"])).toBeUndefined();
  });
});

const long = "x".repeat(200);

describe("bad input", () => {
  it.each<[string, string, string]>([
    ["empty", "", "icp.yaml: is empty; expected at least version and asOf"],
    ["a comment only", "# nothing\n", "icp.yaml: is empty; expected at least version and asOf"],
    ["a list", "- 1\n", "icp.yaml:1: expected keys such as version and asOf at the top; found a list"],
    ["text", "hello\n", "icp.yaml:1: expected keys such as version and asOf at the top; found plain text"],
    ["binary", "a\u0000b", "icp.yaml: is a binary file; expected YAML text in UTF-8"],
    ["a key twice", `${start}version: 1\n`, "icp.yaml:3: version: this key stands twice in one map; keep one"],
    ["a tab", "version: 1\nrules:\n\ticp-ip-drift: advisory\n", "icp.yaml:3: a tab is used to indent; use spaces"],
    [
      "two documents",
      `${start}---\nversion: 1\n`,
      "icp.yaml:3: a second document begins here; expected one, without a line of ---",
    ],
    ["a tag", `${start}words: !mine [a]\n`, "icp.yaml:3: tags (!name) are not supported; write the value without it"],
    [
      "a merge key",
      `${start}rules: { <<: {} }\n`,
      "icp.yaml:3: rules: merge keys (<<) are not supported; write the keys out",
    ],
    ["__proto__", `${start}rules:\n  __proto__: { a: 1 }\n`, "icp.yaml:4: rules: unknown key __proto__; remove it"],
    ["a number as key", `${start}rules: { 1: advisory }\n`, "icp.yaml:3: rules: a key is no text; write it in quotes"],
    [
      "an alias to itself",
      `${start}words: &a [*a]\n`,
      "icp.yaml:3: words[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nests too deeply to be read",
    ],
    [
      "an alias of nothing",
      `${start}words: *typo\n`,
      "icp.yaml:3: words: *typo is an alias of nothing above it; write the value out, or put it in quotes",
    ],
    [
      "many aliases",
      `${start}words: [&a a, ${"*a, ".repeat(101)}]\n`,
      "icp.yaml:3: words[101]: uses more than 100 aliases; write values out",
    ],
    [
      "an unclosed list",
      `${start}words: [a\n`,
      "icp.yaml:4: is not valid YAML: what [ or { opens is not closed, or what it holds is not indented enough",
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(() => load(text)).message).toBe(message);
  });

  it.each<[string, string, string]>([
    ["no version", "asOf: 2026-11-22\n", "icp.yaml:1: version: is missing; expected 1"],
    ["another version", "version: 2\nasOf: 2026-11-22\n", "icp.yaml:1: version: expected 1; found 2"],
    [
      "an unreadable date",
      "version: 1\nasOf: 22.11.2026\n",
      'icp.yaml:2: asOf: expected a calendar day as YYYY-MM-DD; found "22.11.2026"',
    ],
    [
      "no such day",
      "version: 1\nasOf: 2026-02-30\n",
      'icp.yaml:2: asOf: expected a calendar day as YYYY-MM-DD; found "2026-02-30"',
    ],
    [
      "a year as date",
      "version: 1\nasOf: 2026\n",
      "icp.yaml:2: asOf: expected a calendar day as YYYY-MM-DD; found 2026",
    ],
    ["an unknown key", `${start}filling: []\n`, "icp.yaml:3: filling: unknown key; did you mean filings?"],
    [
      "an unlike key",
      filing("    psb: { when: 1 }\n"),
      "icp.yaml:6: filings[0].psb.when: unknown key; expected one of number, siteOpenedOn",
    ],
    [
      "a key of a host",
      filing("    hosts:\n      - { host: a.example.com, stak: a }\n"),
      "icp.yaml:7: filings[0].hosts[0].stak: unknown key; did you mean stack?",
    ],
    [
      "no host in a host",
      filing("    hosts: [{ stack: a }]\n"),
      "icp.yaml:6: filings[0].hosts[0].host: is missing; expected text",
    ],
    [
      "a host as number",
      filing("    hosts: [5]\n"),
      "icp.yaml:6: filings[0].hosts[0]: expected a host name, or a map with the key host; found 5",
    ],
    [
      "a misspelt status",
      `${start}filings: [{ domain: example.com, status: actve }]\n`,
      'icp.yaml:3: filings[0].status: expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell; found "actve": did you mean active?',
    ],
    [
      "no status",
      `${start}filings:\n  - domain: example.com\n`,
      "icp.yaml:4: filings[0].status: is missing; expected one of unfiled, pending-initial, pending-access, active, cancelling, revoked, empty-shell",
    ],
    [
      "an unknown rule",
      `${start}rules: { icp-ipdrift: advisory }\n`,
      "icp.yaml:3: rules.icp-ipdrift: unknown rule; did you mean icp-ip-drift?",
    ],
    [
      "a rule like none",
      `${start}rules: { whatever: advisory }\n`,
      "icp.yaml:3: rules.whatever: unknown rule; remove it",
    ],
    [
      "an unknown level",
      `${start}rules: { icp-ip-drift: loud }\n`,
      'icp.yaml:3: rules.icp-ip-drift: expected one of mandatory, advisory, disabled; found "loud"',
    ],
    ["a map for a list", `${start}filings: {}\n`, "icp.yaml:3: filings: expected a list; found a map of keys"],
    ["a list for a map", `${start}suffixes: []\n`, "icp.yaml:3: suffixes: expected a map of keys; found a list"],
    [
      "a long text",
      `${start}staleAfterDays: ${long}\n`,
      `icp.yaml:3: staleAfterDays: expected a number; found "${"x".repeat(59)}…"`,
    ],
    ["a fraction", `${start}staleAfterDays: 1.5\n`, "icp.yaml:3: staleAfterDays: expected a whole number; found 1.5"],
    ["nought", `${start}staleAfterDays: 0\n`, "icp.yaml:3: staleAfterDays: expected a number from 1; found 0"],
    [
      "yes for true",
      filing("    commercial: { required: yes }\n"),
      'icp.yaml:6: filings[0].commercial.required: expected true or false; found "yes"',
    ],
    [
      "nothing for a map",
      filing("    psb:\n"),
      "icp.yaml:6: filings[0].psb: expected a map of keys; found nothing (null)",
    ],
    [
      "a number as account",
      `${start}accounts: [{ id: 1234567890 }]\n`,
      "icp.yaml:3: accounts[0].id: expected text; found 1234567890: put it in quotes",
    ],
    ["an empty text", `${start}words: ['']\n`, 'icp.yaml:3: words[0]: expected some text; found ""'],
    [
      "no province",
      `${start}entities: [{ id: a, province: zhejang }]\n`,
      'icp.yaml:3: entities[0].province: expected a name such as anhui; found "zhejang": did you mean zhejiang?',
    ],
    [
      "no address",
      filing("    ips: [203.0.113]\n"),
      'icp.yaml:6: filings[0].ips[0]: expected an IP address; found "203.0.113"',
    ],
    [
      "Alibaba Cloud by another name",
      filing("    accessProviders: [{ name: alicloud }]\n"),
      'icp.yaml:6: filings[0].accessProviders[0].name: Alibaba Cloud is called aliyun here; found "alicloud": write aliyun',
    ],
    [
      "a host as domain",
      `${start}filings: [{ domain: www.example.com, status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain; found "www.example.com", which is a name under example.com: write example.com',
    ],
    [
      "a wildcard as domain",
      `${start}filings: [{ domain: "*.example.com", status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain; found "*.example.com", which is a name under example.com: write example.com',
    ],
    [
      "a suffix as domain",
      `${start}filings: [{ domain: com.cn, status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain such as example.com; found "com.cn": it is a public suffix itself',
    ],
    [
      "an internal domain",
      `${start}filings: [{ domain: web.corp, status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain such as example.com; found "web.corp": its suffix is no public one',
    ],
    [
      "a domain of Alibaba Cloud's",
      `${start}filings: [{ domain: aliyuncs.com, status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain such as example.com; found "aliyuncs.com": it belongs to Alibaba Cloud',
    ],
    [
      "a domain of another vendor's",
      `${start}filings: [{ domain: vercel.app, status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain such as example.com; found "vercel.app": it belongs to the vendor that gives such names',
    ],
    [
      "a domain with a scheme",
      `${start}filings: [{ domain: "https://example.com", status: active }]\n`,
      'icp.yaml:3: filings[0].domain: expected a registrable domain such as example.com; found "https://example.com": it is no valid name',
    ],
    [
      "a host of no apex",
      `${start}externalDns: [{ host: www, resource: "*" }]\n`,
      'icp.yaml:3: externalDns[0].host: expected a public host name such as www.example.com; found "www": it has no suffix',
    ],
    [
      "no such suffix",
      `${start}suffixes: { denied: [notasuffix] }\n`,
      'icp.yaml:3: suffixes.denied[0]: expected a public suffix such as com.cn; found "notasuffix"',
    ],
    [
      "a domain for a suffix",
      `${start}suffixes: { denied: [example.com] }\n`,
      'icp.yaml:3: suffixes.denied[0]: expected a public suffix such as com.cn; found "example.com"',
    ],
    [
      "a waiver without reason",
      `${start}waivers:\n  - { rule: icp-ip-drift, apex: example.com, until: 2027-01-01 }\n`,
      "icp.yaml:4: waivers[0].reason: is missing; expected text",
    ],
    [
      "a waiver without day",
      `${start}waivers:\n  - { rule: icp-ip-drift, apex: example.com, reason: why }\n`,
      "icp.yaml:4: waivers[0].until: is missing; expected a calendar day as YYYY-MM-DD",
    ],
    [
      "a waiver of an unreadable day",
      `${start}waivers:\n  - { rule: icp-ip-drift, apex: example.com, reason: why, until: soon }\n`,
      'icp.yaml:4: waivers[0].until: expected a calendar day as YYYY-MM-DD; found "soon"',
    ],
    [
      "a waiver of no rule",
      `${start}waivers:\n  - { rule: icp-drift, apex: example.com, reason: why, until: 2027-01-01 }\n`,
      'icp.yaml:4: waivers[0].rule: expected the id of a rule; found "icp-drift": did you mean icp-ip-drift?',
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(() => load(text)).message).toBe(message);
  });

  it.each<[string, string, string]>([
    [
      "a domain twice",
      `${start}filings:\n  - { domain: 例子.中国, status: active }\n  - { domain: xn--fsqu00a.xn--fiqs8s, status: active }\n`,
      'icp.yaml:5: filings[1].domain: this domain ("xn--fsqu00a.xn--fiqs8s") stands twice, first at filings[0].domain; keep one',
    ],
    [
      "an account twice",
      `${start}accounts: [{ id: a }, { id: a }]\n`,
      'icp.yaml:3: accounts[1].id: this account ("a") stands twice, first at accounts[0].id; keep one',
    ],
    [
      "an entity twice",
      `${start}entities: [{ id: a }, { id: a }]\n`,
      'icp.yaml:3: entities[1].id: this entity ("a") stands twice, first at entities[0].id; keep one',
    ],
    [
      "a provider twice",
      filing("    accessProviders: [{ name: aliyun }, { name: Aliyun, status: removed }]\n"),
      'icp.yaml:6: filings[0].accessProviders[1].name: this access provider ("aliyun") stands twice, first at filings[0].accessProviders[0].name; keep one',
    ],
    [
      "no such account",
      filing("    account: b\naccounts: [{ id: a }]\n"),
      'icp.yaml:6: filings[0].account: "b" is none of the ids under accounts; add it there, or correct it',
    ],
    [
      "no such entity",
      filing("    entity: b\nentities: [{ id: a }]\n"),
      'icp.yaml:6: filings[0].entity: "b" is none of the ids under entities; add it there, or correct it',
    ],
    [
      "no such entity of an account",
      `${start}accounts: [{ id: a, entity: b }]\nentities: []\n`,
      'icp.yaml:3: accounts[0].entity: "b" is none of the ids under entities; add it there, or correct it',
    ],
    [
      "a host elsewhere",
      filing("    hosts: [www.example.net]\n"),
      'icp.yaml:6: filings[0].hosts[0]: "www.example.net" is not a name under example.com; move it to the filing of its own domain',
    ],
    [
      "a waiver of everything",
      `${start}waivers:\n  - { rule: icp-ip-drift, reason: why, until: 2027-01-01 }\n`,
      "icp.yaml:4: waivers[0]: waives the whole rule; say for which resource, host or apex",
    ],
    [
      "pending beside active",
      `${start}filings:\n  - { domain: example.com, status: pending-access, accessProviders: [{ name: aliyun }] }\n`,
      "icp.yaml:4: filings[0].accessProviders[0].status: aliyun is active here, while the filing's status pending-access says that it is being added; make this pending, or the filing active",
    ],
  ])("%s", (_, text, message) => {
    expect(errorOf(() => load(text)).message).toBe(message);
  });

  it("may have no line", () => {
    const error = errorOf(() => takeRegister({ version: 1 }, { ...options, file: "policy configuration" }));
    expect(error.message).toBe("policy configuration: asOf: is missing; expected a calendar day as YYYY-MM-DD");
  });
});

test("deep nesting and alias bombs end", () => {
  // Followed to their ends, the aliases would take longer than anybody waits.
  const bomb = ["a: &a0 [x]", ...Array.from({ length: 30 }, (_, at) => `b${at}: &a${at + 1} [*a${at}, *a${at}]`)].join(
    "\n",
  );
  expect(errorOf(() => load(bomb)).message).toMatch(/uses more than 100 aliases/);
  expect(errorOf(() => load(`words: ${"[".repeat(20_000)}`)).message).toMatch(/^icp\.yaml/);
});

test("whatever stands in a file, it loads or is refused in a short sentence", () => {
  const cut = fc.tuple(fc.nat(EXAMPLE.length), fc.nat(40), anyText({ maxLength: 8 }));
  fc.assert(
    fc.property(cut, ([from, length, instead]) => {
      const text = EXAMPLE.slice(0, from) + instead + EXAMPLE.slice(from + length);
      try {
        load(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as InputError).message).toMatch(/^icp\.yaml/);
        for (const line of (error as InputError).said("en")) expect(line.length).toBeLessThan(600);
      }
    }),
    { numRuns: 300 },
  );
});
