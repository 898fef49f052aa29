/** What is needed to write one report as text. */
import type { createColors } from "picocolors";
import type { MessageId, Params } from "../../messages";
import type { FormatOptions } from "../format";

export type Paint = (line: string) => string;

export interface TextPen {
  readonly options: FormatOptions;
  readonly colours: ReturnType<typeof createColors>;
  readonly say: (id: MessageId, params?: Params) => string;
  /** A text, wrapped, at an indent; further lines are indented by `hang` more. */
  readonly block: (text: string, indent: number, paint?: Paint, hang?: number) => string[];
}
