/** What is worked out once, and for how long it is remembered. */
import { expect, it } from "vitest";
import { memo, memoIn } from "../../src/base/memo";

it("works once for each object, also where nothing comes of it", () => {
  const asked: object[] = [];
  const find = memo((key: object): string | undefined => {
    asked.push(key);
    return undefined;
  });
  const [one, other] = [{}, {}];
  for (const key of [one, other, one]) expect(find(key)).toBeUndefined();
  expect(asked).toEqual([one, other]);
});

it("works once for each key within an object, also where nothing comes of it", () => {
  const asked: string[] = [];
  const find = memoIn((key: string, within: { readonly name: string }) => {
    asked.push(`${key} in ${within.name}`);
    return key === "none" ? undefined : key + within.name;
  });
  const [one, other] = [{ name: "one" }, { name: "other" }];
  const found = () => [find("a", one), find("a", other), find("none", one), find("b", one)];
  expect(found()).toEqual(["aone", "aother", undefined, "bone"]);
  expect(found()).toEqual(["aone", "aother", undefined, "bone"]);
  expect(asked).toEqual(["a in one", "a in other", "none in one", "b in one"]);
});
