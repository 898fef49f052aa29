/** Programs that Pulumi refuses: what is wrong is said with file, line and key, all of it at once. */
import { describe, expect, it } from "vitest";
import { saidOf, type Given } from "./programs";

const bucket = (properties: string, options = ""): string =>
  `resources:\n  a:\n    type: alicloud:oss:Bucket\n    properties: { ${properties} }${options === "" ? "" : `\n    options: { ${options} }`}`;

type Row = readonly [body: string, said: readonly string[], given?: Given];

function table(rows: Readonly<Record<string, Row>>): void {
  it.each(Object.entries(rows))("%s", (_name, [body, said, given]) => {
    expect(saidOf(body, given)).toEqual(said);
  });
}

describe("YAML", () => {
  table({
    "that is none": [
      "resources: [",
      ["Pulumi.yaml:3: is not valid YAML: what [ or { opens is not closed, or what it holds is not indented enough"],
    ],
    "with a tab": ["resources:\n\ta: 1", ["Pulumi.yaml:4: a tab is used to indent; use spaces"]],
    "with aliases": [
      "variables: { x: &x 1, y: *x, z: [*x] }",
      [
        "Pulumi.yaml:3: variables.y: *x is an alias, which Pulumi YAML does not take; write the value out",
        "Pulumi.yaml:3: variables.z[0]: *x is an alias, which Pulumi YAML does not take; write the value out",
      ],
    ],
    "with an alias to be merged": [
      "variables:\n  x: &x { a: 1 }\n  y: { <<: *x }",
      ["Pulumi.yaml:5: variables.y.<<: *x is an alias, which Pulumi YAML does not take; write the value out"],
    ],
    "with keys that are no texts": [
      "variables: { 1: a }\nresources: { true: {} }",
      [
        "Pulumi.yaml:3: variables.1: a key is no text; write it in quotes",
        "Pulumi.yaml:4: resources.true: a key is no text; write it in quotes",
      ],
    ],
    "with a key twice": [
      "variables:\n  x: 1\n  x: 2",
      ["Pulumi.yaml:5: variables.x: this key stands twice in one map; keep one"],
    ],
    "that is no map": ["", ["Main.yaml:1: expected a map of keys; found a list"], { files: { "Main.yaml": "[a]" } }],
    "that is empty": [
      "",
      ["Main.yaml:1: expected a map of keys; found nothing (null)"],
      { files: { "Main.yaml": "# nothing\n" } },
    ],
    "that is a text": ["", ["Main.yaml:1: expected a map of keys; found plain text"], { files: { "Main.yaml": "x" } }],
  });
});

describe("a file", () => {
  table({
    "that is nowhere": [
      "main: infra",
      [
        "Pulumi.yaml: holds no program, and neither is there any of infra/Main.yaml, infra/Pulumi.yaml; write one of them",
      ],
    ],
    "that another program writes": [
      "runtime: { name: yaml, options: { compiler: cue export } }".replace("runtime", "x: 1\nRuntime"),
      [
        "Pulumi.yaml:4: runtime.options.compiler: another program writes this one (compiler), which is not run here; save what it prints as Main.yaml without this option, or give the output of `pulumi preview --json --show-sames`",
      ],
    ],
    "called otherwise": [
      "main: infra",
      ["web/infra/Main.yaml:1: resources: expected a map of keys; found 1"],
      { files: { "infra/Main.yaml": "resources: 1" }, shown: (path) => `web/${path}` },
    ],
    "of components": [
      "components: { Site: {} }\nnamespace: acme",
      [
        "Pulumi.yaml:3: components: belongs into a package of components (PulumiPlugin.yaml), not into a program; remove it",
        "Pulumi.yaml:4: namespace: belongs into a package of components (PulumiPlugin.yaml), not into a program; remove it",
      ],
    ],
    "without any of that": ["components: {}\nplugins: {}\nwhatever: 1", []],
  });
});

