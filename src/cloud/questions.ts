/** What of a register the cloud can be asked. */
import { isAskable, isAskableId, keyOfServer, type VerifiedServer } from "../register/verified";

/** A product whose servers the cloud can be asked about. */
export type AskedProduct = VerifiedServer["product"];

/** A server to ask about. */
export type AskedServer = Pick<VerifiedServer, "product" | "id">;

/** What is asked. */
export interface CloudQuestions {
  /** Whether the filings are asked for that the account has through Alibaba Cloud. */
  readonly ownFilings: boolean;
  /** Registrable domains of which it is asked whether they are filed, each once, sorted. */
  readonly domains: readonly string[];
  /** Those of them of which it is asked how they are registered, each once, sorted. */
  readonly registrations: readonly string[];
  /** Servers, each once, sorted by product and id. */
  readonly servers: readonly AskedServer[];
}

/** What filings of a register, or of a first one that is still to be written, name. */
interface Naming {
  readonly filings: readonly {
    readonly domain: string;
    readonly status?: string | undefined;
    readonly number?: string | null | undefined;
    readonly accessProviders?: readonly { readonly name: string }[] | null | undefined;
    readonly registration?: object | null | undefined;
    readonly servers: readonly { readonly product: string; readonly id?: string | undefined }[];
  }[];
}

/**
 * The questions of a register: each domain with a filing and each of `furtherDomains`, which are registrable domains that
 * plans serve, and each server that a filing names by id. What is named by stack and resource alone cannot be asked about. The
 * filings of the account are asked for where the register declares a filing, or a plan serves domains;
 * registrations where it has a section about them.
 */
export function questionsOf({ filings }: Naming, furtherDomains: readonly string[]): CloudQuestions {
  const servers = filings.flatMap((filing) => filing.servers.flatMap(askedServer));
  return {
    ownFilings: furtherDomains.length > 0 || filings.some(canBeListed),
    domains: sorted([...filings.map(({ domain }) => domain), ...furtherDomains]),
    registrations: sorted(filings.flatMap(({ domain, registration }) => (registration ? [domain] : []))),
    servers: [...new Map(servers.map((server) => [keyOfServer(server), server]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, server]) => server),
  };
}

/** The questions about a register that is still to be written: all of its domains are asked for all that it could say of them. */
export function firstQuestionsOf(naming: Naming): CloudQuestions {
  const domains = naming.filings.map(({ domain }) => domain);
  return { ...questionsOf(naming, domains), registrations: sorted(domains) };
}

const sorted = (domains: readonly string[]): readonly string[] => [...new Set(domains)].sort();

/** What says that there is a filing. */
const FILED: readonly string[] = ["active", "pending-access"];

/** Whether a filing is declared, by its status, its number or those through whom it is connected. */
const canBeListed = ({ status = "", number, accessProviders }: Naming["filings"][number]): boolean =>
  FILED.includes(status) || number != null || (accessProviders ?? []).length > 0;

const askedServer = ({ product, id }: Naming["filings"][number]["servers"][number]): readonly AskedServer[] =>
  id !== undefined && isAskableId(id) && isAskable(product) ? [{ product, id }] : [];
