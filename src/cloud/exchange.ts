/**
 * What the official clients do not let out, had by standing between them and their HTTP library `httpx`: proxies, which they
 * ask for in their configuration and then leave aside; a limit of time for all of a call; a limit of size; and the status of
 * answers whose body is not JSON. Only what is done inside of `within` is touched.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Agent, ClientRequestArgs, IncomingMessage } from "node:http";

/** One request and its answer: what it goes by, and what was seen of it. */
export interface Exchange {
  /** The agent for an address; undefined for the library's own. */
  readonly agentFor: (url: string) => Agent | undefined;
  /** Ends it, at any moment. */
  readonly signal: AbortSignal;
  /** What an answer must not have shown, if it says it. */
  readonly secrets?: readonly string[] | undefined;
  /** The status of the answer; undefined while there is none. */
  status?: number;
  /** How many milliseconds the answer asks to wait. */
  waitFor?: number | undefined;
  /** Whether the answer was cut for its length. */
  isTooLong?: boolean;
}

/** What is used of the library. */
export interface HttpLibrary {
  request(url: string, options: RequestOptions): Promise<IncomingMessage>;
}

interface RequestOptions {
  agent?: Agent;
  beforeRequest?: (options: ClientRequestArgs) => ClientRequestArgs;
}

/** More than this is no answer of an operation: a page of a hundred servers is not a tenth of it. In bytes. */
const LONGEST = 16 * 1024 * 1024;

const exchanges = new AsyncLocalStorage<Exchange>();
const stoodBetween = new WeakSet<HttpLibrary>();

/** Does something by an exchange. */
export const within = <Done>(exchange: Exchange, work: () => Promise<Done>): Promise<Done> =>
  exchanges.run(exchange, work);

/** Stands between a library and its users, once. */
export function standBetween(library: HttpLibrary): void {
  if (stoodBetween.has(library)) return;
  stoodBetween.add(library);
  const request = library.request.bind(library);
  library.request = async (url, options) => {
    const exchange = exchanges.getStore();
    if (!exchange) return request(url, options);
    const agent = exchange.agentFor(url);
    const response = await request(url, {
      ...options,
      ...(agent && { agent }),
      beforeRequest: (given) => ({ ...given, signal: exchange.signal }),
    });
    exchange.status = response.statusCode ?? 0;
    exchange.waitFor = waitAskedBy(response);
    limit(response, exchange);
    return response;
  };
}

/** The cloud's own header has milliseconds, that of HTTP whole seconds; one in words or a date is left aside. */
function waitAskedBy({ headers }: IncomingMessage): number | undefined {
  const own = numberIn(headers["x-acs-retry-after"]);
  const plain = numberIn(headers["retry-after"]);
  return own ?? (plain === undefined ? undefined : plain * 1000);
}

const numberIn = (header: string | readonly string[] | undefined): number | undefined =>
  typeof header === "string" && /^\d{1,9}$/.test(header.trim()) ? Number(header) : undefined;

/** Counts along with whoever reads the answer: a listener that came first would set it flowing too early. */
function limit(response: IncomingMessage, exchange: Exchange): void {
  let size = 0;
  const count = (event: string | symbol): void => {
    if (event !== "data") return;
    response.off("newListener", count);
    response.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LONGEST) return;
      exchange.isTooLong = true;
      response.destroy(new Error("too long"));
    });
  };
  response.on("newListener", count);
}
