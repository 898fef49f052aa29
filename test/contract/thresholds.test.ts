/** What ages is in the data: code has no limits of its own, and the texts name those of the data. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "../../src/messages/en";
import { zh } from "../../src/messages/zh";
import { idsIn, statementOf } from "../../src/vocabulary/statements";
import { THRESHOLDS, type Threshold } from "../../src/vocabulary/thresholds";

const rows = Object.entries(THRESHOLDS).flatMap(([unit, ofUnit]) =>
  Object.entries<Threshold>(ofUnit).map(([id, row]) => ({ unit, id, ...row })),
);

describe("each threshold", () => {
  it.each(rows)("$unit $id has a value of its unit, and a source that is known", ({ unit, value, source }) => {
    if (unit === "since") expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
    else expect(value).toBeGreaterThan(0);
    expect(idsIn(source).filter((id) => statementOf(id, "en") !== undefined)).not.toEqual([]);
  });
});

describe("what code says itself", () => {
  const LAW = ["filing", "judging", "rules", "products", "graph", "register"];
  const files = LAW.flatMap((room) =>
    readdirSync(join("src", room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join("src", room, file)),
  );
  /** What is shown to users as an example of a day. */
  const EXAMPLES = [join("src", "register", "skeleton.ts"), join("src", "register", "snippets.ts")];

  it("is neither a day from which something holds nor a number of days", () => {
    const limit = /=\s*"\d{4}-\d\d-\d\d"|\b(?:DAYS|MONTHS|HOURS|LIMIT|SINCE)(?:_NEEDED)?\s*=\s*\d/;
    const own = files.filter((file) => !EXAMPLES.includes(file) && limit.test(readFileSync(file, "utf8")));
    expect(own).toEqual([]);
  });
});

describe("what the texts say", () => {
  const WORDS: Readonly<Record<string, number>> = { three: 3 };
  const UNITS: Readonly<Record<string, string>> = {
    "working days": "workingDays",
    days: "days",
    months: "months",
    hours: "hours",
    个工作日: "workingDays",
    天: "days",
    个月: "months",
    小时: "hours",
  };
  const PERIOD = /(\d+|three)(?:\s(?:to|至)\s(\d+))?\s(working days|days|months|hours|个工作日|天|个月|小时)/g;

  /** The periods that a text names, as `days 30`. */
  const periodsOf = (text: string): readonly string[] =>
    [...text.matchAll(PERIOD)].flatMap(([, from = "", to, unit = ""]) =>
      [from, ...(to === undefined ? [] : [to])].map((n) => `${UNITS[unit] ?? unit} ${WORDS[n] ?? n}`),
    );

  const known = new Set(rows.map(({ unit, value }) => `${unit} ${value}`));

  it.each([
    ["en", en],
    ["zh", zh],
  ] as const)("in %s are the periods of the data", (_, texts) => {
    const said = Object.entries(texts).flatMap(([id, text]) => periodsOf(text).map((period) => ({ id, period })));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(({ period }) => !known.has(period))).toEqual([]);
  });
});
