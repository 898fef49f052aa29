import { en } from "./en";
import type { MessageId, Texts } from "./texts";
import { zh } from "./zh";

export type { MessageId } from "./texts";

export type Language = "en" | "zh";
export type RemedyId = MessageId extends infer Id ? (Id extends `remedy.${infer Name}` ? Name : never) : never;

export const LANGUAGES: readonly Language[] = ["en", "zh"];
const TEXTS: Readonly<Record<Language, Texts>> = { en, zh };

export type Params = Readonly<Record<string, string | number>>;

/** What a finding says: which text, and what fills it. */
export interface Message {
  readonly id: MessageId;
  readonly params: Params;
}

/** The names of the parameters of a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? | (Name extends `${infer Plain}${"|" | "#"}${string}` ? Plain : Name extends ` ${string}` ? never : Name)
    | Names<Rest>
  : never;

/** A message with exactly the parameters that its English text has. */
export function message<Id extends MessageId>(
  id: Id,
  params: Readonly<Record<Names<(typeof en)[Id]>, string | number>>,
): Message {
  return { id, params: params };
}

/** `{name}`, `{name|group}` for a word of a group, `{name#noun}` for a number of things. */
const PLACEHOLDER = /\{([a-zA-Z]+)(?:\|([a-zA-Z]+)|#([a-z-]+))?\}/g;

/** Renders a text in a language; an unknown lookup value is shown as it is. */
export function render(language: Language, id: MessageId, params: Params = {}): string {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  return (texts[id] ?? id).replace(PLACEHOLDER, (whole: string, name: string, group?: string, noun?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    const counted = noun === undefined ? undefined : texts[`count.${noun}.${Number(value) === 1 ? "one" : "other"}`];
    if (counted !== undefined) return counted.replace("{n}", String(value));
    return (group === undefined ? undefined : texts[`${group}.${value}`]) ?? String(value);
  });
}
