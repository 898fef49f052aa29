/** Resource types by which the public may be reached and of which nothing is read. */
import excluded from "../../data/excluded-types.json";
import { isBridged } from "./bridged";
import { wordsOf } from "./words";

/** Types of which nothing is read; `undetermined` when they may serve hosts all the same. */
interface Exclusion {
  readonly undetermined?: boolean;
  readonly types: readonly string[];
}

/** Words in the name of a type that let one expect that the public can reach something by it. */
const PUBLIC_WORDS: ReadonlySet<string> = new Set([
  "accelerator",
  "anycast",
  "balancer",
  "cname",
  "domain",
  "eip",
  "endpoint",
  "gateway",
  "ingress",
  "internet",
  "listener",
  "public",
  "trigger",
  "website",
]);

/** Whether the name of a type sounds as if the public could reach something by it. */
export const soundsPublic = (type: string): boolean =>
  wordsOf(type.split(":")[2] ?? "").some((word) => PUBLIC_WORDS.has(word));

/**
 * Whether a type that no product describes may serve the public: one that is excluded as undetermined, or one that is
 * not known at all, such as of a later provider, and sounds so.
 */
export function servesUnless(exclusions: readonly Exclusion[]): (type: string) => boolean {
  const judgedAs = new Map(
    exclusions.flatMap((exclusion) => exclusion.types.map((type) => [type, exclusion] as const)),
  );
  return (type) => {
    if (!type.startsWith("alicloud:") || isBridged(type)) return false;
    const exclusion = judgedAs.get(type);
    return exclusion ? exclusion.undetermined === true : soundsPublic(type);
  };
}

/** Whether a type may serve the public that no product describes, by the list of those that are excluded. */
export const mayServe = servesUnless(excluded.reasons);
