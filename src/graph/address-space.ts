/** Sets of IP addresses, as runs on one line: first all of version 6, then all of version 4. */
import { flat } from "../base/collections";
import ipaddr from "ipaddr.js";
import { isAddress } from "../names/ip-address";

/** The addresses from the first to the last, both included; both are of one version. */
export interface Run {
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { ipv4: 32n, ipv6: 128n } as const;
const START = { ipv4: 1n << BITS.ipv6, ipv6: 0n } as const;

/** Runs longer than a network of this prefix are the world. */
const NARROW = { ipv4: 16n, ipv6: 32n } as const;

/** Address space that is not public: nobody comes from the Internet with such an address. */
const PRIVATE: readonly Run[] = [
  network("ipv4", 0x0a00_0000n, 8), // 10.0.0.0
  network("ipv4", 0x6440_0000n, 10), // 100.64.0.0
  network("ipv4", 0x7f00_0000n, 8), // 127.0.0.0
  network("ipv4", 0xa9fe_0000n, 16), // 169.254.0.0
  network("ipv4", 0xac10_0000n, 12), // 172.16.0.0
  network("ipv4", 0xc0a8_0000n, 16), // 192.168.0.0
  network("ipv6", 0xfc00n << 112n, 7), // fc00::
  network("ipv6", 0xfe80n << 112n, 10), // fe80::
];

/** All addresses from which somebody may come, of both versions. */
export const EVERYBODY: readonly Run[] = without([network("ipv4", 0n, 0), network("ipv6", 0n, 0)], PRIVATE);

/**
 * The public addresses of an address, or of a network such as `47.96.0.0/12`: none for a private one. Undefined for a
 * text that is neither. Ranges for documentation count as public: who writes one means some public network.
 */
export function publicRuns(text: string): readonly Run[] | undefined {
  // Asked by its version: the library takes every text for one of version 6 first, at the price of an exception.
  const IP = text.includes(":") ? ipaddr.IPv6 : ipaddr.IPv4;
  const cidr = isAddress(text) ? `${text}/${text.includes(":") ? "128" : "32"}` : text;
  if (!IP.isValidCIDR(cidr) || /^0\.0\.0\.0(?:\/32)?$/.test(text)) return undefined;
  const [address, prefix] = IP.parseCIDR(cidr);
  const value = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return without([network(address.kind(), value, prefix)], PRIVATE);
}

function network(kind: "ipv4" | "ipv6", value: bigint, prefix: number): Run {
  const size = 1n << (BITS[kind] - BigInt(prefix));
  const first = START[kind] + value - (value % size);
  return { first, last: first + size - 1n };
}

/** The addresses of `runs` that are in none of `taken`. */
export function without(runs: readonly Run[], taken: readonly Run[]): readonly Run[] {
  return taken.reduce((left, cut) => flat(left, (run) => parted(run, cut)), runs);
}

function parted(run: Run, cut: Run): readonly Run[] {
  if (run.last < cut.first || cut.last < run.first) return [run];
  const parts = [
    { first: run.first, last: cut.first - 1n },
    { first: cut.last + 1n, last: run.last },
  ];
  return parts.filter(({ first, last }) => first <= last);
}

/** Whether somewhere among the addresses more follow each other than an organisation would list: the world. */
export function isWide(runs: readonly Run[]): boolean {
  const sorted = [...runs].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let [start, end] = [-1n, -1n];
  for (const { first, last } of sorted) {
    if (first > end + 1n || first === START.ipv4) start = first;
    if (last > end) end = last;
    const kind = start < START.ipv4 ? "ipv6" : "ipv4";
    if (end - start >= 1n << (BITS[kind] - NARROW[kind])) return true;
  }
  return false;
}
