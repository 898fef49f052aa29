/** How a picture looks: by day, by night and on paper. The verdict is in shape, line and sign as well as in colour. */

/** The colours, as they are given to whatever holds pictures. */
export const COLOURS = {
  light: `--paper: #ffffff; --ink: #1c2127; --soft: #57606a; --line: #d3d9e0; --veil: #f5f7f9; --link: #0b57a4;
  --violation: #b3261e; --violation-veil: #fdf1f0; --undetermined: #7d5200; --undetermined-veil: #fdf6e7;
  --satisfied: #1a6b3a; --satisfied-veil: #eef8f1; --not-applicable: #5a6470; --not-applicable-veil: #f5f7f9;`,
  dark: `--paper: #12161b; --ink: #e6e9ed; --soft: #a4aeb9; --line: #36404a; --veil: #1a2027; --link: #8ec2ff;
  --violation: #ff9d94; --violation-veil: #2f1a1b; --undetermined: #f0c264; --undetermined-veil: #2b2413;
  --satisfied: #82d3a0; --satisfied-veil: #14281c; --not-applicable: #a4aeb9; --not-applicable-veil: #1a2027;`,
} as const;

/** The faces of letters: those of the reader's system, Chinese ones included. */
export const FACES = {
  text: `system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
  names: `ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", monospace`,
} as const;

/** The parts of a picture, given the colours. */
export const PICTURE_STYLE = `
.picture { font-family: ${FACES.text}; color-scheme: light dark; }
.picture text { fill: var(--ink); }
.picture .name { font-family: ${FACES.names}; font-size: 12.5px; }
.picture .host .name, .picture .entry .name { font-weight: 600; }
.picture .detail { font-size: 11px; fill: var(--soft); }
.picture .why { font-size: 10.5px; fill: var(--soft); text-anchor: middle; paint-order: stroke; stroke: var(--paper);
  stroke-width: 7px; stroke-linejoin: round; }
.picture .box { fill: var(--paper); stroke: var(--tone); stroke-width: 1.25; }
.picture .host .box, .picture .entry .box { fill: var(--tint); }
.picture .bar { fill: var(--tone); }
.picture .way { fill: none; stroke: var(--tone); stroke-width: 1.25; }
.picture .head { fill: var(--tone); }
.picture .sign { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.picture .dot { fill: var(--tone); }
.picture .violation { --tone: var(--violation); --tint: var(--violation-veil); }
.picture .undetermined { --tone: var(--undetermined); --tint: var(--undetermined-veil); }
.picture .satisfied { --tone: var(--satisfied); --tint: var(--satisfied-veil); }
.picture .not-applicable { --tone: var(--not-applicable); --tint: var(--not-applicable-veil); }
.picture .violation .box, .picture .violation .way { stroke-width: 2.25; }
.picture .undetermined .box, .picture .undetermined .way { stroke-width: 1.75; stroke-dasharray: 7 4; }
.picture .not-applicable .box, .picture .not-applicable .way { stroke-dasharray: 1.5 3; stroke-linecap: round; }
.picture .outline { fill: none; stroke: var(--soft); stroke-width: 1.25; }
.picture .ground { fill: var(--paper); }
`;

/** The style of a picture that stands alone. */
export const ALONE_STYLE = `
.picture { ${COLOURS.light} }
@media (prefers-color-scheme: dark) { .picture { ${COLOURS.dark} } }
@media print { .picture { ${COLOURS.light} } }
${PICTURE_STYLE}`;
