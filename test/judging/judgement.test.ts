/** What each verdict becomes: which of its words it takes, and which it leaves alone. */
import { describe, expect, it } from "vitest";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, unlessDoubted, violates, worded } from "../../src/filing/verdict";
import { judgementOf, type Presentation } from "../../src/judging/judgement";
import { message } from "../../src/messages";
import { doubt } from "../../src/plan/fact";

const subject = { apex: "example.com" };
const wrong = message("icp-commercial-licence", { apex: "example.com" });
const why = doubt("computed");
const note = message("icp-server-bandwidth.eip", { server: "web" });

const presented: Presentation = {
  what: "example.com",
  on: () => ({ property: "scope", ground: "S3-20", cause: "edge" }),
  remedies: () => [{ id: "bandwidth" }],
};
const on = { property: "scope", ground: "S3-20", cause: "edge" };
const unasked = (): never => {
  throw new Error("only a finding is asked for this");
};

describe("a judgement", () => {
  it("of a violation says what is wrong, and what to do about it", () => {
    const against = () => [{ id: "check" as const }];
    expect(judgementOf(violates(wrong), subject, { ...presented, against, note: unasked })).toEqual({
      verdict: "violation",
      subject,
      ...on,
      message: wrong,
      remedies: [{ id: "bandwidth" }],
    });
  });

  it("of a doubt says what it is about, and what to do about a violation unless something else helps", () => {
    const says = {
      verdict: "undetermined",
      subject,
      ...on,
      message: message("undetermined", { what: "example.com" }),
      doubt: why,
    };
    expect(judgementOf(undeterminedBy(why), subject, presented)).toEqual({ ...says, remedies: [{ id: "bandwidth" }] });
    const against = (given: unknown) => (given === why ? [{ id: "check" as const }] : []);
    expect(judgementOf(undeterminedBy(why), subject, { ...presented, against })).toEqual({
      ...says,
      remedies: [{ id: "check" }],
    });
  });

  it("that finds nothing asks for nothing that only findings show", () => {
    const silent: Presentation = { what: "", on: unasked, remedies: unasked, against: unasked };
    expect(judgementOf(SATISFIED, subject, silent)).toEqual({ verdict: "satisfied", subject });
    expect(judgementOf(NOT_APPLICABLE, subject, silent)).toEqual({ verdict: "not-applicable", subject });
    expect(judgementOf(SATISFIED, subject, { ...silent, note: () => note })).toEqual({
      verdict: "satisfied",
      subject,
      note,
    });
    expect(judgementOf(NOT_APPLICABLE, subject, { ...silent, note: () => note })).not.toHaveProperty("note");
  });
});

describe("a verdict", () => {
  it("in doubt is no violation, and nothing else changes by it", () => {
    expect(unlessDoubted(violates("short"), why)).toEqual(undeterminedBy(why));
    expect(unlessDoubted(violates("short"), undefined)).toEqual(violates("short"));
    const first = undeterminedBy(doubt("secret"));
    expect([SATISFIED, NOT_APPLICABLE, first].map((verdict) => unlessDoubted(verdict, why))).toEqual([
      SATISFIED,
      NOT_APPLICABLE,
      first,
    ]);
  });

  it("is worded where something is wrong", () => {
    const shout = (text: string) => text.toUpperCase();
    expect(worded(violates("short"), shout)).toEqual(violates("SHORT"));
    expect([SATISFIED, NOT_APPLICABLE, undeterminedBy(why)].map((verdict) => worded(verdict, unasked))).toEqual([
      SATISFIED,
      NOT_APPLICABLE,
      undeterminedBy(why),
    ]);
  });
});
