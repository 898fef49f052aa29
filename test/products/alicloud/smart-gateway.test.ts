import { describe, expect, test } from "vitest";
import { smartGateway } from "../../../src/products/alicloud/network/smart-gateway";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

const WEB = { type: "Internet", externalIp: ref("eip"), externalPort: "80", ipProtocol: "tcp", internalIp: "10.0.0.1" };

describe.each(Object.keys(smartGateway))("%s", (type) => {
  const read = (inputs: Properties) =>
    contributed(
      smartGateway,
      planOf([
        { type, inputs: { ...WEB, ...inputs } },
        { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip" },
      ]),
    );
  const opened = (opening: unknown, address: unknown = "eip", on: unknown = "eip") => [
    { is: "attachment", by: "main", address, to: "(absent)", opens: "address", kind: "nat" },
    { is: "listener", by: "main", on, opening },
  ];

  test.each<[string, Properties, unknown[]]>([
    ["the web on an EIP", {}, opened("web")],
    ["SSH", { externalPort: "22" }, opened("none")],
    ["an unknown port", { externalPort: unknownValue }, opened("(computed)")],
    ["a type that is not known", { type: unknownValue }, opened("(computed)")],
    ["a literal address", { externalIp: "47.96.0.1" }, opened("web", { elsewhere: "47.96.0.1" }, "main")],
    ["an unknown address", { externalIp: unknownValue }, opened("web", "(computed)", "main")],
    ["a private network", { type: "Intranet" }, []],
  ])("for %s", (_, inputs, expected) => {
    expect(read(inputs)).toEqual(expected);
  });
});
