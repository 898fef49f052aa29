/** Hosts of a filed apex that are said, or were seen, to be served from the mainland: those that may have lost that. */
import type { Context } from "../context";
import type { Exposure } from "../../graph/exposure";
import { leadsToAddress } from "../../graph/record";
import type { Step, Target } from "../../graph/target";
import { memo } from "../../base/memo";
import { doubt, type Doubt, type Urn } from "../../plan/fact";
import { groupBy } from "../../base/collections";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import type { Filing } from "../../register/register";
import { nameOf } from "../../names/host-name";
import { previousExposures } from "./previous";
import { scopeOf, type Scope } from "../scope";

/** A host that is, or was, to be served from the mainland. */
export interface ServedHost {
  /** Undefined where the plan does not tell: it may be any host of the apex. */
  readonly host: string | undefined;
  /** What tells so: the register, a disabled record of this plan, or the old state. */
  readonly by:
    | { readonly is: "declared"; readonly stack: string; readonly index: number }
    | { readonly is: "disabled" }
    | { readonly is: "previous"; readonly entry: Resource | undefined };
  /** Why it is not certain that it led to the mainland. */
  readonly doubt: Doubt | undefined;
  readonly resource: Resource | undefined;
  readonly path: readonly Step[];
}

/** The hosts of a filing, each once: what is certain goes before what is not, and a plan's own word before the register's. */
export function hostsServed(filing: Filing, context: Context): readonly ServedHost[] {
  const all = [
    ...disabledOf(filing.domain, context),
    ...previous(filing.domain, context),
    ...declared(filing, context),
  ];
  const certain = all.filter((one) => one.doubt === undefined);
  const hosts = groupBy(
    [...certain, ...all.filter((one) => one.doubt !== undefined)],
    ({ host, resource }) => host ?? ["?", resource?.urn].join(" "),
  );
  return [...hosts.values()].map(([first]) => first);
}

function declared({ hosts }: Filing, { plan }: Context): ServedHost[] {
  return hosts.flatMap(({ host, stack }, index): ServedHost[] => {
    return stack !== undefined && plan.partOf(stack)
      ? [{ host, by: { is: "declared", stack, index }, doubt: undefined, resource: undefined, path: [] }]
      : [];
  });
}

const disabledOf = (apex: string, context: Context): readonly ServedHost[] => disabledHosts(context).get(apex) ?? [];

/** The hosts of records that are disabled, certainly or perhaps, and led, or may have led, to the mainland, by apex. */
const disabledHosts = memo(({ exposures }: Context): ReadonlyMap<string, readonly ServedHost[]> => {
  const found = exposures.graph.records.flatMap((record) => {
    const { active, type, host } = record;
    if ((active.state === "known" && active.value) || host.state === "absent") return [];
    if (type.state === "known" && !leadsToAddress(type.value)) return [];
    const said = host.state === "known" ? host.value : host.doubt.under;
    const name = said === undefined ? undefined : nameOf(said);
    const [led] = !name || name.is === "public" ? ledToMainland(exposures.targets.resolve(record.value)) : [];
    if ((name && name.is !== "public") || !led) return [];
    const path: Step[] = [{ resource: record.by, why: "record" }, ...led.target.steps];
    const [unsure] = [host, active, type].flatMap((fact) => (fact.state === "unknown" ? [fact.doubt] : []));
    const served: ServedHost = {
      host: host.state === "known" ? name?.host : undefined,
      by: { is: "disabled" },
      doubt: unsure ?? led.doubt,
      resource: record.by,
      path,
    };
    return [{ apex: name?.apex ?? NO_APEX, served }];
  });
  return new Map([...groupBy(found, ({ apex }) => apex)].map(([apex, all]) => [apex, all.map(({ served }) => served)]));
});

interface Led {
  readonly target: Target;
  readonly doubt: Doubt | undefined;
}

