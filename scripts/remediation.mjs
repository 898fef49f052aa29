/** What to do about the findings of each rule, from its page, as plain text: Pulumi shows it with the policy. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of Markdown: links without their targets, words without their marks, each paragraph in one line. */
const plainText = (markdown) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "")
    .trim();

/** The section `What do I do` of each page in `docs/rules`, by rule. */
export function remediationSteps(root) {
  const folder = join(root, "docs/rules");
  const steps = readdirSync(folder)
    .sort()
    .map((page) => {
      const [, section] = /\n## What do I do\n(.*?)\n## /s.exec(readFileSync(join(folder, page), "utf8")) ?? [];
      if (section === undefined) throw new Error(`docs/rules/${page} does not say what to do`);
      return [page.replace(/\.md$/, ""), plainText(section)];
    });
  return `${JSON.stringify(Object.fromEntries(steps), null, 2)}\n`;
}
