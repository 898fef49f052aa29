/** Tells on a terminal which program is being run, and for how long where that is more than a moment. */
import type { Progress } from "./io";

const SECOND = 1_000;
/** What is done by then is told without its time. */
const MOMENT = 2;

export class Running {
  private readonly since = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly progress: Pick<Progress, "say">,
    private readonly now: () => number = () => performance.now(),
  ) {}

  began(name: string): void {
    this.since.set(name, this.now());
    this.progress.say("cli.running", { what: name });
    this.timer ??= setInterval(() => {
      this.tick();
    }, SECOND).unref();
  }

  ended(name: string): void {
    this.since.delete(name);
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Of several the one that takes longest: that is what everybody waits for. */
  private tick(): void {
    const [longest] = this.since;
    if (!longest) return;
    const [what, began] = longest;
    const seconds = Math.round((this.now() - began) / SECOND);
    if (seconds < MOMENT) this.progress.say("cli.running", { what });
    else this.progress.say("cli.running-for", { what, seconds });
  }
}
