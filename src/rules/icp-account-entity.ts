import { matchesOf } from "../filing/servers";
import { entityIdOf } from "../filing/who-files";
import { glob } from "../glob";
import { message } from "../messages";
import type { Filing, FilingServer } from "../register/register";
import { bad, exposedFilings, GOOD, judgeDeclared, MOOT, place, type FilingDeclaration } from "./declared";
import { rule, satisfied, violation, type Context, type Judgement } from "./rule";

/** One account files for one entity (F-27), and service codes come from the account that bought the server (S1-35). */
export default rule({
  id: "icp-account-entity",
  group: "domain",
  level: "advisory",
  phase: "stack",
  section: "accounts",
  sources: ["F-27", "S1-35", "S3-10", "S4-09"],
  judge: (context) => [
    ...judgeDeclared(exposedFilings(context), context, {
      check: ({ apex, filing }, at) => {
        const entity = entityIdOf(filing, at.register);
        if (filing.account == null || entity === undefined) return MOOT;
        const other = otherEntity(filing.account, entity, at);
        const params = { apex, account: filing.account, entity };
        return other === undefined ? GOOD : bad(message("icp-account-entity", { ...params, other }));
      },
      key: ["account"],
      remedies: () => [{ id: "own-account" }],
    }),
    ...context.register.filings.flatMap((filing) =>
      filing.servers.flatMap((server, at) => judgeServer(filing, server, at, context)),
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
function judgeServer(filing: Filing, server: FilingServer, index: number, context: Context): Judgement[] {
  if (server.account == null || filing.account == null) return [];
  const { plan } = context;
  const [resource] = matchesOf(server, plan.resources);
  const owned = server.stack === undefined ? undefined : glob(server.stack);
  if (!resource && !plan.parts.some(({ project, stack }) => owned?.(`${project}/${stack}`))) return [];
  const apex = filing.domain;
  const subject = { apex, ...(resource ? { urn: resource.urn } : {}) };
  if (server.account === filing.account || server.serviceCode === true) return [satisfied(subject)];
  const declaration: FilingDeclaration = {
    apex,
    filing,
    resource,
    path: resource ? [{ resource, why: "entry" }] : [],
  };
  return [
    violation(subject, {
      ...place(declaration, context, ["servers", index, "account"]),
      message: message("icp-account-entity.server", {
        server: resource?.name ?? server.id ?? server.resource ?? server.product,
        buyer: server.account,
        apex,
        account: filing.account,
      }),
      remedies: [{ id: "service-code", params: { buyer: server.account, file: context.register.fileName } }],
    }),
  ];
}
