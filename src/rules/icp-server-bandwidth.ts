import { bandwidthVerdict } from "../filing/servers/candidates";
import { SATISFIED, violates, type Verdict } from "../filing/verdict";
import { message } from "../messages";
import { rule } from "../judging/rule";
import { judgeServers } from "../judging/servers";

/** A server without public bandwidth and without EIP obtains no filing (S1-33, S1-34, F-23). */
export default rule({
  id: "icp-server-bandwidth",
  group: "server",
  level: "mandatory",
  phase: "stack",
  sources: ["S1-33", "S1-34", "F-23", "F-29"],
  judge: (context) =>
    judgeServers<"none">(context, {
      // An EIP as the only public address satisfies; the report notes that the console should confirm it.
      check: (candidate, at) => withoutEip(bandwidthVerdict(candidate, at)),
      property: () => "internetMaxBandwidthOut",
      message: ({ apex, server }) => message("icp-server-bandwidth", { server: server.resource.name, apex }),
      remedies: () => [{ id: "bandwidth" }],
      ground: ({ server }) => (server.product === "ecs" ? "S1-33" : undefined),
      note: (candidate, at) => {
        const check = bandwidthVerdict(candidate, at);
        const eip = check.is === "violation" && check.as === "eip";
        return eip ? message("icp-server-bandwidth.eip", { server: candidate.server.resource.name }) : undefined;
      },
    }),
});

const withoutEip = (check: Verdict<"none" | "eip">): Verdict<"none"> =>
  check.is !== "violation" ? check : check.as === "eip" ? SATISFIED : violates(check.as);
