/** What was said in several runs, as one: of each question the answer that tells most. */
import type { Register } from "./register";
import { inFilingOrder, isInForce, keyOfServer, type CloudAnswer, type Verified } from "./verified";

/** Chooses between what a run was told and what an earlier one was; `owners` are the accounts that should know. */
export type Choosing = <Said>(
  now: CloudAnswer<Said>,
  before: CloudAnswer<Said> | undefined,
  owners: readonly string[],
) => CloudAnswer<Said>;

/** The accounts that a register declares for a server. */
type OwnersOf = (product: string, id: string) => readonly string[];
const nobody: OwnersOf = () => [];

/**
 * The questions of one run, each with the answer that is chosen of those to it. What only an earlier run asked is left out,
 * but for how a server is renewed: whoever is not told of a server asks nothing more about it.
 */
export function answersChosen(
  now: Verified,
  before: Verified | undefined,
  choose: Choosing,
  ownersOf: OwnersOf = nobody,
): Verified {
  const domains = new Map(before?.domains.map((one) => [one.domain, one]));
  const servers = new Map(before?.servers.map((one) => [keyOfServer(one), one]));
  return {
    ...now,
    ...(now.filings && { filings: choose(now.filings, before?.filings, []) }),
    domains: now.domains.map(({ domain, filing, registration }) => {
      const earlier = domains.get(domain);
      return {
        domain,
        filing: choose(filing, earlier?.filing, []),
        ...(registration && { registration: choose(registration, earlier?.registration, []) }),
      };
    }),
    servers: now.servers.map(({ product, id, server, renewal }) => {
      const earlier = servers.get(keyOfServer({ product, id }));
      const owners = ownersOf(product, id);
      const chosen = choose(server, earlier?.server, owners);
      const unasked = chosen === earlier?.server ? earlier.renewal : undefined;
      const renewed = renewal ? choose(renewal, earlier?.renewal, owners) : unasked;
      return { product, id, server: chosen, ...(renewed && { renewal: renewed }) };
    }),
  };
}

/**
 * What is kept of a run beside a register: what it was told, and where it was told nothing what an earlier one was, with its
 * own moment and account, as long as nobody has brought the register up to date since. That something is gone from an account
 * counts more than what that account said of it before, and less than what another one said.
 */
export function merged(now: Verified, before: Verified | undefined, { asOf, filings }: Register): Verified {
  const choose: Choosing = (answer, earlier, owners) => {
    if (!before || !earlier || !isInForce(earlier.at, before, asOf)) return answer;
    const isGone = isAbsent(answer) && answer.account !== undefined && answer.account === earlier.account;
    return !isGone && weightOf(earlier, owners) > weightOf(answer, owners) ? earlier : answer;
  };
  const servers = filings.flatMap((filing) => filing.servers);
  const chosen = answersChosen(now, before, choose, (product, id) =>
    servers.flatMap((server) => (server.product === product && server.id === id ? (server.account ?? []) : [])),
  );
  const earlier = before?.filings && isInForce(before.filings.at, before, asOf) ? before.filings : undefined;
  return { ...chosen, ...(now.filings && { filings: ofAllAccounts(chosen.filings ?? now.filings, earlier) }) };
}

/** The filings of an account, and those that others had when they were asked: each list is of one account alone. */
function ofAllAccounts(now: OwnFilings, earlier: OwnFilings | undefined): OwnFilings {
  if (!earlier || !("says" in now) || !("says" in earlier) || now.account === undefined) return now;
  const others = earlier.says.flatMap((filing) => {
    const account = filing.account ?? earlier.account;
    return account === undefined || account === now.account ? [] : [{ ...filing, account }];
  });
  return { ...now, says: inFilingOrder([...others, ...now.says]) };
}

type OwnFilings = NonNullable<Verified["filings"]>;

const isAbsent = (answer: CloudAnswer<unknown>): boolean =>
  "unanswered" in answer && (answer.unanswered === "not-found" || answer.unanswered === "not-owned");

/** What counts more: what was said, then that whose it should be has no such thing, then nothing. */
function weightOf(answer: CloudAnswer<unknown>, owners: readonly string[]): 0 | 1 | 2 {
  if ("says" in answer) return 2;
  return isAbsent(answer) && answer.account !== undefined && owners.includes(answer.account) ? 1 : 0;
}
