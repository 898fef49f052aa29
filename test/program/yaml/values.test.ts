/** What expressions come to: each as Pulumi's own preview of the same program shows it. */
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING, type Raw } from "../../../src/plan/raw";
import { unknownOf } from "../../../src/program/properties";
import { valueOf, type Given } from "./programs";

const SECRET = "[secret]";

type Row = readonly [expression: string, value: Raw | undefined, from?: readonly string[], variables?: string];

function table(rows: Readonly<Record<string, Row>>, given: Given = {}): void {
  it.each(Object.entries(rows))("%s", (_name, [expression, value, from = [], variables]) => {
    expect(valueOf(expression, variables, given)).toEqual({ value, from });
  });
}

describe("plain scalars", () => {
  table({
    "an octal of YAML 1.1": ["0777", 511],
    "an octal of YAML 1.2": ["0o17", 15],
    "a binary": ["0b11", 3],
    "a hexadecimal": ["-0x1F", -31],
    "digits that are no octal": ["08", 8],
    "low lines between digits": ["1_000", 1000],
    "an exponent": ["1e3", 1000],
    "a fraction without a zero": [".5", 0.5],
    "a signed fraction": ["-.5", -0.5],
    "a large hexadecimal is text": ["0xffffffffffffffffff", "0xffffffffffffffffff"],
    "a large decimal": ["18446744073709551616", 18446744073709551616],
    "yes is text": ["yes", "yes"],
    "on is text": ["on", "on"],
    "a day is text": ["2026-01-01", "2026-01-01"],
    "an address is text": ["1.2.3.4", "1.2.3.4"],
    "dots are text": ["...x", "...x"],
    truth: ["True", true],
    "what is quoted is text": ["'80'", "80"],
    "a block is text": ["|-\n  0777", "0777"],
    "a tag says it is text": ["!!str 80", "80"],
    "a tag says it is a number": ['!!int "80"', 80],
    "a tag of one's own says nothing": ["!mine 80", "80"],
    nothing: ["null", undefined],
    "a tilde": ["~", undefined],
  });
});

describe("texts", () => {
  table({
    "without references": ["a b", "a b"],
    "with a dollar sign": ["$5 for $$", "$5 for $"],
    "with an escaped reference": ["$${net.id}", "${net.id}"],
    "with a known value": ["x-${name}-y", "x-a-y", [], "name: a"],
    "with an unknown value": ["http://${address.ipAddress}/", UNKNOWN_STRING, ["address"]],
    "with a secret": ["x-${s}", SECRET, [], "s: { fn::secret: a }"],
    "with a secret and what is unknown": ["${s}${address.id}", SECRET, ["address"], "s: { fn::secret: a }"],
    "with a number": ["p${port}", "p80", [], "port: 80"],
    "with a large number, as Go writes it": ["${n}/${m}", "1e+06/1.23456789e+09", [], "n: 1000000\nm: 1234567890"],
    "with a small number": ["${n} ${m}", "0.0001 1e-05", [], "n: 0.0001\nm: 0.00001"],
    "with a truth": ["${t}", true, [], "t: true"],
    "with a truth inside": ["is ${t}", "is true", [], "t: true"],
    "with nothing": ["is ${none}", "is <nil>"],
    "with a list": ["x${l}", "x[a b 3]", [], "l: [a, b, 3]"],
    "with a map": ["x${m}", "xmap[a:1 b:map[c:2]]", [], "m: { b: { c: 2 }, a: 1 }"],
    "with a list that holds what is unknown": ["x${l}", UNKNOWN_STRING, ["address"], 'l: [a, "${address.id}"]'],
    "with a resource": ["x${net}", UNKNOWN_STRING, ["net"]],
  });
});

