/**
 * Possible worlds: a value that is not known stands for every value that it may have, and a resource that is not shown for
 * itself and for nothing. What is said of such a plan is held against what is said of the worlds: a violation is one in each
 * of them, and where any has something to say there is no silence.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { exceptionFor, EXCEPTIONS } from "./exceptions";
import { corpus, type Sample } from "./worlds/corpus";
import { hiddenBreaks } from "./worlds/hidden";
import { hold, textOf } from "./worlds/hold";
import type { Told } from "./worlds/told";
import { unknownBreaks, type Broken } from "./worlds/unknowns";
import { Used } from "./worlds/values";

let samples: readonly Sample[] = [];
const excused = new Set<string>();

beforeAll(async () => {
  samples = await corpus();
});

/** The disagreements that no exception covers. */
const unexcused = (all: readonly Broken[]): readonly string[] =>
  all.flatMap((broken) => {
    const exception = exceptionFor(broken);
    if (exception) excused.add(exception.name);
    const { sample, type, path, how } = broken;
    return exception ? [] : [`[${sample}] ${type} ${path} ${how}: ${textOf(broken)}`];
  });

describe("in possible worlds", () => {
  it("holds with each value that matters unknown, computed or secret", { timeout: 300_000 }, () => {
    const used = new Used(samples);
    const counts = { unknowns: 0, worlds: 0 };
    expect(samples.flatMap((sample) => unexcused(unknownBreaks(sample, used, counts)))).toEqual([]);
    expect(counts.unknowns).toBeGreaterThan(15_000);
    expect(counts.worlds).toBeGreaterThan(40_000);
  });

  it("holds with each resource hidden", { timeout: 60_000 }, () => {
    const counts = { hidden: 0 };
    expect(samples.flatMap((sample) => unexcused(hiddenBreaks(sample, counts)))).toEqual([]);
    expect(counts.hidden).toBeGreaterThan(2_000);
  });

  it("needs each of its exceptions", () => {
    expect(EXCEPTIONS.map(({ name }) => name).filter((name) => !excused.has(name))).toEqual([]);
  });
});

describe("what is held", () => {
  const said = (verdict: Told["verdict"], host = "www.example.com"): Told => ({
    rule: "icp-dns-record",
    verdict,
    host,
    apex: "example.com",
    urns: [],
    message: "",
    why: undefined,
  });
  const kinds = (unsure: readonly Told[], ...worlds: readonly (readonly Told[])[]) =>
    hold(
      unsure,
      worlds.map((told, at) => ({ name: String(at), told })),
      true,
    ).map(({ kind }) => kind);

  it("is broken by silence where a world has something to say", () => {
    expect(kinds([], [], [said("violation")])).toEqual(["silence"]);
    expect(
      kinds([said("violation", "api.example.com")], [said("undetermined"), said("violation", "api.example.com")]),
    ).toEqual(["silence"]);
  });

  it("is broken by a violation that some world has not", () => {
    expect(kinds([said("violation")], [said("violation")], [])).toEqual(["wolf"]);
    expect(kinds([said("violation")], [said("violation")], [said("undetermined")])).toEqual(["wolf"]);
  });

  it("is broken by a doubt about which all worlds agree", () => {
    expect(kinds([said("undetermined")], [said("violation")], [said("violation")])).toEqual(["needless"]);
    expect(kinds([said("undetermined")], [], [])).toEqual(["needless"]);
  });

  it("holds where what is said is what all worlds come to", () => {
    expect(kinds([said("violation")], [said("violation")], [said("violation")])).toEqual([]);
    expect(kinds([said("undetermined")], [said("violation")], [])).toEqual([]);
    expect(kinds([], [], [])).toEqual([]);
  });
});
