/** A small account that tests ask about, and the environment by which they do. */
import { endpointsOf } from "../../src/cloud/endpoints";
import type { CallerOptions } from "../../src/cloud/caller";
import { ecsRenewal, ecsServer, ensRenewal, ensServer, registration, sasServer, type Fields } from "./bodies";
import type { CloudState, MadeServer } from "./state";

/** An access key that is made up, in the form of real ones. */
export const KEY = { id: "LTAI5tMadeUpKeyOfATest01", secret: "MadeUpSecretOfATestThatIsNone1" } as const;
/** A temporary one. */
export const TEMPORARY = {
  id: "STS.NTMadeUpKeyOfATest02",
  secret: "MadeUpSecretOfATestThatIsNone2",
  token: "MadeUp/Token+1==",
} as const;

/** A server of ECS that is paid for in advance, with a public address, and renews itself. */
export const madeEcsServer = (id: string, more: Fields = {}): MadeServer => ({
  instance: ecsServer(id, more),
  renewal: ecsRenewal(id),
});

/** The account. */
export const ACCOUNT: CloudState = {
  account: "1234567890123456",
  keys: [KEY, TEMPORARY],
  domains: {
    "example.com": { filing: "DomainIsRegistration", registration: registration() },
    "example.cn": { filing: "DomainNotRegistration" },
  },
  filings: { "example.com": "浙ICP备12345678号-1" },
  ecs: { "cn-hangzhou": ["i-1", "i-2", "i-3"].map((id) => madeEcsServer(id)), "cn-hongkong": [] },
  swas: { "cn-hangzhou": [{ instance: sasServer("s-1") }] },
  ens: [{ instance: ensServer("e-1"), renewal: ensRenewal("e-1") }],
};

/** Options by which a server on this machine is asked, or the cloud's own endpoints where none is named; nothing is waited for, and the waits are noted. */
export function askingOf(
  url?: string,
  more: Partial<CallerOptions> = {},
): CallerOptions & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    folder: ".",
    env: {},
    endpoints: endpointsOf(url === undefined ? [] : [url]),
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    now: () => new Date("2026-11-28T03:04:05.678Z"),
    waits,
    ...more,
  };
}
