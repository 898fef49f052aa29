/** The statement that a judgement rests on: what the product which serves a host asks for, not what another one does. */
import type { Exposure } from "../graph/exposure";
import type { FilingServer } from "../register/register";
import type { FilingState } from "./state";
import { KINDS } from "../vocabulary/kinds";

const LAPSED: readonly FilingState[] = ["cancelling", "revoked", "empty-shell"];

/** The statement that asks for a filing of what an exposure serves; undefined where nothing is known to serve it. */
export function groundOf({ entry, on }: Exposure, state: FilingState | undefined): string | undefined {
  const kind = on?.kind ?? entry?.kind;
  if (kind === undefined) return undefined;
  const { ground, lapse } = KINDS[kind];
  return state !== undefined && LAPSED.includes(state) ? (lapse ?? ground) : ground;
}

/** The statement that asks for Alibaba Cloud as access provider at what an exposure serves. */
export function providerGroundOf({ entry, on }: Exposure): string | undefined {
  const kind = on?.kind ?? entry?.kind;
  return kind !== undefined && KINDS[kind].namesProvider ? KINDS[kind].ground : undefined;
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
