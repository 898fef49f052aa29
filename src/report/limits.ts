/** What a report says of what was judged: the plans, and what of them was not. */
import type { Exposures } from "../graph/exposures";
import { memoized } from "../base/memo";
import type { Judged } from "../judge";
import type { Rule } from "../judging/rule";
import { message, plainParams, type Language, type Message, type MessageId, type Params } from "../messages";
import { isBridged } from "../plan/bridged";
import { leftTypes, untoldIn } from "../plan/left-out";
import { notesOf, UNSEEN_NOTES } from "../plan/notes";
import type { Plan } from "../plan/plan";
import type { PlanPart } from "../plan/resource";
import { limitText } from "./texts";
import type { Report } from "./types";

/** The plans, and how much of each there is. */
export function plansOf({ parts, resources, doubles }: Plan): Report["plans"] {
  const plans = new Map(
    parts.map((part) => {
      const { id, source, project, stack, missing } = part;
      const complete = missing === 0 && untoldIn(part) === 0;
      return [part, { id, source, project, stack, complete, resources: 0, alicloudResources: 0 }];
    }),
  );
  const isAlicloud = memoized((type) => type.startsWith("alicloud:") || isBridged(type));
  const count = (part: PlanPart, type: string, more: number): void => {
    const own = plans.get(part);
    if (!own) return;
    own.resources += more;
    if (isAlicloud(type)) own.alicloudResources += more;
  };
  for (const { part, type } of [...resources, ...doubles]) count(part, type, 1);
  for (const part of parts) for (const [type, left] of leftTypes(part.leftOut?.living)) count(part, type, left);
  return [...plans.values()];
}

/** The rules that were left out. Without those that demand a filing nothing can be said to be in order. */
function leftLimits(left: readonly Rule[]): readonly (readonly [MessageId, readonly Rule[]])[] {
  const demands = ({ group, level }: Rule): boolean => group === "filing" && level === "mandatory";
  const limits = [
    ["limit.filing-rules-left", left.filter(demands)],
    ["limit.rules-left", left.filter((rule) => !demands(rule))],
  ] as const;
  return limits.filter(([, rules]) => rules.length > 0);
}

/** The plans that show everything, and nothing of which anything could be said. */
function unjudgedIn(
  plan: Plan,
  exposures: Pick<Exposures, "all">,
): readonly (readonly ["limit.empty" | "limit.no-alicloud", string])[] {
  const shown = plansOf(plan).filter(({ complete, alicloudResources }) => complete && alicloudResources === 0);
  if (shown.length === 0) return [];
  const steps = exposures.all.flatMap(({ by: bound, path }) => [bound, ...path.map(({ resource }) => resource)]);
  const judged = new Set(steps.flatMap((resource) => (resource ? [resource.part.id] : [])));
  return shown
    .filter(({ id }) => !judged.has(id))
    .map(({ id, resources }) => [resources === 0 ? "limit.empty" : "limit.no-alicloud", id] as const);
}

/** Which plans have nothing of which anything could be said, and which hide resources. */
const plansHiding = (plan: Plan, exposures: Pick<Exposures, "all">): readonly Message[] => [
  ...unjudgedIn(plan, exposures).map(([messageId, id]) => message(messageId, { plan: id })),
  ...plan.parts
    .filter((part) => part.missing > 0)
    .map(({ id, missing, dialect }) =>
      // How many they are, and whether they are there already, no plan of Terraform's tells.
      dialect
        ? message("limit.incomplete-terraform", { plan: id })
        : message("limit.incomplete", { count: missing, plan: id }),
    ),
  ...plan.parts
    .filter((part) => untoldIn(part) > 0)
    .map((part) => message("limit.extract-older", { count: untoldIn(part), plan: part.id })),
];

const UNSEEN: ReadonlySet<MessageId> = new Set(UNSEEN_NOTES);

/** Of which plans nothing could be said, which hide resources, and of which something else was not seen. */
export const plansWanting = (plan: Plan, exposures: Pick<Exposures, "all">): readonly Message[] => [
  ...plansHiding(plan, exposures),
  ...notesOf(plan.parts).filter(({ id }) => UNSEEN.has(id)),
];

/** The types of resources that programs make by code of their own: what that code does nobody sees. */
const DYNAMIC = /^pulumi-[a-z]+:dynamic[:/]/;

/** The resources of each plan that are made by the program's own code. */
function dynamicIn({ byType }: Plan): readonly Message[] {
  const counts = new Map<string, number>();
  for (const [type, resources] of byType) {
    if (!DYNAMIC.test(type)) continue;
    for (const { part } of resources) counts.set(part.id, (counts.get(part.id) ?? 0) + 1);
  }
  return [...counts].sort().map(([id, count]) => message("limit.dynamic", { plan: id, count }));
}

/** What was not judged and why, and what is to be confirmed; `further` comes last. */
export function limitsOf(
  { plan, exposures, context, notes, left }: Judged,
  language: Language,
  further: readonly Message[] = [],
): Report["limits"] {
  const limit = (messageId: MessageId, params: Params = {}) => ({
    messageId,
    params: plainParams(params, language),
    message: limitText(language, { messageId, params: plainParams(params, language) }),
  });
  return [
    ...(context.register.found ? [] : [limit("limit.register-none")]),
    ...(context.registerAlone && context.register.filings.length === 0 ? [limit("limit.register-empty")] : []),
    ...[...plansHiding(plan, exposures), ...dynamicIn(plan), ...notesOf(plan.parts)].map(({ id, params }) =>
      limit(id, params),
    ),
    ...[...exposures.graph.entries.values()].flatMap(({ resource, location }) =>
      location.in === "undetermined" || location.contradictedBy === undefined
        ? []
        : [limit("limit.region", { name: resource.name, region: location.region, zone: location.contradictedBy })],
    ),
    ...leftLimits(left).map(([messageId, rules]) => limit(messageId, { rules: rules.map(({ id }) => id).join(", ") })),
    ...[...notes, ...further].map((note) => limit(note.id, note.params)),
  ];
}
