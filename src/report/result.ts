/** The result in one line. */
import { render, type Language } from "../messages";
import { joinClauses } from "../messages/punctuation";
import type { Report } from "./types";

/** How many findings there are, by what they mean. */
export function resultText({ summary: { findings } }: Report, language: Language): string {
  const { mandatory, advisory, waived, baseline } = findings;
  const result = render(language, "report.result", { mandatory, advisory, waived });
  return baseline === 0 ? result : render(language, "report.result-baseline", { result, baseline });
}

/** How many findings are accepted; undefined where none is. */
export function excusedText({ summary: { findings } }: Report, language: Language): string | undefined {
  const { waived, baseline } = findings;
  const says = [
    ...(waived > 0 ? [render(language, "report.excused-waived", { waived })] : []),
    ...(baseline > 0 ? [render(language, "report.excused-baseline", { baseline })] : []),
  ];
  return says.length > 0 ? joinClauses(language, says) : undefined;
}
