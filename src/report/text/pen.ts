/** What is needed to write one report as text. */
import { createColors } from "picocolors";
import { render, type MessageId, type Params } from "../../messages";
import type { FormatOptions } from "../format";
import { wrap } from "../wrap";

export type Paint = (line: string) => string;

export interface TextPen {
  readonly options: FormatOptions;
  readonly colours: ReturnType<typeof createColors>;
  readonly say: (id: MessageId, params?: Params) => string;
  /** A text, wrapped, at an indent; further lines are indented by `hang` more. */
  readonly block: (text: string, indent: number, paint?: Paint, hang?: number) => string[];
}

/** A pen for a reader. */
export function penOf(options: FormatOptions): TextPen {
  return {
    options,
    colours: createColors(options.colour),
    say: (id: MessageId, params?: Params) => render(options.language, id, params),
    block: (says, indent, paint = (line) => line, hang = 0) => {
      const lines = wrap(says, Math.max(20, options.width - indent - hang));
      return lines.map((line, at) => " ".repeat(at === 0 ? indent : indent + hang) + paint(line));
    },
  };
}
