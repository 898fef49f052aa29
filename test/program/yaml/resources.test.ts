/** Resources of a program: their URNs, parents, providers and options, as the engine would take them. */
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING } from "../../../src/plan/raw";
import { readBody, stepsOf, type Given, type Step } from "./programs";

const URN = "urn:pulumi:dev::site::";
const STACK = `${URN}pulumi:pulumi:Stack::site-dev`;
const DEFAULT = `${URN}pulumi:providers:alicloud::default::${UNKNOWN_STRING}`;

const steps = (body: string, given: Given = {}): Readonly<Record<string, Step>> => stepsOf(readBody(body, given));

describe("a resource", () => {
  it("is made with its properties, in the stack, by the default provider", () => {
    const body =
      "resources:\n  web:\n    type: alicloud:cdn:DomainNew\n    properties:\n      domainName: www.example.com";
    expect(readBody(body).document).toEqual({
      config: {},
      diagnostics: [],
      changeSummary: { create: 2 },
      steps: [
        { op: "create", urn: STACK, newState: { urn: STACK, custom: false, type: "pulumi:pulumi:Stack", inputs: {} } },
        {
          op: "create",
          urn: `${URN}alicloud:cdn/domainNew:DomainNew::web`,
          provider: DEFAULT,
          newState: {
            urn: `${URN}alicloud:cdn/domainNew:DomainNew::web`,
            custom: true,
            type: "alicloud:cdn/domainNew:DomainNew",
            inputs: { domainName: "www.example.com" },
            parent: STACK,
            provider: DEFAULT,
            propertyDependencies: { domainName: [] },
            sourcePosition: "project:///Pulumi.yaml#4,3",
            stackTrace: [{ sourcePosition: "project:///Pulumi.yaml#4,3" }],
          },
        },
      ],
    });
  });

  it("may have another name than its key, and a key in any case", () => {
    const { web } = steps("Resources:\n  a:\n    Type: alicloud:oss:Bucket\n    NAME: web");
    expect(web?.urn).toBe(`${URN}alicloud:oss/bucket:Bucket::web`);
  });

  it("is in its parent", () => {
    const { c } = steps(`resources:
  c: { type: "alicloud:oss:Bucket", options: { parent: "\${b}" } }
  b: { type: "alicloud:vpc:Switch", options: { parent: "\${a}" } }
  a: { type: "alicloud:vpc:Network" }`);
    expect(c).toMatchObject({
      urn: `${URN}alicloud:vpc/network:Network$alicloud:vpc/switch:Switch$alicloud:oss/bucket:Bucket::c`,
      parent: `${URN}alicloud:vpc/network:Network$alicloud:vpc/switch:Switch::b`,
    });
  });

  it("depends on what its properties and options name, and on nothing behind that", () => {
    const { c } = steps(`resources:
  a: { type: "alicloud:vpc:Network", properties: { vpcName: x } }
  b: { type: "alicloud:vpc:Switch", properties: { vpcId: "\${a.id}", description: "\${a.vpcName}" } }
  d: { type: "alicloud:vpc:Switch" }
  c:
    type: alicloud:oss:Bucket
    properties: { bucket: "\${b.description}", tags: { x: "\${b.vpcId}" }, acl: private }
    options: { dependsOn: ["\${d}"] }`);
    const b = `${URN}alicloud:vpc/switch:Switch::b`;
    expect(c).toMatchObject({
      inputs: { bucket: "x", tags: { x: UNKNOWN_STRING }, acl: "private" },
      dependencies: [b, `${URN}alicloud:vpc/switch:Switch::d`],
      propertyDependencies: { bucket: [b], tags: [b], acl: [] },
    });
  });

  it("is adopted, protected, kept and known by former names as its options say", () => {
    const { a } = steps(`resources:
  a:
    type: alicloud:oss:Bucket
    options:
      import: my-bucket
      protect: true
      retainOnDelete: true
      aliases: ["urn:pulumi:dev::site::alicloud:oss/bucket:Bucket::old"]
      ignoreChanges: [tags]
      replaceOnChanges: [bucket]
      deleteBeforeReplace: true
      customTimeouts: { create: 5m }
      additionalSecretOutputs: [owner]
      hideDiffs: [tags]`);
    expect(a).toMatchObject({
      op: "import",
      importID: "my-bucket",
      retainOnDelete: true,
      aliases: ["urn:pulumi:dev::site::alicloud:oss/bucket:Bucket::old"],
      ignoreChanges: ["tags"],
    });
  });

  it("is read where it says get", () => {
    const { a, b, c } = steps(`resources:
  a: { type: "alicloud:oss:Bucket", get: { id: my-bucket, state: { acl: private } } }
  b: { type: "alicloud:oss:Bucket", get: { id: "\${c.bucket}-x" } }
  c: { type: "alicloud:oss:Bucket" }`);
    expect(a).toMatchObject({ op: "read", id: "my-bucket", external: true, inputs: { acl: "private" } });
    expect(b).toMatchObject({ op: "read", id: UNKNOWN_STRING });
    expect(c?.op).toBe("create");
  });

  it("may take all of its properties from one value", () => {
    const { a, b } = steps(`variables:
  all: { acl: private, tags: { x: "\${b.id}" } }
resources:
  a: { type: "alicloud:oss:Bucket", properties: "\${all}" }
  b: { type: "alicloud:vpc:Network" }`);
    expect(a).toMatchObject({ inputs: { acl: "private", tags: { x: UNKNOWN_STRING } }, dependencies: [b?.urn] });
  });

  it("has unknown properties where that value is unknown", () => {
    const { a, b, c } = steps(`resources:
  a: { type: "alicloud:oss:Bucket", properties: "\${b.tags}" }
  b: { type: "alicloud:vpc:Network" }
  c: { type: "alicloud:oss:Bucket", properties: { acl: "\${a.acl}" } }`);
    expect(a).toMatchObject({ inputs: UNKNOWN_STRING, dependencies: [b?.urn] });
    expect(c).toMatchObject({ inputs: { acl: UNKNOWN_STRING }, dependencies: [a?.urn] });
  });
});

