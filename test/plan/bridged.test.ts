/** What comes to Pulumi through Terraform is judged as what Pulumi's own provider makes. */
import { describe, expect, it } from "vitest";
import { attributeOf, terraformTypesOf } from "../../src/names/terraform";
import { inModel, modelType } from "../../src/plan/bridged";
import { extractsOf } from "../../src/plan/extract";
import { SECRET_MARK, UNKNOWN_STRING, type RawProperties } from "../../src/plan/raw";
import { attributes } from "../names/terraform-attributes";
import { bothDoors, type Preview, type State } from "../parity/parity";
import { previewFiles, readPreview, registerOf, stackNames } from "../stacks/stacks";

const told = (type: string, inputs: RawProperties) => ({ type, inputs });

describe("a resource of a Terraform module", () => {
  it("has the type and the properties of Pulumi's own provider", () => {
    const resource = inModel({
      ...told("web:tf:alicloud_alb_rule", {
        listener_id: UNKNOWN_STRING,
        rule_name: SECRET_MARK,
        rule_actions: [{ type: "Cors", cors_config: [{ allow_origin: ["https://a.example.com"], allow_headers: [] }] }],
        rule_conditions: [],
        tags: { app_name: "site" },
        timeouts: null,
      }),
      outputs: { id: "rule-1", rule_id: "rule-1", rule_actions: [UNKNOWN_STRING] },
      propertyDependencies: { listener_id: ["urn:listener"], rule_actions: [] },
      ignoreChanges: ["rule_actions[0].cors_config", "tags"],
    });
    expect(resource).toEqual({
      type: "alicloud:alb/rule:Rule",
      inputs: {
        listenerId: UNKNOWN_STRING,
        ruleName: SECRET_MARK,
        ruleActions: [{ type: "Cors", corsConfig: [{ allowOrigins: ["https://a.example.com"] }] }],
        tags: { app_name: "site" },
        timeouts: null,
      },
      outputs: { id: "rule-1", ruleId: "rule-1", ruleActions: [UNKNOWN_STRING] },
      propertyDependencies: { listenerId: ["urn:listener"], ruleActions: [] },
      ignoreChanges: ["ruleActions[0].corsConfig", "tags"],
      previous: undefined,
    });
    expect(inModel(resource)).toBe(resource);
  });

  it("keeps what is secret as it is wrapped, and opens what is an output", () => {
    const signature = "4dabf18193072939515e22adb298388d";
    const secret = { [signature]: "1b47061264138c4ac30d75fd1eb44270", plaintext: '"x"' };
    const output = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: [{ listener_port: 80 }] };
    const { inputs } = inModel(told("web:tf:alicloud_instance", { user_data: secret, data_disks: output }));
    expect(inputs).toEqual({ userData: secret, dataDisks: [{ listenerPort: 80 }] });
  });

  it("is what it was before in the same names, and may have been of Pulumi's own provider", () => {
    const before = told("alicloud:ecs/eipAddress:EipAddress", { bandwidth: "5" });
    const after = {
      ...told("web:tf:alicloud_eip_address", { internet_charge_type: "PayByTraffic" }),
      previous: before,
    };
    expect(inModel(after).previous).toBe(before);
    const back = { ...before, previous: told("web:tf:alicloud_eip", { internet_charge_type: "PayByTraffic" }) };
    expect(inModel(back)).toMatchObject({
      type: before.type,
      previous: { type: "alicloud:ecs/eip:Eip", inputs: { internetChargeType: "PayByTraffic" } },
    });
  });

  it("may be nested as deep as a file is long", () => {
    let deep: RawProperties = { a_b: 1 };
    for (let depth = 0; depth < 100_000; depth++) deep = { a_b: [deep] };
    expect(inModel(told("web:tf:alicloud_instance", deep)).type).toBe("alicloud:ecs/instance:Instance");
  });

  it.each(["web:tf:alicloud_future_server", "web:tf:random_password", "alicloud:index/futureRecord:FutureRecord"])(
    "stays what it is where no table has its type: %s",
    (type) => {
      const resource = told(type, { some_name: [] });
      expect(inModel(resource)).toBe(resource);
    },
  );
});

