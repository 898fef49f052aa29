import { locationOfNode } from "../location/ens-nodes";
import { locationOf } from "../location/locate";
import type { Context } from "../filing/context";
import { apexesToObtain } from "../filing/servers/candidates";
import { domainsOf, namedServers, type NamedServer } from "../filing/servers/named";
import { isFiled } from "../filing/state";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import { doubt, type DoubtId } from "../plan/fact";
import { isAskable, isAskableId, isFurther, type CloudAnswer } from "../register/verified";
import {
  bySaid,
  cloudOf,
  disagreementOf,
  domainInCloud,
  filingInCloud,
  judgeAnswered,
  judgeServersInCloud,
  lookUpServer,
  serverInCloud,
  type CloudServerPoint,
  type ServerInCloud,
} from "../judging/cloud";
import { exposedFilings, judgeDeclared, type DeclaredPoint, type FilingDeclaration } from "../judging/declarations";
import { judgeNamedServer } from "../judging/named-servers";
import { lookUpFiling } from "../judging/remedies";
import { rule, type Judgement } from "../judging/rule";

/**
 * Alibaba Cloud itself denies what the register declares and verdicts rest on: a filing, the verification of a holder, a
 * server that obtains or keeps a filing. What it could not be asked is undetermined, where the register is judged.
 */
export default rule({
  id: "icp-register-contradicted",
  group: "itself",
  level: "mandatory",
  phase: "stack",
  register: true,
  sources: [],
  judge: (context) => {
    if (cloudOf(context) === undefined) return [];
    const filings = exposedFilings(context);
    return [
      ...OF_FILINGS.flatMap((point) => judgeDeclared(filings, context, point)),
      ...accountOf(context),
      ...OF_SERVERS.flatMap((check) => judgeServersInCloud(context, { check, remedies: lookUpServer })),
      ...unasked(context),
    ];
  },
});

/** What the register and the cloud both say of filings. */
const OF_FILINGS: readonly DeclaredPoint<FilingDeclaration>[] = [
  { check: filingOf, key: ["status"], remedies: ({ apex }, context) => [lookUpFiling(apex, context)] },
  {
    check: realNameOf,
    key: ["registration", "realName"],
    remedies: ({ apex }, { register }) => [{ id: "verify-again", params: { apex, file: register.fileName } }],
  },
];

function filingOf({ apex }: FilingDeclaration, context: Context): Verdict<Message> {
  const state = context.stateOf(apex);
  const disagreement = isFiled(state) ? disagreementOf(apex, context) : undefined;
  if (disagreement) return undeterminedBy(disagreement);
  return bySaid(filingInCloud(apex, context), context, (said, by) => {
    if (!isFiled(state)) return NOT_APPLICABLE;
    return said === "filed" ? SATISFIED : violates(message("icp-register-contradicted.filing", { ...by, apex, state }));
  });
}

function realNameOf({ apex, filing }: FilingDeclaration, context: Context): Verdict<Message> {
  const { registration } = filing;
  const declared = registration?.realName;
  // Of what else is declared icp-register-differs says whether it is so; that nobody could be asked is said here.
  if (!registration) return NOT_APPLICABLE;
  return bySaid(domainInCloud(apex, context)?.registration, context, ({ realName }, by) => {
    if (declared === undefined) return NOT_APPLICABLE;
    return isFurther(declared, realName)
      ? violates(message("icp-register-contradicted.real-name", { ...by, apex, declared, realName }))
      : SATISFIED;
  });
}

/** Whose account it is: where nobody could tell, no server can be said to be of it. */
function accountOf(context: Context): readonly Judgement[] {
  const answer = cloudOf(context)?.account;
  if (!answer || "says" in answer) return [];
  return judgeAnswered(answer, context.register.section("accounts") ? ["accounts"] : undefined, context);
}

/** What a server must be, each by itself. */
const OF_SERVERS: readonly CloudServerPoint["check"][] = [
  thereOf,
  (server, told, context) =>
    bySaid(saidOf(told), context, ({ region }, by) => {
      const place = told.product === "ens" ? locationOfNode(region) : locationOf(region, "declared");
      if (place.in === "undetermined") return undeterminedBy(place.doubt);
      return place.in === "mainland"
        ? SATISFIED
        : violates(message("icp-register-contradicted.region", { ...by, ...names(server), region }));
    }),
  // What is filed keeps its filing without these two; they are asked for where something is yet to be obtained.
  (server, told, context) =>
    toObtain(server, context)
      ? bySaid(saidOf(told), context, ({ charge }, by) => {
          if (charge === null) return NOT_APPLICABLE;
          return charge === "subscription"
            ? SATISFIED
            : violates(message("icp-register-contradicted.billing", { ...by, ...names(server) }));
        })
      : NOT_APPLICABLE,
  (server, told, context) =>
    toObtain(server, context)
      ? bySaid(saidOf(told), context, ({ hasPublicAddress }, by) =>
          hasPublicAddress
            ? SATISFIED
            : violates(message("icp-register-contradicted.bandwidth", { ...by, ...names(server) })),
        )
      : NOT_APPLICABLE,
];

/**
 * Whether it is there, and has not run out: the one point that says so where the cloud gave no answer. Only of ECS an empty
 * list proves that there is none: it was tried whether one would be shown.
 */
function thereOf(server: NamedServer, { product, server: answer }: ServerInCloud, context: Context): Verdict<Message> {
  const isGone = answer && "unanswered" in answer && answer.unanswered === "not-found";
  if (isGone && product === "ecs" && isOfOwner(server, answer)) {
    const { operation, at } = answer;
    return violates(message("icp-register-contradicted.gone", { operation, at, ...names(server) }));
  }
  return bySaid(answer, context, ({ state, expiresOn }, by) =>
    state === "live"
      ? SATISFIED
      : violates(message("icp-register-contradicted.expired", { ...by, ...names(server), expiresOn: expiresOn ?? "" })),
  );
}

/** The answer of a server that there is; that there is none, one point says alone. */
const saidOf = ({ server }: ServerInCloud) => (server && "says" in server ? server : undefined);

const names = (server: NamedServer) => ({ server: server.name, apex: domainsOf(server).join(", ") });

/** Whether a server was bought by the account that was asked, as all say who name one: in any other it cannot be found. */
function isOfOwner({ mentions }: NamedServer, { account }: CloudAnswer<unknown>): boolean {
  const owners = mentions.flatMap(({ server }) => server.account ?? []);
  return owners.length > 0 && owners.every((owner) => owner === account);
}

const toObtain = ({ mentions }: NamedServer, context: Context): boolean =>
  mentions.some(({ filing }) => apexesToObtain(context).includes(filing.domain));

/** Servers that nobody can ask about, of a register that is judged alone. */
function unasked(context: Context): readonly Judgement[] {
  if (!context.registerAlone) return [];
  return namedServers(context).flatMap((server) => {
    if (serverInCloud(server, context)) return [];
    const [{ server: entry }] = server.mentions;
    const why = doubt(unaskedWhy(entry), { server: server.name });
    const presented = { cause: server.name, remedies: () => lookUpServer(server, context) };
    return [judgeNamedServer(server, undeterminedBy(why), presented, context)];
  });
}

function unaskedWhy({ product, id }: NamedServer["mentions"][number]["server"]): DoubtId {
  if (!isAskable(product)) return "cloud-no-operation";
  if (id === undefined) return "cloud-no-id";
  return isAskableId(id) ? "cloud-not-asked" : "cloud-bad-id";
}
