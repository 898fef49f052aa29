import type { Context } from "../filing/context";
import { nameOf } from "../names/host-name";
import { domainsOf, namedServers, type NamedServer } from "../filing/servers/named";
import { codesOf, quotasAsOf } from "../filing/servers/quotas";
import { message } from "../messages";
import { placeOfServer } from "../judging/named-servers";
import { notApplicable, rule, satisfied, violation, type Judgement } from "../judging/rule";

/** A server carries so many service codes, and a used one never returns (S3-08, S3-11). Further ones can be bought. */
export default rule({
  id: "icp-server-quota",
  group: "server",
  level: "advisory",
  phase: "stack",
  section: "servers",
  register: true,
  sources: ["S3-08", "S3-11", "F-24", "F-42", "S1-39", "S3-12", "S3-14", "S3-15", "S3-16", "S3-17", "S3-18", "S3-09"],
  judge: (context) => namedServers(context).map((server) => judge(server, context)),
});

function judge(server: NamedServer, context: Context): Judgement {
  const { name, resource, contribution, mentions } = server;
  const [{ filing }] = mentions;
  const subject = { apex: filing.domain, ...(resource ? { urn: resource.urn } : {}) };
  const product = contribution?.product ?? mentions[0].server.product;
  const codes = codesOf(product);
  if (codes === undefined) return notApplicable(subject);
  const used = Math.max(...mentions.map((mention) => mention.server.codesUsed ?? 0));
  const domains = domainsOf(server);
  const isOne = !mayBeSeveral(server, context);
  const filed = isOne ? domains.length + appsOn(domains, context) : 0;
  const needed = Math.max(used, filed);
  if (needed <= codes) return isOne ? satisfied(subject) : notApplicable(subject);
  const params = { server: name, needed, codes, asOf: quotasAsOf };
  return violation(subject, {
    ...placeOfServer(server, context),
    message: message(used > filed ? "icp-server-quota.used" : "icp-server-quota", params),
    remedies: [{ id: "more-codes" }],
  });
}

/** Globs that are alike may mean several servers: only a plan tells. */
function mayBeSeveral({ mentions }: NamedServer, { registerAlone }: Context): boolean {
  const [{ server }] = mentions;
  return registerAlone && mentions.length > 1 && server.id === undefined && /^$|[*?]/.test(server.stack ?? "");
}

/** How many apps need a code of a server: those whose hosts are all of domains that are filed with this one alone. */
function appsOn(domains: readonly string[], { register }: Context): number {
  const alone = new Set(domains.filter((domain) => register.serversOf(domain).length === 1));
  const isOn = (host: string): boolean => {
    const name = nameOf(host);
    return name.is === "public" && alone.has(name.apex);
  };
  return register.apps.filter(({ hosts }) => hosts.length > 0 && hosts.every(isOn)).length;
}
