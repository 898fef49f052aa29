import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractOf, type Extract } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import { joinParts, readParts } from "../../src/plan/read";
import { readExtract } from "../../src/plan/read/extract";
import { Cursor } from "../../src/plan/read/shape";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { neededOf } from "../../src/plan/read-properties";
import { Resource } from "../../src/plan/resource";
import { urnOf as urnOfParts } from "../../src/names/urn";
import { exported, preview, read, stackUrn, state, step, urnOf, type Json, type JsonObject } from "./documents";

const CDN = "alicloud:cdn/domainNew:DomainNew";
const SWITCH = "alicloud:vpc/switch:Switch";
const DATABASE = "alicloud:rds/instance:Instance";
const ROLE = "alicloud:ram/role:Role";
const SITE = "acme:site:Site";
const KUBERNETES = "pulumi:providers:kubernetes";

const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
const extracted = (document: Json): Extract => extractOf(read(document));
const created = (name: string, type: string, rest: JsonObject): JsonObject =>
  step("create", { new: state(name, { type, ...rest }) }, name, type);
const rowOf = (extract: Extract, name: string) => extract.resources.find(({ urn }) => urn.endsWith(`::${name}`));
/** The rows of all but the stack's own resource, which has one always. */
const rowsOf = ({ resources }: Extract) => resources.filter(({ urn }) => !urn.startsWith("pulumi:pulumi:Stack"));
const back = (extract: Extract) => {
  const [part] = readParts(Buffer.from(extractText([extract])), "web.icp.json");
  if (!part) throw new Error("an extract of nothing");
  return part;
};

