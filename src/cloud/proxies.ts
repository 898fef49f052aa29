/**
 * Which addresses go through a proxy, as the environment says: HTTPS_PROXY and NO_PROXY, in capitals or not. Nothing leaves
 * this machine but over TLS, so HTTP_PROXY is for nothing here.
 */
import { BlockList, isIP, isIPv4 } from "node:net";
import { InputError } from "../input/error";
import { message } from "../messages";
import { ConnectingAgent } from "./connections";
import { isLoopback } from "./endpoints";

/** The environment that is asked. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** What is set and not empty, that in small letters first. */
const valueOf = (env: ProxyEnvironment, name: string): string | undefined =>
  [env[name.toLowerCase()], env[name]].find((value) => value !== undefined && value !== "");

/**
 * The proxy for an address, or undefined where it is asked directly: what is not over TLS, this machine, and what NO_PROXY
 * names. Throws an `InputError` for a proxy that is none.
 */
export function proxyFor(address: string, env: ProxyEnvironment): URL | undefined {
  const url = new URL(address);
  const given = url.protocol === "https:" ? valueOf(env, "HTTPS_PROXY") : undefined;
  if (given === undefined || isDirect(url, valueOf(env, "NO_PROXY") ?? "")) return undefined;
  const text = given.includes("://") ? given : `http://${given}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol) && isEncoded(`${proxy.username}:${proxy.password}`)) return proxy;
  // What stands in it can be a password.
  throw new InputError(message("input.cloud-proxy", {}), { key: "HTTPS_PROXY" });
}

/** Whether each percent sign of a text begins a character. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isDirect({ hostname, port }: URL, exceptions: string): boolean {
  if (isLoopback(hostname)) return true;
  const at = port || "443";
  return exceptions
    .split(/[\s,]+/)
    .some((exception) => exception !== "" && names(exception.toLowerCase(), hostname, at));
}

/** Whether one of NO_PROXY is a host: `*`, a name with all below it, an address, a range of addresses, each with a port or not. */
function names(exception: string, hostname: string, port: string): boolean {
  if (exception === "*") return true;
  const [, host = exception, own] = /^([^:]+):(\d+)$/.exec(exception) ?? [];
  if (own !== undefined && own !== port) return false;
  const [network = "", bits] = host.split("/");
  if (bits !== undefined) return isWithin(hostname, network, Number(bits));
  const domain = host.replace(/^\*?\.?/, "");
  return hostname === domain || (isIP(hostname) === 0 && hostname.endsWith(`.${domain}`));
}

function isWithin(hostname: string, network: string, bits: number): boolean {
  if (!isIPv4(hostname) || !isIPv4(network) || !(bits >= 0 && bits <= 32)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits);
  return list.check(hostname);
}

/**
 * Gives the agent for each address, one for each proxy; undefined for what is not over TLS. `timeout` is how long a
 * connection may take, in milliseconds.
 */
export function agentsBy(env: ProxyEnvironment, timeout: number): (address: string) => ConnectingAgent | undefined {
  const agents = new Map<string, ConnectingAgent>();
  return (address) => {
    if (!address.startsWith("https:")) return undefined;
    const proxy = proxyFor(address, env);
    const key = proxy?.href ?? "";
    const agent = agents.get(key) ?? new ConnectingAgent(timeout, proxy);
    agents.set(key, agent);
    return agent;
  };
}
