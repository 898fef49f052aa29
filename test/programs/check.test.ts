/** Every program through the door that runs it: it finds what is found in its preview, texts and places included. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { layOut } from "../../scripts/engine/layouts.cjs";
import { emptyFolder, type Ran } from "../cli/terminal";
import { DIFFERENT, JUDGED, REFUSED } from "./exceptions";
import {
  awkward,
  bothDoors,
  captures,
  command,
  comparable,
  linesOf,
  withoutPreview,
  type Captured,
  type Reported,
} from "./programs";

/** Several take their turn at once, on a machine that may do other things, too. */
const PATIENCE = 240_000;

const label = ({ folder, file }: Captured): string => `${folder}/${file}`;
const judged = captures.filter(({ name }) => !(name in REFUSED));
const same = judged.filter(({ name }) => !(name in DIFFERENT));
const different = judged.filter(({ name }) => name in DIFFERENT);

describe.concurrent("a program", { timeout: PATIENCE }, () => {
  it.each(same.map((one) => [label(one), one] as const))("%s is found to be its preview", async (_label, captured) => {
    const { program, preview } = await bothDoors(captured);
    const [ran, previewed] = [comparable(program), comparable(preview)];
    expect(linesOf(ran)).toEqual(linesOf(previewed));
    expect(ran).toEqual(previewed);
    expect(program.code).toBe(preview.code);
  });

  it.each(different.map((one) => [label(one), one] as const))(
    "%s differs from its preview in what is said of it",
    async (_label, captured) => {
      const { program, preview } = await bothDoors(captured);
      const [ran, previewed] = [comparable(program), comparable(preview)];
      const [more, less] = [linesOf(ran), linesOf(previewed)];
      const expected = DIFFERENT[captured.name];
      expect({
        program: more.filter((line) => !less.includes(line)),
        preview: less.filter((line) => !more.includes(line)),
      }).toEqual({ program: expected?.program, preview: expected?.preview });
      // What is the same once more is no exception.
      expect(ran).not.toEqual(previewed);
    },
  );
});

describe.concurrent("a program that cannot be judged", { timeout: PATIENCE }, () => {
  it.each(Object.entries(REFUSED))("%s is refused with the reason", async (name, { program, options = [], says }) => {
    const { code, out, err } = await command(["check", ".", ...options], resolve(awkward(program ?? name)));
    const said = err.split("\n").filter((line) => line.startsWith(PREFIX));
    expect(said.map((line) => line.slice(PREFIX.length))).toEqual(says);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });
});
const PREFIX = "alicloud-icp: ";

describe.concurrent("a program without a preview", { timeout: PATIENCE }, () => {
  it.each(Object.entries(JUDGED))(
    "%s is judged",
    async (name, { program, options = [], env, findings, limits = [] }) => {
      const folder = resolve(awkward(program ?? name));
      const ran = await command(["check", ".", ...options, "--format", "json"], folder, env);
      expect(linesOf(comparable(ran))).toEqual(findings);
      const said = (JSON.parse(ran.out) as { limits: { messageId: string }[] }).limits.map(
        ({ messageId }) => messageId,
      );
      expect(said.filter((id) => id.startsWith("limit.program-"))).toEqual(limits);
    },
  );
});

describe.concurrent("the extract of a program", { timeout: PATIENCE }, () => {
  const noted: typeof JUDGED = {
    ...Object.fromEntries(Object.entries(JUDGED).filter(([, { limits = [] }]) => limits.length > 0)),
    configured: { findings: [], limits: ["limit.program-secret-read"] },
  };

  it.each(Object.entries(noted))("%s has its notes", async (name, { program, options = [], limits = [] }) => {
    const folder = resolve(awkward(program ?? name));
    const file = join(emptyFolder(), "it.icp.json");
    const format = ["--format", "json", "--fail-on", "never", "--fail-on", "incomplete"];
    const [ran] = await Promise.all([
      command(["check", ".", ...options, ...format], folder),
      command(["extract", ".", ...options, "--output", file], folder),
    ]);
    const extracted = await command(["check", file, ...format], folder);
    const limitsOf = ({ out }: Ran): Reported["limits"] => (JSON.parse(out) as Reported).limits;
    expect(limitsOf(ran).map(({ messageId }) => messageId)).toEqual(expect.arrayContaining([...limits]));
    expect(limitsOf(extracted)).toEqual(limitsOf(ran));
    expect(extracted.code).toBe(ran.code);
  });
});

