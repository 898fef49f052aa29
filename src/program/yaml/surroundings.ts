/** What a program sees around it. */
import type { RawProperties } from "../../plan/raw";
import type { Place, Problems } from "./problems";
import type { Made, Worked } from "./value";

export interface Surroundings {
  readonly problems: Problems;
  /** What a name stands for, as far as it is worked out; undefined for a name of nothing. */
  find(name: string): Worked | undefined;
  /** A reference to another stack that the program makes by the way. */
  stackReference(stack: string, at: Place): Made;
  /** What a provider answers a question with; undefined where nobody says. */
  invoked(token: string, args: RawProperties): RawProperties | undefined;
  /** A file that the program reads; undefined where there is none. */
  readText(path: string): string | undefined;
}