describe("a resource", () => {
  table({
    "without a type": [
      "resources:\n  a:\n    properties: {}",
      ["Pulumi.yaml:4: resources.a.type: is missing; expected the type of a resource such as alicloud:cdn:DomainNew"],
    ],
    "with a type that is none": [
      "resources:\n  a: { type: bucket }\n  b: { type: [] }\n  c: { type: '${x}' }\n  d: { type: a:b:c:d }",
      [
        "Pulumi.yaml:4: resources.a.type: expected the type of a resource such as alicloud:cdn:DomainNew; found bucket",
        "Pulumi.yaml:5: resources.b.type: expected text; found a list",
        "Pulumi.yaml:6: resources.c.type: expected text; found a reference",
        "Pulumi.yaml:7: resources.d.type: expected the type of a resource such as alicloud:cdn:DomainNew; found a:b:c:d",
      ],
    ],
    "that is none": [
      "resources: { a: 1, b: null }",
      [
        "Pulumi.yaml:3: resources.a: expected a map of keys; found 1",
        "Pulumi.yaml:3: resources.b: expected a map of keys; found nothing (null)",
      ],
    ],
    "with unknown keys": [
      "resources:\n  a:\n    type: alicloud:oss:Bucket\n    acl: private\n    metadata: {}\n    condition: x",
      [
        "Pulumi.yaml:6: resources.a.acl: unknown key; expected one of type, name, defaultProvider, properties, options, get",
      ],
    ],
    "with unknown options": [
      bucket("", "depends: []"),
      [
        "Pulumi.yaml:7: resources.a.options.depends: unknown key; expected one of additionalSecretOutputs, aliases, customTimeouts, deleteBeforeReplace, deletedWith, dependsOn, hideDiffs, ignoreChanges, import, parent, pluginDownloadURL, protect, provider, providers, replaceOnChanges, retainOnDelete, version",
      ],
    ],
    "that is made and read": [
      "resources:\n  a:\n    type: alicloud:oss:Bucket\n    properties: { acl: a }\n    get: { id: x }",
      [
        "Pulumi.yaml:4: resources.a: has properties and get; keep properties for what is to be made, get for what is there",
      ],
    ],
    "that is read by what is no text": [
      "resources:\n  a: { type: alicloud:oss:Bucket, get: { id: [x] } }",
      ["Pulumi.yaml:4: resources.a.get.id: expected text"],
    ],
    "that is a default provider and none": [
      "resources:\n  a: { type: alicloud:oss:Bucket, defaultProvider: true }",
      [
        "Pulumi.yaml:4: resources.a.defaultProvider: only a provider (pulumi:providers:…) can be a default provider; remove it",
      ],
    ],
    "with properties that are no map": [
      "variables: { x: [1] }\nresources:\n  a: { type: alicloud:oss:Bucket, properties: 5 }\n  b: { type: alicloud:oss:Bucket, properties: }",
      [
        "Pulumi.yaml:5: resources.a.properties: expected a map of keys; found 5",
        "Pulumi.yaml:6: resources.b.properties: expected a map of keys; found nothing (null)",
      ],
    ],
    "with properties that come to no map": [
      'variables: { x: [1] }\nresources:\n  a: { type: alicloud:oss:Bucket, properties: "${x}" }',
      ["Pulumi.yaml:5: resources.a: expected a map of keys"],
    ],
    "with options that refer where they must not": [
      bucket(
        "",
        'version: "${v}", import: 5, aliases: x, ignoreChanges: [1], retainOnDelete: "yes", customTimeouts: { create: 5 }',
      ),
      [
        "Pulumi.yaml:7: resources.a.options.customTimeouts.create: expected text; found 5: put it in quotes",
        'Pulumi.yaml:7: resources.a.options.aliases: expected a list of texts; found "x"',
        "Pulumi.yaml:7: resources.a.options.ignoreChanges[0]: expected text; found 1: put it in quotes",
        "Pulumi.yaml:7: resources.a.options.import: expected text; found 5: put it in quotes",
        "Pulumi.yaml:7: resources.a.options.version: expected text; found a reference",
        'Pulumi.yaml:7: resources.a.options.retainOnDelete: expected true or false; found "yes"',
      ],
    ],
    "with options that name no resources": [
      `variables: { x: 1 }\n${bucket("", 'parent: "${x}", dependsOn: "${b}", deletedWith: x, protect: "${b.id}"')}\n  b: { type: alicloud:vpc:Network }`,
      [
        "Pulumi.yaml:8: resources.a.options.parent: expected a reference to a resource",
        "Pulumi.yaml:8: resources.a.options.dependsOn: expected a list of references to resources",
        "Pulumi.yaml:8: resources.a.options.deletedWith: expected a reference to a resource",
        "Pulumi.yaml:8: resources.a.options.protect: expected true or false",
      ],
    ],
    "with a value of a resource where the resource is meant": [
      `${bucket("", 'parent: "${b.id}"')}\n  b: { type: alicloud:vpc:Network }`,
      ["Pulumi.yaml:7: resources.a.options.parent: expected a reference to a resource"],
    ],
    "with a provider that is none": [
      `${bucket("", 'provider: "${b}", providers: ["${b}"]')}\n  b: { type: alicloud:vpc:Network }`,
      [
        "Pulumi.yaml:7: resources.a.options.providers: expected a provider; found a resource of the type alicloud:vpc/network:Network",
        "Pulumi.yaml:7: resources.a.options.provider: expected a provider; found a resource of the type alicloud:vpc/network:Network",
      ],
    ],
    "that is another one as well": [
      "resources:\n  a: { type: alicloud:oss:Bucket, name: x }\n  b: { type: alicloud:oss/bucket:Bucket, name: x }",
      [
        "Pulumi.yaml:5: resources.b: is the same resource as one before it (urn:pulumi:dev::site::alicloud:oss/bucket:Bucket::x); give one of them another name",
      ],
    ],
    "that refers to a stack whose name is not known": [
      'resources:\n  a: { type: alicloud:oss:Bucket }\n  b: { type: "pulumi:pulumi:StackReference", properties: { name: "${a.id}" } }',
      ["Pulumi.yaml:5: resources.b: expected text"],
    ],
  });
});

