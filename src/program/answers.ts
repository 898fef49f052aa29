/** What a program asks of the world while it is run, and who answers: without an answer a value is unknown. */
import type { Raw, RawProperties } from "../plan/raw";

/** The outputs of a stack: values as on the wire, so that unknown ones can say what they come from. */
export interface StackOutputs {
  readonly values: RawProperties;
  /** The outputs that are secret. */
  readonly secret: readonly string[];
}

/** Who answers a program. */
export interface Answers {
  /** What a function of a provider gives, by its token and arguments; undefined where nobody knows. */
  readonly invoke: (token: string, given: RawProperties) => RawProperties | undefined;
  /** The outputs of a stack by the name that a reference has; undefined where nobody knows. */
  readonly stack: (name: string) => StackOutputs | undefined | Promise<StackOutputs | undefined>;
}

/** Whether some arguments have all that is asked for, each as it is asked. */
export const fitsArguments = (asked: RawProperties, given: RawProperties): boolean =>
  Object.entries(asked).every(([key, value]) => JSON.stringify(sorted(given[key])) === JSON.stringify(sorted(value)));

/** With the keys of objects in order, so that two of the same meaning have one text. */
function sorted(value: Raw | undefined): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Raw[]).map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
