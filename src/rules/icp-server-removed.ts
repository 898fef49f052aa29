import type { Context } from "../filing/context";
import { fateOf, type Fate } from "../filing/servers/fates";
import { hasExpired, nameOfServer } from "../filing/servers/unplanned";
import { isFiled } from "../filing/state";
import { message } from "../messages";
import { stackOf } from "../plan/resource";
import type { Filing, FilingServer } from "../register/register";
import { rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

/**
 * The cloud loses the only live server of a filing by this plan: it is deleted or replaced, or is gone from the stack that
 * holds it (S3-07, S3-24). What is renamed, or only leaves the state, lives on.
 */
export default rule({
  id: "icp-server-removed",
  group: "break",
  level: "mandatory",
  phase: "stack",
  section: "servers",
  sources: ["S3-07", "S3-24"],
  judge: (context) =>
    context.register.filings
      .filter((filing) => isFiled(context.stateOf(filing.domain)))
      .flatMap((filing) => judge(filing, context)),
});

/** A server of the filing, and what becomes of it. */
interface DeclaredServer {
  readonly server: FilingServer;
  readonly index: number;
  readonly fate: Fate;
}

function judge(filing: Filing, context: Context): Judgement[] {
  const all = filing.servers
    .map((server, index): DeclaredServer => ({ server, index, fate: fateOf(server, context) }))
    .filter(({ server }) => !hasExpired(server, context.today));
  const apex = filing.domain;
  const concerned = all.filter(({ fate }) => fate.is !== "unrelated");
  if (concerned.length === 0) return [];
  if (all.some(({ fate }) => LIVE.includes(fate.is))) return [satisfied({ apex })];
  return concerned.flatMap((declared) => judgementsOf(apex, declared, context));
}

/** What leaves the server alive, or does not concern it. */
const LIVE: readonly Fate["is"][] = ["living", "forgotten", "unrelated"];

function judgementsOf(apex: string, { server, index, fate }: DeclaredServer, context: Context): Judgement[] {
  const remedies = [
    { id: "move-server" as const },
    { id: "server-entry" as const, params: { file: context.register.fileName } },
  ];
  const registerKey = [...(context.register.keyOf(apex) ?? []), "servers", index];
  switch (fate.is) {
    case "lost":
      return fate.lost.map(({ resource, change }) =>
        violation(
          { apex, urn: resource.urn },
          {
            resource,
            path: [{ resource, why: "entry" }],
            message: resource.part.applied
              ? message("icp-server-removed.ended", { server: resource.name, apex })
              : message("icp-server-removed.deleted", { server: resource.name, apex, change }),
            remedies,
            registerKey,
            cause: apex,
          },
        ),
      );
    case "gone": {
      const params = { stack: stackOf(fate.stack), server: nameOfServer(server), apex };
      const says = message("icp-server-removed.gone", params);
      return [violation({ apex }, { part: fate.stack, message: says, remedies, registerKey })];
    }
    case "unsure":
      return [
        undetermined(
          { apex },
          { message: message("undetermined", { what: apex }), doubt: fate.doubt, remedies, registerKey, cause: apex },
        ),
      ];
    default:
      return [satisfied({ apex })];
  }
}
