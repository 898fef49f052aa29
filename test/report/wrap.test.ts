import { describe, expect, it } from "vitest";
import { padTo, widthOf, wrap } from "../../src/report/wrap";

describe("the width of a text", () => {
  it.each([
    ["abc", 3],
    ["备案", 4],
    ["备案: ok", 8],
    ["，", 2],
    ["e\u0301", 1],
    ["", 0],
  ])("%s takes %i columns", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it("pads by columns", () => {
    expect(padTo("备案", 6)).toBe("备案  ");
    expect(padTo("long", 2)).toBe("long");
  });
});

describe("wrapping", () => {
  it("breaks at spaces", () => {
    expect(wrap("one two three", 8)).toEqual(["one two", "three"]);
  });

  it("breaks between Chinese characters, never before a closing mark or after an opening one", () => {
    expect(wrap("域名尚未备案", 6)).toEqual(["域名尚", "未备案"]);
    expect(wrap("域名尚未，备案", 8)).toEqual(["域名尚", "未，备案"]);
    expect(wrap("域名尚（未备案）", 8)).toEqual(["域名尚", "（未备", "案）"]);
  });

  it("keeps words whole, the longest included", () => {
    const urn = "urn:pulumi:dev::web::alicloud:ecs/instance:Instance::web";
    expect(wrap(`the ${urn} is`, 20)).toEqual(["the", urn, "is"]);
    expect(wrap("域名example.com域名", 12)).toEqual(["域名", "example.com", "域名"]);
  });

  it("keeps every character but the spaces at breaks", () => {
    const text = "www.example.com 解析到中国内地的“web”（EIP）… 而 example.com 尚未备案！";
    for (let width = 10; width < 80; width++) {
      expect(wrap(text, width).join("").replace(/ /g, "")).toBe(text.replace(/ /g, ""));
    }
  });

  it("gives no line for no text", () => {
    expect(wrap("  ", 10)).toEqual([]);
  });
});
