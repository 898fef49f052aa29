/** What the signs and shapes of a picture mean. */
import { render, type Language, type MessageId } from "../../messages";
import { markup, type Markup, type Piece } from "../markup";
import { widthOf } from "../wrap";
import { DETAIL_TEXT } from "./box";
import { STANDINGS } from "./model";
import { signOf } from "./sign";

const SIGN = 20;
const GAP = 22;

/** A row of signs with their words, and how wide it is. */
export function legendOf(language: Language): { readonly drawn: Markup; readonly width: number } {
  let left = 0;
  const pieces: Piece[] = [];
  const put = (shape: Piece, id: MessageId, room: number): void => {
    const text = render(language, id);
    pieces.push(
      markup`<g transform="translate(${Math.round(left)} 8)">${shape}<text class="detail" x="${room}" y="4">${text}</text></g>\n`,
    );
    left += room + widthOf(text) * DETAIL_TEXT.column + GAP;
  };
  for (const standing of [...STANDINGS].reverse())
    put(markup`<g class="${standing}">${signOf(standing, { x: 6, y: 0 })}</g>`, `report.${standing}`, SIGN);
  const box = (kind: string, round: number, bar: boolean): Markup =>
    markup`<g class="${kind} not-applicable"><rect class="outline" y="-6" width="22" height="12" rx="${round}"/>${
      bar && markup`<rect class="bar" x="18" y="-6" width="4" height="12"/>`
    }</g>`;
  put(box("host", 6, false), "picture.host", SIGN + 8);
  put(box("step", 2, false), "picture.step", SIGN + 8);
  put(box("entry", 2, true), "picture.entry", SIGN + 8);
  return { drawn: markup`${pieces}`, width: left - GAP };
}
