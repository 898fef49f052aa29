import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, daysBetween, isDay, isMoment, momentOf, today, workingDaysBetween } from "../../src/base/calendar";

describe("today", () => {
  it.each([
    ["2026-11-22T15:59:59Z", "2026-11-22"],
    ["2026-11-22T16:00:00Z", "2026-11-23"],
    ["2026-12-31T16:00:00Z", "2027-01-01"],
  ])("at %s it is %s in Shanghai", (now, day) => {
    expect(today(new Date(now))).toBe(day);
  });
});

describe("momentOf", () => {
  it("has no parts of a second, and does not round", () => {
    expect(momentOf(new Date("2026-11-22T15:59:59.999Z"))).toBe("2026-11-22T15:59:59Z");
  });
});

describe("isDay", () => {
  it.each([
    ["2024-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["2026-11-22T00:00:00Z", false],
    ["", false],
  ])("%s: %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe("isMoment", () => {
  it.each([
    ["2024-02-29T23:59:59Z", true],
    ["2026-02-29T00:00:00Z", false],
    ["2026-11-22T24:00:00Z", false],
    ["2026-11-22T00:00:60Z", false],
    ["2026-11-22T00:00:00.000Z", false],
    ["2026-11-22T00:00:00+08:00", false],
    ["2026-11-22T00:00Z", false],
    ["2026-11-22", false],
  ])("%s: %s", (text, expected) => {
    expect(isMoment(text)).toBe(expected);
  });
});

describe("workingDaysBetween", () => {
  it.each([
    ["2026-11-20", "2026-11-25", 3], // Friday to Wednesday
    ["2026-11-25", "2026-11-25", 0],
    ["2026-11-21", "2026-11-22", 0], // a weekend
    ["2026-11-16", "2026-11-30", 10],
    ["2026-11-26", "2026-11-25", 0],
  ])("from %s to %s: %i", (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count);
  });
});

test("days are added and counted alike", () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays("2000-01-01", offset));
  fc.assert(
    fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
      const other = addDays(day, count);
      expect(isDay(other)).toBe(true);
      expect(daysBetween(day, other)).toBe(count);
      expect(other < day).toBe(count < 0);
    }),
  );
});
