/** What to do about what several rules find: by the state of a filing, and by the reason of a doubt. */
import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import type { Doubt, DoubtId } from "../plan/fact";
import { stackOf } from "../plan/resource";
import { partsOf } from "../register/naming";
import { dnsLines, filingLines, providerLines, suffixLines } from "../register/snippets";
import type { Remedy } from "./rule";

/** What a doubt concerns. */
interface Doubted {
  readonly params: Doubt["params"];
  readonly property: string | undefined;
  readonly apex: string;
  readonly context: Context;
  /** The property by which a host leads on; undefined where none does. */
  readonly leadsBy: string | undefined;
}

const check: Remedy = { id: "check" };
const fileOf = ({ context }: Doubted): { readonly file: string } => ({ file: context.register.fileName });

const reference = (about: Doubted): Remedy => ({ id: "reference", params: fileOf(about) });
const askAgain = (): Remedy => ({ id: "ask-again" });
const askAsOwner = (): Remedy => ({ id: "ask-as-owner" });
const declareId = (about: Doubted): Remedy => ({ id: "declare-id", params: { ...about.params, ...fileOf(about) } });
const declareDns = (about: Doubted): Remedy => ({ id: "declare-dns", params: fileOf(about) });

/** Look a filing up: no answer of the cloud says all of it. */
export const lookUpFiling = (apex: string, { register }: Context): Remedy => ({
  id: "look-up-filing",
  params: { apex, file: register.fileName },
});

/** What helps against a doubt; what is not listed must be checked by hand. */
const AGAINST: Readonly<Partial<Record<DoubtId, (about: Doubted) => Remedy>>> = {
  incomplete: () => ({ id: "show-sames" }),
  "incomplete-plans": () => ({ id: "show-sames" }),
  bridged: () => ({ id: "use-native" }),
  unexpanded: () => ({ id: "give-preview" }),
  extract: () => ({ id: "extract-again" }),
  "extract-older": () => ({ id: "extract-again" }),
  "region-unset": () => ({ id: "set-region" }),
  "region-contradicted": () => ({ id: "agree-region" }),
  "regions-differ": () => ({ id: "agree-region" }),
  "several-candidates": reference,
  "no-address": reference,
  unbound: reference,
  computed: (about) => {
    if (about.property === "region") return { id: "set-region" };
    return about.property !== undefined && about.property === about.leadsBy ? reference(about) : check;
  },
  untraced: (about) => (about.property !== undefined && about.property === about.leadsBy ? reference(about) : check),
  unshown: (about) => (about.property === "region" ? { id: "show-region" } : check),
  "providers-untold": () => ({ id: "give-region" }),
  "closed-so-far": ({ context }) => (context.plan.missing > 0 ? { id: "show-sames" } : check),
  "own-name": declareDns,
  "no-dnat": declareDns,
  "not-declared": (about) => ({ id: "declare-key", params: { ...about.params, ...fileOf(about) } }),
  "suffix-unlisted": (about) => ({
    id: "declare-suffix",
    params: { ...about.params, ...fileOf(about) },
    snippet: suffixLines(String(about.params["suffix"])),
  }),
  "provider-not-given": ({ apex, context }) => declareAccess(apex, context),
  unlisted: ({ apex, context }) => declareFiling(apex, true, context),
  "cloud-forbidden": () => ({ id: "allow-asking" }),
  "cloud-throttled": askAgain,
  "cloud-unreachable": askAgain,
  "cloud-failed": askAgain,
  "cloud-not-asked": askAgain,
  "cloud-not-owned": askAsOwner,
  "cloud-not-found": askAsOwner,
  "cloud-disagrees": ({ apex, context }) => lookUpFiling(apex, context),
  "cloud-bad-id": declareId,
  "cloud-no-id": declareId,
  "stack-not-said": (about) => ({ id: "name-stack", params: fileOf(about) }),
  "host-unplaced": (about) => {
    const host = String(about.params["host"]);
    const [part] = partsOf({}, about.context.plan);
    const snippet = dnsLines(host, part?.dialect ? "TYPE.NAME" : "*::TYPE::NAME", part ? stackOf(part) : "");
    return { id: "declare-served", params: { host, ...fileOf(about) }, snippet };
  },
};

/** What to do about a doubt that concerns an apex. `leadsBy`: the property by which a host leads on, where one does. */
export function doubtRemedies(
  { why, params, property }: Doubt,
  apex: string,
  context: Context,
  leadsBy?: string,
): readonly Remedy[] {
  return [AGAINST[why]?.({ params, property, apex, context, leadsBy }) ?? check];
}

/** Says in the register that an apex is filed. */
export const declareFiling = (apex: string, provider: boolean, { register, today }: Context): Remedy => ({
  id: "declare",
  params: { apex, file: register.fileName },
  snippet: filingLines({ apex, provider, found: register.found, today }),
});

/** Says in the register through whom an apex is filed: Alibaba Cloud too, or that it is being added. */
export function declareAccess(apex: string, { register }: Context): Remedy {
  const named = register.filingOf(apex)?.accessProviders ?? undefined;
  const params = { apex, file: register.fileName };
  return named === undefined
    ? { id: "declare-access", params, snippet: providerLines(apex, [], "active") }
    : { id: "declare-pending", params, snippet: providerLines(apex, named, "pending") };
}

/** How an unfiled apex becomes a filed one: declare it where it is only unlisted, else do what its state asks for. */
export function filingRemedies(exposure: Exposure, context: Context): readonly Remedy[] {
  const { apex, tier } = exposure;
  if (apex === undefined) return [];
  switch (context.stateOf(apex)) {
    case "unlisted":
      return [
        declareFiling(apex, tier !== "number", context),
        fileRemedy(apex, exposure),
        ...(isPerhapsAnothers(apex, context) ? [{ id: "owner-files" as const, params: { apex } }] : []),
      ];
    case "empty-shell":
      return [{ id: "fill-shell", params: { apex } }];
    case "cancelling":
      return [{ id: "stop-cancelling", params: { apex } }];
    default:
      return [fileRemedy(apex, exposure)];
  }
}

/** What exists already, or is nowhere in the plan, cannot be created after approval. */
const fileRemedy = (apex: string, { by }: Exposure): Remedy => ({
  id: !by || by.exists === "yes" ? "file-existing" : "file",
  params: { apex },
});

/** Keeps a record off until the filing is approved; one that the plan does not have stays as it is. */
export const holdRecord = ({ by }: Exposure): readonly Remedy[] =>
  by ? [{ id: by.exists === "yes" ? "disable-record" : "hold-record" }] : [];

/** Whether nothing of a domain but what products bind is in the plan: it may be a customer's. */
const isPerhapsAnothers = (apex: string, { exposures }: Context): boolean =>
  !exposures.graph.zones.includes(apex) &&
  exposures.ofApex(apex).every(({ binding, entry }) => binding === "product" && entry?.kind !== "url-forward");
