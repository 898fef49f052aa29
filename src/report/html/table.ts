/** The table of all findings, which can be sorted and filtered. */
import { markup, named, type Markup } from "../markup";
import { plainLine } from "../../base/plain";
import { scrolled, stateOfFinding, verdictMark, type Listed, type PagePen } from "./pen";
import { placeOf } from "../place";
import { planToTell } from "../stacks";

const LEVELS = ["mandatory", "advisory"] as const;
const VERDICTS = ["violation", "undetermined"] as const;
const STATES = { open: "page.open", waived: "page.is-waived", baseline: "page.is-baseline" } as const;

export function findingsPart(pen: PagePen): Markup {
  const { say, listed } = pen;
  const title = markup`<h2 id="findings-title">${say("page.findings")}</h2>`;
  if (listed.length === 0)
    return markup`<section id="findings" aria-labelledby="findings-title">${title}<p>${say("page.none")}</p></section>\n`;
  const heads = [say("page.level"), say("page.verdict"), say("page.domain"), say("page.finding"), say("page.where")];
  const rows = listed.map((one) => rowOf(one, pen));
  const table = markup`<table id="all" role="table"><caption>${say("page.all-findings")}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => markup`<th scope="col" role="columnheader" aria-sort="none"><span class="plain">${head}</span><button type="button" class="sort">${head}<span class="arrow" aria-hidden="true"></span></button></th>`)}</tr></thead>
<tbody role="rowgroup">
${rows}</tbody></table>`;
  return markup`<section id="findings" aria-labelledby="findings-title">
${title}
${filterOf(pen)}
${scrolled(say("page.all-findings"), table)}
</section>
`;
}

/**
 * A row; its data are what is filtered and sorted by. It is laid out as a grid, which may be skipped while it is out of
 * sight; its roles say that it is a row all the same.
 */
function rowOf({ finding, id }: Listed, pen: PagePen): Markup {
  const { say } = pen;
  const { level, verdict, apex = "", rule, message } = finding;
  const state = stateOfFinding(finding);
  const plan = planToTell(finding, pen.report);
  return markup`<tr role="row" data-level="${level}" data-verdict="${verdict}" data-standing="${state}" data-domain="${apex}"><td role="cell" data-key="${LEVELS.indexOf(level)}"><span class="level ${level}">${say(`report.${level}`)}</span></td><td role="cell" data-key="${VERDICTS.indexOf(verdict)}">${verdictMark(pen, verdict)}${
    state !== "open" && markup` <span class="state">${say(STATES[state])}</span>`
  }</td><td role="cell">${apex === "" ? say("report.no-apex") : named(apex)}</td><td role="cell"><a href="#${id}"><bdi>${message}</bdi></a> <code class="rule">${rule}</code></td><td role="cell"><code>${named(placeOf(finding) ?? finding.resource?.name ?? "")}</code>${plan !== undefined && markup` <span class="soft">${named(plan)}</span>`}</td></tr>
`;
}

function filterOf({ say, listed }: PagePen): Markup {
  const domains = [...new Set(listed.flatMap(({ finding: { apex } }) => apex ?? []))].sort();
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]): Markup =>
    markup`<label>${label} <select name="${name}"><option value="*">${say("page.any")}</option>${options.map(
      ([value, text]) => markup`<option value="${value}">${text}</option>`,
    )}</select></label>\n`;
  const all = listed.length;
  return markup`<form class="filter live" role="search" aria-label="${say("page.filter")}">
<label class="wide">${say("page.search")} <input type="search" name="text" autocomplete="off" spellcheck="false"></label>
${select(
  "level",
  say("page.level"),
  LEVELS.map((level) => [level, say(`report.${level}`)]),
)}${select(
    "verdict",
    say("page.verdict"),
    VERDICTS.map((verdict) => [verdict, say(`report.${verdict}`)]),
  )}${select(
    "domain",
    say("page.domain"),
    domains.map((apex) => [apex, shortName(apex)]),
  )}${select(
    "standing",
    say("page.state"),
    Object.entries(STATES).map(([state, id]) => [state, say(id)]),
  )}<button type="reset">${say("page.reset")}</button>
</form>
<p class="count live" aria-live="polite" data-text="${say("page.count", { shown: "#", all })}">${say("page.count", { shown: all, all })}</p>`;
}

const MOST_IN_CHOICE = 60;
const shortName = (name: string): string => {
  const text = plainLine(name);
  return text.length > MOST_IN_CHOICE ? `${text.slice(0, MOST_IN_CHOICE)}…` : text;
};
