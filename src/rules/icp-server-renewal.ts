import type { Check } from "../filing/servers/candidate";
import type { Context } from "../filing/context";
import { isDoubt, type ServerContribution } from "../graph/contribution";
import { domainsOf, namedServers, type Mention, type NamedServer } from "../filing/servers/named";
import { isFiled } from "../filing/state";
import { message, type Message } from "../messages";
import { daysBetween } from "../base/calendar";
import { THRESHOLDS } from "../vocabulary/thresholds";
import { bad, GOOD, MOOT, unsure } from "../judging/declarations";
import { doubtRemedies } from "../judging/remedies";
import { notApplicable, rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

/** How many days before its end a subscription counts as running out. */
const DAYS = THRESHOLDS.days["server-renewal"].value;

/** A server that a filing depends on does not renew itself, or expires soon (S3-07). */
export default rule({
  id: "icp-server-renewal",
  group: "server",
  level: "advisory",
  phase: "stack",
  section: "servers",
  sources: ["S3-07"],
  judge: (context) =>
    namedServers(context).flatMap((server) => {
      // A server depends on no filing before one is applied for with it.
      const depending = server.mentions.filter((mention) => depends(mention, context));
      const [first, ...rest] = depending;
      return first ? [judge({ ...server, mentions: [first, ...rest] }, context)] : [];
    }),
});

function depends({ filing }: Mention, { standing }: Context): boolean {
  const at = standing(filing.domain);
  return isFiled(at) || at === "pending-initial";
}

function judge(server: NamedServer, context: Context): Judgement {
  const { name, resource, contribution, mentions } = server;
  const [{ filing, index }] = mentions;
  const subject = { apex: filing.domain, ...(resource ? { urn: resource.urn } : {}) };
  const check = renewalOf(server, context);
  if (check.is === "good") return satisfied(subject);
  if (check.is === "moot") return notApplicable(subject);
  const on = {
    ...(resource ? { resource, path: [{ resource, why: "entry" as const }] } : {}),
    ...(contribution ? { property: propertyOf(contribution) } : {}),
    registerKey: [...(context.register.keyOf(filing.domain) ?? []), "servers", index],
  };
  if (check.is === "bad") {
    const remedies = [{ id: "renew-server" as const, params: { server: name, file: context.register.fileName } }];
    return violation(subject, { ...on, message: check.as, remedies });
  }
  return undetermined(subject, {
    ...on,
    message: message("undetermined", { what: name }),
    doubt: check.doubt,
    remedies: doubtRemedies(check.doubt, filing.domain, context),
  });
}

function renewalOf(server: NamedServer, { today }: Context): Check<Message> {
  const { name, contribution, fate, mentions } = server;
  const params = { server: name, apex: domainsOf(server).join(", ") };
  if (fate === "forgotten") return bad(message("icp-server-renewal.forgotten", params));
  // What is lost or gone needs no renewal: that it is, is said by icp-server-removed.
  if (fate === "lost" || fate === "gone") return MOOT;
  const [expiresOn] = mentions.flatMap((mention) => mention.server.expiresOn ?? []).sort();
  const days = expiresOn === undefined ? undefined : daysBetween(today, expiresOn);
  const ends = { ...params, expiresOn: expiresOn ?? "" };
  if (days !== undefined && days < 0) return bad(message("icp-server-renewal.expired", ends));
  const isSoon = days !== undefined && days <= DAYS;
  const renewal = contribution ? renewsItself(contribution, isSoon) : MOOT;
  if (renewal.is === "good") return GOOD;
  if (isSoon && renewal.is !== "unsure") return bad(message("icp-server-renewal.soon", { ...ends, days }));
  if (renewal.is === "bad") return bad(message("icp-server-renewal", params));
  return renewal.is === "moot" && days !== undefined ? GOOD : renewal;
}

/** Pay-as-you-go has no end that would have to be put off, and renews nothing: that matters only where the end is near. */
function renewsItself({ charge, term: { renewal } }: ServerContribution, isSoon: boolean): Check<true> {
  if (!isDoubt(charge) && charge !== "subscription") return MOOT;
  if (renewal.state === "unknown") return unsure(isDoubt(charge) ? charge : renewal.doubt);
  const renews = renewal.state === "known" && renewal.value === "automatic";
  if (isDoubt(charge) && renews === isSoon) return unsure(charge);
  return renews ? GOOD : { is: "bad", as: true };
}

const propertyOf = ({ resource }: ServerContribution): string =>
  resource.type === "alicloud:ecs/instance:Instance" ? "renewalStatus" : "autoRenew";
