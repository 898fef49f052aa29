import { describe, expect, it } from "vitest";
import excluded from "../../data/excluded-types.json";
import sources from "../../data/sources.json";
import statements from "../../data/statements.json";
import { render } from "../../src/messages";
import { zh } from "../../src/messages/zh";
import { CHINESE_PAGES, readPage } from "../docs/pages";
import { spacingIn } from "../support/spacing";

describe("the spacing of a Chinese text", () => {
  it.each<[string, string]>([
    ["a space before a name", "中国内地的 ECS实例"],
    ["a space behind a name", "弹性公网IP 的地址"],
    ["no space before a Latin word", "指向CDN 的域名"],
    ["no space behind a Latin word", "CDN节点"],
    ["no space before a number", "须在30 天内"],
    ["a half-width comma", "域名,主域名"],
    ["half-width brackets", "记录 (解析)"],
    ["a space behind a comma", "已备案， 请更正"],
  ])("is wrong: %s", (_, text) => {
    expect(spacingIn(text)).not.toEqual([]);
  });

  it.each<[string, string]>([
    ["names", "中国内地的ECS实例和CDN域名须有ICP备案，可绑定弹性公网IP"],
    ["Latin words and numbers", "网站或 App 由 CDN 提供服务，须在 30 天内办理"],
    ["numbers of filings", "例如 浙ICP备12345678号-1、京ICP证030173号"],
  ])("is right: %s", (_, text) => {
    expect(spacingIn(text)).toEqual([]);
  });
});

/** Each Chinese text in a document of data. */
const textsIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        key === "zh" && typeof each === "string" ? [each] : textsIn(each),
      )
    : [];

describe("every Chinese text is spaced by one rule", () => {
  it("of the messages", () => {
    const told = Object.entries(zh).flatMap(([id, text]) =>
      spacingIn(text.replace(/\{[^{}]*\}|`[^`]*`/g, "_")).map((wrong) => `${id}: ${wrong}`),
    );
    expect(told).toEqual([]);
  });

  it("of the messages, where words of the language are filled in: these bring the space that they need", () => {
    const spaced =
      /\p{Script=Han} \{\w+(?:\|(?!list\b)\w+|#[\w-]+)\}|\{\w+(?:\|(?!list\b)\w+|#[\w-]+)\} \p{Script=Han}/u;
    expect(Object.entries(zh).filter(([, text]) => spaced.test(text))).toEqual([]);
    const params = { host: "a.cn", apex: "a.cn", region: "overseas" };
    expect(render("zh", "icp-filed-domain-split", params)).toBe(
      "a.cn 已备案，a.cn 却仅由中国内地以外的加速节点提供服务",
    );
    expect(render("zh", "icp-filed-domain-split", { ...params, region: "cn-hongkong" })).toContain(
      "以外的 cn-hongkong 提供",
    );
  });

  it.each([
    ["statements", statements],
    ["sources", sources],
    ["types that are not read", excluded],
  ])("of the %s", (_, data) => {
    expect(textsIn(data).flatMap(spacingIn)).toEqual([]);
  });

  it.each(CHINESE_PAGES)("of %s", (file) => {
    expect(readPage(file).prose.flatMap(spacingIn)).toEqual([]);
  });
});