describe("an extract keeps", () => {
  it("of a resource that is read the properties that are, and what it was computed from", () => {
    const extract = extracted(
      preview([
        created("bucket", "alicloud:oss/bucket:Bucket", { inputs: { bucket: "b", tags: { a: "b" } } }),
        created("main", CDN, {
          inputs: { domainName: "www.example.com", scope: "domestic", tags: { team: "web" }, sources: [{ port: 80 }] },
          propertyDependencies: { sources: [urnOf("bucket", "alicloud:oss/bucket:Bucket")], tags: [stackUrn] },
          sourcePosition: "project:///index.ts#7,3",
        }),
      ]),
    );
    expect(extract.kept[CDN]).toEqual(neededOf(CDN)?.names);
    expect(rowOf(extract, "main")).toEqual({
      urn: `${CDN}::main`,
      change: "create",
      position: "index.ts:7:3",
      inputs: { domainName: "www.example.com", scope: "domestic", sources: [{ port: 80 }] },
      propertyDependencies: { sources: [1] },
    });
  });

  it("in whose words the user of a plan writes, with which its URNs begin", () => {
    const { part } = read(preview([]));
    const ofTerraform = { ...part, project: "shop", stack: "prod", dialect: "terraform" } as const;
    const name = 'module.web["cn::a"].alicloud_cdn_domain_new.main[0]';
    const urn = urnOfParts({ ...ofTerraform, type: CDN, name });
    const resource = new Resource({ urn, type: CDN, name, inputs: { domainName: "a.cn" } }, ofTerraform);
    const extract = extractOf({ part: ofTerraform, resources: [resource] });
    expect(extract).toMatchObject({ dialect: "terraform", resources: [{ urn: `${CDN}::${name}` }] });
    const again = back(extract);
    expect(again.part.dialect).toBe("terraform");
    expect(again.resources.map((one) => [one.urn, one.name])).toEqual([[urn, name]]);
    expect(extractOf(again)).toEqual(extract);
  });

  it("of what the provider answered only what the inputs do not say", () => {
    const extract = extracted(
      exported([
        state("main", {
          type: CDN,
          id: "x",
          inputs: { domainName: "a.cn" },
          outputs: { domainName: "a.cn", cname: "c" },
        }),
      ]),
    );
    expect(rowOf(extract, "main")).toMatchObject({ inputs: { domainName: "a.cn" }, outputs: { cname: "c" } });
  });

  it("the names of all others", () => {
    const extract = extracted(
      preview([
        created("b", ROLE, { inputs: { name: "b" } }),
        created("a", ROLE, { inputs: { name: "a" } }),
        step("delete", { old: state("c", { type: ROLE }) }, "c", ROLE),
      ]),
    );
    expect(rowsOf(extract)).toEqual([]);
    expect(extract.left).toEqual({ [ROLE]: ["a", "b"] });
    expect(extract.gone).toEqual({ [ROLE]: ["c"] });
    expect(extract.changed).toBe(true);
    expect(joinParts([back(extract)]).changesAny).toBe(true);
  });

  it("of those that only show where their provider works one for each thing that they show", () => {
    const inZone = (name: string, zoneId: string): JsonObject => created(name, DATABASE, { inputs: { zoneId, name } });
    const extract = extracted(
      preview([inZone("a", "cn-hangzhou-h"), inZone("b", "cn-hangzhou-h"), inZone("c", "cn-beijing-a")]),
    );
    expect(rowsOf(extract).map(({ urn }) => urn)).toEqual([`${DATABASE}::a`, `${DATABASE}::c`]);
    expect(extract.left?.[DATABASE]).toEqual(["b"]);
  });

  it("a VSwitch for each, as others name it by its id", () => {
    const zone = (name: string): JsonObject => created(name, SWITCH, { inputs: { zoneId: "cn-hangzhou-h" } });
    expect(rowsOf(extracted(preview([zone("a"), zone("b")])))).toHaveLength(2);
  });

  it("components around what a finding may name, with the lines that make them", () => {
    const site = urnOf("site", SITE);
    const inSite = (type: string, name: string): string => `urn:pulumi:dev::web::${SITE}$${type}::${name}`;
    const trace = [{ sourcePosition: "project:///site.ts#2,1" }, { sourcePosition: "project:///index.ts#9,1" }];
    const child = (type: string, name: string): JsonObject => ({
      op: "create",
      urn: inSite(type, name),
      newState: { urn: inSite(type, name), type, custom: true, parent: site, inputs: {}, stackTrace: trace },
    });
    const extract = extracted(
      preview([
        created("site", SITE, { custom: false, parent: stackUrn, sourcePosition: "project:///index.ts#9,1" }),
        child(CDN, "cdn"),
        child(ROLE, "role"),
      ]),
    );
    expect(rowsOf(extract)).toEqual([
      {
        urn: `${SITE}$${CDN}::cdn`,
        parent: 1,
        position: "site.ts:2:1",
        frames: ["site.ts:2:1", "index.ts:9:1"],
        change: "create",
      },
      { urn: `${SITE}::site`, position: "index.ts:9:1", change: "create" },
    ]);
    expect(extract.left).toEqual({ [`${SITE}$${ROLE}`]: ["role"] });
  });

  it("of a provider where it works and what its kubeconfig comes from, and no more", () => {
    const service = "kubernetes:core/v1:Service";
    const provider = urnOf("k8s", KUBERNETES);
    const cluster = urnOf("cluster", "alicloud:cs/managedKubernetes:ManagedKubernetes");
    const extract = extracted(
      preview([
        created("cluster", "alicloud:cs/managedKubernetes:ManagedKubernetes", { inputs: { name: "c" } }),
        created("k8s", KUBERNETES, {
          inputs: { kubeconfig: "apiVersion: v1, token: t", context: "c" },
          propertyDependencies: { kubeconfig: [cluster], context: [cluster] },
        }),
        created("web", service, { inputs: { spec: { type: "LoadBalancer" } }, provider: `${provider}::id` }),
      ]),
    );
    const at = extract.resources.findIndex(({ urn }) => urn.endsWith("::cluster"));
    expect(rowOf(extract, "k8s")).toEqual({
      urn: `${KUBERNETES}::k8s`,
      change: "create",
      propertyDependencies: { kubeconfig: [at] },
    });
    expect(extractText([extract])).not.toContain("token");
  });

  it("what goes with it: a provider and the cluster behind it, and what was there before of anything", () => {
    const service = "kubernetes:core/v1:Service";
    const provider = urnOf("k8s", KUBERNETES);
    const config = urnOf("config", "command:local:Command");
    const gone = (name: string, type: string, rest: JsonObject = {}): JsonObject =>
      step("delete", { old: state(name, { type, ...rest }) }, name, type);
    const extract = extracted(
      preview([
        step(
          "update",
          {
            old: state("config", { type: "command:local:Command" }),
            new: state("config", { type: "command:local:Command" }),
          },
          "config",
          "command:local:Command",
        ),
        gone("k8s", KUBERNETES, { propertyDependencies: { kubeconfig: [config] } }),
        gone("web", service, { provider: `${provider}::id` }),
      ]),
    );
    expect(rowsOf(extract).map(({ urn, change, previous }) => [urn, change, previous])).toEqual([
      ["command:local:Command::config", "update", { change: "same" }],
      [`${service}::web`, "delete", undefined],
      [`${KUBERNETES}::k8s`, "delete", undefined],
    ]);
  });

  it("no text that is a credential by its key, marked or not", () => {
    const values = {
      auth: { rootPassword: "p", tokens: ["t"], apiKey: UNKNOWN_STRING, token: "" },
      ingress: { host: "a.cn" },
    };
    const release = "kubernetes:helm.sh/v3:Release";
    const extract = extracted(preview([created("web", release, { inputs: { values } })]));
    expect(rowOf(extract, "web")?.inputs).toEqual({
      values: {
        auth: { rootPassword: "[concealed]", tokens: ["[concealed]"], apiKey: UNKNOWN_STRING, token: "" },
        ingress: { host: "a.cn" },
      },
    });
  });

  it("outputs of a stack, but no texts that are neither names nor ids", () => {
    const outputs = {
      dbPassword: "p",
      host: "www.example.com",
      ids: ["i-1"],
      kubeconfig: "apiVersion: v1\ntoken: t",
      key: SECRET,
    };
    const stack = { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false, outputs };
    const extract = extracted({ version: 3, deployment: { resources: [stack] } });
    expect(extract.resources).toEqual([
      {
        urn: "pulumi:pulumi:Stack::web-dev",
        outputs: {
          dbPassword: "[secret]",
          host: "www.example.com",
          ids: ["i-1"],
          key: "[secret]",
          kubeconfig: "[secret]",
        },
      },
    ]);
  });
});

