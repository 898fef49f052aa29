/** Runs the command against a made-up account on this machine: for tests of all that `--verify` does. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { ACCOUNT, KEY } from "../cloud/account";
import { startCloud } from "../cloud/server";
import type { CloudState, Faults, SeenRequest } from "../cloud/state";
import { cli, emptyFolder, type Around, type Ran } from "./terminal";

/** A register that the account of tests confirms in everything, with comments in every place. */
export const CONFIRMED = `# What the shop has filed.
version: 1
asOf: 2026-11-20 # by hand
entities: [{ id: acme, type: enterprise, province: zhejiang }]
accounts: [{ id: "1234567890123456", site: china, entity: acme }]
filings:
  # The shop.
  - domain: example.com
    number: 浙ICP备12345678号-1
    status: active
    account: "1234567890123456"
    entity: acme
    accessProviders: [{ name: aliyun }]
    servers:
      - { product: ecs, id: i-1, expiresOn: 2027-03-01 } # the oldest
      - product: sas
        id: s-1
        expiresOn: 2027-05-09 # paid by card
    registration:
      holder: acme
      realName: verified
      expiresOn: 2027-01-31 # at HiChina
`;

/** One that lags behind in three lines. */
export const BEHIND = CONFIRMED.replace("2027-03-01", "2027-02-01")
  .replace("realName: verified", "realName: pending")
  .replace("2027-01-31", "2027-01-30");

/** A filing that the account denies, to be put behind others. */
export const DENIED = `  - domain: example.cn # nobody knows
    number: 浙ICP备12345678号-2
    status: active
    entity: acme
    accessProviders: [{ name: aliyun }]
`;

/** A run against the account, the requests that it made, and the folder that it ran in. */
export interface Verifying extends Ran {
  readonly requests: readonly SeenRequest[];
  readonly cwd: string;
}

/** What goes on beside the run. */
export interface Beside extends Around {
  readonly state?: CloudState;
  readonly faults?: Faults;
  /** What `icp.yaml` of an empty folder has in it; left out where the folder is not empty. */
  readonly register?: string;
}

/** Runs `alicloud-icp register --verify` with these arguments against the account. */
export async function verifying(
  argv: readonly string[],
  { state = ACCOUNT, faults = {}, register, cwd = emptyFolder(), ...around }: Beside,
): Promise<Verifying> {
  if (register !== undefined) writeFileSync(join(cwd, "icp.yaml"), register);
  const cloud = await startCloud(state, faults);
  try {
    const ran = await cli(["register", "--verify", "--endpoint", cloud.url, ...argv], { ...around, cwd });
    return { ...ran, requests: cloud.requests, cwd };
  } finally {
    await cloud.close();
  }
}

/** The files of a folder with their texts. */
export const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

/** Has the vendor's packages find the key of tests in all tests of a file. */
export function withKeyOfTests(): void {
  beforeEach(() => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
}
