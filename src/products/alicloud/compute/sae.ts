/**
 * Serverless App Engine: an application is reached through load balancers. An ingress binds hosts on one that the user
 * brings; another, public or private, is brought or bought by SAE. They are in the region of the provider.
 */
import { product, type Contribution, type Reach } from "../../../graph/contribution";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { attachedBalancers, openingOfListener } from "../shared/app-balancer";
import { hostOn } from "../shared/balancer";
import { contributesNothing } from "../../reading/values";
import { CLASSIC_BALANCERS } from "../shared/tokens";

/** An ingress adds a listener for HTTP or HTTPS to a CLB or an ALB. */
function readIngress(ingress: Resource, plan: Plan): readonly Contribution[] {
  const types = [...CLASSIC_BALANCERS, "alicloud:alb/loadBalancer:LoadBalancer"];
  const on = plan.referred(ingress, "slbId", { types });
  const hosts = ingress
    .at("rules")
    .elements()
    .map((rule) => rule.at("domain"));
  return [
    { is: "listener", by: ingress, on, opening: "web" },
    ...hosts
      .filter((host) => host.string().state !== "absent")
      .map((host) => hostOn("sae", on, ingress, plan, host, [])),
  ];
}

/** How the two directions spell their properties. */
interface Names {
  readonly reach: Reach;
  readonly balancer: string;
  readonly listeners: string;
  readonly address: string;
}

const balancer =
  ({ reach, balancer, listeners, address }: Names) =>
  (attachment: Resource, plan: Plan): readonly Contribution[] =>
    attachedBalancers(attachment, plan, {
      kind: "sae",
      reach,
      addresses: [attachment.output(address)],
      balancers: [
        {
          balancer: attachment.at(balancer),
          openings: attachment
            .at(listeners)
            .elements()
            .map((listener) => openingOfListener(listener.at("protocol"), listener.at("port"))),
        },
      ],
    });

export const sae = product({
  "alicloud:sae/ingress:Ingress": readIngress,
  "alicloud:sae/loadBalancerInternet:LoadBalancerInternet": balancer({
    reach: "public",
    balancer: "internetSlbId",
    listeners: "internets",
    address: "internetIp",
  }),
  "alicloud:sae/loadBalancerIntranet:LoadBalancerIntranet": balancer({
    reach: "private",
    balancer: "intranetSlbId",
    listeners: "intranets",
    address: "intranetIp",
  }),
  "alicloud:sae/application:Application": contributesNothing,
  "alicloud:sae/applicationScalingRule:ApplicationScalingRule": contributesNothing,
  "alicloud:sae/configMap:ConfigMap": contributesNothing,
  "alicloud:sae/greyTagRoute:GreyTagRoute": contributesNothing,
  "alicloud:sae/namespace:Namespace": contributesNothing,
});
