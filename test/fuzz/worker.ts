/** The thread of the fuzz: it checks inputs one after the other, and says before each which it is. */
import { parentPort, workerData } from "node:worker_threads";
import { check } from "./check";
import { inputOf, readSeeds, type Input } from "./inputs";
import { shrink } from "./shrink";

interface Work {
  readonly first: number;
  readonly step: number;
  readonly until: number;
}

const { first, step, until } = workerData as Work;
const say = (message: unknown): void => parentPort?.postMessage(message);
const seeds = readSeeds();

/** What is wrong with an input: the first line of the error. */
function wrongWith(input: Input): string | undefined {
  try {
    check(input);
    return undefined;
  } catch (error) {
    return error instanceof Error
      ? `${error.name}: ${error.message}\n${error.stack?.split("\n")[1] ?? ""}`
      : String(error);
  }
}

/** Faults are alike that begin alike. */
const kindOf = (wrong: string): string => wrong.slice(0, 40);

for (let seed = first; Date.now() < until; seed += step) {
  say({ is: "begun", seed });
  const input = inputOf(seed, seeds);
  const start = performance.now();
  try {
    say({ is: "done", seed, outcome: check(input), ms: performance.now() - start });
  } catch {
    const wrong = wrongWith(input) ?? "";
    say({ is: "shrinking", seed });
    const least = shrink(input, (one) => kindOf(wrongWith(one) ?? "") === kindOf(wrong));
    say({ is: "fault", seed, wrong: wrongWith(least) ?? wrong, input: least });
  }
}
say({ is: "ended" });
