import { matchesOf } from "../filing/servers";
import { hasExpired, nameOfServer } from "../filing/servers-elsewhere";
import { isFiled } from "../filing/standing";
import { message } from "../messages";
import type { Doubt } from "../plan/fact";
import { stackOf, type PlanPart, type Resource } from "../plan/resource";
import type { Filing, FilingServer } from "../register/register";
import { rule, satisfied, undetermined, violation, type Context, type Judgement } from "./rule";

/** The only live server of a filing is deleted or replaced, or is gone from the stack that holds it (S3-07, S3-24). */
export default rule({
  id: "icp-server-removed",
  group: "break",
  level: "mandatory",
  phase: "stack",
  section: "servers",
  sources: ["S3-07", "S3-24"],
  judge: (context) =>
    context.register.filings
      .filter((filing) => isFiled(context.standing(filing.domain)))
      .flatMap((filing) => judge(filing, context)),
});

/** What this plan does to a declared server. */
type Fate =
  | { readonly is: "live" }
  | { readonly is: "lost"; readonly resource: Resource; readonly change: "delete" | "replace" }
  | { readonly is: "gone"; readonly part: PlanPart }
  | { readonly is: "unsure"; readonly doubt: Doubt }
  | { readonly is: "elsewhere" };

function judge(filing: Filing, context: Context): Judgement[] {
  const fates = filing.servers
    .filter((server) => !hasExpired(server, context.today))
    .map((server) => ({ server, fate: fateOf(server, context) }));
  const concerned = fates.filter(({ fate }) => fate.is !== "elsewhere");
  if (concerned.length === 0) return [];
  const apex = filing.domain;
  if (fates.some(({ fate }) => fate.is === "live" || fate.is === "elsewhere")) return [satisfied({ apex })];
  return concerned.map(({ server, fate }) => statement(apex, nameOfServer(server), fate, context));
}

function statement(apex: string, server: string, fate: Fate, context: Context): Judgement {
  const remedies = [{ id: "move-server" as const }];
  const registerKey = ["filings", context.register.filings.findIndex((filing) => filing.domain === apex), "servers"];
  switch (fate.is) {
    case "lost": {
      const { resource, change } = fate;
      return violation(
        { apex, urn: resource.urn },
        {
          resource,
          path: [{ resource, why: "entry" }],
          message: message("icp-server-removed.deleted", { server: resource.name, apex, change }),
          remedies,
        },
      );
    }
    case "gone": {
      const stack = stackOf(fate.part);
      return violation(
        { apex },
        { message: message("icp-server-removed.gone", { stack, server, apex }), remedies, registerKey },
      );
    }
    case "unsure":
      return undetermined(
        { apex },
        {
          message: message("undetermined", { what: apex }),
          doubt: fate.doubt,
          remedies: [{ id: "show-sames" }],
          registerKey,
        },
      );
    default:
      return satisfied({ apex });
  }
}

function fateOf(server: FilingServer, context: Context): Fate {
  const { plan } = context;
  const [living] = matchesOf(server, plan.resources);
  if (living) {
    // A replaced server is a new one: the filing's is gone.
    return living.change === "replace" ? { is: "lost", resource: living, change: "replace" } : { is: "live" };
  }
  const [removed] = matchesOf(server, plan.removed);
  if (removed) return { is: "lost", resource: removed, change: "delete" };
  const owner = server.stack === undefined ? undefined : plan.partOf(server.stack);
  if (!owner) return { is: "elsewhere" };
  // Without a way to recognise the resource, its absence shows nothing.
  if (server.resource === undefined && !recognisable(server, plan.resources)) return { is: "elsewhere" };
  const absence = plan.absenceDoubt;
  return absence ? { is: "unsure", doubt: absence } : { is: "gone", part: owner };
}

/** An id can only be missed where ids are known: in a state, or when every server of the plan exists. */
const recognisable = (server: FilingServer, resources: readonly Resource[]): boolean =>
  server.id !== undefined &&
  resources
    .filter((resource) => resource.type.endsWith("/instance:Instance"))
    .every((resource) => resource.id.state === "known");
