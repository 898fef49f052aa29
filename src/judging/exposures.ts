/** What the filing rules share: judge the exposures for which a rule speaks, each host on each entry for itself. */
import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import { distinctCauses } from "../filing/one-cause";
import { evaluate, type Outcome } from "../filing/evaluate";
import { groundOf } from "../filing/grounds";
import { atOrigin } from "../filing/origins";
import { worded } from "../filing/verdict";
import type { Message } from "../messages";
import { message } from "../messages";
import { doubt } from "../plan/fact";
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import type { RuleId } from "../vocabulary/rule-ids";
import { VERDICTS, type VerdictId } from "../vocabulary/verdicts";
import { doubtRemedies } from "./remedies";
import { judgementOf } from "./judgement";
import { notApplicable, subjectOf, undetermined, type Judgement, type Remedy } from "./rule";

/** How a filing rule speaks of an exposure that violates it. */
export interface ExposurePoint {
  readonly message: (exposure: Exposure, context: Context) => Message;
  readonly remedies: (exposure: Exposure, context: Context) => readonly Remedy[];
  /** The statement it rests on; that of the product which serves the host when left out. */
  readonly ground?: (exposure: Exposure) => string | undefined;
}

/** What is certain goes before what is not. */
const rankIn = ({ verdict }: Outcome): number => VERDICTS.indexOf(verdict.is);

/** What shows it best: the worst, and of that what everybody gets. */
const rankOf = ({ outcome, exposure }: Judged): number => 2 * rankIn(outcome) + (exposure.some ? 1 : 0);

/** Judges every host on every entry for which `id` speaks, each once: by how many records or bindings does not matter. */
export function judgeExposures(id: RuleId, context: Context, point: ExposurePoint): Judgement[] {
  const outcomes = withoutClaims(outcomesOf(context).get(id) ?? []);
  const loose = outcomes.filter(isUnmatched);
  const groups = groupBy(
    outcomes.filter((one) => !isUnmatched(one)),
    ({ exposure }) => [exposure.host ?? exposure.by?.urn, entryKey(exposure, context), exposure.apex].join(" "),
  );
  const judged = [...groups.values()].map((group) =>
    judge(
      group.reduce((a, b) => (rankOf(b) < rankOf(a) ? b : a)),
      context,
      point,
    ),
  );
  return [...withoutMoot(judged), ...unmatched(loose, context)];
}

/** A site that is given a domain is judged by itself only where none of its hosts says as much. */
function withoutClaims(outcomes: readonly Judged[]): readonly Judged[] {
  if (!outcomes.some(({ exposure }) => exposure.claims)) return outcomes;
  const hosts = groupBy(
    outcomes.filter(({ exposure }) => !exposure.claims),
    ({ exposure }) => exposure.cause,
  );
  return outcomes.filter(
    ({ exposure, outcome }) =>
      !exposure.claims || !hosts.get(exposure.cause)?.some((host) => rankIn(host.outcome) <= rankIn(outcome)),
  );
}

/** What is in doubt of a host says nothing more where the same resource certainly breaks the rule for it at another entry. */
function withoutMoot(judged: readonly Judgement[]): readonly Judgement[] {
  const key = ({ host, urn }: Judgement["subject"]): string => [host, urn].join(" ");
  const certain = new Set(judged.flatMap(({ verdict, subject }) => (verdict === "violation" ? [key(subject)] : [])));
  return judged.map((one) =>
    one.verdict === "undetermined" && certain.has(key(one.subject)) ? notApplicable(one.subject) : one,
  );
}

/** What leads a host on: the entry, of whichever stack, or where none is known, whatever names it. */
const entryKey = ({ entry, by, property }: Exposure, { plan }: Context): string =>
  entry ? plan.speakerOf(entry.resource).urn : [by?.urn, property].join(" ");

/** Where a finding about an exposure is, and its evidence; what the register alone says is at no property. */
export const evidenceOf = ({ by, property, path, registerKey }: Exposure) => ({
  ...(by ? { resource: by, property } : {}),
  path,
  ...(registerKey ? { registerKey } : {}),
});

