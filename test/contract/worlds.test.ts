/** When a plan with an unknown and the worlds that it stands for disagree. */
import { describe, expect, it } from "vitest";
import { hold } from "./worlds/hold";
import type { Told } from "./worlds/told";

describe("what is held", () => {
  const said = (verdict: Told["verdict"], host = "www.example.com"): Told => ({
    rule: "icp-dns-record",
    verdict,
    host,
    apex: "example.com",
    urns: [],
    message: "",
    why: undefined,
  });
  const kinds = (unsure: readonly Told[], ...worlds: readonly (readonly Told[])[]) =>
    hold(
      unsure,
      worlds.map((told, at) => ({ name: String(at), told })),
      true,
    ).map(({ kind }) => kind);

  it("is broken by silence where a world has something to say", () => {
    expect(kinds([], [], [said("violation")])).toEqual(["silence"]);
    expect(
      kinds([said("violation", "api.example.com")], [said("undetermined"), said("violation", "api.example.com")]),
    ).toEqual(["silence"]);
  });

  it("is broken by a violation that some world has not", () => {
    expect(kinds([said("violation")], [said("violation")], [])).toEqual(["wolf"]);
    expect(kinds([said("violation")], [said("violation")], [said("undetermined")])).toEqual(["wolf"]);
  });

  it("is broken by a doubt about which all worlds agree", () => {
    expect(kinds([said("undetermined")], [said("violation")], [said("violation")])).toEqual(["needless"]);
    expect(kinds([said("undetermined")], [], [])).toEqual(["needless"]);
  });

  it("holds where what is said is what all worlds come to", () => {
    expect(kinds([said("violation")], [said("violation")], [said("violation")])).toEqual([]);
    expect(kinds([said("undetermined")], [said("violation")], [])).toEqual([]);
    expect(kinds([], [], [])).toEqual([]);
  });
});