describe("an extract comes back", () => {
  it("with URNs that are not of its stack, and types that are not those of its URNs", () => {
    const extract: Extract = {
      version: "0.1.0",
      project: "web",
      stack: "dev",
      kept: { [CDN]: ["domainName"] },
      resources: [
        { urn: "=urn:pulumi:other::web::a:b:C::x", type: CDN, name: "y", aliases: ["=z", `${CDN}::w`] },
        { urn: `${CDN}::x`, parent: "=p", propertyDependencies: { domainName: [0, `${CDN}::v`] } },
      ],
    };
    const { resources } = back(extract);
    expect(resources.map(({ urn, type, name }) => [urn, type, name])).toEqual([
      ["urn:pulumi:other::web::a:b:C::x", CDN, "y"],
      [urnOf("x", CDN), CDN, "x"],
    ]);
    expect(resources[0]?.aliases).toEqual(["z", urnOf("w", CDN)]);
    expect(resources[1]?.dependenciesOf("domainName")).toEqual(["urn:pulumi:other::web::a:b:C::x", urnOf("v", CDN)]);
    expect(resources[1]?.parent).toBe("p");
  });

  it("from a clone, as worker threads hand it over", () => {
    const part = read(preview([created("main", CDN, { inputs: { domainName: "www.example.com" } })]));
    const clone = structuredClone(extractOf(part)) as unknown as Json;
    const again = readExtract(new Cursor("plan.json", "", clone));
    expect(again.part).toMatchObject({ id: "web/dev", source: "plan.json", project: "web", stack: "dev" });
    expect(extractOf(again)).toEqual(extractOf(part));
  });

  it("with keys of every name, and numbers of every size", () => {
    const sources = '[{"__proto__": 1, "constructor": 2, "10": 1e999, "9": -0}]';
    const text = JSON.stringify(preview([created("main", CDN, { inputs: { sources: "HERE" } })]));
    const main = back(extractOf(read(text.replace('"HERE"', sources)))).resources.find(({ name }) => name === "main");
    const source = main?.at("sources").elements()[0];
    expect(source?.keys()).toEqual({ state: "known", value: ["9", "10", "__proto__", "constructor"] });
    expect(source?.at("__proto__").number()).toEqual({ state: "known", value: 1 });
    expect(source?.at("10").string()).toEqual({ state: "known", value: "Infinity" });
    expect(source?.at("10").number()).toMatchObject({ state: "unknown", doubt: { why: "malformed" } });
  });

  it("however deep its values are", () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const text = JSON.stringify(preview([created("main", CDN, { inputs: { sources: "HERE" } })]));
    const main = back(extractOf(read(text.replace('"HERE"', deep)))).resources.find(({ name }) => name === "main");
    expect(main?.at("sources").presence().state).toBe("known");
  });
});

