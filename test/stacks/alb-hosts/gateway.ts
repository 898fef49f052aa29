import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface GatewayArgs {
  readonly vpcId: pulumi.Input<string>;
  readonly vswitches: readonly alicloud.vpc.Switch[];
  readonly addressType: "Internet" | "Intranet";
  /** Fixed private addresses, one in each zone. */
  readonly addresses?: readonly string[];
  /** What answers hosts that no rule names. */
  readonly fallback: alicloud.alb.ServerGroup;
}

/** An ALB in all zones with a listener for HTTPS, and one that leads HTTP there. */
export class Gateway extends pulumi.ComponentResource {
  readonly addresses: readonly string[];
  readonly dnsName: pulumi.Output<string>;
  private readonly listener: alicloud.alb.Listener;

  constructor(name: string, args: GatewayArgs) {
    super("storefront:index:Gateway", name);
    const { vpcId, vswitches, addressType, addresses = [], fallback } = args;
    const balancer = new alicloud.alb.LoadBalancer(
      name,
      {
        vpcId,
        addressType,
        addressAllocatedMode: "Fixed",
        loadBalancerEdition: "Standard",
        loadBalancerBillingConfig: { payType: "PayAsYouGo" },
        zoneMappings: vswitches.map((vswitch, index) => {
          const address = addresses[index];
          return {
            vswitchId: vswitch.id,
            zoneId: vswitch.zoneId,
            ...(address === undefined ? {} : { intranetAddress: address }),
          };
        }),
      },
      { parent: this },
    );
    this.listener = new alicloud.alb.Listener(
      `${name}-https`,
      {
        loadBalancerId: balancer.id,
        listenerProtocol: "HTTPS",
        listenerPort: 443,
        certificates: { certificateId: "1000001-cn-hangzhou" },
        defaultActions: [
          { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: fallback.id }] } },
        ],
      },
      { parent: this },
    );
    const http = new alicloud.alb.Listener(
      `${name}-http`,
      {
        loadBalancerId: balancer.id,
        listenerProtocol: "HTTP",
        listenerPort: 80,
        defaultActions: [
          { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: fallback.id }] } },
        ],
      },
      { parent: this },
    );
    new alicloud.alb.Rule(
      `${name}-http`,
      {
        ruleName: `${name}-http`,
        listenerId: http.id,
        priority: 1,
        ruleConditions: [{ type: "Path", pathConfig: { values: ["/*"] } }],
        ruleActions: [{ type: "Redirect", order: 1, redirectConfig: { protocol: "HTTPS", port: "443" } }],
      },
      { parent: this },
    );
    this.addresses = addresses;
    this.dnsName = balancer.dnsName;
    this.registerOutputs({ dnsName: this.dnsName });
  }

  /** Sends these hosts to a group of servers. */
  hosts(name: string, priority: number, values: string[], group: alicloud.alb.ServerGroup): void {
    new alicloud.alb.Rule(
      name,
      {
        ruleName: name,
        listenerId: this.listener.id,
        priority,
        ruleConditions: [{ type: "Host", hostConfig: { values } }],
        ruleActions: [
          { type: "ForwardGroup", order: 1, forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: group.id }] } },
        ],
      },
      { parent: this },
    );
  }
}
