/** Connections over TLS, direct ones and through a proxy by CONNECT, which sees no more than the host's name. */
import { request as plainRequest } from "node:http";
import { Agent, request as secureRequest, type RequestOptions } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { connect, type ConnectionOptions } from "node:tls";

type Done = (error: Error | null, stream: Duplex) => void;

/** Connects within a time, which Node's own agents know of no connection alone. */
export class ConnectingAgent extends Agent {
  /**
   * @param timeout how long a connection may take with all it needs, in milliseconds
   * @param proxy what to go through: an address by `http:` or `https:`, with user and password if it asks for them
   */
  constructor(
    private readonly timeout: number,
    private readonly proxy?: URL,
  ) {
    super({ keepAlive: true });
  }

  /** Called by Node for each new connection; `done` gets it, or why there is none. */
  override createConnection(options: RequestOptions, done?: Done): undefined {
    let underWay: { destroy(error: Error): unknown } | undefined;
    const timer = setTimeout(() => underWay?.destroy(new Error("no connection in time")), this.timeout);
    const secure = (tunnel?: Socket): void => {
      const socket = connect({ ...options, ...(tunnel && { socket: tunnel }) } as ConnectionOptions);
      underWay = socket;
      const stop = (): void => {
        clearTimeout(timer);
      };
      socket.once("secureConnect", stop).once("close", stop);
      done?.(null, socket);
    };
    if (!this.proxy) {
      secure();
      return undefined;
    }
    underWay = tunnelThrough(this.proxy, options, secure, (error) => {
      clearTimeout(timer);
      // Of a connection that failed there is no stream.
      (done as ((error: Error) => void) | undefined)?.(error);
    });
    return undefined;
  }
}

/** Asks a proxy for a tunnel to a host; gives the request, to be ended by who does not wait any longer. */
function tunnelThrough(
  { protocol, hostname, port, username, password }: URL,
  { host, port: targetPort, signal }: RequestOptions,
  opened: (tunnel: Socket) => void,
  failed: (error: Error) => void,
): { destroy(error: Error): unknown } {
  const target = `${host ?? ""}:${String(targetPort ?? 443)}`;
  const isSecure = protocol === "https:";
  const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  const asked = (isSecure ? secureRequest : plainRequest)({
    method: "CONNECT",
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port || (isSecure ? 443 : 80),
    path: target,
    headers: { host: target, ...(username !== "" && { "proxy-authorization": `Basic ${user}` }) },
    agent: false,
    signal,
  });
  asked.once("connect", ({ statusCode }, socket) => {
    if (statusCode === 200) {
      opened(socket);
      return;
    }
    socket.destroy();
    failed(new Error("refused by the proxy"));
  });
  // A proxy that answers as a server would opens no tunnel.
  asked.once("response", () => asked.destroy(new Error("refused by the proxy")));
  asked.once("error", failed);
  asked.end();
  return asked;
}
