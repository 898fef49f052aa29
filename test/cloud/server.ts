/** A server on this machine that speaks the cloud's protocol, checks signatures as it does, and fails as it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { PRODUCTS } from "../../src/cloud/operations";
import { CLOUD_OPERATIONS, type CloudOperation } from "../../src/vocabulary/cloud-operations";
import { play, Refusal, type Query } from "./operations-played";
import { openGate, type AccessKey, type CloudError } from "./signature";
import type { CloudState, Fault, Faults, SeenRequest } from "./state";

/** A running server. */
export interface PlayedCloud {
  /** Its address, for `--endpoint`. */
  readonly url: string;
  readonly port: number;
  /** What came in, in its order. */
  readonly requests: readonly SeenRequest[];
  /** How many requests were under way at once at most. */
  readonly most: () => number;
  readonly close: () => Promise<void>;
}

/** How it runs. */
export interface PlayedOptions {
  /** The moment that it thinks it is, in milliseconds. */
  readonly now?: () => number;
  /** Speaks TLS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** How long every answer takes, in milliseconds. */
  readonly delay?: number;
}

/** Starts a server for an account. */
export async function startCloud(
  state: CloudState,
  faults: Faults = {},
  options: PlayedOptions = {},
): Promise<PlayedCloud> {
  const requests: SeenRequest[] = [];
  const nonces = new Set<string>();
  const failed = new Map<string, number>();
  let under = 0;
  let most = 0;
  const due = (operation: CloudOperation): Fault | undefined => {
    const key = faults[operation] ? operation : "*";
    const fault = faults[key];
    const count = failed.get(key) ?? 0;
    if (!fault || count >= (fault.times ?? Infinity)) return undefined;
    failed.set(key, count + 1);
    return fault;
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const headers = plainHeaders(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://any.invalid");
    const query = Object.fromEntries(searchParams);
    const operation = operationOf(headers);
    const method = request.method ?? "";
    const body = await bodyOf(request);
    const gate = { keys: state.keys, now: options.now?.() ?? Date.now(), nonces };
    const key = openGate({ method, url: request.url ?? "/", headers, body }, gate);
    requests.push({
      operation,
      method,
      path: pathname,
      action: headers["x-acs-action"] ?? "",
      version: headers["x-acs-version"] ?? "",
      region: query["RegionId"] ?? null,
      query,
      accessKeyId: "id" in key ? key.id : null,
      host: headers["host"] ?? "",
    });
    if (options.delay) await new Promise((resolve) => setTimeout(resolve, options.delay));
    const fault = operation && due(operation);
    if (fault) fail(fault, response);
    else respond(response, key, operation, state, query);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    most = Math.max(most, ++under);
    response.once("close", () => under--);
    answer(request, response).catch(() => response.destroy());
  };
  const server = options.tls ? createSecureServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.tls ? "https" : "http"}://127.0.0.1:${port}`,
    port,
    requests,
    most: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const plainHeaders = ({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]),
  );

async function bodyOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Two products may have an operation of one name: the version tells them apart. */
function operationOf(headers: Readonly<Record<string, string | undefined>>): CloudOperation | null {
  const named = CLOUD_OPERATIONS.filter((id) => id.endsWith(`:${headers["x-acs-action"] ?? ""}`));
  return named.find((id) => versionOf(id) === headers["x-acs-version"]) ?? null;
}

const versionOf = (operation: CloudOperation): string =>
  PRODUCTS[operation.split(":")[0] as keyof typeof PRODUCTS].version;

function respond(
  response: ServerResponse,
  key: AccessKey | CloudError,
  operation: CloudOperation | null,
  state: CloudState,
  query: Query,
): void {
  if (operation === null) {
    sendError(response, { status: 404, code: "InvalidAction.NotFound", message: "Specified api is not found." });
    return;
  }
  if ("status" in key) {
    sendError(response, key);
    return;
  }
  try {
    send(response, 200, JSON.stringify({ ...play(operation, state, query), RequestId: REQUEST }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendError(response, error.error);
  }
}

const REQUEST = "20758A58-585D-4A41-A9B2-28DA8F4F534F";

function send(
  response: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json;charset=utf-8", ...headers });
  response.end(body);
}

function sendError(response: ServerResponse, { status, code, message }: CloudError, headers = {}): void {
  const Recommend = `https://api.alibabacloud.com/troubleshoot?q=${code}`;
  send(
    response,
    status,
    JSON.stringify({ RequestId: REQUEST, HostId: "127.0.0.1", Code: code, Message: message, Recommend }),
    headers,
  );
}

function fail(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case "error": {
      const { status, code, headers = {} } = fault;
      if (code === undefined) send(response, status, "<html>no</html>", { "content-type": "text/html", ...headers });
      else sendError(response, { status, code, message: `${code}: made up` }, headers);
      return;
    }
    case "body":
      send(response, fault.status ?? 200, fault.body);
      return;
    case "silent":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"RequestId":', () => response.socket?.destroy());
      return;
    case "huge":
      pour(response);
  }
}

/** Writes until nobody reads any longer. */
function pour(response: ServerResponse): void {
  const chunk = " ".repeat(1024 * 1024);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}