/** The targets that are in the mainland, and then those that may be. */
function ledToMainland(targets: readonly Target[]): readonly Led[] {
  const led = targets.flatMap((target): Led[] => {
    switch (target.is) {
      case "entry": {
        const { location, reach } = target.entry;
        if (location.in === "outside" || reach === "private") return [];
        const why = location.in === "undetermined" ? location.doubt : reach === "public" ? undefined : reach;
        return [{ target, doubt: why }];
      }
      case "unmatched":
        return [{ target, doubt: doubt("unmatched-address", { address: target.address }) }];
      case "unknown":
        return [{ target, doubt: target.why }];
      case "foreign":
      case "nowhere":
        return [];
    }
  });
  return [...led.filter((one) => one.doubt === undefined), ...led.filter((one) => one.doubt !== undefined)];
}

/** Where the domain is not known either. */
const NO_APEX = "";

/** Hosts of which not even the domain is known: they may be of any filing. */
export const namelessServed = (context: Context): readonly ServedHost[] => [
  ...disabledOf(NO_APEX, context),
  ...servedBy(
    (previousExposures(context)?.all ?? []).filter(({ host, apex }) => host === undefined && apex === undefined),
  ),
];

const previous = (apex: string, context: Context): readonly ServedHost[] =>
  servedBy(previousExposures(context)?.ofApex(apex) ?? []);

function servedBy(before: readonly Exposure[]): ServedHost[] {
  const hosts = groupBy(before, ({ host, by }) => host ?? ["?", by?.urn].join(" "));
  return [...hosts.values()].flatMap((exposures): ServedHost[] => {
    const scope = scopeOf(exposures);
    if (scope.is === "out") return [];
    const { exposure } = scope;
    return [
      {
        host: exposure.host,
        by: { is: "previous", entry: exposure.entry?.resource },
        doubt: scope.is === "unsure" ? scope.doubt : exposure.label,
        resource: exposure.by,
        path: exposure.path,
      },
    ];
  });
}

/** Whether records that stay as they are lead a host nowhere, because this plan removes what they led through. */
export function isCutOff({ by, path }: ServedHost, now: readonly Exposure[], { plan }: Context): boolean {
  const removed = removedUrns(plan);
  if (by.is !== "previous" || !path.some(({ resource }) => removed.has(resource.urn))) return false;
  return now.every((exposure) => leadsNowhere(exposure) && exposure.path.every(isAsBefore));
}

const removedUrns = memo(({ removed }: Plan): ReadonlySet<Urn> => new Set(removed.map(({ urn }) => urn)));

const leadsNowhere = ({ doubts, unmatched }: Exposure): boolean =>
  unmatched !== undefined || (doubts.length > 0 && doubts.every(({ why }) => why === "unbound"));

const isAsBefore = ({ resource, why }: Step): boolean =>
  (why !== "record" && why !== "follows") || resource.change === "same";

/** Whether as little is known of a host as before: nothing shows that it lost anything. */
export function isAsUnsure(served: ServedHost, now: Scope, context: Context): boolean {
  if (served.by.is !== "previous" || !served.doubt) return false;
  // A host without name is as it was where the same resource serves it, and nothing about that has changed.
  if (served.host === undefined) return now.is !== "out" && isUntouched(served, context);
  if (now.is !== "unsure" || now.doubt.why !== served.doubt.why) return false;
  // An address that nothing held may have been one that is secret, or not shown.
  const { plan, exposures } = context;
  if (now.doubt.why === "unmatched-address" && (exposures.graph.secretAddress ?? plan.absenceDoubt)) return false;
  return !VALUES.includes(now.doubt.why) || isUntouched(served, context) || isSameValue(now.doubt, served.doubt, plan);
}

/** Whether two doubts are about one value, of something that this plan leaves as it is: it is in doubt before and now alike. */
const isSameValue = (now: Doubt, before: Doubt, plan: Plan): boolean =>
  now.urn === before.urn &&
  now.property === before.property &&
  UNTOUCHED.includes(plan.resource(now.urn)?.change ?? "delete");

const isUntouched = ({ path }: ServedHost, { plan }: Context): boolean =>
  path.every(({ resource }) => UNTOUCHED.includes(plan.resource(resource.urn)?.change ?? "delete"));

/** Doubts about a value that this plan may change. */
const VALUES: readonly string[] = ["secret", "computed"];
const UNTOUCHED: readonly string[] = ["same", "read"];
