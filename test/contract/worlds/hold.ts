/** Holds what is said of an unknown against what is said of the worlds that it stands for. */
import { aboutOf, isAboutSame, speaker, type Told } from "./told";

/** One of the plans that a plan with an unknown in it may turn out to be. */
export interface World {
  readonly name: string;
  readonly told: readonly Told[];
}

/**
 * How a verdict and the worlds disagree. `silence`: a world has something to say, and nothing is said of the unknown. `wolf`:
 * a violation that is none in some world. `needless`: a doubt although all worlds agree.
 */
export interface Break {
  readonly kind: "silence" | "wolf" | "needless";
  /** What the world says and the unknown does not, or what the unknown says. */
  readonly told: Told;
  readonly world: string;
  /** What is said instead: of the unknown, or in the world. */
  readonly instead: readonly Told[];
  /** All that is said of the unknown. */
  readonly unsure: readonly Told[];
}

/**
 * All in which a plan with an unknown and the worlds that it stands for disagree. `areAll`: whether there are no others, so
 * that a doubt is needless about which they agree.
 */
export function hold(unsure: readonly Told[], worlds: readonly World[], areAll: boolean): readonly Break[] {
  const answers = (all: readonly Told[], told: Told): readonly Told[] =>
    all.filter((one) => speaker(one) === speaker(told) && isAboutSame(one, told));
  const silent = worlds.flatMap(({ name, told }) =>
    told
      .filter((one) => answers(unsure, one).length === 0)
      .map((one): Break => ({ kind: "silence", told: one, world: name, instead: [], unsure })),
  );
  return [...silent, ...unsure.flatMap((told) => spoken(told, worlds, answers, unsure, areAll))];
}

function spoken(
  told: Told,
  worlds: readonly World[],
  answers: (all: readonly Told[], told: Told) => readonly Told[],
  unsure: readonly Told[],
  areAll: boolean,
): readonly Break[] {
  const said = worlds.map(({ name, told: all }) => ({ name, about: answers(all, told) }));
  if (told.verdict === "violation") {
    return said
      .filter(({ about }) => about.every(({ verdict }) => verdict !== "violation"))
      .slice(0, 1)
      .map(({ name, about }) => ({ kind: "wolf", told, world: name, instead: about, unsure }));
  }
  if (told.rule === "icp-undetermined" || !areAll || worlds.length < 2) return [];
  const violates = said.every(
    ({ about }) =>
      about.some(({ rule }) => rule === told.rule) && about.every(({ verdict }) => verdict === "violation"),
  );
  const quiet = said.every(({ about }) => about.length === 0);
  if (!violates && !quiet) return [];
  return [{ kind: "needless", told, world: `all ${worlds.length}`, instead: said[0]?.about ?? [], unsure }];
}

/** A disagreement in one line. */
export function textOf({ kind, told, world, instead }: Break): string {
  const said = (one: Told): string => [one.rule, one.verdict, aboutOf(one), one.why ?? one.message].join(" ");
  const other = instead.map(said).join(", ") || "nothing";
  return kind === "silence"
    ? `silence: ${said(told)} in the world ${world}, and nothing of the unknown`
    : `${kind}: ${said(told)} of the unknown, in the world ${world}: ${other}`;
}
