/** A list of names that may be long. */
import { render, type Language } from "./index";
import { joinList } from "./punctuation";

/** The first of some names as a list, and how many more there are: `also` counts those that are not given. */
export function joinSome(language: Language, all: readonly string[], most: number, also = 0): string {
  const names = joinList(language, all.slice(0, most));
  const left = Math.max(0, all.length - most) + also;
  return left > 0 ? render(language, "cli.and-more", { names, n: left }) : names;
}
