import { groupBy } from "../base/collections";
import type { Context } from "../filing/context";
import { domainsOf, type NamedServer } from "../filing/servers/named";
import { NOT_APPLICABLE, SATISFIED, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import type { Entity } from "../register/register";
import { isFurther, saidIn, type CloudAnswer, type CloudRegistration } from "../register/verified";
import {
  bySaid,
  cloudOf,
  domainInCloud,
  filingInCloud,
  ifSaid,
  judgeAnswered,
  judgeServersInCloud,
  lookUpServer,
  ownNumbersOf,
  type CloudServerPoint,
  type SaidBy,
  type ServerInCloud,
} from "../judging/cloud";
import {
  exposed,
  judgeDeclared,
  unlistedDeclaration,
  type Declaration,
  type DeclaredPoint,
} from "../judging/declarations";
import { declareFiling, lookUpFiling } from "../judging/remedies";
import { rule, type Remedy } from "../judging/rule";

/**
 * Alibaba Cloud says otherwise than the register where no verdict is lost by it: a day, a verification that is done, a
 * filing that is there and not declared or has another number. What it could not be asked says icp-register-contradicted, but
 * for the list of the account's filings.
 */
export default rule({
  id: "icp-register-differs",
  group: "itself",
  level: "advisory",
  phase: "stack",
  register: true,
  sources: [],
  judge: (context) => {
    if (cloudOf(context) === undefined) return [];
    const all = domains(context);
    return [
      ...OF_DOMAINS.flatMap((point) => judgeDeclared(all, context, point)),
      // That nobody could compare numbers and access providers, where they were asked for.
      ...judgeAnswered(cloudOf(context)?.filings, ["filings"], context),
      ...OF_SERVERS.flatMap((point) => judgeServersInCloud(context, point)),
    ];
  },
});

/** What the register and the cloud both say of domains. */
const OF_DOMAINS: readonly DeclaredPoint<Declaration>[] = [
  {
    check: filingOf,
    key: ["status"],
    remedies: ({ apex, filing }, context) =>
      filing
        ? [lookUpFiling(apex, context)]
        : [declareFiling(apex, ownNumbersOf(apex, context) !== undefined, context)],
  },
  { check: numberOf, key: ["number"], remedies: ({ apex }, context) => [lookUpFiling(apex, context)] },
  {
    check: accessOf,
    key: ["accessProviders"],
    remedies: ({ apex }, { register }) => [{ id: "look-up-access", params: { apex, file: register.fileName } }],
  },
  { check: realNameOf, key: ["registration", "realName"], remedies: writeIt },
  { check: expiryOf, key: ["registration", "expiresOn"], remedies: writeIt },
  {
    check: holderOf,
    key: ["registration", "holder"],
    remedies: ({ apex }, { register }) => [{ id: "look-up-holder", params: { apex, file: register.fileName } }],
  },
];

/** What they both say of servers. */
const OF_SERVERS: readonly CloudServerPoint[] = [
  {
    check: serverExpiryOf,
    apart: bySaying("expiresOn"),
    key: "expiresOn",
    // What has no end is nothing that could be written.
    remedies: (server, context, { server: answer }) =>
      saidIn(answer)?.expiresOn == null ? takeOut(server, context) : writeIt(server, context),
  },
  { check: buyerOf, apart: bySaying("account"), key: "account", remedies: lookUpServer },
];

/**
 * The domains that are this run's matter; of a register alone those too that it does not list and that were asked about, or
 * that the account has filings of.
 */
function domains(context: Context): readonly Declaration[] {
  const { register, registerAlone } = context;
  if (!registerAlone) return exposed(context);
  const told = cloudOf(context);
  const own = (saidIn(told?.filings) ?? []).map(({ domain }) => domain);
  const named = new Set([...(told?.domains.keys() ?? []), ...own]);
  const unlisted = [...named].filter((domain) => !register.filingOf(domain));
  return [...exposed(context), ...unlisted.map(unlistedDeclaration)];
}

function writeIt(_: unknown, { register }: Context): readonly Remedy[] {
  return [{ id: "write-verified", params: { file: register.fileName } }];
}

/** The states that say that there is no filing; one that is being cancelled, or an empty shell, still has its number. */
const NOT_FILED: readonly string[] = ["unlisted", "unlisted-undetermined", "unfiled", "revoked", "pending-initial"];

function filingOf({ apex, filing }: Declaration, context: Context): Verdict<Message> {
  const state = context.stateOf(apex);
  const answer = filingInCloud(apex, context);
  const verdict = (said: "filed" | "not-filed", by: SaidBy): Verdict<Message> => {
    if (!NOT_FILED.includes(state)) return NOT_APPLICABLE;
    if (said === "not-filed") return SATISFIED;
    return violates(
      filing
        ? message("icp-register-differs.filing", { ...by, apex, state })
        : message("icp-register-differs.unlisted", { ...by, apex }),
    );
  };
  return filing ? ifSaid(answer, verdict) : bySaid(answer, context, verdict);
}

function numberOf({ apex, filing }: Declaration, context: Context): Verdict<Message> {
  const declared = filing?.number;
  if (declared == null || NOT_FILED.includes(context.stateOf(apex))) return NOT_APPLICABLE;
  return ifSaid(ownNumbersOf(apex, context), (numbers, by) =>
    numbers.includes(declared)
      ? SATISFIED
      : violates(message("icp-register-differs.number", { ...by, apex, declared, numbers: numbers.join(", ") })),
  );
}

function accessOf({ apex }: Declaration, context: Context): Verdict<Message> {
  const part = context.register.aliyunOf(apex);
  if (part === "not-given" || NOT_FILED.includes(context.stateOf(apex))) return NOT_APPLICABLE;
  return ifSaid(ownNumbersOf(apex, context), (numbers, by) =>
    part === "not-listed" || part === "removed"
      ? violates(message("icp-register-differs.access", { ...by, apex, numbers: numbers.join(", ") }))
      : SATISFIED,
  );
}

function realNameOf(declaration: Declaration, context: Context): Verdict<Message> {
  const { apex, filing } = declaration;
  const declared = filing?.registration?.realName;
  if (declared === undefined) return NOT_APPLICABLE;
  return ifSaid(registrationIn(declaration, context), ({ realName }, by) =>
    isFurther(realName, declared)
      ? violates(message("icp-register-differs.real-name", { ...by, apex, declared, realName }))
      : SATISFIED,
  );
}

function expiryOf(declaration: Declaration, context: Context): Verdict<Message> {
  const { apex, filing } = declaration;
  const declared = filing?.registration?.expiresOn;
  if (declared == null) return NOT_APPLICABLE;
  return ifSaid(registrationIn(declaration, context), ({ expiresOn }, by) =>
    expiresOn === declared
      ? SATISFIED
      : violates(message("icp-register-differs.expiry", { ...by, apex, declared, expiresOn })),
  );
}

/** What entities of each type a registration is of: a person, or an organisation. Others may be either. */
const HOLDERS: Readonly<Partial<Record<NonNullable<Entity["type"]>, CloudRegistration["holder"]>>> = {
  enterprise: "organisation",
  "foreign-invested": "organisation",
  branch: "organisation",
  "rep-office": "organisation",
  government: "organisation",
  "public-institution": "organisation",
  "individual-mainland": "individual",
  "individual-hk-mo-tw": "individual",
  "individual-foreign": "individual",
};

function holderOf(declaration: Declaration, context: Context): Verdict<Message> {
  const { apex, filing } = declaration;
  const name = filing?.registration?.holder;
  const type = name == null ? undefined : context.register.entityOf(name)?.type;
  const declared = type && HOLDERS[type];
  if (name == null || declared == null) return NOT_APPLICABLE;
  return ifSaid(registrationIn(declaration, context), ({ holder }, by) => {
    if (holder === null) return NOT_APPLICABLE;
    return holder === declared
      ? SATISFIED
      : violates(message("icp-register-differs.holder", { ...by, apex, name, declared, holder }));
  });
}

const registrationIn = ({ apex }: Declaration, context: Context): CloudAnswer<CloudRegistration> | undefined =>
  domainInCloud(apex, context)?.registration;

/** A server by what entries say of it under a key. */
function bySaying(key: "expiresOn" | "account"): (server: NamedServer) => readonly NamedServer[] {
  return (server) =>
    [...groupBy(server.mentions, (mention) => mention.server[key]).values()].map((mentions) => ({
      ...server,
      mentions,
    }));
}

/** Of a server of which all entries say one last day. */
function serverExpiryOf(server: NamedServer, { server: answer }: ServerInCloud): Verdict<Message> {
  const declared = server.mentions[0].server.expiresOn;
  if (declared == null) return NOT_APPLICABLE;
  const about = { server: server.name, apex: domainsOf(server).join(", "), declared };
  return ifSaid(answer, ({ expiresOn }, by) => {
    if (expiresOn === declared) return SATISFIED;
    return expiresOn === null
      ? violates(message("icp-register-differs.no-end", { ...by, ...about }))
      : violates(message("icp-register-differs.server-expiry", { ...by, ...about, expiresOn }));
  });
}

const takeOut = ({ name }: NamedServer, { register }: Context): readonly Remedy[] => [
  { id: "take-end-out", params: { server: name, file: register.fileName } },
];

/** Which account has a server, of which all entries name one. */
function buyerOf(server: NamedServer, { server: answer }: ServerInCloud): Verdict<Message> {
  const declared = server.mentions[0].server.account;
  const account = answer?.account;
  if (declared == null || account === undefined) return NOT_APPLICABLE;
  const about = { server: server.name, apex: domainsOf(server).join(", "), declared, account };
  return ifSaid(answer, (_, by) =>
    account === declared ? SATISFIED : violates(message("icp-register-differs.account", { ...by, ...about })),
  );
}
