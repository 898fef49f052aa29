import type { Context } from "../filing/context";
import { namedServers, type Mention, type NamedServer } from "../filing/servers/named";
import { entityIdOf } from "../filing/parties";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import { exposedFilings, judgeDeclared, place } from "../judging/declarations";
import { rule, satisfied, violation, type Judgement } from "../judging/rule";

/** One account files for one entity (F-27), and service codes come from the account that bought the server (S1-35). */
export default rule({
  id: "icp-account-entity",
  group: "domain",
  level: "advisory",
  phase: "stack",
  section: "accounts",
  register: true,
  sources: ["F-27", "S1-35", "S3-10", "S4-09"],
  judge: (context) => [
    ...judgeDeclared(exposedFilings(context), context, {
      check: ({ apex, filing }, at) => {
        const entity = entityIdOf(filing, at.register);
        if (filing.account == null || entity === undefined) return NOT_APPLICABLE;
        const other = otherEntity(filing.account, entity, at);
        const params = { apex, account: filing.account, entity };
        return other === undefined ? SATISFIED : violates(message("icp-account-entity", { ...params, other }));
      },
      key: ["account"],
      remedies: () => [{ id: "own-account" }],
    }),
    ...namedServers(context).flatMap((server) =>
      server.mentions.flatMap((mention) => judgeServer(server, mention, context)),
    ),
  ],
});

/** Another entity that files, or is said to file, with the account. */
function otherEntity(account: string, entity: string, { register }: Context): string | undefined {
  const others = register.filings
    .filter((filing) => filing.account === account)
    .map((filing) => entityIdOf(filing, register));
  const own = register.accountOf(account)?.entity;
  return [own, ...others].find((other) => other != null && other !== entity) ?? undefined;
}

/** A server of another account than the filing's, which files with a code of that other account or not at all. */
function judgeServer(
  { name, resource }: NamedServer,
  { filing, index, server }: Mention,
  context: Context,
): Judgement[] {
  const { domain: apex, account } = filing;
  if (server.account == null || account == null) return [];
  const subject = { apex, ...(resource ? { urn: resource.urn } : {}) };
  if (server.account === account || server.serviceCode === true) return [satisfied(subject)];
  const path = resource ? [{ resource, why: "entry" as const }] : [];
  return [
    violation(subject, {
      ...place({ apex, filing, resource, path }, context, ["servers", index, "account"]),
      message: message("icp-account-entity.server", { server: name, buyer: server.account, apex, account }),
      remedies: [{ id: "service-code", params: { buyer: server.account, file: context.register.fileName } }],
    }),
  ];
}
