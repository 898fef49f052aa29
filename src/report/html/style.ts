/** How the page looks: by day, by night, on paper, wide and narrow. */
import { COLOURS, FACES, PICTURE_STYLE } from "../picture/style";

const BASE = `
:root { ${COLOURS.light} color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { ${COLOURS.dark} } }
@media print { :root { ${COLOURS.light} color-scheme: light; } }
* { box-sizing: border-box; }
html { font: 16px/1.55 ${FACES.text}; color: var(--ink); background: var(--paper); scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 74rem; padding: 2.5rem 2rem 4rem; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, h4, h5, p, dl, ol, ul, dd { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; }
h2 { font-size: 1.35rem; line-height: 1.3; font-weight: 650; margin-bottom: 1rem; }
h3 { font-size: 1.15rem; font-weight: 650; }
h4 { font-size: 1rem; font-weight: 600; line-height: 1.45; }
h5 { font-size: 0.8125rem; font-weight: 600; color: var(--soft); margin-top: 0.75rem; }
code, pre { font-family: ${FACES.names}; font-size: 0.85em; }
section { margin-top: 3rem; }
section h3 + ul { margin-top: 0.5rem; }
.soft, .unsaid, .kicker, caption, dt { color: var(--soft); }
.skip { position: absolute; left: -99rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 2; }
.skip:focus { left: 1rem; top: 1rem; }
.live { display: none; }
.scripted .live { display: revert; }
`;

const TOP = `
.kicker { font-size: 0.875rem; margin-bottom: 0.25rem; }
.result { margin-top: 1.25rem; padding: 0.75rem 1rem; border-left: 4px solid var(--tone); background: var(--tint);
  font-size: 1.125rem; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 0.75rem 2rem; margin-top: 1.25rem;
  font-size: 0.9375rem; }
.facts dt { font-size: 0.8125rem; }
nav { margin-top: 1.75rem; border-block: 1px solid var(--line); font-size: 0.9375rem; }
nav ol { display: flex; flex-wrap: wrap; gap: 0 1.75rem; list-style: none; padding: 0; }
nav a { display: inline-block; padding: 0.6rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.numbers { display: flex; flex-wrap: wrap; gap: 1rem 2.75rem; margin-bottom: 1rem; }
.numbers div { display: flex; flex-direction: column-reverse; }
.numbers dd { font-size: 1.75rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums;
  color: var(--tone, inherit); }
.numbers dt { font-size: 0.8125rem; }
.violation { --tone: var(--violation); --tint: var(--violation-veil); }
.undetermined { --tone: var(--undetermined); --tint: var(--undetermined-veil); }
.satisfied { --tone: var(--satisfied); --tint: var(--satisfied-veil); }
.not-applicable, .excused { --tone: var(--not-applicable); --tint: var(--not-applicable-veil); }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--soft); }
`;

const TABLES = `
.scroll { overflow-x: auto; margin-top: 1rem; }
table { width: 100%; min-width: 46rem; border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; }
caption { text-align: start; font-size: 0.8125rem; padding-bottom: 0.35rem; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line);
  font-weight: 400; min-width: 5.5rem; max-width: 34rem; }
tbody th { min-width: 8.5rem; }
thead th { font-size: 0.8125rem; font-weight: 600; border-bottom-color: var(--soft); white-space: nowrap; }
tbody tr:hover { background: var(--veil); }
#all, #all caption, #all thead, #all tbody { display: block; }
#all tr { display: grid; grid-template-columns: 8rem 8.5rem 10rem minmax(0, 1fr) 12rem; gap: 0 1rem;
  border-bottom: 1px solid var(--line); }
#all thead tr { border-bottom-color: var(--soft); }
#all tr[hidden] { display: none; }
#all th, #all td { border: 0; padding-right: 0; min-width: 0; max-width: none; }
.many #all tbody tr { content-visibility: auto; contain-intrinsic-size: auto 3.5rem; }
#all td a { text-decoration-color: var(--line); }
#all td a:hover { text-decoration-color: currentColor; }
.bare { list-style: none; padding: 0; }
.sort { display: none; font: inherit; color: inherit; background: none; border: 0; padding: 0.25rem 0; margin: -0.25rem 0;
  cursor: pointer; }
.scripted .sort { display: inline-block; }
.scripted .sort + .plain, .scripted th .plain { display: none; }
.arrow { display: inline-block; width: 1em; padding-left: 0.3em; }
[aria-sort=none] .arrow { opacity: 0.45; }
[aria-sort] .arrow:after { content: "↕"; }
[aria-sort=ascending] .arrow:after { content: "↑"; }
[aria-sort=descending] .arrow:after { content: "↓"; }
.scripted .filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; }
.filter label { font-size: 0.8125rem; color: var(--soft); max-width: 100%; }
.filter .wide { flex: 1 1 14rem; }
.filter input, .filter select { display: block; width: 100%; max-width: 18rem; }
.filter .wide input { max-width: none; }
input, select, button { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--paper);
  border: 1px solid var(--soft); border-radius: 4px; padding: 0.35rem 0.6rem; min-height: 2.1rem; }
button { cursor: pointer; }
button:hover { background: var(--veil); }
.count { margin-top: 0.75rem; font-size: 0.875rem; color: var(--soft); }
.mark { color: var(--tone); font-weight: 600; white-space: nowrap; }
.level { white-space: nowrap; }
.level.mandatory { font-weight: 600; }
.state { border: 1px solid var(--soft); border-radius: 3px; padding: 0 0.35em; font-size: 0.8125rem; white-space: nowrap; }
.rule { color: var(--soft); }
`;

