/** A finding in full: what, where, by what evidence, on what ground, and what to do. */
import { dateText } from "../../vocabulary/sources";
import { bracketsIn, joinClauses, withColon, withSemicolon } from "../../messages/punctuation";
import { joinMarkup, markup, named, preformatted, type Markup, type Piece } from "../markup";
import { addressOf } from "../links";
import { ownSpotOf, placeOf, spotText } from "../place";
import { crossings, planToTell, stackOfFinding } from "../stacks";
import { excuseText, factOf, linkFor } from "../telling";
import type { ReportFinding, ReportRemedy, ReportSource, ReportStep } from "../types";
import { shortType, waitsIn } from "../violation";
import { stateOfFinding, verdictMark, type Listed, type PagePen } from "./pen";

/** The findings of a domain. The fact that several rest on is told once. */
export function findingSections(listed: readonly Listed[], pen: PagePen): Piece {
  const told = new Map<string, string>();
  return listed.map((one) => findingSection(one, pen, told));
}

function findingSection({ finding, id }: Listed, pen: PagePen, told: Map<string, string>): Markup {
  const { say } = pen;
  const { rule, verdict, level, message, path, host, waitsFor = [], remedies } = finding;
  const plan = planToTell(finding, pen.report);
  const state = stateOfFinding(finding);
  const stack = stackOfFinding(finding);
  const waits = waitsIn(waitsFor, stack, pen.language, finding.alsoWaitsFor);
  return markup`<article class="finding ${state === "open" ? verdict : "excused"}" id="${id}" aria-labelledby="${id}-title" tabindex="-1">
<p class="tags">${verdictMark(pen, verdict)} <span class="level ${level}">${say(`report.${level}`)}</span> ${
    state !== "open" &&
    markup`<span class="state">${say(state === "waived" ? "page.is-waived" : "page.is-baseline")}</span> `
  }<code class="rule">${rule}</code></p>
<h4 id="${id}-title"><bdi>${message}</bdi></h4>
<dl>
${row(say("page.where"), whereOf(finding, pen))}
${path.length > 0 && row(say("page.path"), pathOf(host, path, stack, pen))}
${row(say("page.waits"), waits)}
${plan !== undefined && row(say("page.plan"), named(plan))}
${finding.waiver && row(say("page.waived"), markup`<bdi>${excuseText(finding, pen.language)}</bdi>`)}
${row(say("page.fact"), groundOf(finding, pen, told, id))}
</dl>
${remedies.length > 0 && markup`<h5>${say("page.ways-out")}</h5>\n<ol class="ways">${remedies.map((one) => remedyOf(one, pen))}</ol>`}
<p class="more"><a href="${linkFor(finding, pen.report)}" rel="noreferrer">${say("page.more", { rule })}</a></p>
</article>
`;
}

const row = (label: string, value: Piece): Piece =>
  value !== undefined && value !== "" && markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`;

/** The resource, the property, file and line, and where the component around it is made. */
function whereOf(finding: ReportFinding, { say }: PagePen): Piece {
  const { urn, resource, property } = finding;
  const place = placeOf(finding);
  const own = ownSpotOf(finding);
  const parts = [
    resource && markup`${named(resource.name)} (<code>${named(shortType({ urn, type: resource.type }))}</code>)`,
    property !== undefined && markup`<code>${named(property)}</code>`,
    place !== undefined && markup`<code>${named(place)}</code>`,
    own && markup`${say("report.inside")} <code>${named(spotText(own, ""))}</code>`,
  ].filter((part) => part !== undefined && part !== false);
  return parts.length === 0 ? undefined : joinMarkup(parts, " · ");
}

function pathOf(host: string | undefined, path: readonly ReportStep[], from: string, { say }: PagePen): Markup {
  const stacks = crossings(path, from);
  const steps = path.map(({ urn, name, type, why }, at) => {
    const stack = stacks[at];
    const crossing = stack !== undefined && markup` <span class="soft">${named(stack)}</span>`;
    return markup`<li><span class="soft">${say(`why.${why}` as "why.entry")}</span> ${named(name)} <code>${named(shortType({ urn, type }))}</code>${crossing}</li>`;
  });
  return markup`<ol class="path">${host !== undefined && markup`<li>${named(host)}</li>`}${steps}</ol>`;
}

/** The statement that a finding rests on; in full only where it is told for the first time. */
function groundOf(finding: ReportFinding, pen: PagePen, told: Map<string, string>, id: string): Piece {
  const fact = factOf(finding, pen.report);
  if (!fact) return undefined;
  const above = told.get(fact.id);
  if (above !== undefined) return markup`<a href="#${above}">${pen.say("page.fact-above", { id: fact.id })}</a>`;
  told.set(fact.id, id);
  const between = withSemicolon(pen.language, "", "");
  const { open, close } = bracketsIn(pen.language);
  const grounds = joinMarkup([fact.id, ...fact.sources.map((source) => sourceOf(source, pen))], between);
  return markup`${fact.text}<span class="soft">${open}${grounds}${close}</span>`;
}

/** A source with its day, linked where its address is known. */
function sourceOf(source: ReportSource, { language }: PagePen): Markup {
  const url = addressOf(source);
  const name = url === undefined ? source.name : markup`<a href="${url}" rel="noreferrer">${source.name}</a>`;
  return markup`${name}${joinClauses(language, ["", dateText(source, language)])}`;
}

function remedyOf({ text, snippet }: ReportRemedy, { say, language }: PagePen): Markup {
  const copy = markup`<button type="button" class="copy live" data-done="${say("page.copied")}">${say("page.copy")}</button>`;
  const label = withColon(language, say("page.copy"), text);
  return markup`<li><bdi>${text}</bdi>${
    snippet !== undefined &&
    markup`<div class="snippet"><pre tabindex="0" role="group" aria-label="${label}"><code>${preformatted(snippet)}</code></pre>${copy}</div>`
  }</li>\n`;
}
