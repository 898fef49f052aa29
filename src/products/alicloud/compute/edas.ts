/**
 * Enterprise Distributed Application Service: an application is reached through load balancers that the user brings or
 * that EDAS buys, public or not by their type. Those it buys tell no address, so no record can refer to one.
 */
import { product, type Contribution, type Reach } from "../../../graph/contribution";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { attachedBalancers, openingOfListener, openingOfPort } from "../shared/app-balancer";
import { contributesNothing, required, keyword } from "../../reading/values";

const TYPES = ["internet", "intranet"] as const;

/** Public when one of the load balancers is. */
function reachOf(types: readonly Value[]): Reach {
  const facts = types.map((type) => required(keyword(type, TYPES), type, TYPES.join(", ")));
  if (facts.some((fact) => fact.state === "known" && fact.value === "internet")) return "public";
  const unsure = facts.find((fact) => fact.state === "unknown");
  return unsure ? unsure.doubt : "private";
}

const readAttachment = (attachment: Resource, plan: Plan): readonly Contribution[] =>
  attachedBalancers(attachment, plan, {
    kind: "edas",
    reach: reachOf([attachment.at("type")]),
    addresses: [attachment.string("slbIp")],
    balancers: [{ balancer: attachment.at("slbId"), openings: [openingOfPort(attachment.at("listenerPort"))] }],
  });

function kubernetesAttachment(attachment: Resource, plan: Plan): readonly Contribution[] {
  const configs = attachment.at("slbConfigs").elements();
  return attachedBalancers(attachment, plan, {
    kind: "edas",
    reach: reachOf(configs.map((config) => config.at("type"))),
    addresses: [],
    balancers: configs.map((config) => ({
      balancer: config.at("slbId"),
      openings: config
        .at("portMappings")
        .elements()
        .map((mapping) => openingOfListener(mapping.at("loadbalancerProtocol"), mapping.at("servicePort").at("port"))),
    })),
  });
}

/** The application itself once had a public load balancer: the one it names, or with a port alone one that EDAS buys. */
function kubernetesApplication(application: Resource, plan: Plan): readonly Contribution[] {
  const [balancer, port] = [application.at("internetSlbId"), application.at("internetSlbPort")];
  if (balancer.presence().state === "absent" && port.presence().state === "absent") return [];
  const openings = [openingOfListener(application.at("internetSlbProtocol"), port)];
  return attachedBalancers(application, plan, {
    kind: "edas",
    reach: "public",
    addresses: [],
    balancers: [{ balancer, openings }],
  });
}

export const edas = product({
  "alicloud:edas/slbAttachment:SlbAttachment": readAttachment,
  "alicloud:edas/k8sSlbAttachment:K8sSlbAttachment": kubernetesAttachment,
  "alicloud:edas/k8sApplication:K8sApplication": kubernetesApplication,
  "alicloud:edas/application:Application": contributesNothing,
  "alicloud:edas/applicationDeployment:ApplicationDeployment": contributesNothing,
  "alicloud:edas/applicationScale:ApplicationScale": contributesNothing,
  "alicloud:edas/cluster:Cluster": contributesNothing,
  "alicloud:edas/deployGroup:DeployGroup": contributesNothing,
  "alicloud:edas/instanceClusterAttachment:InstanceClusterAttachment": contributesNothing,
  "alicloud:edas/k8sCluster:K8sCluster": contributesNothing,
  "alicloud:edas/namespace:Namespace": contributesNothing,
});