describe("the provider of a resource", () => {
  const providerOf = (body: string, name = "a"): string =>
    (steps(body)[name]?.provider ?? "").replace(URN, "").replace(`::${UNKNOWN_STRING}`, "");
  const PROVIDERS = `
  hk: { type: "pulumi:providers:alicloud", properties: { region: cn-hongkong } }
  k8s: { type: "pulumi:providers:kubernetes" }`;
  const resource = (name: string, options: string, type = "alicloud:vpc:Network"): string =>
    `\n  ${name}: { type: "${type}", options: { ${options} } }`;

  it.each([
    ["is the one it names", resource("a", 'provider: "${hk}"'), "pulumi:providers:alicloud::hk"],
    ["is that of its version", resource("a", "version: 3.107.0"), "pulumi:providers:alicloud::default_3_107_0"],
    [
      "is that of the version of its package",
      resource("a", "") + resource("b", "version: 3.107.0"),
      "pulumi:providers:alicloud::default_3_107_0",
    ],
    [
      "is that of its plugin's address",
      resource("a", 'pluginDownloadURL: "https://example.com/x"'),
      "pulumi:providers:alicloud::default_https_/example.com/x",
    ],
    [
      "is that of what it is in",
      resource("a", 'parent: "${b}"') + resource("b", 'provider: "${hk}"'),
      "pulumi:providers:alicloud::hk",
    ],
    [
      "is one of those of what it is in",
      resource("a", 'parent: "${b}"') + resource("b", 'providers: ["${k8s}", "${hk}"]', "acme:web:Site"),
      "pulumi:providers:alicloud::hk",
    ],
    [
      "is not that of another package",
      resource("a", 'parent: "${b}"') + resource("b", 'provider: "${k8s}"', "kubernetes:core/v1:Service"),
      "pulumi:providers:alicloud::default",
    ],
    ["of a package has no version of another", resource("a", "", "aws:route53:Zone"), "pulumi:providers:aws::default"],
  ])("%s", (_name, body, provider) => {
    expect(providerOf(`resources:${PROVIDERS}${body}`)).toBe(provider);
  });

  it("is the default one of the program, unless it names another", () => {
    const body = `resources:
  hk: { type: "pulumi:providers:alicloud", defaultProvider: true, properties: { region: "\${region}" } }
  sh: { type: "pulumi:providers:alicloud", properties: { region: cn-shanghai } }${resource("a", "")}${resource("b", 'provider: "${sh}"')}${resource("c", 'parent: "${b}"')}
variables: { region: cn-hongkong }`;
    expect(["a", "b", "c"].map((name) => providerOf(body, name))).toEqual([
      "pulumi:providers:alicloud::hk",
      "pulumi:providers:alicloud::sh",
      "pulumi:providers:alicloud::hk",
    ]);
    expect(steps(body)["hk"]).toMatchObject({ inputs: { region: "cn-hongkong" } });
    expect(steps(body)["hk"]?.provider).toBeUndefined();
  });
});

describe("a reference to another stack", () => {
  const BODY = `resources:
  dns: { type: "pulumi:pulumi:StackReference", properties: { name: acme/dns/prod } }
  infra: { type: "pulumi:pulumi:StackReference" }
  a: { type: "alicloud:oss:Bucket", properties: { bucket: "\${dns.outputs.bucket}", acl: '\${dns.outputs["acl"]}', x: "\${dns.name}\${infra.id}" } }`;

  it("is read by its name", () => {
    const { dns, infra, a } = steps(BODY);
    expect(dns).toMatchObject({
      op: "read",
      id: "acme/dns/prod",
      external: true,
      inputs: { name: "acme/dns/prod" },
      provider: `${URN}pulumi:providers:pulumi::default::${UNKNOWN_STRING}`,
    });
    expect(dns?.outputs).toBeUndefined();
    expect(infra?.id).toBe("infra");
    expect(a).toMatchObject({
      inputs: { bucket: UNKNOWN_STRING, acl: UNKNOWN_STRING, x: "acme/dns/prodinfra" },
      propertyDependencies: { bucket: [dns?.urn] },
    });
  });

  it("gives outputs that are known", () => {
    const { dns, a } = steps(BODY, {
      stackOutputs: (stack) => (stack === "acme/dns/prod" ? { bucket: "img", more: "[secret]" } : undefined),
    });
    expect(dns?.outputs).toEqual({ name: "acme/dns/prod", outputs: { bucket: "img", more: "[secret]" } });
    expect(a?.inputs).toMatchObject({ bucket: "img", acl: UNKNOWN_STRING });
  });

  it("is made once where functions name it", () => {
    const body = `resources:
  a: { type: "alicloud:oss:Bucket", properties: { bucket: { "fn::stackReference": [acme/dns/prod, x] }, acl: { "fn::stackReference": [acme/dns/prod, y] } } }`;
    expect(Object.keys(steps(body))).toEqual(["site-dev", "acme/dns/prod", "a"]);
  });
});

