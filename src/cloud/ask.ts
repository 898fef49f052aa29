/** Asks the cloud what it knows. */
import { momentOf, today, type Day } from "../base/calendar";
import { groupBy } from "../base/collections";
import { answersChosen } from "../register/merged";
import type { CloudAnswer, Verified, VerifiedDomain, VerifiedServer } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import { readAccount } from "./answers/account";
import { readFiling, readRegistration } from "./answers/domains";
import { readOwnFilings } from "./answers/own-filings";
import { answerIn, type Reading } from "./answers/reading";
import type { Caller, CloudCall } from "./call";
import { carried, oldestFirst } from "./carried";
import { limited } from "./limited";
import type { CloudQuestions } from "./questions";
import { askServers } from "./servers";
import { untilSpent } from "./spent";

/** How the cloud is asked. */
export interface AskOptions {
  readonly now: () => Date;
  /**
   * Hears how many questions have an answer, and how many there are: of the account, of its filings, of each domain, of each
   * registration, of each server.
   */
  readonly progress: (asked: number, all: number) => void;
  /** How many calls may be under way at once; 4 where it is not said. */
  readonly most?: number | undefined;
  /** What an earlier run was told: what it was not is asked first, and what gets no turn now stays as it was told. */
  readonly before?: Verified | undefined;
  /** The day that the register is of, in Asia/Shanghai; that of asking where it is not said. */
  readonly asOf?: Day | undefined;
}

/**
 * What the cloud says of domains and servers. Every failure of a call is in it, as why a question has no answer. What it gives
 * does not depend on which call ends first, but for what is throttled or not reached. It throws what `caller` throws.
 */
export async function askCloud(
  questions: CloudQuestions,
  caller: Caller,
  { now, progress, most = 4, before, asOf }: AskOptions,
): Promise<Verified> {
  const began = now();
  const { ownFilings, registrations } = questions;
  const all = 1 + Number(ownFilings) + questions.domains.length + registrations.length + questions.servers.length;
  const registered = new Set(registrations);
  let asked = 0;
  const answered = (count: number): void => {
    asked += count;
    progress(asked, all);
  };
  const call = limited(untilSpent(caller), most);
  const ask = async <Said>(
    operation: CloudOperation,
    query: CloudCall["query"],
    read: Reading<Said>,
  ): Promise<CloudAnswer<Said>> => {
    const answer = answerIn(operation, await call({ operation, query }), read);
    answered(1);
    return answer;
  };
  const askDomain = async (domain: string): Promise<VerifiedDomain> => {
    const query = { DomainName: domain };
    const [filing, registration] = await Promise.all([
      ask("cdn:CheckCdnDomainICP", query, readFiling),
      registered.has(domain) ? ask("domain:QueryDomainByDomainName", query, readRegistration) : undefined,
    ]);
    return { domain, filing, ...(registration && { registration }) };
  };

  // Alone, so that nothing is asked with credentials that nobody knows.
  const account = await ask("sts:GetCallerIdentity", {}, readAccount);
  const products = groupBy(questions.servers, ({ product }) => product);
  const [filings, domains, servers] = await Promise.all([
    // The vendor's scripts say that the caller has to be named, and so.
    ownFilings ? ask("companyreg:QuerySuccessIcpData", { Caller: "skill" }, readOwnFilings) : undefined,
    Promise.all(oldestFirst(questions.domains, before).map(askDomain)),
    Promise.all(
      [...products].map(async ([product, group]): Promise<readonly VerifiedServer[]> => {
        const ids = group.map(({ id }) => id);
        const said = await askServers(call, product, ids, most);
        answered(ids.length);
        return said;
      }),
    ),
  ]);
  const said: Verified = {
    version: 1,
    at: momentOf(began),
    asOf: asOf ?? today(began),
    account,
    ...(filings && { filings }),
    domains: [...domains].sort((a, b) => (a.domain < b.domain ? -1 : 1)),
    servers: servers.flat(),
  };
  return carried(ofAccount(said), before);
}

/** What was said, each answer with the account that was asked, where that is known. */
function ofAccount(said: Verified): Verified {
  const { account } = said;
  return "says" in account ? answersChosen(said, undefined, (answer) => ({ ...answer, account: account.says })) : said;
}
