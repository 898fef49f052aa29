/**
 * Microservices Engine: a cloud-native gateway is public when a public load balancer is bought for it. The SDK has no
 * routes or domains of it, so DNS records alone tell the hosts. Registries are no web entries.
 */
import { locate } from "../../../location/locate";
import { product, type Contribution, type Reach } from "../../../graph/contribution";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { contributesNothing } from "../../reading/values";

function readGateway(gateway: Resource, plan: Plan): Contribution {
  return {
    is: "entry",
    resource: gateway,
    kind: "mse",
    location: locate(gateway, plan),
    reach: reachOf(gateway),
    addresses: gateway
      .at("slbLists")
      .elements()
      .map((balancer) => balancer.at("slbIp").string()),
  };
}

/** A public load balancer may also have been bound outside the plan, which only the gateway itself can show. */
function reachOf(gateway: Resource): Reach {
  const bought = gateway.string("internetSlbSpec");
  if (bought.state !== "absent") return bought.state === "known" ? "public" : bought.doubt;
  const types = gateway
    .at("slbLists")
    .elements()
    .map((balancer) => balancer.at("type").string());
  return types.some((type) => type.state === "known" && type.value === "PUB_NET") ? "public" : "private";
}

export const mse = product({
  "alicloud:mse/gateway:Gateway": readGateway,
  "alicloud:mse/cluster:Cluster": contributesNothing,
  "alicloud:mse/engineNamespace:EngineNamespace": contributesNothing,
  "alicloud:mse/nacosConfig:NacosConfig": contributesNothing,
  "alicloud:mse/znode:Znode": contributesNothing,
});
