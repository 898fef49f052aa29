/** What of an account's answers a register can be made to say: only what needs nobody's judgement. */
import { today, type Day } from "../base/calendar";
import type { Amendment } from "./amendment";
import type { FilingServer, Register } from "./register";
import type { CertainRegistration, Skeleton, SkeletonFiling, SkeletonSilence } from "./skeleton";
import { saidIn, type CloudAnswer, type CloudRegistration, type Verified, type VerifiedServer } from "./verified";

/** A verification that was refused is none, as a register says it. */
const DECLARED = {
  missing: "missing",
  failed: "missing",
  pending: "pending",
  verified: "verified",
} as const satisfies Readonly<Record<CloudRegistration["realName"], CertainRegistration["realName"]>>;

/**
 * What the cloud is certain of and a register does not say, or says otherwise: the last day of a domain and the verification
 * of its holder, where the register has a `registration` of it; and the last day of a server. A filing, and who holds it, is
 * for people to look up.
 */
export function certainOf(register: Register, verified: Verified): readonly Amendment[] {
  return register.filings.flatMap((filing, index): readonly Amendment[] => {
    const known = filing.registration && registrationOf(filing.domain, verified);
    const path = ["filings", index, "registration"];
    const ofDomain = known
      ? [
          { path: [...path, "realName"], value: known.realName },
          { path: [...path, "expiresOn"], value: known.expiresOn },
        ]
      : [];
    const ofServers = filing.servers.flatMap((server, at) => {
      const value = lastDayOf(server, verified);
      return value === undefined ? [] : [{ path: ["filings", index, "servers", at, "expiresOn"], value }];
    });
    return [...ofDomain, ...ofServers];
  });
}

/** A first register with what the cloud said of it. Filings stay undeclared: that there is one is only told. */
export const skeletonWith = (skeleton: Skeleton, verified: Verified): Skeleton => ({
  ...skeleton,
  account: saidIn(verified.account),
  filings: skeleton.filings.map((filing) => {
    const own = saidIn(verified.filings)?.filter(({ domain }) => domain === filing.domain) ?? [];
    const asked = verified.domains.find(({ domain }) => domain === filing.domain)?.filing;
    const told = own.length > 0 ? verified.filings : saidIn(asked) === "filed" ? asked : undefined;
    return {
      ...filing,
      filed: told && {
        operation: told.operation,
        on: today(new Date(told.at)),
        numbers: own.map(({ number }) => number),
      },
      unanswered: silencesOf(filing, verified),
      registration: registrationOf(filing.domain, verified),
      servers: filing.servers.map((server) => ({ ...server, expiresOn: lastDayOf(server, verified) })),
    };
  }),
});

/** What was asked of a domain and of its servers, and not answered; each operation once for each reason. */
function silencesOf(
  { domain: name, servers: named }: SkeletonFiling,
  { domains, servers }: Verified,
): readonly SkeletonSilence[] {
  const told = domains.find(({ domain }) => domain === name);
  const ofServers = named.flatMap((server) => serverIn(servers, server)?.server ?? []);
  const silences = [told?.filing, told?.registration, ...ofServers].flatMap((answer): readonly SkeletonSilence[] =>
    answer && "unanswered" in answer ? [{ operation: answer.operation, why: answer.unanswered }] : [],
  );
  return [...new Map(silences.map((silence) => [`${silence.operation} ${silence.why}`, silence])).values()];
}

function registrationOf(name: string, { domains }: Verified): CertainRegistration | undefined {
  const said = saidIn(domains.find(({ domain }) => domain === name)?.registration);
  return said && { realName: DECLARED[said.realName], expiresOn: said.expiresOn };
}

/** The last day of a server's subscription. */
const lastDayOf = (server: Named, { servers }: Verified): Day | undefined =>
  saidIn(serverIn(servers, server)?.server)?.expiresOn ?? undefined;

/** A server as a register names it. */
interface Named {
  readonly product: string;
  readonly id?: string | undefined;
}

const serverIn = (servers: Verified["servers"], { product, id }: Named): VerifiedServer | undefined =>
  servers.find((server) => server.product === product && server.id === id);

/**
 * Whether the account and all that a register says of domains and servers was asked about and answered; what it says of
 * servers that nobody can ask about leaves it open.
 */
export function isAnswered({ filings }: Register, { account, filings: own, domains, servers }: Verified): boolean {
  const owned = new Set(saidIn(own)?.map(({ domain }) => domain));
  const isSaid = (answer: CloudAnswer<unknown> | undefined): boolean => saidIn(answer) !== undefined;
  return (
    isSaid(account) &&
    filings.every((filing) => {
      const told = domains.find(({ domain }) => domain === filing.domain);
      const isRegistrationSaid = filing.registration === undefined || isSaid(told?.registration);
      const isFilingSaid = isSaid(told?.filing) || owned.has(filing.domain);
      return isFilingSaid && isRegistrationSaid && filing.servers.every(isServerSaid);
    })
  );

  function isServerSaid({ product, id }: FilingServer): boolean {
    const told = serverIn(servers, { product, id });
    return isSaid(told?.server) && (told?.renewal === undefined || isSaid(told.renewal));
  }
}