describe("references", () => {
  table({
    "to an input that the program says": ["${net.vpcName}", "main", ["net"]],
    "to what is in an input": ["${net.tags.team}", "web", ["net"]],
    "by keys in quotes": ['${net.tags["team"]}', "web", ["net"]],
    "by an index": ["${net.tags.hosts[0]}", "a.example.com", ["net"]],
    "to an unknown part of an input": ["${net.tags.hosts[1]}", UNKNOWN_STRING, ["net"]],
    "to a whole input": ["${net.tags}", { team: "web", hosts: ["a.example.com", UNKNOWN_STRING] }, ["net"]],
    "beyond what an input says": ["${net.tags.owner}", UNKNOWN_STRING, ["net"]],
    "behind the end of a list in an input": ["${net.tags.hosts[7]}", UNKNOWN_STRING, ["net"]],
    "to an output": ["${address.ipAddress}", UNKNOWN_STRING, ["address"]],
    "into an output": ["${address.tags.a[0].b}", UNKNOWN_STRING, ["address"]],
    "to an input that says nothing": ["${net.nothing}", UNKNOWN_STRING, ["net"]],
    "to a secret input": ["${net.secretly}", SECRET, ["net"]],
    "into a secret input": ["${net.secretly.a}", SECRET, ["net"]],
    "to a secret output": ["${net.routerId}", SECRET, ["net"]],
    "to an id": ["${net.id}", UNKNOWN_STRING, ["net"]],
    "to a URN": ["${net.urn}", "urn:pulumi:dev::site::alicloud:vpc/network:Network::net", ["net"]],
    "to a resource itself": ["${net}", UNKNOWN_STRING, ["net"]],
    "to the id of what is there": ["${there.id}", "vpc-1", ["there"]],
    "to a property of what is there": ["${there.vpcName}", UNKNOWN_STRING, ["there"]],
    "to a property with the name of every object": ["${net.constructor}${net.__proto__}", UNKNOWN_STRING, ["net"]],
    "to a variable": ["${a.b[1].c}", "deep", [], "a: { b: [1, { c: deep }] }"],
    "through variables": ["${c}", "main", ["net"], 'c: ${b.x}\nb: { x: "${a}" }\na: ${net.vpcName}'],
    "to what is known beside what is not": ["${a.known}", "k", [], 'a: { known: k, not: "${address.id}" }'],
    "to a variable that says nothing": ["${none}", undefined],
    "through a name in quotes": ['${["a b"].c}', "x", [], '"a b": { c: x }'],
    "with spare dots": ["${.a..b}", "x", [], "a: { b: x }"],
    "to the stack": ["${pulumi.stack}/${pulumi.project}", "dev/site"],
    "to an organisation that nobody said": ["${pulumi.organization}", UNKNOWN_STRING],
    "to folders that nobody said": ["${pulumi.cwd}", UNKNOWN_STRING],
  });
});

describe("what Pulumi tells of itself", () => {
  table(
    {
      "is told where it is known": ["${pulumi.organization} ${pulumi.cwd} ${pulumi.rootDirectory}", "acme /p/infra /p"],
    },
    { organization: "acme", folders: { root: "/p", program: "/p/infra" } },
  );
});

describe("lists and maps", () => {
  table({
    "keep what is unknown in its place": [
      '[a, "${address.id}", { b: "${net.vpcName}" }]',
      ["a", UNKNOWN_STRING, { b: "main" }],
      ["net", "address"].sort(),
    ],
    "say nothing where nothing is said": ["{ a: null, b: [null] }", { b: [null] }],
    "may have keys that are worked out": ['{ "${net.vpcName}-x": 1 }', { "main-x": 1 }],
    "are unknown where a key is": ['{ "${net.id}": 1 }', UNKNOWN_STRING, ["net"]],
    "may have keys of every object": [
      "{ __proto__: 1, constructor: 2 }",
      JSON.parse('{ "__proto__": 1, "constructor": 2 }') as Raw,
    ],
    "may have several keys like functions": ["{ fn::odd: 1, a: 2 }", { "fn::odd": 1, a: 2 }],
    "may have a key like a function that is none": ["{ fn::odd: 1 }", { "fn::odd": 1 }],
  });
});

