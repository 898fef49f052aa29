/** The pages of a new rule, in every language: the same examples, and headings as all pages have them. */

const WORDS = {
  en: {
    folder: "docs/rules",
    why: ["Why do I get this", "To be written: what in a program leads to it, and why it matters."],
    todo: ["What do I do", "1. To be written."],
    example: [
      "Example",
      "To be written: programs and registers, each complete and short. What stands before both headings belongs to both.",
    ],
    bad: "Bad",
    good: "Good",
    decides: ["How it decides", "It judges each listed apex that this plan exposes."],
    verdicts: [
      ["Violation", "to be written."],
      ["Undetermined", "never."],
      ["Satisfied", "otherwise."],
      ["Not applicable", "never."],
    ],
    colon: ": ",
    blind: ["What it cannot see", "- To be written."],
    sources: "Sources",
  },
  zh: {
    folder: "docs/zh/rules",
    why: ["为什么会出现", "待写：程序中的什么情况导致此结果，为何重要。"],
    todo: ["如何处理", "1. 待写。"],
    example: ["示例", "待写：完整而简短的程序和备案台账。两个标题之前的内容属于两者。"],
    bad: "错误",
    good: "正确",
    decides: ["判定方式", "判定本计划中每个已列入台账的主域名。"],
    verdicts: [
      ["违规", "待写。"],
      ["无法判定", "从不。"],
      ["符合", "其他情况。"],
      ["不适用", "从不。"],
    ],
    colon: "：",
    blind: ["无法看到的情况", "- 待写。"],
    sources: "来源",
  },
};

const block = (language, text) => `\`\`\`${language}\n${text.trim()}\n\`\`\``;

const example = (domain) =>
  [
    block(
      "ts",
      `new alicloud.cdn.DomainNew("www", {
  domainName: "www.${domain}",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net", port: 443 }],
});`,
    ),
    block("yaml", `filings:\n  - domain: ${domain}\n    status: active`),
  ].join("\n\n");

const generated = (name) => `<!-- ${name}:start -->\n\n<!-- ${name}:end -->`;

function pageText(id, words) {
  const section = ([heading, text]) => `## ${heading}\n\n${text}`;
  return `${[
    `# ${id}`,
    generated("rule"),
    section(words.why),
    section(words.todo),
    section(words.example),
    `### ${words.bad}\n\n${example("change-me.com")}`,
    `### ${words.good}\n\n${example("example.com")}`,
    section(words.decides),
    words.verdicts.map(([verdict, text]) => `- **${verdict}**${words.colon}${text}`).join("\n"),
    section(words.blind),
    `## ${words.sources}\n\n${generated("sources")}`,
  ].join("\n\n")}\n`;
}

/** The file and the text of each page of a new rule. */
export const pagesOf = (id) => Object.values(WORDS).map((words) => [`${words.folder}/${id}.md`, pageText(id, words)]);
