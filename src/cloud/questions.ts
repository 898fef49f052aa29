/** What of a register the cloud can be asked. */
import type { FilingServer, Register } from "../register/register";
import type { VerifiedServer } from "../register/verified";

/** A product whose servers the cloud can be asked about. */
export type AskedProduct = VerifiedServer["product"];

/** A server to ask about. */
export type AskedServer = Pick<VerifiedServer, "product" | "id">;

/** What is asked. */
export interface CloudQuestions {
  /** Registrable domains, each once, sorted. */
  readonly domains: readonly string[];
  /** Servers, each once, sorted by product and id. */
  readonly servers: readonly AskedServer[];
}

const ASKED = { ecs: true, sas: true, ens: true } as const satisfies Record<AskedProduct, true>;

/**
 * The questions of a register: each domain with a filing and each of `furtherDomains`, which are registrable domains that
 * plans serve, and each server that a filing names by id. What is named by stack and resource alone cannot be asked about.
 */
export function questionsOf(register: Register, furtherDomains: readonly string[]): CloudQuestions {
  const servers = register.filings.flatMap((filing) => filing.servers.flatMap(askedServer));
  return {
    domains: [...new Set([...register.filings.map(({ domain }) => domain), ...furtherDomains])].sort(),
    servers: [...new Map(servers.map((server) => [keyOfServer(server), server]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, server]) => server),
  };
}

/** A server's key: texts that compare as product and id do. */
const keyOfServer = ({ product, id }: AskedServer): string => `${product} ${id}`;

const isAsked = (product: FilingServer["product"]): product is AskedProduct => Object.hasOwn(ASKED, product);

const askedServer = ({ product, id }: FilingServer): readonly AskedServer[] =>
  id !== undefined && isAsked(product) ? [{ product, id }] : [];