describe("functions", () => {
  table({
    join: ["fn::join: ['-', [a, '${net.vpcName}']]", "a-main", ["net"]],
    "join with nothing between": ["fn::join: [null, [a, b]]", "ab"],
    "join of what is unknown": ["fn::join: ['-', [a, '${address.id}']]", UNKNOWN_STRING, ["address"]],
    "join of a secret": ["fn::join: ['-', [a, { fn::secret: b }]]", SECRET],
    select: ["fn::select: [1, [a, b]]", "b"],
    "select beside what is unknown": ["fn::select: [1, ['${address.id}', b]]", "b"],
    "select by what is unknown": ["fn::select: ['${address.bandwidth}', [a]]", UNKNOWN_STRING, ["address"]],
    split: ["fn::split: [',', 'a,b']", ["a", "b"]],
    "split into letters": ["fn::split: ['', 'aä𝄞']", ["a", "ä", "𝄞"]],
    "split and select": ["fn::select: [0, { fn::split: ['.', 'www.example.com'] }]", "www"],
    toJSON: [
      'fn::toJSON: { b: 1, a: "<&>", c: 1000000, d: 1.5e300, e: null, f: [x, true] }',
      '{"a":"\\u003c\\u0026\\u003e","b":1,"c":1000000,"d":1.5e+300,"e":null,"f":["x",true]}',
    ],
    "toJSON of what is unknown": ['fn::toJSON: ["${net.id}"]', UNKNOWN_STRING, ["net"]],
    "toJSON of a secret": ["fn::toJSON: { a: { fn::secret: x } }", SECRET],
    toBase64: ["fn::toBase64: äb", "w6Ri"],
    fromBase64: ["fn::fromBase64: w6Ri", "äb"],
    secret: ["fn::secret: { a: '${net.id}' }", SECRET, ["net"]],
    "another case": ["FN::JOIN: ['', [a, b]]", "ab"],
    "an answer of a provider": ["fn::invoke: { function: alicloud:getZones, return: ids }", UNKNOWN_STRING],
    "an answer to a question that waits": [
      "fn::invoke: { function: alicloud:vpc:getNetworks, arguments: { ids: ['${net.id}'] }, options: { dependsOn: ['${address}'] } }",
      UNKNOWN_STRING,
      ["net", "address"].sort(),
    ],
    "an answer to a secret question": ["fn::alicloud:vpc:getNetworks: { nameRegex: { fn::secret: x } }", SECRET],
    "a file": [
      "fn::fileAsset: ./site.zip",
      { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", path: "./site.zip" },
    ],
    "an archive": [
      "fn::assetArchive: { a: { fn::stringAsset: x } }",
      {
        "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
        assets: { a: { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: "x" } },
      },
    ],
    "an output of another stack": ["fn::stackReference: [acme/dns/prod, host]", UNKNOWN_STRING, ["acme/dns/prod"]],
  });
});

describe("answers that were given", () => {
  const given: Given = {
    files: { "hosts.txt": "www.example.com" },
    invoked: (token, args) =>
      token === "alicloud:index/getZones:getZones" && args["kind"] === "ecs"
        ? { ids: ["a", "b"], secret: SECRET }
        : undefined,
    stackOutputs: (stack) =>
      stack === "acme/dns/prod"
        ? {
            host: "www.example.com",
            list: [{ a: 1 }],
            key: SECRET,
            later: unknownOf(["urn:pulumi:prod::dns::alicloud:cdn/domainNew:DomainNew::cdn"]),
          }
        : undefined,
  };
  table(
    {
      "a file is read": ["fn::readFile: ./hosts.txt", "www.example.com"],
      "of a provider": [
        "fn::invoke: { function: alicloud:getZones, arguments: { kind: ecs }, return: ids }",
        ["a", "b"],
      ],
      "one of several": ["${zones.ids[1]}", "b", [], "zones: { fn::alicloud:getZones: { kind: ecs } }"],
      "that are secret": ["${zones.secret}", SECRET, [], "zones: { fn::alicloud:getZones: { kind: ecs } }"],
      "to another question": ["fn::alicloud:getZones: { kind: rds }", UNKNOWN_STRING],
      "of another stack": ["fn::stackReference: [acme/dns/prod, host]", "www.example.com", ["acme/dns/prod"]],
      "in an output of another stack": [
        "${x[0].a}",
        1,
        ["acme/dns/prod"],
        "x: { fn::stackReference: [acme/dns/prod, list] }",
      ],
      "secret ones of another stack": ["fn::stackReference: [acme/dns/prod, key]", SECRET, ["acme/dns/prod"]],
      "known later, with what they come from": ["x-${dns.outputs.later}", UNKNOWN_STRING, ["cdn"]],
      "not of another stack": ["fn::stackReference: [acme/dns/prod, other]", UNKNOWN_STRING, ["acme/dns/prod"]],
    },
    given,
  );
});
