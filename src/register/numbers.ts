/** The numbers that filings have: their form, their one spelling, and what another number is instead. */
import { quote } from "../base/errors";
import { message, type Message } from "../messages";
import { PROVINCES } from "./provinces";

/** A number in its one spelling, or what is wrong with it. */
export type Spelling = { readonly value: string } | { readonly problem: Message };

const SIGNS = Object.values(PROVINCES).flat().join("");
/** What the numbers of an entity's sites begin with: those of a licence holder count on from its licence. */
const ENTITY = `[${SIGNS}](?:ICP[备证]\\d+号|[AB][12]-\\d+)`;
const SITE = new RegExp(`^${ENTITY}-\\d+$`);
const APP = new RegExp(`^${ENTITY}-\\d+[AXK]$`);
const LICENCE = /ICP证|(?:^|[^A-Z])[AB][12](?:\.[AB][12])*-?\d{4}/;

/** What is no filing's number, by its form: the first that fits is said. */
const OTHERS: readonly (readonly [form: RegExp, is: Message])[] = [
  [new RegExp(`^[${SIGNS}]ICP备\\d+号$`), message("number.entity", {})],
  [LICENCE, message("number.licence", {})],
  [/公网安备/, message("number.psb", {})],
];

/** The number of a website's filing: `浙ICP备12345678号-1`. */
export function siteNumber(text: string): Spelling {
  const value = spell(text);
  if (SITE.test(value)) return { value };
  const is = APP.test(value) ? message("number.app", {}) : undefined;
  return refused(message("expected.site-number", {}), text, is ?? otherwise(value));
}

/**
 * The number of an app's filing: `浙ICP备12345678号-2A`, with X for a mini-program and K for a quick app (F-41). That of a
 * website passes: a rule says that it is not the app's.
 */
export function appNumber(text: string): Spelling {
  const value = spell(text);
  if (APP.test(value) || SITE.test(value)) return { value };
  return refused(message("expected.app-number", {}), text, otherwise(value));
}

/** Full width, spaces, the many dashes, small and traditional letters say the same. */
const spell = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/備/g, "备")
    .replace(/號/g, "号")
    .replace(/證/g, "证")
    .toUpperCase();

function otherwise(value: string): Message | undefined {
  const known = OTHERS.find(([form]) => form.test(value))?.[1];
  if (known !== undefined) return known;
  const [, first = ""] = /^(\p{Script=Han})ICP备/u.exec(value) ?? [];
  return first === "" || SIGNS.includes(first) ? undefined : message("number.province", { sign: first });
}

const refused = (expected: Message, text: string, is: Message | undefined): Spelling => ({
  problem:
    is === undefined
      ? message("input.found", { expected, found: quote(text) })
      : message("input.found-is", { expected, found: quote(text), is }),
});
