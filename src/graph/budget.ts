/** What a plan may come to: a few thousand lines can name millions of pairs, and no plan in earnest does. */
import { InputError } from "../input/error";
import { message } from "../messages";
import type { Plan } from "../plan/plan";

/** A plan of few resources has no more of anything, or was made to have it. */
const MOST = 100_000;
/** Of more resources, each may add so many. */
const MOST_EACH = 10;

/** Counts what a plan comes to. */
export class Budget {
  private spent = 0;

  constructor(private readonly plan: Plan) {}

  /** Throws an `InputError` where that is too much to judge. */
  spend(count: number): void {
    this.spent += count;
    const { resources, parts } = this.plan;
    const most = Math.max(MOST, MOST_EACH * resources.length);
    if (this.spent <= most) return;
    throw new InputError(
      message("input.plan-too-large", { count: resources.length, most }),
      parts.length === 1 ? { file: parts[0]?.source } : {},
    );
  }
}
