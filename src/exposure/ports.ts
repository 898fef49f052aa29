import ports from "../../data/ports.json";
import type { Opening } from "./contribution";

const WEB: readonly number[] = ports.web;
const NOT_WEB: ReadonlySet<number> = new Set(Object.values(ports.notWeb).flat());

/**
 * What a TCP or UDP port range opens: `web` when it holds a usual web port, `none` when all of it belongs to protocols
 * that are not web (SSH, RDP, DNS, mail, NTP, VPN, databases), else `possible`: another port exempts nothing (F-61).
 */
export function openingOfPorts(from: number, to: number = from): Opening {
  if (WEB.some((port) => port >= from && port <= to)) return "web";
  if (to - from > NOT_WEB.size) return "possible";
  for (let port = from; port <= to; port += 1) if (!NOT_WEB.has(port)) return "possible";
  return "none";
}
