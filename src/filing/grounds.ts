/** The statement that a judgement rests on: what the product which serves a host asks for, not what another one does. */
import type { EntryKind } from "../graph/contribution";
import type { Exposure } from "../graph/exposure";
import type { FilingServer } from "../register/register";
import type { Standing } from "./state";

/** What each kind of entry asks for, by the statement that says so. */
const ASKS: Readonly<Record<EntryKind, string>> = {
  cdn: "S3-20",
  dcdn: "F-80",
  vod: "F-09",
  live: "F-09",
  scdn: "S3-20",
  esa: "F-08",
  oss: "S3-19",
  instance: "S2-05",
  "simple-server": "S2-05",
  "ens-instance": "S2-05",
  "container-group": "S2-05",
  "scaling-group": "S2-05",
  "network-interface": "S2-05",
  "ha-vip": "S2-05",
  eip: "S2-05",
  "anycast-eip": "S2-05",
  "ipv6-address": "F-74",
  clb: "F-14",
  alb: "F-14",
  nlb: "F-14",
  "ens-balancer": "F-14",
  nat: "F-14",
  ga: "F-05",
  waf: "F-20",
  ddos: "F-22",
  function: "F-11",
  "api-gateway": "F-10",
  mse: "F-12",
  sae: "F-15",
  edas: "F-14",
  kubernetes: "F-14",
  gtm: "S2-05",
  "url-forward": "F-13",
  "foreign-edge": "F-09b",
  service: "S2-05",
};

/** Kinds of entry that stop serving when the filing goes. */
const STOPS: readonly EntryKind[] = ["cdn", "dcdn", "vod", "live"];
const LAPSED: readonly Standing[] = ["cancelling", "revoked", "empty-shell"];

/** The statement that asks for a filing of what an exposure serves; undefined where nothing is known to serve it. */
export function groundOf({ entry, on }: Exposure, standing: Standing | undefined): string | undefined {
  const kind = on?.kind ?? entry?.kind;
  if (kind === undefined) return undefined;
  return standing !== undefined && LAPSED.includes(standing) && STOPS.includes(kind) ? "F-04" : ASKS[kind];
}

/** Kinds of entry whose own documentation asks for Alibaba Cloud as access provider. */
const ASK_PROVIDER: readonly EntryKind[] = ["function", "api-gateway", "mse", "url-forward"];

/** The statement that asks for Alibaba Cloud as access provider at what an exposure serves. */
export function providerGroundOf({ entry, on }: Exposure): string | undefined {
  const kind = on?.kind ?? entry?.kind;
  return kind !== undefined && ASK_PROVIDER.includes(kind) ? ASKS[kind] : undefined;
}

/** The statement about what a filing asks of a server of a product. */
export const SERVER_GROUNDS: Readonly<Partial<Record<FilingServer["product"], string>>> = {
  ecs: "S3-12",
  sas: "S3-15",
  ens: "S3-16",
  "web-hosting": "S3-14",
  linkedmall: "S3-17",
  "iot-studio": "S3-18",
};
