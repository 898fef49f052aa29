/** A page of the documentation as a terminal shows it: Markdown as lines, wrapped, in colours where it has them. */
import type { List, PhrasingContent, Root, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { createColors } from "picocolors";
import { plainLine } from "../base/plain";
import { hyperlink, padTo, widthOf, wrap } from "./wrap";

export interface TerminalPage {
  readonly width: number;
  readonly colour: boolean;
  /** Whether the terminal has links. */
  readonly links: boolean;
  /** Gives the address that a link of the page leads to. */
  readonly addressOf: (link: string) => string;
}

type Colours = ReturnType<typeof createColors>;
interface Style {
  readonly paint?: (text: string) => string;
  readonly link?: string;
}
/** A text, and how each part of it looks. */
type Run = readonly [text: string, style: Style];

/** The lines of a page, without one at the end. */
export function pageLines(markdown: string, page: TerminalPage): string[] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return new Writer(page).blocks(tree);
}

class Writer {
  private readonly colours: Colours;

  constructor(private readonly page: TerminalPage) {
    this.colours = createColors(page.colour);
  }

  /** All blocks, with a line between two. */
  blocks({ children }: Root): string[] {
    const written = children.map((block) => this.block(block)).filter((lines) => lines.length > 0);
    return written.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
  }

  private block(block: RootContent, indent = BODY): string[] {
    switch (block.type) {
      case "heading":
        return this.lines(block.children, block.depth > 2 ? BODY : 0).map(this.colours.bold);
      case "paragraph":
        return this.lines(block.children, indent);
      case "list":
        return this.list(block, indent);
      case "table":
        return this.table(block, indent);
      case "code":
        return block.value.split("\n").map((line) => `${" ".repeat(indent + 2)}${plainLine(line)}`.trimEnd());
      case "blockquote":
        return block.children.flatMap((child) => this.block(child, indent + 2));
      default:
        // Comments, which say what a script fills in.
        return [];
    }
  }

  private list({ children, ordered, start }: List, indent: number): string[] {
    return children.flatMap((item, at) => {
      const mark = ordered === true ? `${(start ?? 1) + at}. ` : "- ";
      const inner = indent + mark.length;
      const [first = "", ...rest] = item.children.flatMap((child) => this.block(child, inner));
      return [" ".repeat(indent) + mark + first.slice(inner), ...rest];
    });
  }

  /** The last column takes what room the others leave. */
  private table({ children }: Table, indent: number): string[] {
    const rows = children.map((row) => row.children.map((cell) => this.runs(cell.children)));
    const columns = Math.max(...rows.map((cells) => cells.length));
    const most = Math.floor((this.page.width - indent) / columns);
    const widths = Array.from({ length: columns - 1 }, (_, column) =>
      Math.min(most, Math.max(...rows.map((cells) => widthOf(textOf(cells[column] ?? []))))),
    );
    const last = this.page.width - indent - widths.reduce((sum, width) => sum + width + GAP, 0);
    return rows.flatMap((cells) => {
      const broken = cells.map((cell, column) => this.wrapped(cell, widths[column] ?? last));
      const height = Math.max(...broken.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) => {
        const parts = broken.map((lines, column) => {
          const { text = "", shown = "" } = lines[line] ?? {};
          return column < columns - 1 ? shown + padTo(text, (widths[column] ?? 0) + GAP).slice(text.length) : shown;
        });
        return `${" ".repeat(indent)}${parts.join("")}`.trimEnd();
      });
    });
  }

  private lines(content: readonly PhrasingContent[], indent: number): string[] {
    return this.wrapped(this.runs(content), this.page.width - indent).map(({ shown }) => " ".repeat(indent) + shown);
  }

  private runs(content: readonly PhrasingContent[], style: Style = {}): Run[] {
    return content.flatMap((part): Run[] => {
      switch (part.type) {
        case "text":
          return [[part.value, style]];
        case "inlineCode":
          return [
            this.page.colour ? [part.value, { ...style, paint: this.colours.cyan }] : [`\`${part.value}\``, style],
          ];
        case "strong":
          return this.runs(part.children, { ...style, paint: this.colours.bold });
        case "emphasis":
          return this.runs(part.children, { ...style, paint: this.colours.italic });
        case "link":
          return this.linked(part.url, part.children, style);
        default:
          return [];
      }
    });
  }

  /** Where a terminal has no links, an address outside of the documentation is shown. */
  private linked(url: string, content: readonly PhrasingContent[], style: Style): Run[] {
    if (this.page.links) return this.runs(content, { ...style, link: this.page.addressOf(url) });
    const said = this.runs(content, style);
    return /^https?:/.test(url) ? [...said, [` <${url}>`, style]] : said;
  }

  /** Lines as they are counted, and as they are shown. */
  private wrapped(runs: readonly Run[], width: number): readonly { readonly text: string; readonly shown: string }[] {
    const text = textOf(runs);
    const styles = runs.flatMap(([part, style]) => Array.from(spaced(part), () => style));
    let at = 0;
    const characters = Array.from(text);
    return wrap(text, width).map((line) => {
      const parts: { text: string; style: Style }[] = [];
      while (characters[at] === " ") at++;
      for (const character of line) {
        const style = styles[at++] ?? {};
        const before = parts.at(-1);
        if (before?.style === style) before.text += character;
        else parts.push({ text: character, style });
      }
      return { text: line, shown: parts.map((part) => shown(part.text, part.style)).join("") };
    });
  }
}

const BODY = 2;
const GAP = 2;

const spaced = (text: string): string => text.replace(/\s+/g, " ");

/** The text that runs make, with one space where there are several. */
const textOf = (runs: readonly Run[]): string => runs.map(([text]) => spaced(text)).join("");

function shown(text: string, { paint, link }: Style): string {
  const painted = paint ? paint(text) : text;
  return link === undefined ? painted : hyperlink(painted, link);
}
