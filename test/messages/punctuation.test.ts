import { describe, expect, it } from "vitest";
import {
  joinClauses,
  joinList,
  joinSentences,
  sentence,
  withColon,
  withSemicolon,
} from "../../src/messages/punctuation";

describe("punctuation", () => {
  it("ends a sentence", () => {
    expect(sentence("en", "Correct the register")).toBe("Correct the register.");
    expect(sentence("zh", "请更正备案台账")).toBe("请更正备案台账。");
  });

  it("joins sentences, with a space only where the language has one", () => {
    expect(joinSentences("en", ["One.", "Two."])).toBe("One. Two.");
    expect(joinSentences("zh", ["一。", "二。"])).toBe("一。二。");
    expect(joinSentences("zh", [])).toBe("");
  });

  it("puts a colon or a semicolon between two parts", () => {
    expect(withColon("en", "path", "a → b")).toBe("path: a → b");
    expect(withColon("zh", "路径", "a → b")).toBe("路径：a → b");
    expect(withSemicolon("en", "2 hosts", "no register")).toBe("2 hosts; no register");
    expect(withSemicolon("zh", "2 个域名", "无备案台账")).toBe("2 个域名；无备案台账");
  });

  it("joins parts that are not of one kind", () => {
    expect(joinClauses("en", ["is filed", "浙ICP备12345678号-1"])).toBe("is filed, 浙ICP备12345678号-1");
    expect(joinClauses("zh", ["已备案", "浙ICP备12345678号-1"])).toBe("已备案，浙ICP备12345678号-1");
  });

  it("lists things", () => {
    expect(joinList("en", ["a", "b"])).toBe("a, b");
    expect(joinList("zh", ["a", "b"])).toBe("a、b");
  });
});