const DOMAINS = `
.legend { display: block; max-width: 100%; }
.legend + .apex { margin-top: 1rem; }
time { white-space: nowrap; }
.apex { margin-top: 2rem; padding-top: 1.25rem; border-top: 2px solid var(--ink); }
.many .apex { content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.filing { color: var(--soft); font-size: 0.9375rem; }
.filing strong { color: var(--ink); font-weight: 600; }
.drawing { margin-top: 1rem; }
.canvas { overflow: auto; max-height: 40rem; resize: vertical; border: 1px solid var(--line); border-radius: 6px; }
.canvas svg { display: block; }
.scripted .zoom { display: flex; flex-wrap: wrap; gap: 0.35rem; align-items: center; margin-bottom: 0.4rem; font-size: 0.8125rem; }
.zoom button { min-width: 2.1rem; }
.zoom .soft { margin-left: 0.5rem; }
details { margin-top: 1rem; }
summary { cursor: pointer; font-size: 0.9375rem; width: fit-content; color: var(--link); }
.finding { margin-top: 1.25rem; padding: 0.25rem 0 0.25rem 1rem; border-left: 3px solid var(--tone); }
.many .finding { content-visibility: auto; contain-intrinsic-size: auto 16rem; }
.finding.undetermined { border-left-style: dashed; }
.finding.excused { border-left-style: dotted; }
.tags { font-size: 0.8125rem; display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin-bottom: 0.2rem; }
.finding dl { margin-top: 0.5rem; font-size: 0.9375rem; }
.finding dl > div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 1rem; padding: 0.15rem 0; }
.finding dt { font-size: 0.8125rem; padding-top: 0.12rem; }
.path { list-style: none; padding: 0; }
.path li { display: inline; }
.path li + li:before { content: " → "; color: var(--soft); }
.ways { padding-left: 1.4rem; font-size: 0.9375rem; }
.ways li { padding: 0.1rem 0; }
.snippet { position: relative; margin: 0.4rem 0 0.5rem; }
.snippet pre { margin: 0; padding: 0.75rem 5rem 0.75rem 0.9rem; overflow-x: auto; background: var(--veil);
  border: 1px solid var(--line); border-radius: 4px; line-height: 1.5; overflow-wrap: normal; }
.snippet button { position: absolute; top: 0.4rem; right: 0.4rem; min-height: 0; padding: 0.15rem 0.55rem; font-size: 0.8125rem; }
.more { margin-top: 0.5rem; font-size: 0.875rem; }
.excused h4, .excused dl { color: var(--soft); }
`;

const NARROW = `
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .finding dl > div { grid-template-columns: 1fr; padding: 0.25rem 0; }
  .numbers { gap: 0.75rem 1.75rem; }
  #all { min-width: 0; }
  #all thead tr { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  #all tbody tr { grid-template-columns: auto auto minmax(0, 1fr); padding: 0.4rem 0; }
  #all td { padding: 0.1rem 0; }
  #all td:nth-child(n + 4) { grid-column: 1 / -1; }
  section { margin-top: 2.25rem; }
}
`;

const PAPER = `
@page { margin: 16mm 14mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  .scripted .live, .live, .skip, nav { display: none; }
  .scripted .sort { display: none; }
  .scripted th .plain { display: inline; }
  section, .apex { margin-top: 1.5rem; }
  #domains { break-before: page; }
  .many .apex, .many .finding, .many #all tbody tr { content-visibility: visible; }
  .canvas { max-height: none; overflow: visible; border: 0; }
  .canvas svg { max-width: 100%; height: auto; max-height: 22cm; }
  .scroll { overflow: visible; }
  table { min-width: 0; font-size: 8.5pt; }
  th, td { min-width: 3.5rem; padding-right: 0.6rem; }
  tbody th { min-width: 6.5rem; }
  thead { display: table-header-group; }
  tr, h4, .finding dl > div, .snippet, .result, .numbers { break-inside: avoid; }
  h2, h3, h4, h5, .tags, .filing { break-after: avoid; }
  summary { display: none; }
  #all { display: table; }
  #all caption { display: table-caption; }
  #all thead { display: table-header-group; }
  #all tbody { display: table-row-group; }
  #all tr { display: table-row; }
  #all th, #all td { padding-right: 0.6rem; }
  #all td:nth-child(3) { min-width: 7rem; }
  #all td:nth-child(5) { min-width: 6rem; }
  details:not([open])::details-content { display: block; content-visibility: visible; block-size: auto; }
  .snippet pre { white-space: pre-wrap; padding-right: 0.9rem; }
  a { color: inherit; text-decoration: none; }
  .more a:after { content: " (" attr(href) ")"; color: var(--soft); }
}
`;

export const STYLE = [BASE, TOP, TABLES, DOMAINS, PICTURE_STYLE, NARROW, PAPER].join("");
