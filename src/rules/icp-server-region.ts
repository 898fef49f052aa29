import type { Context } from "../filing/context";
import { serversNamed } from "../filing/servers/fates";
import { regionVerdict } from "../filing/servers/candidates";
import { worded } from "../filing/verdict";
import { message } from "../messages";
import { judgementOf } from "../judging/judgement";
import { namedAt } from "../judging/servers";
import { rule, type Judgement } from "../judging/rule";

/** A server that the register names for a filing must be in a mainland region (S1-40, S3-03, F-76). */
export default rule({
  id: "icp-server-region",
  group: "server",
  level: "mandatory",
  phase: "stack",
  section: "servers",
  sources: ["S1-40", "S3-03", "F-76"],
  judge: (context) => context.register.filings.flatMap((filing) => judge(filing.domain, context)),
});

function judge(apex: string, context: Context): Judgement[] {
  const declared = context.register.filingOf(apex)?.servers ?? [];
  return declared.flatMap((entry) =>
    serversNamed(entry, context).living.flatMap((resource): Judgement[] => {
      const server = context.exposures.graph.servers.get(resource.urn);
      if (!server) return [];
      const where = regionVerdict({ apex, server, declared: entry });
      const says = (found: string) => message("icp-server-region", { server: resource.name, apex, region: found });
      return [
        judgementOf(
          worded(where, says),
          { apex, urn: resource.urn },
          {
            what: resource.name,
            on: () => ({ resource, path: [{ resource, why: "entry" }], ...namedAt(entry, context) }),
            remedies: () => [{ id: "mainland-region" }],
          },
        ),
      ];
    }),
  );
}