describe("the stack", () => {
  it("has the outputs of the program", () => {
    const body = `resources:
  a: { type: "alicloud:oss:Bucket", properties: { bucket: img } }
outputs:
  bucket: \${a.bucket}
  endpoint: \${a.extranetEndpoint}
  key: { "fn::secret": x }
  nothing: null`;
    expect(steps(body)["site-dev"]?.outputs).toEqual({ bucket: "img", endpoint: UNKNOWN_STRING, key: "[secret]" });
  });
});

describe("components", () => {
  const unseen = (type: string, more = ""): readonly string[] =>
    readBody(`${more}\nresources:\n  a: { type: "${type}" }`).unseen.map((one) => one.type);

  it.each([
    ["of a package that nobody knows", "acme:web:Site", "", ["acme:web:Site"]],
    ["of Helm", "kubernetes:helm.sh/v4:Chart", "", ["kubernetes:helm.sh/v4:Chart"]],
    ["of AWS", "awsx:ec2:Vpc", "", ["awsx:ec2:Vpc"]],
    ["none of a known provider", "alicloud:oss:Bucket", "", []],
    ["none of a provider of which nothing is read", "random:RandomId", "", []],
    ["none of Pulumi's own", "pulumi:providers:acme", "", []],
    ["none of a provider of Terraform's", "uptime:Check", "packages: { uptime: terraform-provider acme/uptime }", []],
    ["of a package in the repository", "web:Site", "packages: { web: ./components/web }", ["web:index:Site"]],
  ])("are told: %s", (_name, type, more, expected) => {
    expect(unseen(type, more)).toEqual(expected);
  });

  it("are no resources of a provider's, and tell where they are written", () => {
    const reading = readBody('resources:\n  a: { type: "acme:web:Site" }');
    expect(reading.unseen).toEqual([
      { urn: `${URN}acme:web:Site::a`, type: "acme:web:Site", sourcePosition: "project:///Pulumi.yaml#4,3" },
    ]);
    expect(stepsOf(reading)["a"]).toMatchObject({ custom: false });
    expect(stepsOf(reading)["a"]?.provider).toBeUndefined();
  });
});

describe("the file of a program", () => {
  const RESOURCE = 'resources:\n  a: { type: alicloud:oss:Bucket, properties: { bucket: "${pulumi.stack}" } }';
  it.each<[string, string, Record<string, string>, string]>([
    ["Main.yaml before the project file", "", { "Main.yaml": RESOURCE }, "Main.yaml#2,3"],
    ["in the folder that main names", "main: ./infra/", { "infra/Main.yaml": RESOURCE }, "infra/Main.yaml#2,3"],
    [
      "beside the file that main names",
      "main: infra/Main.yaml",
      { "infra/Main.yaml": RESOURCE },
      "infra/Main.yaml#2,3",
    ],
    ["a Pulumi.yaml there", "main: infra", { "infra/Pulumi.yaml": RESOURCE }, "infra/Pulumi.yaml#2,3"],
    ["beside the folder of the project", "main: ../a b", { "../a b/Main.yaml": RESOURCE }, "../a%20b/Main.yaml#2,3"],
    [
      "Main.json before all others",
      "",
      { "Main.yaml": "resources: 1", "Main.json": '{ "resources": { "a": { "type": "alicloud:oss:Bucket" } } }' },
      "Main.json#1,18",
    ],
  ])("is %s", (_name, body, files, position) => {
    expect(steps(body, { files })["a"]?.sourcePosition).toBe(`project:///${position}`);
  });

  it("reads other files from the folder of the program", () => {
    const program =
      "resources:\n  a: { type: alicloud:oss:Bucket, properties: { bucket: { fn::readFile: ../name.txt } } }";
    expect(steps("main: infra", { files: { "infra/Main.yaml": program, "name.txt": "img" } })["a"]?.inputs).toEqual({
      bucket: "img",
    });
  });

  it("may say the same twice where it is no project file, and the last counts", () => {
    const program = "resources:\n  a:\n    type: alicloud:oss:Bucket\n    properties:\n      acl: a\n      acl: b";
    expect(steps("", { files: { "Main.yaml": program } })["a"]?.inputs).toEqual({ acl: "b" });
  });
});
