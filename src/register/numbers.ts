/** The numbers that filings have: their form, their one spelling, and what another number is instead. */
import { quote } from "../base/errors";
import { PROVINCES } from "./provinces";

/** A number in its one spelling, or what is wrong with it. */
export type Spelling = { readonly value: string } | { readonly problem: string };

const SIGNS = Object.values(PROVINCES).flat().join("");
/** What the numbers of an entity's sites begin with: those of a licence holder count on from its licence. */
const ENTITY = `[${SIGNS}](?:ICP[备证]\\d+号|[AB][12]-\\d+)`;
const SITE = new RegExp(`^${ENTITY}-\\d+$`);
const APP = new RegExp(`^${ENTITY}-\\d+[AXK]$`);
const LICENCE = /ICP证|(?:^|[^A-Z])[AB][12](?:\.[AB][12])*-?\d{4}/;

/** What is no filing's number, by its form: the first that fits is said. */
const OTHERS: readonly (readonly [form: RegExp, is: string])[] = [
  [
    new RegExp(`^[${SIGNS}]ICP备\\d+号$`),
    "which is that of the entity: write what follows it for this website (-1, -2 …) or app (-2A …) too, or leave the key out while it has none",
  ],
  [LICENCE, "which is that of a commercial licence: write it under commercial.licence of the domain's filing"],
  [/公网安备/, "which is that of a public-security filing: write it under psb.number of the domain's filing"],
];

/** The number of a website's filing: `浙ICP备12345678号-1`. */
export function siteNumber(text: string): Spelling {
  const value = spell(text);
  if (SITE.test(value)) return { value };
  const is = APP.test(value) ? "which is that of an app: write it under apps" : undefined;
  return refused("the number of a website's filing, such as 浙ICP备12345678号-1", text, is ?? otherwise(value));
}

/**
 * The number of an app's filing: `浙ICP备12345678号-2A`, with X for a mini-program and K for a quick app (F-41). That of a
 * website passes: a rule says that it is not the app's.
 */
export function appNumber(text: string): Spelling {
  const value = spell(text);
  if (APP.test(value) || SITE.test(value)) return { value };
  return refused("the number of an app's filing, such as 浙ICP备12345678号-2A", text, otherwise(value));
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

function otherwise(value: string): string | undefined {
  const known = OTHERS.find(([form]) => form.test(value))?.[1];
  if (known !== undefined) return known;
  const [, first = ""] = /^(\p{Script=Han})ICP备/u.exec(value) ?? [];
  return first === "" || SIGNS.includes(first) ? undefined : `and ${first} stands for no province`;
}

const refused = (expected: string, text: string, is: string | undefined): Spelling => ({
  problem: `expected ${expected}; found ${quote(text)}${is === undefined ? "" : `, ${is}`}`,
});
