/** The top of the page: the result, what was judged, by what, and the way to each part. */
import { isUnjudged } from "../format";
import { joinMarkup, markup, named, type Markup, type Piece } from "../markup";
import { tableOf, type PagePen } from "./pen";

/** The parts of the page, by the name of their place. */
const PARTS = ["summary", "findings", "domains", "register", "undecided", "in-order"] as const;

export function headerPart({ report, say }: PagePen): Markup {
  const { findings } = report.summary;
  const [tone, result] =
    findings.mandatory > 0
      ? ["violation", say("page.blocked", { n: findings.mandatory })]
      : findings.advisory > 0
        ? ["undetermined", say("page.advised", { n: findings.advisory })]
        : isUnjudged(report)
          ? ["undetermined", say("page.unjudged")]
          : ["satisfied", say("page.clear")];
  const { tool, now } = report;
  return markup`<header>
<p class="kicker">${joinMarkup(
    report.plans.map(({ id }) => named(id)),
    " · ",
  )}</p>
<h1>${say("page.title")}</h1>
<p class="result ${tone}">${result}</p>
<dl class="facts">
${fact(say("page.judged-on"), markup`<time datetime="${now}">${now}</time>`)}
${fact(say("page.tool"), `${tool.name} ${tool.version}`)}
${fact(say("page.data-as-of"), markup`<time datetime="${tool.dataAsOf}">${tool.dataAsOf}</time>`)}
${fact(say("page.register"), registerLine({ report, say }))}
</dl>
</header>
`;
}

const fact = (label: string, value: Piece): Markup => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;

function registerLine({ report: { register }, say }: Pick<PagePen, "report" | "say">): Piece {
  const { found, file, asOf, stale } = register;
  if (!found) return say("page.no-register");
  return [
    markup`${named(file ?? "")} · <time datetime="${asOf ?? ""}">${asOf ?? ""}</time>`,
    stale && markup` <span class="mark violation">${say("page.stale")}</span>`,
  ];
}

export const contentsPart = ({ say }: PagePen): Markup =>
  markup`<nav aria-label="${say("page.contents")}"><ol>
${PARTS.map((part) => markup`<li><a href="#${part}">${say(`page.${part}`)}</a></li>\n`)}</ol></nav>
`;

/** Numbers, and the plans that were judged. */
export function summaryPart({ report, say }: PagePen): Markup {
  const { findings, judgements, apexes, hosts, rules } = report.summary;
  const numbers: readonly (readonly [string, number, string])[] = [
    [say("page.mandatory"), findings.mandatory, findings.mandatory > 0 ? "violation" : ""],
    [say("page.advisory"), findings.advisory, findings.advisory > 0 ? "undetermined" : ""],
    [say("page.waived"), findings.waived, ""],
    ...(findings.baseline > 0 ? [[say("page.baseline"), findings.baseline, ""] as const] : []),
    [say("page.apexes"), apexes, ""],
    [say("page.hosts"), hosts, ""],
    [say("page.rules"), rules, ""],
  ];
  const verdicts = [
    [say("report.violation"), judgements.violation],
    [say("report.undetermined"), judgements.undetermined],
    [say("report.satisfied"), judgements.satisfied],
    [say("report.not-applicable"), judgements.notApplicable],
  ] as const;
  return markup`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">${say("page.summary")}</h2>
<dl class="numbers">
${numbers.map(([label, n, tone]) => markup`<div class="${tone}"><dt>${label}</dt><dd>${n}</dd></div>\n`)}</dl>
<p class="soft">${say("page.judgements")}: ${verdicts.map(([label, n]) => `${label} ${n}`).join(" · ")}</p>
${
  report.plans.length > 0 &&
  tableOf(
    say("page.plans"),
    [say("page.plan"), say("page.source"), say("page.completeness"), say("page.resources"), say("page.of-alicloud")],
    report.plans.map(({ id, source, complete, resources, alicloudResources }) => [
      named(id),
      markup`<code>${named(source)}</code>`,
      complete ? say("page.complete") : markup`<span class="mark undetermined">${say("page.incomplete")}</span>`,
      resources,
      alicloudResources,
    ]),
  )
}
</section>
`;
}
