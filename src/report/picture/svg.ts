/** A picture as SVG: text is text, colours come by classes, and nothing is fetched. */
import { LANGUAGE_TAGS } from "../../messages/language";
import { render, type Language } from "../../messages";
import { withColon } from "../../messages/punctuation";
import { Markup, markup, type Piece } from "../markup";
import { DETAIL_TEXT, detailsOf, NAME_TEXT, shortened, TEXT_LEFT } from "./box";
import { collapsed } from "./collapse";
import { layoutOf, type PlacedEdge, type PlacedNode, type Point } from "./layout";
import { legendOf } from "./legend";
import type { Picture } from "./model";
import { said } from "./said";
import { signOf } from "./sign";
import { ALONE_STYLE } from "./style";

export interface SvgOptions {
  readonly language: Language;
  /** What it is called. */
  readonly title: string;
  /** What its own names begin with, where it stands in a page; a picture of its own has style, ground and legend. */
  readonly within?: string;
  /** How many boxes it has at most, if there are no more kinds of them. */
  readonly most?: number;
}

const MARGIN = 16;
const LEGEND_HEIGHT = 40;

/** Draws a picture. Large ones are drawn with what is alike as one. */
export function svgOf(picture: Picture, options: SvgOptions): Markup {
  const { language, title, within, most } = options;
  const shown = collapsed(picture, language, most);
  const layout = layoutOf(shown);
  const legend = within === undefined ? legendOf(language) : undefined;
  const width = Math.ceil(Math.max(layout.width, legend?.width ?? 0) + 2 * MARGIN);
  const height = Math.ceil(layout.height + 2 * MARGIN + (legend ? LEGEND_HEIGHT : 0));
  const id = within ?? "picture";
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" lang="${LANGUAGE_TAGS[language]}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${said(shown, language)}</desc>
${legend && markup`<style>${new Markup(ALONE_STYLE)}</style>\n<rect class="ground" width="${width}" height="${height}" rx="6"/>`}
<g transform="translate(${MARGIN} ${MARGIN})">
${layout.edges.map(wayOf)}${layout.edges.map(whyOf)}${layout.nodes.map((placed) => nodeOf(placed, language))}</g>
${legend && markup`<g transform="translate(${MARGIN} ${height - LEGEND_HEIGHT + 8})">${legend.drawn}</g>`}
</svg>
`;
}

const near = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${near(x)} ${near(y)}`;
const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** The line of an edge, without sharp corners, and the head of its arrow. */
function wayOf({ edge, points }: PlacedEdge): Piece {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return undefined;
  let line = `M${at(first)}`;
  rest.slice(0, -1).forEach((point, index) => {
    line += `${index === 0 ? `L${at(middle(first, point))}` : ""}Q${at(point)} ${at(middle(point, rest[index + 1] ?? last))}`;
  });
  const before = points.at(-2) ?? first;
  const turn = near((Math.atan2(last.y - before.y, last.x - before.x) * 180) / Math.PI);
  return markup`<g class="${edge.standing}"><path class="way" d="${`${line}L${at(last)}`}"/><path class="head" transform="translate(${at(last)}) rotate(${turn})" d="M0 0L-8 -4L-8 4Z"/></g>\n`;
}

const whyOf = ({ label, text }: PlacedEdge): Piece =>
  markup`<text class="why" x="${near(label.x)}" y="${near(label.y + 3.5)}">${text}</text>\n`;

/** A box: round for a host, with a bar for what serves it. Its title tells all of it. */
function nodeOf({ node, x, y, width, height }: PlacedNode, language: Language): Piece {
  const { kind, standing, name } = node;
  const details = detailsOf(node);
  const top = 9 + NAME_TEXT.size;
  const round = kind === "host" ? height / 2 : 4;
  const tells = [withColon(language, name, render(language, `report.${standing}`)), node.type, ...node.places];
  return markup`<g class="node ${kind} ${standing}" transform="translate(${at({ x: x - width / 2, y: y - height / 2 })})">
<title>${tells.filter((one) => one !== "").join("\n")}</title>
<rect class="box" width="${width}" height="${height}" rx="${round}"/>
${kind === "entry" && markup`<rect class="bar" x="${width - 6}" width="6" height="${height}" rx="2"/>`}
${signOf(standing, { x: 17, y: height / 2 })}
<text class="name" x="${TEXT_LEFT}" y="${top}">${shortened(name)}</text>
${details.map((text, index) => markup`<text class="detail" x="${TEXT_LEFT}" y="${top + (index + 1) * DETAIL_TEXT.height}">${shortened(text)}</text>\n`)}</g>
`;
}
