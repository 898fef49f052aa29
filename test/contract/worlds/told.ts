/** What a judgement tells, host by host: the form in which judgements of two plans are compared. */
import { judge, type Judged } from "../../../src/judge";
import type { Register } from "../../../src/register/register";
import type { RuleId } from "../../../src/vocabulary/rule-ids";
import { TODAY } from "../../support/rule-tester";
import { planFrom, type PlanData } from "./plan-data";

/** What one finding says of one host, or of the apex or resource that it is about. */
export interface Told {
  readonly rule: RuleId;
  readonly verdict: "violation" | "undetermined";
  readonly host: string | undefined;
  readonly apex: string | undefined;
  readonly urns: readonly string[];
  readonly message: string;
  /** Why it is undetermined. */
  readonly why: string | undefined;
}

/**
 * Rules of which one speaks where another one does not, by the state of the filing or by what serves the host: of the same
 * host they answer for each other.
 */
const SPEAKERS: readonly (readonly RuleId[])[] = [
  [
    "icp-dns-record",
    "icp-cdn-coverage",
    "icp-oss-custom-domain",
    "icp-gateway-domain",
    "icp-protection-domain",
    "icp-global-accelerator",
    "icp-url-forward",
    "icp-access-provider",
    "icp-filing-pending",
    "icp-access-pending",
    "icp-access-provider-removal",
  ],
  ["icp-server-billing", "icp-server-term", "icp-server-bandwidth", "icp-server-region", "icp-server-missing"],
  ["icp-filed-domain-offshore", "icp-filed-domain-split", "icp-empty-shell"],
  ["icp-offshore-edge", "icp-origin-provider"],
];

/** Rules of which one finding may speak for several hosts of a domain: which one it names is no matter. */
const ONE_FOR_ALL: ReadonlySet<RuleId> = new Set(["icp-empty-shell", "icp-ip-drift", "icp-licence-ip"]);

const speakerOf: ReadonlyMap<RuleId, RuleId> = new Map(
  SPEAKERS.flatMap((rules) => rules.map((rule) => [rule, rules[0] ?? rule] as const)),
);

/** The first of the rules that answer for each other. */
export const speaker = ({ rule }: Pick<Told, "rule">): RuleId => speakerOf.get(rule) ?? rule;

/** All that is violated or undetermined in a plan, for each host by itself. */
export const toldOf = (plan: PlanData, register: Register): readonly Told[] =>
  toldBy(judge(planFrom(plan), { register, today: TODAY }));

/** The same, and whether the plan shows at all the host or apex that something is about. */
export function shownBy(
  plan: PlanData,
  register: Register,
): { readonly told: readonly Told[]; readonly shows: (about: Told) => boolean } {
  const judged = judge(planFrom(plan), { register, today: TODAY });
  const { all } = judged.exposures;
  const shows = ({ host, apex }: Told): boolean => {
    if (host !== undefined) return all.some((one) => one.host !== undefined && covers(one.host, host));
    return apex === undefined || all.some((one) => one.apex === apex);
  };
  return { told: toldBy(judged), shows };
}

function toldBy({ findings }: Judged): readonly Told[] {
  return findings.flatMap(({ rule, verdict, subject, hosts, unnamed, resources, message, doubt }) => {
    const about = {
      rule,
      verdict,
      apex: subject.apex,
      message: message.id,
      why: doubt?.why,
    };
    const urns = new Set([...resources.map(({ urn }) => urn), ...(subject.urn === undefined ? [] : [subject.urn])]);
    if (ONE_FOR_ALL.has(rule)) return [{ ...about, host: undefined, urns: [...urns] }];
    const named = hosts.map((host): Told => ({ ...about, host, urns: [...urns] }));
    const others = unnamed.map(({ urn }): Told => ({ ...about, host: undefined, urns: [urn] }));
    return hosts.length > 0 ? [...named, ...others] : [{ ...about, host: undefined, urns: [...urns] }];
  });
}

/** Whether two may be about the same: the same host; where one does not name it, the same apex; else the same resource. */
export function isAboutSame(a: Told, b: Told): boolean {
  if (a.host !== undefined && b.host !== undefined) return covers(a.host, b.host) || covers(b.host, a.host);
  if (a.apex !== undefined && b.apex !== undefined) return a.apex === b.apex;
  return a.urns.some((urn) => b.urns.includes(urn)) || (a.urns.length === 0 && b.urns.length === 0);
}

/** A wildcard is about all hosts under its name. */
const covers = (host: string, other: string): boolean =>
  host === other || (host.startsWith("*.") && other.endsWith(host.slice(1)));

/** What it is about, in words. */
export const aboutOf = ({ host, apex, urns }: Told): string =>
  host ?? apex ?? (urns.map((urn) => urn.slice(urn.lastIndexOf("::") + 2)).join(" + ") || "-");
