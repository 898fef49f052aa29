/** The objects that configure what serves an Ingress: AlbConfig makes an ALB, MseIngressConfig an MSE gateway. */
import { locate } from "../../location/locate";
import { referenceTo, type Contribution, type EntrySpec, type Opening, type Reach } from "../../graph/contribution";
import { openingOfPorts } from "../../graph/ports";
import { doubt } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";
import { unreadable, keyword } from "../reading/values";
import { clusterOf, locationOfCluster } from "./cluster";

const ALB = "alicloud:alb/loadBalancer:LoadBalancer";

/** Reads an AlbConfig: an ALB of its own, public unless `addressType` is Intranet, or one that is there already. */
export function albConfig(config: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(config, plan);
  if (cluster.is === "elsewhere") return [];
  const settings = config.at("spec").at("config");
  const id = settings.at("id");
  const to = plan.refer(id, { types: [ALB] });
  const listeners = config
    .at("spec")
    .at("listeners")
    .elements()
    .map((listener): Contribution => ({
      is: "listener",
      by: config,
      on: to.is === "resource" ? to : referenceTo(config),
      opening: openingOf(listener.at("port")),
    }));
  if (to.is === "resource") {
    return [
      { is: "address", resource: config, value: { state: "absent" }, location: locate(to.resource, plan) },
      { is: "attachment", by: config, address: referenceTo(config), to, opens: "as-is", kind: "alb" },
      { is: "link", by: config, from: referenceTo(config), to },
      ...listeners,
    ];
  }
  const reach: Reach =
    to.is === "absent"
      ? reachOf(settings.at("addressType"))
      : to.is === "unknown"
        ? to.doubt
        : doubt("not-in-plan", { what: to.value });
  const spec: EntrySpec = { kind: "alb", location: locationOfCluster(cluster, plan), reach };
  // Where it is not known which one is there already, its hosts may be that one's.
  const uses: readonly Contribution[] =
    to.is === "unknown" ? [{ is: "link", by: config, from: referenceTo(config), to }] : [];
  return [{ is: "entry", resource: config, ...spec, addresses: [] }, ...listeners, ...uses];
}

function reachOf(addressType: Value): Reach {
  const type = keyword(addressType, ["Internet", "Intranet"]);
  if (type.state === "unknown") return type.doubt;
  return type.state === "known" && type.value === "Intranet" ? "private" : "public";
}

function openingOf(port: Value): Opening {
  const number = port.number();
  if (number.state === "unknown") return number.doubt;
  return number.state === "known" ? openingOfPorts(number.value) : unreadable(port, "a number");
}

/** Reads an MseIngressConfig: public when it says so; left out, its public load balancer has a size all the same. */
export function mseConfig(config: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(config, plan);
  if (cluster.is === "elsewhere") return [];
  const spec: EntrySpec = {
    kind: "mse",
    location: locationOfCluster(cluster, plan),
    reach: mseReach(config.at("spec")),
  };
  return [{ is: "entry", resource: config, ...spec, addresses: [] }];
}

function mseReach(spec: Value): Reach {
  const id = spec.at("id").string();
  if (id.state === "known") return doubt("not-in-plan", { what: id.value });
  const said = spec.at("common").at("network").at("publicSLBSpec").string();
  if (said.state === "known") return "public";
  if (said.state === "unknown") return said.doubt;
  const property = "spec.common.network.publicSLBSpec";
  return doubt("default-unsourced", { property }, { property, urn: spec.owner.urn });
}
