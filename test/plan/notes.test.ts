/** What is said of a part goes where the part goes: through its extract, and into the report, whatever it is. */
import { describe, expect, it } from "vitest";
import { isWanting, wantingLimits } from "../../src/report/format";
import { judge } from "../../src/judge";
import type { Language, Message } from "../../src/messages";
import { extractOf, type Extract } from "../../src/plan/extract";
import { extractText } from "../../src/plan/extract-file";
import { NOTE_IDS, paramsOfNote, UNSEEN_NOTES } from "../../src/plan/notes";
import { joinParts, readParts } from "../../src/plan/read";
import type { ReadPart } from "../../src/plan/read/part";
import { reportOf } from "../../src/report/report";
import type { Report } from "../../src/report/types";
import { said } from "../support/said";
import { planOf } from "../support/plan";
import { filed, TODAY } from "../support/rule-tester";
import { web } from "../support/stacks";

/** A note with something for all that it takes, in an order of its own, and a name that its part once had. */
const noteOf = (id: (typeof NOTE_IDS)[number]): Message => {
  const takes = Object.entries(paramsOfNote(id)).reverse();
  const params = takes.map(([name, kind]) => [name, kind === "text" ? `${name}-a, ${name}-b` : 3] as const);
  return { id, params: { ...Object.fromEntries(params), plan: "once" } };
};

/** A stack that satisfies all rules, of which this is to be said. */
function partWith(notes: readonly Message[], project = "web"): ReadPart {
  const { parts, resources } = planOf(web);
  const [only] = parts;
  if (!only) throw new Error("no part");
  const part = { ...only, id: `${project}/${only.stack}`, source: "x.icp.json", project, notes };
  return { part, resources: project === "web" ? resources.map((resource) => resource.as(part)) : [] };
}

const fileOf = (extracts: readonly unknown[]): Buffer => Buffer.from(extractText(extracts as readonly Extract[]));
const through = (read: ReadPart): readonly ReadPart[] => readParts(fileOf([extractOf(read)]), "x.icp.json");

const reported = (parts: readonly ReadPart[], language: Language = "en"): Report =>
  reportOf(judge(joinParts(parts), { register: filed(), today: TODAY }), { language });

describe.each(NOTE_IDS)("%s", (id) => {
  const read = partWith([noteOf(id)]);

  it("is said of the extract as of the part, in both languages", () => {
    for (const language of ["en", "zh"] as const) {
      const report = reported([read], language);
      expect(JSON.stringify(reported(through(read), language))).toBe(JSON.stringify(report));
      const [limit, ...others] = report.limits;
      expect([limit?.messageId, limit?.params["plan"], others]).toEqual([id, "web/dev", []]);
      expect(limit?.message).toContain("web/dev");
      for (const [name, kind] of Object.entries(paramsOfNote(id)))
        expect(limit?.message).toContain(kind === "text" ? `${name}-` : "3");
    }
  });

  it("is in the extract of the extract", () => {
    expect(through(read).map(extractOf)).toEqual([extractOf(read)]);
  });

  it("counts as something that is wanting where it says that something was not seen", () => {
    const report = reported(through(read));
    const isUnseen = UNSEEN_NOTES.includes(id);
    expect(report.plans).toMatchObject([{ complete: true }]);
    expect([isWanting(report), wantingLimits(report).length]).toEqual([isUnseen, isUnseen ? 1 : 0]);
  });
});

it("what counts is what was not seen, and not how a program was ended", () => {
  const known = [
    "limit.program-unconfigured",
    "limit.program-environments",
    "limit.program-secret-read",
  ] satisfies typeof UNSEEN_NOTES;
  expect(UNSEEN_NOTES).toEqual(expect.arrayContaining(known));
  for (const id of ["limit.program", "limit.program-left-open"] as const) expect(UNSEEN_NOTES).not.toContain(id);
});

it("notes come in the order of their plans, in whichever order these are given", () => {
  const parts = ["web", "api", "dns"].map((project) => partWith(NOTE_IDS.map(noteOf), project));
  const notesIn = (read: readonly ReadPart[]): Report["limits"] =>
    reported(read).limits.filter(({ messageId }) => NOTE_IDS.some((id) => id === messageId));
  const once = notesIn(parts);
  expect(once).toHaveLength(3 * NOTE_IDS.length);
  expect(notesIn([...parts].reverse())).toEqual(once);
  expect(notesIn(parts.flatMap(through))).toEqual(once);
});

describe("a note in an extract that no program gives", () => {
  const extract = extractOf(partWith([noteOf("limit.program-secret-read")]));
  const good = { id: "limit.program-secret-read", params: { key: "web:token" } };
  const refusal = (notes: unknown): string => said(() => readParts(fileOf([{ ...extract, notes }]), "x.icp.json"));

  it("is no fault while it is one", () => {
    expect(refusal([good])).toBe("nothing");
    expect(refusal([])).toBe("nothing");
  });

  it.each<[string, unknown]>([
    ["of another text", [{ ...good, id: "limit.region-unlisted" }]],
    ["of no text", [{ ...good, id: "limit.program-nobody-knows" }]],
    ["of what every object has", [{ id: "constructor", params: {} }]],
    ["without a text", [{ params: {} }]],
    ["without what it takes", [{ id: good.id, params: {} }]],
    ["without any parameters", [{ id: good.id }]],
    ["with what it does not take", [{ ...good, params: { key: "a", names: "b" } }]],
    ["that names its plan", [{ ...good, params: { key: "a", plan: "other/prod" } }]],
    ["with a text inside", [{ ...good, params: { key: { id: "limit.empty", params: { plan: "x" } } } }]],
    ["with a number for a text", [{ ...good, params: { key: 3 } }]],
    ["with a list for a text", [{ ...good, params: { key: ["a"] } }]],
    ["with what every object has", [{ ...good, params: JSON.parse('{"key":"a","__proto__":"b"}') as unknown }]],
    ["with more beside it", [{ ...good, lines: [good] }]],
    ["that is a text", ["limit.program"]],
    ["that is no list", { ...good }],
  ])("refuses the extract: %s", (_, notes) => {
    expect(refusal(notes)).toContain("is an extract that was changed after alicloud-icp extract had written it");
  });

  it("is shown as text of one line, whatever it says", () => {
    const hostile = "a\u001b[31m\n::error::b\u202e";
    const [read] = readParts(fileOf([{ ...extract, notes: [{ ...good, params: { key: hostile } }] }]), "x.icp.json");
    const [limit] = reported(read ? [read] : []).limits;
    expect(limit?.message).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});