it.each([
  ["alicloud:index/alidnsRecord:AlidnsRecord", "alicloud:dns/alidnsRecord:AlidnsRecord"],
  ["alicloud:index/fcv3CustomDomain:Fcv3CustomDomain", "alicloud:fc/v3CustomDomain:V3CustomDomain"],
  ["alicloud:index/vpc:Vpc", "alicloud:vpc/network:Network"],
  ["alicloud:index/milvusInstance:MilvusInstance", "alicloud:index/milvusInstance:MilvusInstance"],
  ["alicloud:index/mscSubContact:MscSubContact", "alicloud:index/mscSubContract:MscSubContract"],
])("%s, which Pulumi makes of Terraform's provider, is %s with its properties as they are", (type, own) => {
  const properties = { domainName: "example.com", tags: { a_b: "c" } };
  expect(inModel(told(type, properties))).toMatchObject({ type: own, inputs: properties });
});

/** The Terraform type of a type that is read and whose attributes are known. */
const terraformType = (type: string): string | undefined => terraformTypesOf(type).find((one) => attributes.has(one));

/** Properties as attributes; a block that Pulumi takes out of its list stands in one again. */
function attributesFor(type: string, terraform: string, properties: Readonly<Record<string, unknown>>, above = "") {
  const named = Object.entries(properties).map(([name, value]) => {
    const path = above === "" ? name : `${above}.${name}`;
    const attribute = attributeOf(type, path);
    const isBlock = attributes.get(terraform)?.some((one) => one.startsWith(`${attribute}.`)) === true;
    const blocks = Array.isArray(value) ? value : isObject(value) ? [value] : undefined;
    const inside = (one: unknown): unknown => (isObject(one) ? attributesFor(type, terraform, one, path) : one);
    return [attribute.slice(attribute.lastIndexOf(".") + 1), isBlock && blocks ? blocks.map(inside) : value] as const;
  });
  return Object.fromEntries(named) as Record<string, unknown>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A state as a Terraform module would have it, where the provider has its type. */
function asModule(state: State): State {
  const terraform = terraformType(state.type);
  if (terraform === undefined) return state;
  const { inputs, outputs, propertyDependencies } = state;
  const named = (all: Readonly<Record<string, unknown>>) => attributesFor(state.type, terraform, all);
  return {
    ...state,
    type: `web:tf:${terraform}`,
    ...(inputs && { inputs: named(inputs) }),
    ...(outputs && { outputs: named(outputs) }),
    ...(propertyDependencies && {
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([name, urns]) => [attributeOf(state.type, name), urns]),
      ),
    }),
  };
}

const allAsModules = (preview: Preview): Preview => ({
  ...preview,
  steps: preview.steps.map(({ oldState, newState, ...step }) => ({
    ...step,
    ...(oldState && { oldState: asModule(oldState) }),
    ...(newState && { newState: asModule(newState) }),
  })),
});

/** Plain data with single objects out of their lists, which is how Pulumi has some blocks. */
function flattened(data: unknown): unknown {
  const only: unknown = Array.isArray(data) && data.length === 1 ? data[0] : undefined;
  if (isObject(only)) return flattened(only);
  if (Array.isArray(data)) return data.map(flattened);
  if (!isObject(data)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, flattened(value)]));
}

const previews = stackNames.flatMap((name) => previewFiles(name).map((file) => [name, file] as const));

describe("a stack of which all came through Terraform modules", () => {
  it.each(previews)("would be judged alike by each door, and leave the same extract: %s/%s", (name, file) => {
    const preview = readPreview(name, file);
    const modules = allAsModules(preview);
    const own = bothDoors(preview, registerOf(name));
    const through = bothDoors(modules, registerOf(name));
    expect({ command: through.command, pack: through.pack }).toEqual({ command: own.command, pack: own.pack });
    const [extract, other] = [own, through].map(({ judged }) => flattened(extractsOf(judged.command.plan)));
    expect(other).toEqual(extract);
  });

  it("has types that the module's program names otherwise", () => {
    const types = previews.flatMap(([name, file]) =>
      allAsModules(readPreview(name, file)).steps.flatMap(({ newState }) => newState?.type ?? []),
    );
    const bridged = new Set(types.filter((type) => type.includes(":tf:")));
    expect(bridged.size).toBeGreaterThan(40);
    expect([...bridged].filter((type) => !modelType(type).startsWith("alicloud:"))).toEqual([]);
  });
});
