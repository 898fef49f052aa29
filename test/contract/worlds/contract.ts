/**
 * Possible worlds: a value that is not known stands for every value that it may have, and a resource that is not shown for
 * itself and for nothing. What is said of such a plan is held against what is said of the worlds: a violation is one in each
 * of them, and where any has something to say there is no silence.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { EXCEPTIONS, exceptionFor } from "../exceptions";
import { corpus, type Origin, type Sample } from "./corpus";
import { hiddenBreaks } from "./hidden";
import { textOf } from "./hold";
import { unknownBreaks, type Broken } from "./unknowns";
import { Used } from "./values";

/** How many there are at least of each: fewer would mean that they are no longer found. */
export interface AtLeast {
  readonly unknowns: number;
  readonly worlds: number;
  readonly hidden: number;
}

/** Tests that the contract holds in the plans of one origin, and needs each exception that is for them. */
export function holdsInPossibleWorlds(from: Origin, atLeast: AtLeast): void {
  let all: readonly Sample[] = [];
  let own: readonly Sample[] = [];
  let grouped: readonly Sample[] = [];
  const excused = new Set<string>();

  beforeAll(async () => {
    all = await corpus();
    own = all.filter((sample) => sample.from === from);
    grouped = (await corpus("all")).filter((sample) => sample.from === from);
  });

  /** The disagreements that no exception covers. */
  const unexcused = (broken: readonly Broken[]): readonly string[] =>
    broken.flatMap((one) => {
      const exception = exceptionFor(one);
      if (exception) excused.add(exception.name);
      const { sample, type, path, how } = one;
      return exception ? [] : [`[${sample}] ${type} ${path} ${how}: ${textOf(one)}`];
    });

  describe(`in the possible worlds of ${from}`, () => {
    it("holds with each value that matters unknown, computed or secret", { timeout: 600_000 }, () => {
      const used = new Used(all);
      const counts = { unknowns: 0, worlds: 0 };
      expect(own.flatMap((sample) => unexcused(unknownBreaks(sample, used, counts)))).toEqual([]);
      expect(counts.unknowns).toBeGreaterThan(atLeast.unknowns);
      expect(counts.worlds).toBeGreaterThan(atLeast.worlds);
    });

    it("holds with each resource hidden", { timeout: 120_000 }, () => {
      const counts = { hidden: 0 };
      expect(grouped.flatMap((sample) => unexcused(hiddenBreaks(sample, counts)))).toEqual([]);
      expect(counts.hidden).toBeGreaterThan(atLeast.hidden);
    });
  });

  it(`needs each exception for ${from}`, () => {
    const own = EXCEPTIONS.filter((exception) => (exception.for ?? "tables") === from);
    expect(own.map(({ name }) => name).filter((name) => !excused.has(name))).toEqual([]);
  });
}
