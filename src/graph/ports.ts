import ports from "../../data/ports.json";
import type { Opening } from "./contribution";

/** The usual ports of the web. */
export const WEB_PORTS: readonly number[] = ports.web;
/** The ports of protocols that are not web. */
export const OTHER_PORTS: ReadonlySet<number> = new Set(Object.values(ports.notWeb).flat());
/** The port of HTTP/3 over QUIC, the only web over UDP. */
export const QUIC = 443;

/**
 * What a TCP or UDP port range opens: `web` when it holds a usual web port, `none` when all of it belongs to protocols
 * that are not web (SSH, RDP, DNS, mail, NTP, VPN, databases), else `possible`: another port exempts nothing (F-61).
 */
export function openingOfPorts(from: number, to: number = from): Opening {
  if (WEB_PORTS.some((port) => port >= from && port <= to)) return "web";
  if (to - from > OTHER_PORTS.size) return "possible";
  for (let port = from; port <= to; port += 1) if (!OTHER_PORTS.has(port)) return "possible";
  return "none";
}
