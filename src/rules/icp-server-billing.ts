import { billingVerdict } from "../filing/servers/candidates";
import { message } from "../messages";
import { rule } from "../judging/rule";
import { judgeServers } from "../judging/servers";

/** Pay-as-you-go, spot and unstated billing obtain no filing: a subscription does (S3-13). */
export default rule({
  id: "icp-server-billing",
  group: "server",
  level: "mandatory",
  phase: "stack",
  sources: ["S3-13", "S1-36", "F-26", "S2-13", "S3-06"],
  judge: (context) =>
    judgeServers(context, {
      check: billingVerdict,
      property: ({ server }) => server.chargeProperty,
      message: ({ apex, server }, charge) =>
        message("icp-server-billing", { server: server.resource.name, apex, charge }),
      remedies: (_, { server }) => [{ id: server.product === "ens" ? "subscription-ens" : "subscription" }],
      ground: ({ server }) => (server.product === "ecs" ? "S3-13" : undefined),
    }),
});
