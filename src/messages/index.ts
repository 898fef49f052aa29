import { plainLine } from "../base/plain";
import { en } from "./en";
import type { Language } from "./language";
import { joinList, withBrackets } from "./punctuation";
import type { MessageId, Texts } from "./texts";
import { zh } from "./zh";

export type { Language } from "./language";
export type { MessageId } from "./texts";

export type RemedyId = MessageId extends infer Id ? (Id extends `remedy.${infer Name}` ? Name : never) : never;

export const LANGUAGES: readonly Language[] = ["en", "zh"];
const TEXTS: Readonly<Record<Language, Texts>> = { en, zh };

/** What fills a text: a word, a number, or another text, which is then in the language of the one around it. */
export type Filling = string | number | Message;
export type Params = Readonly<Record<string, Filling>>;

/** What a finding says: which text, and what fills it. */
export interface Message {
  readonly id: MessageId;
  readonly params: Params;
  /** What stands below it, a line each. */
  readonly lines?: readonly Message[];
}

/** The names of the parameters of a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? | (Name extends `${infer Plain}${"|" | "#"}${string}` ? Plain : Name extends ` ${string}` ? never : Name)
    | Names<Rest>
  : never;

/** The name of a parameter of a text, by its id. */
export type ParamName<Id extends MessageId> = Names<(typeof en)[Id]>;

/** A message with exactly the parameters that its English text has. */
export function message<Id extends MessageId>(id: Id, params: Readonly<Record<ParamName<Id>, Filling>>): Message {
  return { id, params };
}

/**
 * `{name}`, `{name|group}` for a word of a group, `{name#noun}` for a number of things; `{name|text}` where another text is
 * filled in; `{name|list}` for names with a comma between them, which each language parts by its own mark; and `{name|added}`
 * for what stands in brackets behind what is before it, and is left out where there is none.
 */
const PLACEHOLDER = /\{([a-zA-Z]+)(?:\|([a-zA-Z]+)|#([a-z-]+))?\}/g;

/** A text in the order in which it is put together: what stands in it, and what is filled in. */
type Part = string | { readonly whole: string; readonly name: string; readonly group?: string; readonly noun?: string };

const parts = new Map<string, readonly Part[]>();

/** The parts of a text; a report says the same ones many times. */
function partsOf(text: string): readonly Part[] {
  let found = parts.get(text);
  if (!found) {
    found = split(text);
    parts.set(text, found);
  }
  return found;
}

function split(text: string): readonly Part[] {
  const found: Part[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: name = "", 2: group, 3: noun } of text.matchAll(PLACEHOLDER)) {
    found.push(text.slice(end, index), { whole, name, ...(group && { group }), ...(noun && { noun }) });
    end = index + whole.length;
  }
  return [...found, text.slice(end)];
}

/** Whether there is a text of an id. */
export const isMessageId = (id: string): id is MessageId => Object.hasOwn(en, id);

/** Renders a text in a language; an unknown lookup value is shown as it is. What is filled in is text of one line. */
export function render(language: Language, id: MessageId, params: Params = {}): string {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  let rendered = "";
  let joint = false;
  for (const part of partsOf(Object.hasOwn(texts, id) ? (texts[id] ?? id) : id)) {
    const isLookup = typeof part !== "string" && (part.group ?? part.noun) !== undefined;
    const next = typeof part === "string" ? part : filled(part, params, language);
    rendered += (joint || isLookup) && language === "zh" ? withGap(rendered, next) : next;
    joint = isLookup;
  }
  return rendered;
}

/** What fills a text, as words and numbers: texts inside of it are in the language. */
export const plainParams = (params: Params, language: Language): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "object" ? render(language, value.id, value.params) : value,
    ]),
  );

/** Words of a lookup stand in a sentence as its own do: with a space between Chinese and what is written in Latin letters. */
const withGap = (before: string, next: string): string =>
  (/\p{Script=Han}$/u.test(before) && /^[A-Za-z0-9]/.test(next)) ||
  (/[A-Za-z0-9]$/.test(before) && /^\p{Script=Han}/u.test(next))
    ? ` ${next}`
    : next;

function filled({ whole, name, group, noun }: Exclude<Part, string>, params: Params, language: Language): string {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  const value = params[name];
  if (value === undefined) return group === "added" ? "" : whole;
  if (typeof value === "object") return render(language, value.id, value.params);
  if (group === "added") return withBrackets(language, "", plainLine(String(value)));
  if (group === "list") return joinList(language, plainLine(String(value)).split(", "));
  const counted = noun === undefined ? undefined : texts[`count.${noun}.${Number(value) === 1 ? "one" : "other"}`];
  if (counted !== undefined) return counted.replace("{n}", String(value));
  const grouped = group === undefined ? undefined : texts[`${group}.${value}`];
  return grouped ?? (typeof value === "string" ? plainLine(value) : String(value));
}
