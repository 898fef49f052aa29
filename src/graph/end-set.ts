/** The ends that a name leads to, each by the surest way there: where names meet, what is the same is told once. */
import type { Doubt } from "../plan/fact";
import { push } from "../base/collections";
import type { LeadingAddress, Target } from "./target";

/** A name that leads to more places than this is followed to the nearest ones. */
const MOST_ENDS = 100;

/** Collects targets. One that leads to the same end as another, and no more surely, says nothing. */
export class EndSet {
  private readonly byEnd = new Map<unknown, Target[]>();
  private overflows = false;

  /** `beyond` says why it is not known what else there is, when there is more than is followed. */
  constructor(private readonly beyond: () => Doubt) {}

  /** Whether the target said something new. */
  add(target: Target): boolean {
    const end = endOf(target);
    const ways = this.byEnd.get(end);
    if (!ways && this.byEnd.size >= MOST_ENDS) {
      this.overflows = true;
      return false;
    }
    if (ways?.some((way) => isLedAlike(way.ledBy, target.ledBy) && isAsSure(way, target))) return false;
    const others = ways?.filter((way) => !(isLedAlike(way.ledBy, target.ledBy) && isAsSure(target, way)));
    if (others) this.byEnd.set(end, [...others, target]);
    else push(this.byEnd, end, target);
    return true;
  }

  /** All of them, in the order in which their ends were found. */
  get targets(): readonly Target[] {
    const found = [...this.byEnd.values()].flat();
    return this.overflows ? [...found, { is: "unknown", why: this.beyond(), steps: [] }] : found;
  }
}

/** What tells the end of one target from that of another. */
function endOf(target: Target): unknown {
  switch (target.is) {
    case "entry":
      return target.entry;
    case "foreign":
      // Resources of two providers may have one name, and be in two places.
      return `foreign ${JSON.stringify([target.name, target.location])}`;
    case "unmatched":
      return `unmatched ${target.address}`;
    case "nowhere":
      return "nowhere";
    case "unknown":
      return `unknown ${JSON.stringify(target.why)}`;
  }
}

const isLedAlike = (one: LeadingAddress | undefined, other: LeadingAddress | undefined): boolean =>
  one?.owner === other?.owner && JSON.stringify(one?.value) === JSON.stringify(other?.value);

/** Whether one way to an end leaves no more in doubt, and no more visitors out, than another. */
const isAsSure = (one: Target, other: Target): boolean =>
  (!one.doubt || other.doubt !== undefined) && (!one.some || other.some !== undefined);
