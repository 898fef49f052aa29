/** The signs of the verdicts: they tell them apart without colour. */
import { markup, type Markup } from "../markup";
import type { Point } from "./layout";
import type { Standing } from "./model";

/** Drawn around a middle: a cross, a question mark, a tick, a stroke. */
const LINES: Readonly<Record<Standing, string>> = {
  violation: "M-4 -4L4 4M4 -4L-4 4",
  undetermined: "M-3 -3.2A3.1 3.1 0 1 1 1.2 -0.2Q0 0.6 0 2",
  satisfied: "M-4.5 0.5L-1.2 3.8L4.8 -3.6",
  "not-applicable": "M-4 0L4 0",
};

export const signOf = (standing: Standing, { x, y }: Point): Markup =>
  markup`<g transform="translate(${x} ${y})"><path class="sign" d="${LINES[standing]}"/>${
    standing === "undetermined" && markup`<circle class="dot" cy="5.4" r="1.3"/>`
  }</g>`;

/** The same signs as letters, for texts. */
export const SIGNS: Readonly<Record<Standing, string>> = {
  violation: "✕",
  undetermined: "?",
  satisfied: "✓",
  "not-applicable": "–",
};
