/** A small account that tests ask about, and the environment by which they do. */
import { endpointsOf } from "../../src/cloud/endpoints";
import type { CallerOptions } from "../../src/cloud/caller";
import type { CloudState, MadeServer } from "./state";

/** An access key that is made up, in the form of real ones. */
export const KEY = { id: "LTAI5tMadeUpKeyOfATest01", secret: "MadeUpSecretOfATestThatIsNone1" } as const;
/** A temporary one. */
export const TEMPORARY = {
  id: "STS.NTMadeUpKeyOfATest02",
  secret: "MadeUpSecretOfATestThatIsNone2",
  token: "MadeUp/Token+1==",
} as const;

/** A server of ECS that is paid for in advance, with a public address. */
export const ecsServer = (InstanceId: string, instance: object = {}): MadeServer => ({
  instance: {
    InstanceId,
    InstanceChargeType: "PrePaid",
    ExpiredTime: "2027-03-01T16:00Z",
    Status: "Running",
    InternetMaxBandwidthOut: 5,
    PublicIpAddress: { IpAddress: ["203.0.113.7"] },
    EipAddress: { IpAddress: "", AllocationId: "" },
    OperationLocks: { LockReason: [] },
    ...instance,
  },
  renewal: { AutoRenewEnabled: true, RenewalStatus: "AutoRenewal", Duration: 1, PeriodUnit: "Month" },
});

/** The account. */
export const ACCOUNT: CloudState = {
  account: "1234567890123456",
  keys: [KEY, TEMPORARY],
  domains: {
    "example.com": {
      filing: "DomainIsRegistration",
      registration: { RealNameStatus: "SUCCEED", ExpirationDateLong: 1_835_452_800_000, RegistrantType: "2" },
    },
    "example.cn": { filing: "DomainNotRegistration" },
  },
  filings: { "example.com": "浙ICP备12345678号-1" },
  ecs: { "cn-hangzhou": [ecsServer("i-1"), ecsServer("i-2"), ecsServer("i-3")], "cn-hongkong": [] },
  swas: {
    "cn-hangzhou": [{ instance: { InstanceId: "s-1", ChargeType: "PrePaid", ExpiredTime: "2027-03-01T16:00:00Z" } }],
  },
  ens: [
    {
      instance: { InstanceId: "e-1", ExpiredTime: "2027-03-01T16:00:00Z" },
      renewal: { AutoRenewal: true, Duration: "1" },
    },
  ],
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