describe("names", () => {
  table({
    "of nothing": [
      `${bucket('acl: "${nope.id}", b: "x${nor}${nope}"', 'dependsOn: ["${a2}"]')}\noutputs: { x: "\${gone}" }`,
      [
        "Pulumi.yaml:6: resources.a.properties.acl: nope is the name of no resource, variable or configuration value; correct it, or declare it",
        "Pulumi.yaml:6: resources.a.properties.b: nor is the name of no resource, variable or configuration value; correct it, or declare it",
        "Pulumi.yaml:6: resources.a.properties.b: nope is the name of no resource, variable or configuration value; correct it, or declare it",
        "Pulumi.yaml:7: resources.a.options.dependsOn[0]: a2 is the name of no resource, variable or configuration value; correct it, or declare it",
        "Pulumi.yaml:8: outputs.x: gone is the name of no resource, variable or configuration value; correct it, or declare it",
      ],
    ],
    "that every object has": [
      bucket('acl: "${constructor.name}${__proto__}${toString}"'),
      ["constructor", "__proto__", "toString"].map(
        (name) =>
          `Pulumi.yaml:6: resources.a.properties.acl: ${name} is the name of no resource, variable or configuration value; correct it, or declare it`,
      ),
    ],
    "in a circle": [
      'variables: { a: "${b}", b: "x${c.d}", c: { d: { fn::toJSON: "${a}" } } }',
      ["Pulumi.yaml:3: variables.a: waits for itself: a → b → c → a; take one of these references out"],
    ],
    "in a circle of one": [
      bucket('acl: "${a.id}"'),
      ["Pulumi.yaml:4: resources.a: waits for itself: a → a; take one of these references out"],
    ],
    "in a circle through options": [
      `${bucket("", 'dependsOn: ["${b}"]')}\n  b: { type: alicloud:oss:Bucket, options: { parent: "\${a}" } }`,
      ["Pulumi.yaml:4: resources.a: waits for itself: a → b → a; take one of these references out"],
    ],
    "in a circle through a default provider": [
      'resources:\n  p: { type: "pulumi:providers:alicloud", defaultProvider: true, properties: { region: "${a.id}" } }\n  a: { type: alicloud:oss:Bucket }',
      ["Pulumi.yaml:4: resources.p: waits for itself: p → a → p; take one of these references out"],
    ],
    "that are given twice": [
      `configuration: { b: { default: 1 } }\nvariables: { a: 1, b: 2, c: 3 }\n${bucket("")}`,
      [
        "Pulumi.yaml:4: variables.a: a is declared already, in line 6; rename one of them",
        "Pulumi.yaml:4: variables.b: b is declared already, in line 3; rename one of them",
      ],
    ],
    "that Pulumi keeps": [
      "variables: { pulumi: 1 }",
      ["Pulumi.yaml:3: variables.pulumi: pulumi is a name that Pulumi keeps for itself; choose another"],
    ],
  });
});