describe.concurrent("what a program does not ask for", { timeout: PATIENCE }, () => {
  it("is named: configuration that it reads in any way is asked for", async () => {
    const fixtures = join(emptyFolder(), "fixtures.yaml");
    const config = {
      token: "x",
      "configured:text": "12",
      names: '["www"]',
      "alicloud:region": "cn-hangzhou",
      "other:apex": "example.cn",
      ports: "[1]",
      tokne: "x",
      "alicloud:regoin": "cn-hangzhou",
    };
    writeFileSync(fixtures, JSON.stringify({ functions: {}, config }));
    const { out, err } = await command(
      ["check", ".", "--fixtures", fixtures, "--format", "json"],
      resolve(awkward("configured")),
    );
    expect(err).toBe("");
    const limits = (JSON.parse(out) as Reported).limits;
    expect(limits.filter(({ messageId }) => messageId === "limit.fixtures-unused")).toMatchObject([
      { params: { keys: "config.tokne, config.alicloud:regoin" } },
    ]);
  });
});

describe.concurrent("an output that a stack does not have", { timeout: PATIENCE }, () => {
  it("is named as it was asked for, whatever it is called", async () => {
    const options = ["--stack-output", "acme/web/prod=outputs.json", "--format", "json"];
    const { out } = await command(["check", ".", ...options], resolve(awkward("missing-output")));
    const { limits } = JSON.parse(out) as { limits: { messageId: string; params: Record<string, string> }[] };
    const named = limits.filter(({ messageId }) => messageId === "limit.program-no-output");
    expect(named.map(({ params }) => [params["stack"], params["output"]])).toEqual(
      ["adress", "more of it", "scop"].map((output) => ["acme/web/prod", output]),
    );
  });
});

describe.concurrent("the folder of a program", { timeout: PATIENCE }, () => {
  const linked = layOut(resolve(awkward("components")), "linked");
  afterAll(() => {
    linked.dispose();
  });

  it("may be named from elsewhere, and be a link", async () => {
    const elsewhere = emptyFolder();
    const reports = await Promise.all(
      [resolve(awkward("components")), linked.dir].map((folder) =>
        command(["check", folder, "--format", "json"], elsewhere),
      ),
    );
    const [named, throughLink] = reports.map((report) => linesOf(comparable(report)));
    expect(named).toHaveLength(5);
    expect(throughLink).toEqual(named);
  });
});

describe.concurrent("programs that refer to each other", { timeout: PATIENCE }, () => {
  const named = ["dns-project", "cluster-project"];
  it.each([[named], [[...named].reverse()]])(
    "are judged together, in any order; neither waits for the other without end: %s",
    async (order) => {
      const register = ["--register", "dns-project/icp.yaml", "--stack", "prod"];
      const ran = await command(["check", ...order, ...register, "--format", "json"], resolve("test/programs/real"));
      const report = comparable(ran);
      expect(report.plans).toHaveLength(2);
      // Each has what the other gives: the address behind the records is known, and one of their domains is not filed.
      expect(linesOf(report)).toEqual([
        "icp-dns-record violation www.example.net",
        "icp-server-missing violation www.example.net",
      ]);
    },
  );
});

it("every awkward program is judged or refused, and every exception is one", () => {
  const named = (list: Readonly<Record<string, { readonly program?: string }>>): string[] =>
    Object.entries(list).map(([name, { program }]) => program ?? name);
  const told = [...named(REFUSED), ...named(JUDGED)];
  expect(withoutPreview.filter((name) => !told.includes(name))).toEqual([]);
  const programs = [...withoutPreview, ...captures.map(({ name }) => name)];
  expect([...told, ...Object.keys(DIFFERENT)].filter((name) => !programs.includes(name))).toEqual([]);
  const previewed = Object.entries(REFUSED).filter(([name]) => captures.some((one) => one.name === name));
  expect(previewed.filter(([, { why = "" }]) => why === "")).toEqual([]);
});
