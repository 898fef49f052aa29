/** Parses the JSON that a command wrote, and says what a text is that does not parse. Never quotes it: it may hold secrets. */
import { InputError } from "../../input/error";
import { message, type Message } from "../../messages";
import { isObject, type Raw } from "../raw";

/** What can be judged. */
export const WHAT_TO_GIVE = message("input.plan-give", {});

/** Texts that are often given instead of JSON, by what stands at the beginning of a line. */
const TEXTS: readonly (readonly [fits: RegExp, problem: Message])[] = [
  [
    /^[ \t]*(?:Previewing (?:update|destroy|refresh)|@ previewing|View in Browser|View Live: )/m,
    message("input.plan-screen", {}),
  ],
  [/^(?:Terraform used|Terraform will perform|OpenTofu (?:used|will perform))/m, message("input.terraform-screen", {})],
  [
    /^(?:resource|data|module|provider|terraform|variable|locals|output)\b[^\n{=:]*\{/m,
    message("input.terraform-hcl", {}),
  ],
  [/^(?:runtime|resources|config|encryptionsalt|name):(?:\s|$)/m, message("input.plan-yaml", {})],
];

/** The JSON value in a text; lines before and after it, such as warnings, are skipped. Throws an `InputError`. */
export function parseJson(text: string, file: string): Raw {
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const start = /^[ \t]*\{/m.exec(text)?.index;
  const rest = start === undefined || start === 0 ? undefined : parse(text.slice(start));
  if (rest !== undefined) return rest;
  const followed = start === undefined ? undefined : beforeText(text, start);
  if (followed !== undefined) return followed;
  const before = text.slice(0, start);
  const known = TEXTS.find(([fits]) => fits.test(before));
  if (known) throw new InputError(known[1], { file });
  if (start === undefined) throw new InputError(noJson(text), { file });
  return firstEvent(text.slice(start)) ?? explain(text, start, file);
}

/** A line on which JSON begins or goes on: an object, a list of what only JSON has, or what is left of either. */
const ANOTHER = /^[ \t]*(?:[{}\],]|\[[ \t]*(?:["{[\]]|$))/m;

/** The JSON value that starts at `start`, where lines follow it that are no JSON; undefined where none do, or something else. */
function beforeText(text: string, start: number): Raw | undefined {
  const end = endOf(text, start);
  const after = end === undefined ? "" : text.slice(end);
  return /^[ \t\r]*\n/.test(after) && !ANOTHER.test(after) ? parse(text.slice(start, end)) : undefined;
}

function parse(text: string): Raw | undefined {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    return undefined;
  }
}

const noJson = (text: string): Message =>
  text.trim() === ""
    ? message("input.plan-blank", { give: WHAT_TO_GIVE })
    : message("input.plan-no-json", { give: WHAT_TO_GIVE });

/** Keys that all events of one kind have. */
const MARKS = [
  ["sequence", "timestamp"],
  ["@level", "@message"],
];

/** The first of several JSON values, one a line: what events of Pulumi's engine and of Terraform's commands are written as. */
function firstEvent(text: string): Raw | undefined {
  const end = text.indexOf("\n");
  const first = end === -1 ? undefined : parse(text.slice(0, end));
  return isObject(first) && MARKS.some((keys) => keys.every((key) => key in first)) ? first : undefined;
}

function explain(text: string, start: number, file: string): never {
  const end = endOf(text, start);
  if (end === undefined) {
    throw new InputError(message("input.plan-cut", {}), {
      file,
      line: lineAt(text, text.trimEnd().length),
    });
  }
  const rest = /\S/.exec(text.slice(end));
  const value = parse(text.slice(start, end));
  if (value !== undefined && rest) {
    throw new InputError(message("input.plan-more-text", {}), {
      file,
      line: lineAt(text, end + rest.index),
    });
  }
  const line = errorLine(text, start);
  throw new InputError(message("input.plan-invalid-json", { give: WHAT_TO_GIVE }), { file, line });
}

/** Where the JSON value that starts at `start` ends, by its brackets; undefined when the text ends first. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = closingQuote(text, at);
      if (at === -1) return undefined;
    } else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at < text.length ? at : -1;
}

/** The line that V8 complains about, where it tells. */
function errorLine(text: string, start: number): number | undefined {
  try {
    JSON.parse(text.slice(start));
  } catch (error) {
    const position = /at position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    if (position !== undefined) return lineAt(text, start + Number(position));
  }
  return undefined;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
