/** The report as a page: for who files it, and for who mends what it says. */
import { render } from "../../messages";
import { isShown, type Format } from "../format";
import { pageText } from "../html/page";
import { placeId } from "../html/pen";

/** All findings are in the page, waived ones too: it is filtered by who reads it. */
export const html: Format = (report, options) => {
  const { language, quiet } = options;
  const all = { ...options, show: { ...options.show, waived: true } };
  const shown = report.findings.filter((finding) => isShown(finding, all));
  if (quiet && shown.length === 0) return "";
  return pageText({
    report,
    language,
    listed: shown.map((finding, at) => ({ finding, id: placeId("finding", at) })),
    say: (id, params) => render(language, id, params),
  });
};
