import { THRESHOLDS } from "../vocabulary/thresholds";
import type { Context } from "../filing/context";
import { isDoubt, type ServerContribution } from "../graph/contribution";
import { domainsOf, namedServers, type Mention, type NamedServer } from "../filing/servers/named";
import { isUnplanned } from "../filing/servers/unplanned";
import { isFiled } from "../filing/state";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import { saidIn } from "../register/verified";
import { daysBetween } from "../base/calendar";
import { bySaid, serverInCloud } from "../judging/cloud";
import { judgeNamedServer } from "../judging/named-servers";
import { rule, type Judgement } from "../judging/rule";

/** How many days before its end a subscription counts as running out. */
const DAYS = THRESHOLDS.days["server-renewal"].value;

/** A server that a filing depends on does not renew itself, or expires soon (S3-07). */
export default rule({
  id: "icp-server-renewal",
  group: "server",
  level: "advisory",
  phase: "stack",
  section: "servers",
  register: true,
  sources: ["S3-07"],
  judge: (context) =>
    namedServers(context).flatMap((server) => {
      // A server depends on no filing before one is applied for with it.
      const depending = server.mentions.filter((mention) => depends(mention, context));
      const [first, ...rest] = depending;
      return first ? [judge({ ...server, mentions: [first, ...rest] }, context)] : [];
    }),
});

function depends({ filing }: Mention, { stateOf }: Context): boolean {
  const state = stateOf(filing.domain);
  return isFiled(state) || state === "pending-initial";
}

const judge = (server: NamedServer, context: Context): Judgement =>
  judgeNamedServer(
    server,
    renewalOf(server, context),
    {
      ...(server.contribution && { property: server.contribution.renewalProperty }),
      remedies: () => [{ id: "renew-server", params: { server: server.name, file: context.register.fileName } }],
    },
    context,
  );

function renewalOf(server: NamedServer, context: Context): Verdict<Message> {
  const { contribution, fate } = server;
  if (fate === "forgotten") return violates(message("icp-server-renewal.forgotten", paramsOf(server)));
  // What is lost or gone needs no renewal: that it is, is said by icp-server-removed.
  if (fate === "lost" || fate === "gone") return NOT_APPLICABLE;
  const known = renewalKnown(server, context);
  if (contribution) return known;
  const told = renewalInCloud(server, context);
  // That it runs out counts for less than that it renews itself, and for more than that nobody could be asked.
  const isWorse = known.is === "violation" && told.is !== "satisfied";
  return told.is === "not-applicable" || isWorse ? known : told;
}

const paramsOf = (server: NamedServer) => ({ server: server.name, apex: domainsOf(server).join(", ") });

/** What plan and register tell. */
function renewalKnown(server: NamedServer, { today, registerAlone }: Context): Verdict<Message> {
  const { contribution, mentions } = server;
  const params = paramsOf(server);
  const [expiresOn] = mentions.flatMap((mention) => mention.server.expiresOn ?? []).sort();
  const days = expiresOn === undefined ? undefined : daysBetween(today, expiresOn);
  const ends = { ...params, expiresOn: expiresOn ?? "" };
  if (days !== undefined && days < 0) return violates(message("icp-server-renewal.expired", ends));
  const isSoon = days !== undefined && days <= DAYS;
  const renewal = contribution ? renewsItself(contribution, isSoon) : NOT_APPLICABLE;
  if (renewal.is === "satisfied") return SATISFIED;
  if (isSoon && renewal.is !== "undetermined") return violates(message("icp-server-renewal.soon", { ...ends, days }));
  if (renewal.is === "violation") return violates(message("icp-server-renewal", params));
  // Whether it renews itself only a plan or the cloud tells, of a server that a plan can show.
  if (registerAlone && !isUnplanned(mentions[0].server)) return NOT_APPLICABLE;
  return renewal.is === "not-applicable" && days !== undefined ? SATISFIED : renewal;
}

/** What the cloud said of it: it renews itself, or somebody has to. What has run out since then did not renew itself. */
function renewalInCloud(server: NamedServer, context: Context): Verdict<Message> {
  const told = serverInCloud(server, context);
  const said = saidIn(told?.server);
  // That it had run out already when it was asked about is said by icp-register-contradicted.
  if (said?.state === "expired") return NOT_APPLICABLE;
  if (said?.expiresOn != null && said.expiresOn < context.today)
    return violates(message("icp-server-renewal.expired", { ...paramsOf(server), expiresOn: said.expiresOn }));
  return bySaid(told?.renewal, context, (renews, by) =>
    renews === "automatic" ? SATISFIED : violates(message("icp-server-renewal.cloud", { ...paramsOf(server), ...by })),
  );
}

/** Pay-as-you-go has no end that would have to be put off, and renews nothing: that matters only where the end is near. */
function renewsItself({ charge, term: { renewal } }: ServerContribution, isSoon: boolean): Verdict<true> {
  if (!isDoubt(charge) && charge !== "subscription") return NOT_APPLICABLE;
  if (renewal.state === "unknown") return undeterminedBy(isDoubt(charge) ? charge : renewal.doubt);
  const renews = renewal.state === "known" && renewal.value === "automatic";
  if (isDoubt(charge) && renews === isSoon) return undeterminedBy(charge);
  return renews ? SATISFIED : violates(true);
}
