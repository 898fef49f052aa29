/**
 * Facts: what a plan says about a value. Known, unknown with the reason, or absent. An unknown is a value here, never an
 * exception, and `undefined` never stands for it.
 */

/** A resource's URN. */
export type Urn = string;

/** Why something could not be decided: a message id under `doubt.*`, its parameters, and what it hangs on. */
export interface Doubt {
  readonly why: DoubtId;
  readonly params: Readonly<Record<string, string | number>>;
  /** The property that is unknown, as a path such as `sources[0].content`. */
  readonly property?: string;
  /** The resource that carries the property. */
  readonly urn?: Urn;
  /** The resources whose creation would settle it. */
  readonly waitsFor: readonly Urn[];
  /** What is known of an unknown host name: the domain that it is under. */
  readonly under?: string;
}

/** The reasons a doubt can have; each has a text of the same id in every language. */
export type DoubtId =
  | "computed"
  | "untraced"
  | "unshown"
  | "stack-reference"
  | "stack-untold"
  | "secret"
  | "hidden"
  | "unread"
  | "kept"
  | "extract"
  | "extract-older"
  | "malformed"
  | "incomplete"
  | "incomplete-plans"
  | "incomplete-terraform"
  | "incomplete-plans-terraform"
  | "bridged"
  | "unexpanded"
  | "isolated"
  | "region-unlisted"
  | "region-unset"
  | "region-unset-terraform"
  | "region-contradicted"
  | "regions-differ"
  | "providers-untold"
  | "default-unsourced"
  | "several-candidates"
  | "no-address"
  | "not-in-plan"
  | "unbound"
  | "unmatched-address"
  | "bad-name"
  | "assumed"
  | "zone-not-in-plan"
  | "other-provider"
  | "tier-unknown"
  | "form-unlisted"
  | "everywhere"
  | "foreign-place"
  | "cluster-not-in-plan"
  | "chart"
  | "in-cluster"
  | "unlisted"
  | "line"
  | "provider-not-given"
  | "not-declared"
  | "several-accounts"
  | "account-untold"
  | "suffix-unlisted"
  | "entity-proxy"
  | "entity-rep-office"
  | "entity-permit"
  | "opening-unknown"
  | "term-declare"
  | "term-renews"
  | "cloud-forbidden"
  | "cloud-throttled"
  | "cloud-unreachable"
  | "cloud-failed"
  | "cloud-unreadable"
  | "cloud-not-owned"
  | "cloud-not-found"
  | "cloud-not-activated"
  | "cloud-disagrees"
  | "cloud-bad-id"
  | "cloud-not-asked"
  | "cloud-no-id"
  | "cloud-no-operation"
  | "no-origin"
  | "offline"
  | "closed-so-far"
  | "no-dnat"
  | "own-name"
  | "stack-not-said"
  | "may-lead"
  | "host-unplaced"
  | "cycle"
  | "many-ends";

/** So many are told of the resources that a doubt waits for: what says more of them is no easier to act upon. */
export const MOST_WAITED_FOR = 20;

export interface Known<T> {
  readonly state: "known";
  readonly value: T;
}
export interface Unknown {
  readonly state: "unknown";
  readonly doubt: Doubt;
}
export interface Absent {
  readonly state: "absent";
}

/** A value read from a resource. Absent means the provider's default, unless the plan hides it (then it is unknown). */
export type Fact<T> = Known<T> | Unknown | Absent;

/** The fact that a value is known. */
export const known = <T>(value: T): Known<T> => ({ state: "known", value });
/** The fact that a value is unknown, and why. */
export const unknown = (doubt: Doubt): Unknown => ({ state: "unknown", doubt });
/** The fact that nothing was said. */
export const absent: Absent = { state: "absent" };

/** A doubt; where it is about and what it waits for may be taken from another. */
export function doubt(
  why: DoubtId,
  params: Doubt["params"] = {},
  { property, urn, waitsFor = NOTHING }: Partial<Pick<Doubt, "property" | "urn" | "waitsFor">> = {},
): Doubt {
  // A large plan has one for each value that waits: to spread what is given would take ten times as long.
  const made: { -readonly [Key in keyof Doubt]: Doubt[Key] } = { why, params, waitsFor };
  if (property !== undefined) made.property = property;
  if (urn !== undefined) made.urn = urn;
  return made;
}

const NOTHING: readonly never[] = [];

/** An unknown host name of which the domain is known. */
export const unknownUnder = ({ doubt: why }: Unknown, domain: string): Unknown => unknown({ ...why, under: domain });

/** Applies `change` to a known value; unknown and absent pass through. */
export function map<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
  return fact.state === "known" ? known(change(fact.value)) : fact;
}

/** A fact whose absence means `value`. */
export function orElse<T>(fact: Fact<T>, value: T): Known<T> | Unknown {
  return fact.state === "absent" ? known(value) : fact;
}

/** Whether a fact is known to be one of `values`: yes, no, or unknown. Absent is a no. */
export function isOneOf<T>(fact: Fact<T>, values: readonly T[]): boolean | Unknown {
  if (fact.state === "unknown") return fact;
  return fact.state === "known" && values.includes(fact.value);
}
