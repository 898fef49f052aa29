/** Markup for HTML and SVG. Whatever is put into it is text, unless it is markup itself. */
import { plainLine } from "../base/plain";
import { asEntities } from "./entities";

/** What may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may be put into markup; what is false or undefined leaves nothing behind. */
export type Piece = Markup | string | number | false | undefined | readonly Piece[];

/** A text that is neither markup nor, as `plainLine` has it, anything else but text. What XML cannot hold is replaced. */
const escapeText = (text: string): string =>
  asEntities(plainLine(text).replace(/[\ufffe\uffff]/g, "\ufffd")).replaceAll("'", "&#39;");

const textOfPiece = (piece: Piece): string => {
  if (piece === undefined || piece === false) return "";
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "string") return escapeText(piece);
  return typeof piece === "number" ? String(piece) : piece.map(textOfPiece).join("");
};

/** Markup of a template; what is filled in is escaped. */
export function markup(template: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(template.map((text, at) => text + textOfPiece(pieces[at])).join(""));
}

/** Pieces of markup with something between them. */
export const joinMarkup = (pieces: readonly Piece[], between: Piece): Piece =>
  pieces.map((piece, at) => (at === 0 ? piece : [between, piece]));

/** A text that somebody else chose: whatever its direction, it leaves that of the text around it alone. */
export const named = (text: string): Markup => markup`<bdi>${text}</bdi>`;

/** Lines as they are, for `<pre>`. */
export const preformatted = (text: string): Markup => new Markup(text.split("\n").map(escapeText).join("\n"));