describe("no secret is in an extract", () => {
  const types = [CDN, ROLE, SWITCH, KUBERNETES, "pulumi:pulumi:StackReference", "kubernetes:core/v1:Service", SITE];
  const PLANTED = "planted-secret";
  const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
  const marked = fc.constantFrom<Json>(
    { ...SECRET, ciphertext: PLANTED },
    { ...SECRET, plaintext: JSON.stringify(PLANTED) },
    { ...SECRET, value: { deep: [PLANTED] } },
    { "4dabf18193072939515e22adb298388d": OUTPUT, secret: true, value: PLANTED },
    { "4dabf18193072939515e22adb298388d": OUTPUT, value: { ...SECRET, plaintext: PLANTED } },
    { "4dabf18193072939515e22adb298388d": OUTPUT, secret: true, value: [{ in: PLANTED }], dependencies: [PLANTED] },
  );
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Json>("text", 1, true, null),
      marked,
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("domainName", "content", "a", "value"), tie("value"), { maxKeys: 3 }),
    ),
  }));
  const propertiesOf = (type: string): fc.Arbitrary<JsonObject> => {
    const names = (neededOf(type)?.names ?? []).filter((name) => name !== "*");
    return fc.dictionary(fc.constantFrom(...names, "password", "kubeconfig", "accessKey"), value, { maxKeys: 6 });
  };
  const resource = fc.constantFrom(...types).chain((type) =>
    fc.record({
      type: fc.constant(type),
      inputs: propertiesOf(type),
      outputs: propertiesOf(type),
      old: propertiesOf(type),
    }),
  );

  it("wherever it stands in a plan", () => {
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 6 }), (resources) => {
        const plans = [
          exported(resources.map(({ type, inputs, outputs }, at) => state(`r${at}`, { type, inputs, outputs }))),
          preview(
            resources.map(({ type, inputs, outputs, old }, at) =>
              step(
                "update",
                {
                  old: state(`r${at}`, { type, inputs: old, outputs: old }),
                  new: state(`r${at}`, { type, inputs, outputs }),
                },
                `r${at}`,
                type,
              ),
            ),
          ),
        ];
        for (const plan of plans) {
          const text = extractText([extracted(plan)]);
          if (text.includes(PLANTED) || text.includes("v1:abc")) return false;
        }
        return true;
      }),
    );
  });
});
