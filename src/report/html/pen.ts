/** What all parts of the page are written with. */
import { daysBetween } from "../../base/calendar";
import type { Language, MessageId, Params } from "../../messages";
import { markup, named, type Markup, type Piece } from "../markup";
import type { Standing } from "../picture/model";
import { SIGNS } from "../picture/sign";
import type { Report, ReportFinding } from "../types";

/** A finding and the name of the place in the page where it is told in full. */
export interface Listed {
  readonly finding: ReportFinding;
  readonly id: string;
}

/** Everything that is needed to write one page. */
export interface PagePen {
  readonly report: Report;
  readonly language: Language;
  /** The findings that are shown, in the order of the report. */
  readonly listed: readonly Listed[];
  readonly say: (id: MessageId, params?: Params) => string;
}

/** What becomes of a finding besides its verdict. */
export const stateOfFinding = ({ waived, baseline }: ReportFinding): "open" | "waived" | "baseline" =>
  waived ? "waived" : baseline ? "baseline" : "open";

/** A verdict with its sign. */
export const verdictMark = (pen: PagePen, standing: Standing): Markup =>
  markup`<span class="mark ${standing}"><span aria-hidden="true">${SIGNS[standing]}</span> ${pen.say(`report.${standing}`)}</span>`;

/** A word for a value that the register or a plan may hold and this version has no word for. */
export function wordFor(pen: PagePen, group: string, value: string): string {
  const id = `${group}.${value}`;
  const text = pen.say(id as MessageId);
  return text === id ? value : text;
}

const NEAR_DAYS = 90;

/** A last day; one that is past, or soon, says so in words. */
export function lastDay(pen: PagePen, day: string | null): Piece {
  if (day === null) return unsaid(pen);
  const days = daysBetween(pen.report.now, day);
  const time = markup`<time datetime="${day}">${day}</time>`;
  if (days < 0) return markup`${time} <span class="mark violation">${pen.say("page.past-due", { days: -days })}</span>`;
  if (days <= NEAR_DAYS)
    return markup`${time} <span class="mark undetermined">${pen.say("page.soon", { days })}</span>`;
  return time;
}

/** A value of the register, or that it does not say. */
export const given = (pen: PagePen, value: string | null): Piece => (value === null ? unsaid(pen) : named(value));

const unsaid = (pen: PagePen): Markup => markup`<span class="unsaid">${pen.say("page.unsaid")}</span>`;

/** The name of a place in the page for something that has none of its own; names of a plan are never in it. */
export const placeId = (kind: string, at: number): string => `${kind}-${at + 1}`;

/** A table that can be scrolled where it does not fit, also by keyboard. */
export const scrolled = (label: string, table: Piece): Markup =>
  markup`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`;

/** Rows of a table below their heads. */
export const tableOf = (caption: string, heads: readonly string[], rows: readonly (readonly Piece[])[]): Markup =>
  scrolled(
    caption,
    markup`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => markup`<tr><th scope="row">${first}</th>${rest.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody></table>`,
  );
