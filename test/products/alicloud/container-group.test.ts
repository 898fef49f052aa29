import { describe, expect, test } from "vitest";
import { containerGroup } from "../../../src/products/alicloud/compute/container-group";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

const HANGZHOU = "mainland cn-hangzhou by config";

describe.each([
  { type: "alicloud:eci/containerGroup:ContainerGroup", made: "autoCreateEip", addresses: ["(computed)"] },
  { type: "alicloud:eci/virtualNode:VirtualNode", made: "enablePublicNetwork", addresses: [] },
])("$type", ({ type, made, addresses }) => {
  const read = (inputs: Properties, region = "cn-hangzhou") =>
    contributed(
      containerGroup,
      planOf(
        [
          { type, inputs },
          { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "group" },
          { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip" },
        ],
        { region },
      ),
    );
  const entry = (reach: string, location = HANGZHOU) => ({
    is: "entry",
    resource: "main",
    kind: "container-group",
    tier: "access",
    location,
    reach,
    addresses,
  });
  const guard = (...groups: unknown[]) => ({ is: "guard", of: "main", groups });
  const attachment = (address: unknown) => ({
    is: "attachment",
    by: "main",
    address,
    to: "main",
    opens: "target",
    kind: "container-group",
  });

  test.each<[string, Properties, string]>([
    ["with nothing said", {}, "private"],
    ["without an EIP", { [made]: false }, "private"],
    ["with one of its own", { [made]: true }, "public"],
    ["perhaps with one", { [made]: unknownValue }, "(computed)"],
    ["with a secret", { [made]: "[secret]" }, "(secret)"],
    ["with a value of a wrong type", { [made]: "perhaps" }, "(malformed)"],
  ])("%s", (_, inputs, reach) => {
    expect(read(inputs)).toEqual([entry(reach), guard()]);
  });

  test.each<[string, Properties, unknown]>([
    ["an EIP", { eipInstanceId: ref("eip") }, "eip"],
    ["an EIP elsewhere", { eipInstanceId: "eip-1" }, { elsewhere: "eip-1" }],
    ["an unknown EIP", { eipInstanceId: unknownValue }, "(computed)"],
  ])("that takes over %s", (_, inputs, address) => {
    expect(read(inputs)).toEqual([entry("private"), guard(), attachment(address)]);
  });

  test.each<[string, unknown, unknown]>([
    ["a group", ref("group"), "group"],
    ["a group elsewhere", "sg-1", { elsewhere: "sg-1" }],
    ["an unknown group", unknownValue, "(computed)"],
  ])("guarded by %s", (_, securityGroupId, group) => {
    expect(read({ securityGroupId } as Properties)).toEqual([entry("private"), guard(group)]);
  });

  test("outside, and in a region of no list", () => {
    expect(read({}, "cn-hongkong")).toEqual([entry("private", "outside cn-hongkong by config"), guard()]);
    expect(read({}, "xx-nowhere")).toEqual([entry("private", "(region-unlisted)"), guard()]);
  });
});

test("image caches contribute nothing", () => {
  for (const type of ["alicloud:eci/imageCache:ImageCache", "alicloud:eci/openApiImageCache:OpenApiImageCache"]) {
    expect(contributed(containerGroup, planOf([{ type }]))).toEqual([]);
  }
});