describe("references", () => {
  const wrong = (text: string, why: string): Row => [
    bucket(`acl: '${text}'`),
    [`Pulumi.yaml:6: resources.a.properties.acl: ${text} holds a reference that cannot be read: ${why}`],
  ];
  table({
    "without an end": wrong(
      "x${b.c",
      "its closing brace is missing; a dollar sign before a brace that is text is written twice",
    ),
    "to nothing": wrong("x${}", "nothing stands between its braces"),
    "to dots": wrong("${..}", "nothing stands between its braces"),
    "with an open quote": wrong('${b["c}', "a quote that was opened is not closed"),
    "with an open bracket": wrong('${b["c"}', "a bracket that was opened is not closed"),
    "with an open index": wrong("${b[0}", "a bracket that was opened is not closed"),
    "with a word for an index": wrong("${b[c]}", "an index is a whole number, or a key in double quotes"),
    "that begin with an index": wrong("${[0].b}", "it begins with an index; begin with a name"),
    "in a key": [
      bucket('"${": 1, tags: { "${": 1 }'),
      [
        "Pulumi.yaml:6: resources.a.properties.tags.${: ${ holds a reference that cannot be read: its closing brace is missing; a dollar sign before a brace that is text is written twice",
      ],
    ],
    "to what is not there": [
      `variables: { m: { a: 1, b: [1, 2] }, t: text, n: null }\n${bucket(
        'b: "${m.zz}", c: "${m.b[2]}", d: "${m.b[-1]}", e: "${m.b.x}", f: "${m[0]}", g: "${t.x}", h: "${n.x}", i: "${pulumi.other}", j: \'${a2["acl"]}\'',
      )}\n  a2: { type: alicloud:oss:Bucket }`,
      [
        "${m.zz} cannot be read: there is no key zz in it",
        "${m.b[2]} cannot be read: its list has 2 items, and none with the index 2",
        "${m.b[-1]} cannot be read: its list has 2 items, and none with the index -1",
        "${m.b.x} cannot be read: x is asked of a list, whose items have a number",
        "${m[0]} cannot be read: 0 is asked of a map, whose values have a key",
        "${t.x} cannot be read: x is asked of what is neither a list nor a map",
        "${n.x} cannot be read: x is asked of what is neither a list nor a map",
        "${pulumi.other} cannot be read: there is no key other in it",
        '${a2["acl"]} cannot be read: a property of a resource is read with a dot and its name',
      ].map((said, index) => `Pulumi.yaml:7: resources.a.properties.${"bcdefghij".charAt(index)}: ${said}`),
    ],
    "to what the configuration does not have": [bucket('acl: "${c.x}"'), [], { config: { "site:c": '{"a":1}' } }],
  });
});

describe("functions", () => {
  const wrong = (call: string, said: string, at = ""): Row => [
    bucket(`acl: { ${call} }`),
    [`Pulumi.yaml:6: resources.a.properties.acl.${call.slice(0, call.indexOf(": "))}${at}: ${said}`],
  ];
  table({
    "join of one": wrong("fn::join: [a]", "expected a list of two values"),
    "join of no list": wrong("fn::join: [a, b]", "expected a list of texts", "[1]"),
    "join of numbers": wrong("fn::join: ['', [1]]", "expected a list of texts", "[1]"),
    "join by a number": wrong("fn::join: [1, [a]]", "expected text", "[0]"),
    "select of no list": wrong("fn::select: [0, a]", "expected a list", "[1]"),
    "select by a text": wrong("fn::select: [a, [b]]", "expected a whole number", "[0]"),
    "select by a fraction": wrong("fn::select: [0.5, [b]]", "expected a whole number", "[0]"),
    "select of what is not there": wrong(
      "fn::select: [2, [b]]",
      "${[2]} cannot be read: its list has 1 items, and none with the index 2",
      "[1]",
    ),
    "split of a number": wrong("fn::split: [',', 1]", "expected text", "[1]"),
    "split by a number": wrong("fn::split: [1, a]", "expected text", "[0]"),
    "toBase64 of a list": wrong("fn::toBase64: [a]", "expected text"),
    "fromBase64 of what is none": wrong("fn::fromBase64: '!'", "expected text in Base64"),
    "readFile of what is not there": wrong("fn::readFile: ./x.txt", "expected a file that can be read (./x.txt)"),
    "fileAsset of a number": wrong("fn::fileAsset: 1", "expected text"),
    "stackReference of what is not written out": wrong("fn::stackReference: ['${b}', x]", "expected text", "[0]"),
    "stackReference to a list": wrong("fn::stackReference: [b, []]", "expected text", "[1]"),
    "invoke of nothing": wrong("fn::invoke: {}", "expected the key function, with the type of a function"),
    "invoke of a list": wrong("fn::invoke: { function: [] }", "expected text", ".function"),
    "invoke with arguments that are no map": wrong(
      "fn::invoke: { function: alicloud:getZones, arguments: 1 }",
      "expected a map of keys",
      ".arguments",
    ),
    "keys that come to no text": [
      `variables: { n: 1 }\n${bucket('tags: { "${n}": 1 }')}`,
      ["Pulumi.yaml:7: resources.a.properties.tags.${n}: expected text"],
    ],
  });
});

describe("in Chinese", () => {
  it("says the same", () => {
    expect(saidOf(bucket('acl: "${nope}"'), {}, "zh")).toEqual([
      "Pulumi.yaml:6：resources.a.properties.acl：没有名为 nope 的资源、变量或配置值；请更正，或声明它",
    ]);
  });
});
