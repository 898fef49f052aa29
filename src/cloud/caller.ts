/** Calls operations by the vendor's own clients: `@alicloud/credentials`, and what all its typed clients are made of. */
import type CredentialsClient from "@alicloud/credentials";
import type CoreClient from "@alicloud/openapi-core";
import { momentOf } from "../base/calendar";
import { InputError } from "../input/error";
import { version } from "../version";
import type { CloudCall, Caller, CloudReply } from "./call";
import { findCredentials } from "./credentials";
import type { CloudEndpoint, Endpoints } from "./endpoints";
import { within, type Exchange } from "./exchange";
import { failureInside, failureOfError, type Failure } from "./failures";
import { partsOfOperation, PRODUCTS } from "./operations";
import { loadOfficialPackages, refuseShowing, type OfficialPackages } from "./packages";
import { agentsBy, type ProxyEnvironment } from "./proxies";
import { sleepByClock, waitBefore, type Sleep } from "./retries";

/** How the cloud is to be reached. */
export interface CallerOptions {
  /** The user's working folder: packages that are installed there come first. */
  readonly folder: string;
  /**
   * Where proxies are named, and debugging. Credentials are looked for in the environment of the process, by the vendor's
   * package.
   */
  readonly env: ProxyEnvironment;
  readonly endpoints: Endpoints;
  /** How long a connection may take, in milliseconds; 5 seconds where it is not said. */
  readonly connectTimeout?: number | undefined;
  /** How long an answer may take once there is a connection, in milliseconds; 10 seconds where it is not said. */
  readonly readTimeout?: number | undefined;
  /** How long finding credentials may take, in milliseconds; 30 seconds where it is not said. */
  readonly credentialsTimeout?: number | undefined;
  /** Ends all of it: what is under way and what comes after is unreachable. */
  readonly signal?: AbortSignal | undefined;
  /** Authorities to trust instead of those that Node knows, as PEM. */
  readonly authorities?: string | undefined;
  readonly sleep?: Sleep | undefined;
  readonly now?: (() => Date) | undefined;
}

const CONNECT_TIMEOUT = 5000;
const READ_TIMEOUT = 10_000;
const CREDENTIALS_TIMEOUT = 30_000;

/**
 * Loads the clients, finds credentials, and gives what calls operations: each a few times where an error may pass, and as
 * many at once as it is asked to. Throws an `InputError` where a package is not installed, no credentials are found, or Node
 * would write them out.
 */
export async function openCaller(options: CallerOptions): Promise<Caller> {
  refuseShowing(options.env);
  const packages = loadOfficialPackages(options.folder);
  const { connectTimeout = CONNECT_TIMEOUT, readTimeout = READ_TIMEOUT } = options;
  const { sleep = sleepByClock, now = () => new Date(), signal } = options;
  const agentFor = agentsBy(options.env, connectTimeout);
  const begin = (milliseconds: number): Exchange => ({
    agentFor,
    signal: endAfter(milliseconds, signal),
  });
  const { client: credential, secrets } = await findCredentials(
    packages,
    begin(options.credentialsTimeout ?? CREDENTIALS_TIMEOUT),
  );
  const clients = clientsBy(packages, credential, { ...options, connectTimeout, readTimeout });
  const longest = connectTimeout + readTimeout;
  return async (call) => {
    const client = clients(call);
    for (let tried = 1; ; tried++) {
      const outcome = await callOnce(packages, client, call, { ...begin(longest), secrets });
      const at = momentOf(now());
      if ("body" in outcome) return { at, ...outcome };
      const wait = signal?.aborted ? undefined : waitBefore(tried, outcome);
      if (wait === undefined) return replyOf(outcome, at);
      await sleep(wait, signal);
    }
  };
}

/** What ends after so many milliseconds, or with another one: `AbortSignal.any` is not in all of Node 20. */
function endAfter(milliseconds: number, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds);
  if (!signal) return timeout;
  const either = new AbortController();
  const end = (): void => {
    either.abort();
  };
  for (const one of [timeout, signal]) {
    if (one.aborted) end();
    else one.addEventListener("abort", end, { once: true });
  }
  return either.signal;
}

const replyOf = ({ unanswered, code }: Failure, at: string): CloudReply => ({ at, unanswered, ...(code && { code }) });

/** The limits of time that count, in milliseconds. */
type Timeouts = Readonly<Record<"connectTimeout" | "readTimeout", number>>;

/** Makes a client for each endpoint, once. */
function clientsBy(
  { core }: OfficialPackages,
  credential: CredentialsClient,
  { endpoints, connectTimeout, readTimeout, authorities }: CallerOptions & Timeouts,
): (call: CloudCall) => CoreClient {
  const clients = new Map<string, CoreClient>();
  const open = ({ protocol, host }: CloudEndpoint): CoreClient =>
    new core.default(
      new core.$OpenApiUtil.Config({
        credential,
        endpoint: host,
        protocol,
        // The library takes the time of a connection for that of a silent one as well: the exchange ends what takes too long.
        connectTimeout: Math.max(connectTimeout, readTimeout),
        readTimeout,
        userAgent: `alicloud-icp/${version}`,
        ...(authorities !== undefined && { ca: authorities }),
      }),
    );
  return ({ operation, region }) => {
    const endpoint = endpoints(partsOfOperation(operation).product, region);
    const key = `${endpoint.protocol}://${endpoint.host}`;
    const client = clients.get(key) ?? open(endpoint);
    clients.set(key, client);
    return client;
  };
}

/** Makes a call once. Throws an `InputError` where the credentials are refused, or are there no longer. */
async function callOnce(
  { core }: OfficialPackages,
  client: CoreClient,
  { operation, query }: CloudCall,
  exchange: Exchange,
): Promise<{ readonly body: unknown } | Failure> {
  const { product, action } = partsOfOperation(operation);
  const { OpenApiRequest, Params } = core.$OpenApiUtil;
  const params = new Params({
    action,
    version: PRODUCTS[product].version,
    protocol: "HTTPS",
    pathname: "/",
    method: "POST",
    authType: "AK",
    style: "RPC",
    reqBodyType: "formData",
    bodyType: "string",
  });
  let text: unknown;
  try {
    const request = new OpenApiRequest({ query: { ...query } });
    const answer = await within(exchange, () =>
      client.callApi(params, request, RUNTIME as Parameters<CoreClient["callApi"]>[2]),
    );
    text = answer["body"];
  } catch (error) {
    if (error instanceof InputError) throw error;
    return failureOfError(operation, error, exchange);
  }
  const answer = bodyOf(text);
  return ("body" in answer ? failureInside(operation, answer.body, exchange.secrets) : undefined) ?? answer;
}

/** The client has all of it from its configuration. */
const RUNTIME: unknown = {};

/** An answer is JSON whatever it says it is; a text that is none is some gateway's. */
function bodyOf(text: unknown): { readonly body: unknown } | Failure {
  try {
    if (typeof text === "string") return { body: JSON.parse(text) as unknown };
  } catch {
    // Whatever it is, it is not shown.
  }
  return { unanswered: "unreadable", passing: false };
}
