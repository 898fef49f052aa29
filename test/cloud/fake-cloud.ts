/** A cloud that answers what a test says, and keeps what it was asked. */
import type { Caller, CloudCall, CloudReply } from "../../src/cloud/call";
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import * as body from "./bodies";

/** A reply without its moment. */
export type Answer = { readonly body: unknown } | Omit<Extract<CloudReply, { unanswered: unknown }>, "at">;
/** How an operation answers. */
export type Answering = (call: CloudCall) => Answer;
export type Behaviour = Readonly<Partial<Record<CloudOperation, Answering>>>;

/** The answer that is this body. */
export const saying = (said: unknown): Answer => ({ body: said });

/** The ids that a call asks for. */
export function idsIn({ query }: CloudCall): readonly string[] {
  const { InstanceIds: ids, InstanceId: id } = query;
  if (ids?.startsWith("[")) return JSON.parse(ids) as string[];
  return (ids ?? id ?? "").split(/[,;]/);
}

/** A server that is somewhere: the fields of its body that are not the usual ones, and how it is renewed. */
interface Somewhere {
  readonly region?: string;
  readonly fields?: body.Fields;
  readonly renewal?: unknown;
}

/** What there is. */
export interface Holdings {
  readonly ecs?: Readonly<Record<string, Somewhere>>;
  readonly sas?: Readonly<Record<string, Somewhere>>;
  readonly ens?: Readonly<Record<string, Somewhere>>;
  readonly regions?: readonly string[];
  /** Numbers of filings, by domain. */
  readonly filings?: Readonly<Record<string, string>>;
}

const REGIONS = [
  "ap-southeast-1",
  "cn-beijing",
  "cn-hangzhou",
  "cn-hongkong",
  "cn-shanghai",
  "cn-shenzhen",
  "us-west-1",
];

/** Operations that answer by what there is, as the vendor's pages say. */
export function holding({ ecs = {}, sas = {}, ens = {}, regions = REGIONS, filings = {} }: Holdings): Behaviour {
  const found = (all: Readonly<Record<string, Somewhere>>, call: CloudCall) =>
    idsIn(call).flatMap((id) => {
      const one = all[id];
      return one && (call.region === undefined || (one.region ?? "cn-hangzhou") === call.region) ? [{ id, one }] : [];
    });
  const place = (call: CloudCall) => ({ ...(call.region !== undefined && { RegionId: call.region }) });
  return {
    "sts:GetCallerIdentity": () => saying(body.identity()),
    "cdn:CheckCdnDomainICP": () => saying(body.filing()),
    "companyreg:QuerySuccessIcpData": () =>
      saying(
        body.ownFilings([
          body.ownSubject(Object.entries(filings).map(([domain, number]) => body.ownSite(number, [domain]))),
        ]),
      ),
    "domain:QueryDomainByDomainName": () => saying(body.registration()),
    "ecs:DescribeRegions": () => saying(body.ecsRegions(...regions)),
    "ecs:DescribeInstances": (call) =>
      call.query["DryRun"] === "true"
        ? { unanswered: "failed", code: "DryRunOperation" }
        : saying(
            body.ecsServers(
              found(ecs, call).map(({ id, one }) => body.ecsServer(id, { ...place(call), ...one.fields })),
            ),
          ),
    "ecs:DescribeInstanceAutoRenewAttribute": (call) =>
      saying(body.ecsRenewals(found(ecs, call).map(({ id, one }) => body.ecsRenewal(id, one.renewal)))),
    "swas-open:ListRegions": () => saying(body.sasRegions(...regions)),
    "swas-open:ListInstances": (call) =>
      saying(
        body.sasServers(found(sas, call).map(({ id, one }) => body.sasServer(id, { ...place(call), ...one.fields }))),
      ),
    "ens:DescribeInstances": (call) =>
      saying(body.ensServers(found(ens, call).map(({ id, one }) => body.ensServer(id, one.fields)))),
    "ens:DescribeInstanceAutoRenewAttribute": (call) =>
      saying(body.ensRenewals(found(ens, call).map(({ id, one }) => body.ensRenewal(id, one.renewal)))),
  };
}

/** A caller, and the calls that were made, in their order. */
export function fakeCloud(behaviour: Behaviour): { readonly caller: Caller; readonly calls: CloudCall[] } {
  const calls: CloudCall[] = [];
  const caller: Caller = (call) => {
    calls.push(call);
    const answering = behaviour[call.operation];
    if (!answering) throw new Error(`nobody expected ${call.operation}`);
    return Promise.resolve({ at: body.AT, ...answering(call) });
  };
  return { caller, calls };
}

/** A call in one line: the operation, its region and its parameters. */
export const callText = ({ operation, region, query }: CloudCall): string =>
  [operation, ...(region === undefined ? [] : [`at ${region}`]), JSON.stringify(query)].join(" ");
