/** The report as one page that fetches nothing and may be kept. */
import { LANGUAGE_TAGS } from "../../messages/language";
import { createHash } from "node:crypto";
import { Markup, markup, type Piece } from "../markup";
import { domainsPart } from "./domain";
import { contentsPart, headerPart, summaryPart } from "./head";
import type { PagePen } from "./pen";
import { registerPart } from "./register";
import { inOrderPart, undecidedPart } from "./rest";
import { scriptOf } from "./script";
import { STYLE } from "./style";
import { findingsPart } from "./table";

/** From here on what is out of sight is drawn only when it is scrolled to. */
const MANY = 100;

export function pageText(pen: PagePen): string {
  const { language, say, report } = pen;
  const script = scriptOf();
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const { name, version } = report.tool;
  return markup`<!doctype html>
<html lang="${LANGUAGE_TAGS[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${titleOf(pen)}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body${pen.listed.length > MANY && markup` class="many"`}>
<a class="skip" href="#findings">${say("page.skip")}</a>
${headerPart(pen)}${contentsPart(pen)}<main>
${summaryPart(pen)}${findingsPart(pen)}${domainsPart(pen)}${registerPart(pen)}${undecidedPart(pen)}${inOrderPart(pen)}</main>
<footer><p>${say("page.footer", { tool: name, version })}</p></footer>
<script>${new Markup(script)}</script>
</body>
</html>
`.text;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function titleOf({ report, say }: PagePen): Piece {
  return [...report.plans.map(({ id }) => id), say("page.title")].slice(-2).join(" · ");
}
