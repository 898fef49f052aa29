/** What the rules about the origins of edges share: a mainland origin keeps its own duties. */
import type { Context } from "../filing/context";
import { doubtOfOrigin, type Fetched } from "../filing/edge-origins";
import { assignmentOf, type Assignment, type FilingState } from "../filing/state";
import { unlessDoubted, violates, worded } from "../filing/verdict";
import type { Message } from "../messages";
import { doubt } from "../plan/fact";
import { judgementOf } from "./judgement";
import { notApplicable, satisfied, subjectOf, type Judgement, type Remedy } from "./rule";

/** How a rule judges an origin. */
export interface OriginPoint {
  /** What a state comes to at an origin of this tier; undefined when the rule has no word on it. */
  readonly verdict: (state: FilingState, fetched: Fetched, context: Context) => Assignment["verdict"] | undefined;
  readonly message: (fetched: Fetched, apex: string, context: Context) => Message;
  readonly remedies: (fetched: Fetched, apex: string, context: Context) => readonly Remedy[];
}

/**
 * What a filed apex comes to at an origin: Alibaba Cloud must be its access provider where the origin asks for that. An origin
 * that no plan shows is most often where the filing is, with another provider: nothing is said of it.
 */
export function providerVerdict(
  state: FilingState,
  { target }: Fetched,
  { exposures, plan }: Context,
): Assignment["verdict"] | undefined {
  const mayBeHere = exposures.graph.secretAddress ?? plan.absenceDoubt;
  const isElsewhere = target.is === "unmatched" && mayBeHere === undefined;
  if (isElsewhere || (target.is === "unknown" && target.why.why === "own-name")) return undefined;
  const { rule, verdict } = assignmentOf(state, target.is === "entry" ? (target.entry.tier ?? "access") : "access");
  return rule === "icp-access-provider" ? verdict : "satisfied";
}

/** Judges one origin of a host that an edge serves. */
export function judgeOrigin(fetched: Fetched, context: Context, point: OriginPoint): Judgement {
  const { exposure, target, asked } = fetched;
  const subject = subjectOf(exposure);
  const { apex } = asked;
  const found =
    apex === undefined ? anyVerdict(fetched, context, point) : point.verdict(context.stateOf(apex), fetched, context);
  if (found === undefined) return notApplicable(subject);
  if (found === "satisfied") return satisfied(subject);
  const why = doubtOfOrigin(fetched) ?? (found === "undetermined" ? notGiven(apex, exposure.host, context) : undefined);
  const verdict = worded(unlessDoubted(violates(undefined), why), () => point.message(fetched, apex ?? "?", context));
  return judgementOf(verdict, subject, {
    what: exposure.host ?? exposure.by?.name ?? "",
    on: () => ({
      ...whereOf(fetched, context),
      path: [...exposure.path, ...target.steps.map((step) => ({ ...step, why: "fetches" as const }))],
      cause: target.is === "entry" ? target.entry.resource.urn : "",
    }),
    remedies: () => (apex === undefined ? [{ id: "check" }] : point.remedies(fetched, apex, context)),
  });
}

const notGiven = (apex: string | undefined, host: string | undefined, context: Context) => {
  if (apex === undefined) return doubt("bad-name", { host: host ?? "" });
  return doubt(context.stateOf(apex) === "unlisted-undetermined" ? "unlisted" : "provider-not-given", { apex });
};

/** What an unknown apex comes to: nothing, when no apex that the register knows, and none that it does not, would be at fault. */
function anyVerdict(fetched: Fetched, context: Context, point: OriginPoint) {
  const { register, stateOf } = context;
  const unlisted: FilingState = register.unlisted === "undetermined" ? "unlisted-undetermined" : "unlisted";
  const states = new Set([unlisted, ...register.filings.map(({ domain }) => stateOf(domain))]);
  const verdicts = [...states].map((one) => point.verdict(one, fetched, context));
  return verdicts.some((one) => one === "violation" || one === "undetermined") ? "undetermined" : undefined;
}

/** Where the origin is named: on the edge, or for one that the register declares, there. */
function whereOf({ exposure, origin, target }: Fetched, { register }: Context) {
  const { property, host } = exposure;
  if (property !== "edges") return { resource: origin.value.owner, property: origin.value.path };
  const registerKey = ["edges", register.edges.findIndex((edge) => edge.host === host)];
  return { ...(target.is === "entry" ? { resource: target.entry.resource } : {}), registerKey };
}

/** The parameters that the texts about an origin share. */
export function originParams({ exposure, target, asked }: Fetched, apex: string, context: Context) {
  const entry = target.is === "entry" ? target.entry : undefined;
  return {
    host: exposure.host ?? "?",
    asked: asked.host ?? "?",
    apex,
    entry: entry?.name ?? "?",
    kind: entry?.kind ?? "?",
    region: entry && entry.location.in !== "undetermined" ? entry.location.region : "?",
    state: context.stateOf(apex),
  };
}
