/** What to do about the findings of each rule, from its page, as plain text: Pulumi shows it with the policy. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the pages of a language are, and what stands above what to do. */
const EDITIONS = {
  en: { folder: "docs/rules", heading: "What do I do" },
  zh: { folder: "docs/zh/rules", heading: "如何处理" },
};

/** The text of Markdown: links without their targets, words without their marks; a glob keeps its stars. */
const plainText = (markdown) =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|`/g, "")
    .trim();

function stepsOf(root, { folder, heading }) {
  const pages = readdirSync(join(root, folder)).sort();
  const steps = pages.map((page) => {
    const text = readFileSync(join(root, folder, page), "utf8");
    const [, rest] = text.split(`\n## ${heading}\n`);
    if (rest === undefined) throw new Error(`${folder}/${page} does not say what to do`);
    return [page.replace(/\.md$/, ""), plainText(rest.split("\n## ")[0])];
  });
  return Object.fromEntries(steps);
}

/** That section of the page of each rule, by language and rule. */
export const remediationSteps = (root) =>
  `${JSON.stringify(Object.fromEntries(Object.entries(EDITIONS).map(([id, edition]) => [id, stepsOf(root, edition)])), null, 2)}\n`;
