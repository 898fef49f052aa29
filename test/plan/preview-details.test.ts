import { describe, expect, test } from "vitest";
import { isDefaultProvider } from "../../src/plan/read/providers";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { main, planOfDocument, preview, read, stackUrn, state, step, urnOf, type Json } from "./documents";

const created = (rest: Record<string, Json>) => preview([step("create", { new: state("main", rest) })]);

describe("the part", () => {
  test("takes project and stack from the URNs", () => {
    expect(read(preview([]), "-").part).toEqual({
      id: "web/dev",
      source: "-",
      project: "web",
      stack: "dev",
      missing: 0,
      isolated: false,
      applied: false,
      tellsIds: true,
      isDefaultProvider,
    });
  });

  const regions: Record<string, [config: Json, region: string | undefined]> = {
    plain: ["cn-hangzhou", "cn-hangzhou"],
    object: [{ value: "cn-hangzhou", secret: false }, "cn-hangzhou"],
    secret: [{ value: "cn-hangzhou", secret: true }, undefined],
    blinded: ["[secret]", undefined],
    "secret by a text": [{ value: "cn-hangzhou", secret: "yes" }, undefined],
    "secret by null": [{ value: "cn-hangzhou", secret: null }, undefined],
    "secret as in a state": [
      { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "cn-hangzhou" },
      undefined,
    ],
    "blinded within": [{ value: "[secret]" }, undefined],
    "secret within": [
      { value: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "cn-hangzhou" } },
      undefined,
    ],
    empty: ["", undefined],
    "of another kind": [5, undefined],
  };
  for (const [name, [config, expected]] of Object.entries(regions)) {
    test(`region of the configuration, ${name}`, () => {
      expect(read(preview([], { config: { "alicloud:region": config } })).part.region).toBe(expected);
    });
  }
});

describe("numbers that no JSON report can hold", () => {
  test.each(["99999999999999999999,1", "1,99999999999999999999", "9007199254740992"])("are no position: %s", (at) => {
    const document = created({ sourcePosition: `project:///index.ts#${at}` });
    expect(main(document)).toMatchObject({ name: "main", position: undefined });
  });

  test.each([2.5, -1, 1e21, "3", true, [1]])("are no number of unchanged resources: %j", (same) => {
    expect(() => read(preview([], { changeSummary: { same } }))).toThrow(
      /changeSummary.same: is .+, expected a number of resources; write the file again$/,
    );
  });
});

describe("providers", () => {
  const type = "pulumi:providers:alicloud";
  const provider = (name: string) =>
    step(
      "create",
      {
        new: state(name, {
          type,
          inputs: { region: "cn-beijing", version: "3.1.0", accessKey: "AK", secretKey: "SK" },
          outputs: { region: "cn-beijing", secretKey: "SK" },
          propertyDependencies: { secretKey: [stackUrn] },
        }),
      },
      name,
      type,
    );

  test("credentials never enter the model", () => {
    const plan = planOfDocument(preview([provider("beijing")]));
    expect(JSON.stringify(plan.resources)).not.toMatch(/AK|SK/);
    const found = plan.resource(urnOf("beijing", type));
    expect(found?.string("region")).toEqual({ state: "known", value: "cn-beijing" });
    expect(found?.dependenciesOf("secretKey")).toEqual([stackUrn]);
  });

  test("of a kubeconfig only the id of the cluster enters the model", () => {
    const kubernetes = "pulumi:providers:kubernetes";
    const id = `c${"0123456789abcdef".repeat(2)}`;
    const configured = (kubeconfig: string) =>
      main(
        preview([
          step("create", { new: state("main", { type: kubernetes, inputs: { kubeconfig } }) }, "main", kubernetes),
        ]),
      );
    const context = (called: string) =>
      `contexts: [{ name: kubernetes-admin-${called} }]\ncurrent-context: kubernetes-admin-${called}\ntoken: SK`;
    expect(configured(context(id))?.string("clusterId")).toEqual({ state: "known", value: id });
    expect(JSON.stringify(configured(context(id)))).not.toContain("SK");
    for (const other of ["[secret]", UNKNOWN_STRING, context("other"), context(id) + context(`c${"f".repeat(32)}`)]) {
      expect(configured(other)?.string("clusterId").state).toBe("absent");
    }
  });

  const unshown = "urn:pulumi:dev::web::pulumi:providers:alicloud::default_3_108_0";
  const references: Record<string, [reference: string, urn: string]> = {
    "with an id": [`${unshown}::0d4f`, unshown],
    "with the id still unknown": [`${unshown}::${UNKNOWN_STRING}`, unshown],
    "with an empty id": [`${unshown}::`, unshown],
    "without id": [unshown, unshown],
    "shown, its name holds the separator": [`${urnOf("a::b", type)}::0d4f`, urnOf("a::b", type)],
    "shown, its id holds the separator": [`${urnOf("a", type)}::x::y`, urnOf("a", type)],
  };
  for (const [name, [reference, expected]] of Object.entries(references)) {
    test(`reference ${name}`, () => {
      const shown = name.includes("name holds") ? "a::b" : "a";
      const document = preview([provider(shown), step("create", { new: state("main", { provider: reference }) })]);
      expect(main(document)?.provider).toBe(expected);
    });
  }
});

describe("positions", () => {
  const cases: Record<string, [keys: Record<string, Json>, position: object | undefined]> = {
    "line and column": [{ sourcePosition: "project:///index.ts#17,19" }, { file: "index.ts", line: 17, column: 19 }],
    "line alone": [{ sourcePosition: "project:///src/a%20b.ts#3" }, { file: "src/a b.ts", line: 3, column: 1 }],
    "a broken escape": [{ sourcePosition: "project:///100%.ts#3,1" }, { file: "100%.ts", line: 3, column: 1 }],
    "inside a package, called from the program": [
      {
        sourcePosition: "project:///node_modules/@pulumi/oss/bucket.ts#536,16",
        stackTrace: [{}, { sourcePosition: "project:///site.ts#8,3" }],
      },
      { file: "site.ts", line: 8, column: 3 },
    ],
    "only in packages": [{ sourcePosition: "project:///../../node_modules/@pulumi/a.ts#1,1" }, undefined],
    "in Go's packages and its runtime, as programs in YAML are carried out": [
      {
        sourcePosition: "project:///../go/pkg/mod/github.com/pulumi/pulumi-yaml@v1.25.0/pkg/pulumiyaml/run.go#1391",
        stackTrace: [
          { sourcePosition: "project:///github.com/pulumi/pulumi-yaml/pkg/pulumiyaml/run.go#957" },
          { sourcePosition: "project:///google.golang.org/grpc%40v1.72.1/server.go#1405" },
          { sourcePosition: "project:///../../usr/local/go/src/runtime/asm_amd64.s#1771" },
        ],
      },
      undefined,
    ],
    "in a package of Python's": [
      { sourcePosition: "project:///venv/lib/python3.13/site-packages/pulumi_alicloud/oss/bucket.py#40" },
      undefined,
    ],
    "another scheme that ends alike": [{ sourcePosition: "subproject:///index.ts#1,1" }, undefined],
    "another scheme": [{ sourcePosition: "file:///index.ts#1,1" }, undefined],
    none: [{}, undefined],
  };
  for (const [name, [keys, expected]] of Object.entries(cases)) {
    test(name, () => {
      expect(main(created(keys))?.position).toEqual(expected);
    });
  }
});
