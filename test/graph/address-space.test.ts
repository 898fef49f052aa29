import { describe, expect, test } from "vitest";
import { EVERYBODY, isWide, publicRuns, without } from "../../src/graph/address-space";

const runs = (...texts: string[]) => texts.flatMap((text) => publicRuns(text) ?? []);
const size = (...texts: string[]) => runs(...texts).reduce((sum, { first, last }) => sum + last - first + 1n, 0n);

describe("the public addresses of", () => {
  test.each<[string, bigint]>([
    ["47.96.0.1", 1n],
    ["47.96.0.0/16", 65536n],
    ["47.96.3.4/16", 65536n],
    ["203.0.113.0/24", 256n],
    ["10.0.0.0/8", 0n],
    ["10.1.2.3", 0n],
    ["10.0.0.0/7", 1n << 24n],
    ["100.64.0.0/10", 0n],
    ["127.0.0.1", 0n],
    ["169.254.0.0/16", 0n],
    ["172.16.0.0/12", 0n],
    ["172.0.0.0/8", (1n << 24n) - (1n << 20n)],
    ["192.168.1.0/24", 0n],
    ["2408:4000::/32", 1n << 96n],
    ["2408:4000::1", 1n],
    ["fd00::/8", 0n],
    ["fe80::/64", 0n],
  ])("%s", (text, expected) => {
    expect(publicRuns(text)).toBeDefined();
    expect(size(text)).toBe(expected);
  });

  test.each(["", "everybody", "0.0.0.0", "0.0.0.0/32", "47.96.0.0/33", "47.96.0", "47.96.0.0/16/2"])(
    "%j cannot be told",
    (text) => {
      expect(publicRuns(text)).toBeUndefined();
    },
  );

  test("both versions are never the same", () => {
    expect(without(runs("0.0.0.0/0"), runs("::/0"))).toEqual(runs("0.0.0.0/0"));
    expect(without(runs("::/0"), runs("0.0.0.0/0"))).toEqual(runs("::/0"));
    expect(without(EVERYBODY, runs("0.0.0.0/0", "::/0"))).toEqual([]);
  });
});

test("what is taken away leaves what is around it", () => {
  expect(without(runs("47.96.0.0/24"), runs("47.96.0.0/25"))).toEqual(runs("47.96.0.128/25"));
  expect(without(runs("47.96.0.0/24"), runs("47.96.0.128/25"))).toEqual(runs("47.96.0.0/25"));
  expect(without(runs("47.96.0.0/24"), runs("47.96.0.64/26"))).toEqual(runs("47.96.0.0/26", "47.96.0.128/25"));
  expect(without(runs("47.96.0.0/24"), runs("47.96.0.0/16"))).toEqual([]);
  expect(without(runs("47.96.0.0/24"), runs("47.96.1.0/24", "47.95.255.0/24"))).toEqual(runs("47.96.0.0/24"));
});

describe("the world is", () => {
  test.each<[string, string[], boolean]>([
    ["everybody", ["0.0.0.0/0"], true],
    ["everybody by IPv6", ["::/0"], true],
    ["a /15", ["47.96.0.0/15"], true],
    ["two halves of it", ["47.97.0.0/16", "47.96.0.0/16"], true],
    ["no /16", ["47.96.0.0/16"], false],
    ["no /16 twice", ["47.96.0.0/16", "47.96.0.0/16"], false],
    ["no two networks apart", ["47.96.0.0/16", "47.98.0.0/16"], false],
    ["a /31 of IPv6", ["2408:4000::/31"], true],
    ["no /32 of IPv6", ["2408:4000::/32"], false],
    ["no last network of IPv6 beside the first of IPv4", ["ffff:ffff::/32", "0.0.0.0/16"], false],
    ["nobody", [], false],
  ])("%s", (_, texts, expected) => {
    expect(isWide(runs(...texts))).toBe(expected);
  });
});
