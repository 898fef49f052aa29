import type { Context } from "../filing/context";
import { serversNamed } from "../filing/servers/fates";
import { region } from "../filing/servers/candidates";
import { message } from "../messages";
import { namedAt } from "../judging/servers";
import { rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

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
      const subject = { apex, urn: resource.urn };
      const check = region({ apex, server, declared: entry });
      const on = {
        resource,
        path: [{ resource, why: "entry" as const }],
        remedies: [{ id: "mainland-region" as const }],
        ...namedAt(entry, context),
      };
      if (check.is === "good" || check.is === "moot") return [satisfied(subject)];
      if (check.is === "unsure") {
        const says = message("undetermined", { what: resource.name });
        return [undetermined(subject, { ...on, message: says, doubt: check.doubt })];
      }
      const says = message("icp-server-region", { server: resource.name, apex, region: check.as });
      return [violation(subject, { ...on, message: says })];
    }),
  );
}
