/** In which node of the Edge Node Service a resource is: by its own id of the node, its vswitch, or its network. */
import { doubt, type Fact } from "../../../plan/fact";
import type { Location } from "../../../location/locate";
import { locationOfDistrict, locationOfNode } from "../../../location/ens-nodes";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { keyword } from "../../reading/values";

const NETWORKS = ["alicloud:ens/network:Network"] as const;
const SWITCHES = ["alicloud:ens/vswitch:Vswitch"] as const;
/** How the types name the network that they are in. */
const NETWORK_PROPERTIES: Readonly<Record<string, string>> = {
  "alicloud:ens/instance:Instance": "netWorkId",
  "alicloud:ens/loadBalancer:LoadBalancer": "networkId",
  "alicloud:ens/natGateway:NatGateway": "networkId",
};

/** Where a resource of a node is. */
export function nodeLocation(resource: Resource, plan: Plan): Location {
  const node = fromFact(nodeOf(resource, plan), locationOfNode);
  const location = resource.type === "alicloud:ens/instance:Instance" ? scheduled(resource, node) : node;
  const property = "ensRegionId";
  return (
    location ?? { in: "undetermined", doubt: doubt("default-unsourced", { property }, { property, urn: resource.urn }) }
  );
}

/** An instance is put into a node that it names, or into any node of a district. */
function scheduled(instance: Resource, node: Location | undefined): Location | undefined {
  const level = keyword(instance.at("scheduleAreaLevel"), ["Region", "Big", "Middle", "Small"]);
  const district = fromFact(instance.string("netDistrictCode"), locationOfDistrict);
  if (level.state === "known") return level.value === "Region" ? node : (district ?? node);
  if (node === undefined || district === undefined) return node ?? district;
  if (level.state === "absent" || node.in === district.in) return node;
  return { in: "undetermined", doubt: level.doubt };
}

function nodeOf(resource: Resource, plan: Plan): Fact<string> {
  const own = resource.string("ensRegionId");
  if (own.state === "known") return own;
  const around = placesOf(resource).flatMap(({ property, types }) => {
    const reference = plan.referred(resource, property, { types, by: ["ensRegionId"] });
    return reference.is === "resource" ? [reference.resource.string("ensRegionId")] : [];
  });
  return around.find((fact) => fact.state === "known") ?? own;
}

/** The properties that tell a node through another resource. */
function placesOf({ type }: Resource): readonly { readonly property: string; readonly types: readonly string[] }[] {
  const network = NETWORK_PROPERTIES[type];
  return [
    { property: "ensRegionId", types: [...NETWORKS, ...SWITCHES] },
    ...(network === undefined
      ? []
      : [
          { property: "vswitchId", types: SWITCHES },
          { property: network, types: NETWORKS },
        ]),
  ];
}

function fromFact(fact: Fact<string>, locate: (id: string) => Location): Location | undefined {
  if (fact.state === "absent") return undefined;
  return fact.state === "known" ? locate(fact.value) : { in: "undetermined", doubt: fact.doubt };
}