/** What is at fault for hosts: what binds them together, else the entry that serves them. */
const causeOf = ({ cause, entry }: Exposure): string => (cause ?? entry?.resource)?.urn ?? "";

interface Judged {
  readonly exposure: Exposure;
  readonly outcome: Outcome;
}

/** What the filing rules make of an exposure. */
export function filingVerdictOf(exposure: Exposure, context: Context): VerdictId {
  const { verdict } =
    judgedIn(context).get(exposure)?.outcome ?? evaluate(atOrigin(exposure, context.exposures), context);
  return verdict.is;
}

/** Each exposure as it is judged, with its outcome; worked out once for all rules. Of those of one cause there is one. */
const judgedIn = memo((context: Context): ReadonlyMap<Exposure, Judged> => {
  const { exposures } = context;
  return new Map(
    distinctCauses(exposures).map((exposure) => {
      const judged = atOrigin(exposure, exposures);
      return [exposure, { exposure: judged, outcome: evaluate(judged, context) }];
    }),
  );
});

/** The outcomes by the rule that speaks. */
const outcomesOf = memo((context: Context): ReadonlyMap<RuleId, readonly Judged[]> =>
  groupBy(judgedIn(context).values(), ({ outcome }) => outcome.rule),
);

const isUnmatched = ({ exposure, outcome }: Judged): boolean =>
  exposure.unmatched !== undefined && outcome.verdict.is === "undetermined";

function judge({ exposure, outcome }: Judged, context: Context, point: ExposurePoint): Judgement {
  const verdict = worded(outcome.verdict, () => point.message(exposure, context));
  return judgementOf(verdict, subjectOf(exposure), {
    what: exposure.host ?? exposure.by?.name ?? "",
    on: () => ({ ...evidenceOf(exposure), cause: causeOf(exposure), ...groundedIn(exposure, context, point) }),
    remedies: () => point.remedies(exposure, context),
    against: (why) => doubtRemedies(why, exposure.apex ?? "", context, leadsBy(exposure)),
  });
}

/** The property by which a host leads on; undefined where none does. */
export const leadsBy = ({ binding, property }: Exposure): string | undefined =>
  binding === "dns" ? property : undefined;

function groundedIn(exposure: Exposure, context: Context, { ground }: ExposurePoint): { readonly ground?: string } {
  const state = exposure.apex === undefined ? undefined : context.stateOf(exposure.apex);
  const found = ground ? ground(exposure) : groundOf(exposure, state);
  return found === undefined ? {} : { ground: found };
}

/** Addresses that match nothing: shown as one finding for each apex, with the count. */
function unmatched(loose: readonly Judged[], context: Context): Judgement[] {
  const apexes = groupBy(loose, ({ exposure }) => exposure.apex);
  return [...apexes].flatMap(([apex, group]) => {
    const hosts = groupBy(group, ({ exposure }) => exposure.host ?? exposure.by?.urn);
    const example = group[0].exposure.unmatched ?? "";
    return [...hosts.values()].map(([{ exposure }]): Judgement =>
      undetermined(subjectOf(exposure), {
        ...evidenceOf(exposure),
        message:
          apex === undefined
            ? message("undetermined", { what: exposure.by?.name ?? "" })
            : message("undetermined.unmatched", { host: exposure.host ?? "?", count: hosts.size, apex, example }),
        doubt: doubt("unmatched-address", { address: example }),
        remedies: [{ id: "declare-dns", params: { file: context.register.fileName } }],
        cause: "unmatched",
      }),
    );
  });
}

/** Where an exposure's entry is, for messages: its region, or what is said about it. */
export const regionOf = (exposure: Exposure): string =>
  exposure.location.in === "undetermined" ? "?" : exposure.location.region;

/** The parameters that most messages about an exposure share. */
export function exposureParams(exposure: Exposure, context: Context) {
  return {
    host: exposure.host ?? (exposure.apex === undefined ? "?" : `?.${exposure.apex}`),
    apex: exposure.apex ?? "?",
    entry: exposure.entry?.name ?? "?",
    kind: exposure.entry?.kind ?? "?",
    region: regionOf(exposure),
    state: exposure.apex === undefined ? "unlisted" : context.stateOf(exposure.apex),
  };
}
