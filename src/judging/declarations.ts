/**
 * What the rules about declared facts share. A plan judges what the register says of a filing only for an apex that it
 * exposes; what must be right before something can be obtained, only while something must be.
 */
import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import type { Step } from "../graph/target";
import { isTakenServed } from "../filing/register-alone";
import { isServed, scopeOf } from "../filing/scope";
import { serversNamed } from "../filing/servers/fates";
import { apexesToObtain } from "../filing/servers/candidates";
import { isFiled } from "../filing/state";
import { NOT_APPLICABLE, undeterminedBy, unlessDoubted, type Verdict } from "../filing/verdict";
import type { Message } from "../messages";
import { doubt, type Doubt } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { Filing } from "../register/register";
import { judgementOf } from "./judgement";
import { doubtRemedies } from "./remedies";
import type { FindingDraft, Judgement, Remedy } from "./rule";

/** An apex, what the register says of it, and where this plan shows it. */
export interface Declaration {
  readonly apex: string;
  /** Undefined when the apex is not listed. */
  readonly filing: Filing | undefined;
  readonly resource: Resource | undefined;
  readonly path: readonly Step[];
}

/** A declaration of a filing that the register holds. */
export type FilingDeclaration = Declaration & { readonly filing: Filing };

/** How a rule judges one declared fact. */
export interface DeclaredPoint<D extends Declaration> {
  readonly check: (declaration: D, context: Context) => Verdict<Message>;
  /** The keys under the filing that the fact stands at. */
  readonly key?: readonly (string | number)[];
  readonly remedies: (declaration: D, context: Context) => readonly Remedy[];
  /** The statement it rests on; the rule's first when left out. */
  readonly ground?: () => string | undefined;
}

/** A section of the register is half-filled: it leaves out a key. `of` is the apex, account or entity it is left out of. */
export const unsaid = (key: string, of: string): Verdict<never> => undeterminedBy(doubt("not-declared", { key, of }));

/** What all candidates come to when it is not said which one counts; `otherwise` when they differ. */
export function agreed(verdicts: readonly Verdict<Message>[], otherwise: Verdict<Message>): Verdict<Message> {
  const [first] = verdicts;
  if (!first) return NOT_APPLICABLE;
  return verdicts.every(({ is }) => is === first.is) ? first : otherwise;
}

/** Judges one declared fact of each of these apexes. */
export const judgeDeclared = <D extends Declaration>(
  declarations: readonly D[],
  context: Context,
  point: DeclaredPoint<D>,
): Judgement[] => declarations.map((declaration) => judge(declaration, context, point));

function judge<D extends Declaration>(declaration: D, context: Context, point: DeclaredPoint<D>): Judgement {
  const { apex } = declaration;
  return judgementOf(
    point.check(declaration, context),
    { apex },
    {
      what: apex,
      on: () => ({ ...place(declaration, context, point.key), ground: point.ground?.() }),
      remedies: () => point.remedies(declaration, context),
      against: (why) => doubtRemedies(why, apex, context),
    },
  );
}

/** Where a finding about a declared fact is: the resource that exposes the apex, and the key of the register. */
export function place(
  { apex, resource, path }: Declaration,
  context: Context,
  key: readonly (string | number)[] = [],
): Pick<FindingDraft, "resource" | "path" | "registerKey"> {
  const filingKey = context.register.keyOf(apex);
  return {
    ...(resource ? { resource } : {}),
    path,
    ...(filingKey ? { registerKey: [...filingKey, ...key] } : {}),
  };
}

/** An apex as one of its exposures shows it. */
const declarationAt = (apex: string, exposure: Exposure, context: Context): Declaration => ({
  apex,
  filing: context.register.filingOf(apex),
  resource: exposure.by,
  path: exposure.path,
});

/** The apexes that this plan exposes, wherever it serves them from. */
export function exposed(context: Context): readonly Declaration[] {
  if (context.registerAlone) return context.register.filings.map(declarationOf);
  return context.exposures.apexes.flatMap((apex) => {
    const exposures = context.exposures.ofApex(apex);
    const exposure = exposures.find(isServed) ?? exposures[0];
    return exposure ? [declarationAt(apex, exposure, context)] : [];
  });
}

/** A filing that no plan shows. */
const declarationOf = (filing: Filing): FilingDeclaration => ({ ...unlistedDeclaration(filing.domain), filing });

/** A domain that neither the register lists nor a plan shows. */
export const unlistedDeclaration = (apex: string): Declaration => ({
  apex,
  filing: undefined,
  resource: undefined,
  path: [],
});

/** The exposed apexes that have a filing, or are to have one for what this plan serves. */
export function concerned(context: Context): readonly Declaration[] {
  const obtained = new Set(apexesToObtain(context));
  return exposed(context).filter(({ apex }) => isFiled(context.stateOf(apex)) || obtained.has(apex));
}

/** Those that the register lists. */
export const listed = (declarations: readonly Declaration[]): readonly FilingDeclaration[] =>
  declarations.flatMap((declaration) => {
    const { filing } = declaration;
    return filing ? [{ ...declaration, filing }] : [];
  });

/** The listed apexes that this plan exposes, wherever it serves them from. */
export const exposedFilings = (context: Context): readonly FilingDeclaration[] => listed(exposed(context));

/** Served from the mainland, or perhaps. */
type Served = { readonly is: "mainland" } | { readonly is: "unsure"; readonly doubt: Doubt };

/** A listed apex that this plan serves, or perhaps serves, from the mainland. */
export type ServedFiling = FilingDeclaration & { readonly scope: Served };

/** The listed apexes that this plan serves, or perhaps serves, from the mainland. */
export function servedFilings(context: Context): readonly ServedFiling[] {
  return context.register.filings.flatMap((filing): ServedFiling[] => {
    const apex = filing.domain;
    if (context.registerAlone) {
      return isTakenServed(context.stateOf(apex)) ? [{ ...declarationOf(filing), scope: { is: "mainland" } }] : [];
    }
    const scope = scopeOf(context.exposures.ofApex(apex));
    return scope.is === "out" ? [] : [{ ...declarationAt(apex, scope.exposure, context), filing, scope }];
  });
}

/** What is wrong only with what is served from the mainland is unsure where that is not certain. */
export const ifServed = <Wrong>(verdict: Verdict<Wrong>, scope: Served): Verdict<Wrong> =>
  unlessDoubted(verdict, scope.is === "unsure" ? scope.doubt : undefined);

/** The apexes for which something must still be filed or added. */
export function declarationsToObtain(context: Context): readonly Declaration[] {
  return apexesToObtain(context).map((apex) => {
    const exposure = context.exposures.ofApex(apex).find(isServed);
    if (exposure) return declarationAt(apex, exposure, context);
    // Nothing is served yet: its server is what this plan has of it.
    const filing = context.register.filingOf(apex);
    const [resource] = (filing?.servers ?? []).flatMap((server) => serversNamed(server, context).living);
    return { apex, filing, resource, path: resource ? [{ resource, why: "entry" }] : [] };
  });
}
