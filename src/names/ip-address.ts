import ipaddr from "ipaddr.js";

/**
 * Whether a text is an IP address, of version 4 in four decimal parts or of version 6. Most texts asked about are names,
 * so the cheap tests come first; node:net would answer as well, but loading it takes longer than all of this.
 */
export function isAddress(text: string): boolean {
  if (text.includes(":")) return ipaddr.IPv6.isValid(text);
  return /^[\d.]+$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** One spelling for an address: version 4 mapped into version 6 is version 4. */
export const plainAddress = (address: string): string => ipaddr.process(address).toString();

/** An address in its one spelling; what is none stays as it is written. */
export const inOneSpelling = (text: string): string => (isAddress(text) ? plainAddress(text) : text);

const NOT_PUBLIC: ReadonlySet<string> = new Set([
  "private",
  "uniqueLocal",
  "linkLocal",
  "loopback",
  "carrierGradeNat",
  "unspecified",
  "broadcast",
  "multicast",
  "reserved", // documentation ranges among them
]);

/** Whether the public can reach an IP address: private, link-local, shared and documentation ranges are out. */
export const isPublic = (address: string): boolean => !NOT_PUBLIC.has(ipaddr.process(address).range());
