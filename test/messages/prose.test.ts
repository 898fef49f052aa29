import { describe, expect, it } from "vitest";
import { chineseIn, englishIn } from "../support/prose";

describe("the English in a text", () => {
  it.each<[string, string, ...string[]]>([
    ["a sentence", "is a binary file; expected YAML text in UTF-8", "is a binary file"],
    ["a part of a Chinese one", "不存在；expected a file here：请更正", "expected a file here"],
    ["after a word with a capital", "Plan: The file is missing", "file is missing"],
    ["behind a place", "icp.yaml:4: filings[0].status: is not known here", "is not known here"],
    ["with an apostrophe", "is another user's folder", "is another user's folder"],
    ["in brackets", "无法读取（permission was denied）", "permission was denied"],
    ["in half-width brackets", "x (there is none) y", "there is none"],
    ["before a command", "请运行 run this now pulumi preview", "run this now"],
    ["behind a command", "`x` pulumi stack export writes it anew", "writes it anew"],
    ["behind an option", "pass --output for another file", "for another file"],
    ["before a colon", "could not read: 无", "could not read"],
    ["in colours", "\u001b[31mis\u001b[0m not known", "is not known"],
    ["twice", "one two three, four five six", "one two three", "four five six"],
    ["behind one quote, which is no pair", 'it is 5" wide here now', "wide here now"],
  ])("is told: %s", (_, text, ...rows) => {
    expect(englishIn(text)).toEqual(rows);
  });

  it.each<[string, string]>([
    ["Chinese", "应为主域名，例如 example.com；实为 www.example.com"],
    ["a command line", "请提供 pulumi preview --json --show-sames 或 pulumi stack export 输出的 JSON"],
    ["a command line with a file", "请运行 alicloud-icp check plan.json --format json，再提交"],
    ["a command line of three words", "请用 pulumi state repair 修复"],
    ["a command line in brackets", "（pulumi stack export）"],
    ["a command line of the shell", "cd infra && npx alicloud-icp init PLAN > icp.yaml"],
    ["a completion script's", "运行 alicloud-icp completion bash"],
    ["code in backticks", "请运行 `make all of it`"],
    ["a text in quotes", '实为 "not filed at all"：是否应为 unfiled？'],
    ["a text with quotes in it", String.raw`实为 "a \"b c d e\" f"，`],
    ["a text in single quotes", "选项 'one two three' 无效"],
    ["a text in Chinese quotes", "写作 “one two three”"],
    ["words of an enumeration", "以下之一：unfiled, pending-initial, active, cancelling, revoked, empty-shell"],
    ["keys", "waivers[0].until, staleAfterDays asOf x_y a/b c:d"],
    ["columns", "mandatory  advisory  disabled  undetermined"],
    ["lines", "mandatory\nadvisory\ndisabled"],
    ["YAML", "- { rule: icp-dns-record, apex: example.com, until: 2027-01-01 }"],
    ["options", "-f json --lang zh --fail-on mandatory"],
    ["two words", "provider 的设置 web server 和 web server"],
    ["names with capitals", "Elastic Compute Service"],
  ])("is none: %s", (_, text) => {
    expect(englishIn(text)).toEqual([]);
  });
});

describe("the Chinese in a text", () => {
  it.each<[string, string, ...string[]]>([
    ["a sentence", "icp.yaml: 不存在；应为文件", "不存在；应为文件"],
    ["a word in an English one", "the order 新增接入 adds it", "新增接入"],
    ["punctuation alone", "icp.yaml：is empty", "："],
    ["two", "是 a 否", "是", "否"],
  ])("is told: %s", (_, text, ...rows) => {
    expect(chineseIn(text)).toEqual(rows);
  });

  it.each<[string, string]>([
    ["English", "is a binary file; expected YAML text in UTF-8 (…)"],
    ["the number of a filing", "such as 浙ICP备12345678号-1, 浙ICP备12345678号-2A or 京ICP证030173号"],
    ["a name in its own letters", "中国.cn leads to 例子.中国"],
    ["a text in quotes", 'found "审核中": did you mean pending?'],
    ["code in backticks", "`备案`"],
    ["an address", "https://example.com/文档"],
  ])("is none: %s", (_, text) => {
    expect(chineseIn(text)).toEqual([]);
  });
});
