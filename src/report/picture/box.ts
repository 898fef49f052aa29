/** How large a box is for what stands in it. Texts are measured by columns, Chinese characters being two. */
import { widthOf } from "../wrap";
import type { PictureNode } from "./model";

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The size of texts, and how wide a column of them is at most. */
export const NAME_TEXT = { size: 12.5, column: 7.6, height: 18 } as const;
export const DETAIL_TEXT = { size: 11, column: 6.2, height: 15 } as const;
export const EDGE_TEXT = { size: 10.5, column: 5.9, height: 14 } as const;

/** Where the text begins: after the sign of the verdict. */
export const TEXT_LEFT = 30;
const RIGHT = 14;
const PADDING = 9;
/** Longer names are shown with their beginning and end; the whole name is in the title of the box. */
const MOST_COLUMNS = 44;

/** What stands below the name. */
export const detailsOf = ({ type, places }: PictureNode): readonly string[] => [
  ...(type === "" ? [] : [type]),
  ...places.slice(0, 3),
  ...(places.length > 3 ? ["…"] : []),
];

/** A text of at most so many columns; of longer ones the middle is left out. */
export function shortened(text: string, most = MOST_COLUMNS): string {
  const characters = Array.from(text);
  // Marks take no column; more than one for each letter are not shown.
  if (characters.length <= 2 * most && widthOf(text) <= most) return text;
  const half = (most - 1) / 2;
  return `${taken(characters, half)}…${Array.from(taken(characters.reverse(), half)).reverse().join("")}`;
}

function taken(characters: readonly string[], most: number): string {
  let found = "";
  let width = 0;
  for (const one of characters.slice(0, 2 * most)) {
    width += widthOf(one);
    if (width > most) break;
    found += one;
  }
  return found;
}

/** The size of a node's box. */
export function boxOf(node: PictureNode): Box {
  const details = detailsOf(node).map((text) => shortened(text));
  const widths = [
    widthOf(shortened(node.name)) * NAME_TEXT.column,
    ...details.map((text) => widthOf(text) * DETAIL_TEXT.column),
  ];
  return {
    width: Math.ceil(TEXT_LEFT + Math.max(...widths) + RIGHT),
    height: PADDING * 2 + NAME_TEXT.height + details.length * DETAIL_TEXT.height - 2,
  };
}
