/** Each stack through each door: the command, and the pack as the engine drives it. The real engine is in test/engine. */
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { cli } from "../cli/terminal";
import { asAnalyzed, bothDoors, type Preview } from "../parity/parity";
import { PackDriver, type PackResource } from "../support/pack-driver";
import { aboutOf, lines, TODAY } from "../support/rule-tester";
import {
  expectationOf,
  expectedOf,
  folderOf,
  judgeStack,
  linesFor,
  policiesFor,
  previewFiles,
  readPreview,
  registerOf,
  stackNames,
  stackOf,
} from "./stacks";

interface Reported {
  readonly findings: readonly {
    readonly rule: string;
    readonly verdict: string;
    readonly hosts: readonly string[];
    readonly apex?: string;
    readonly resources: readonly { readonly name: string }[];
    readonly waived?: true;
  }[];
}

describe.each(stackNames)("%s", (name) => {
  const files = previewFiles(name);

  it("gives exactly the expected findings", () => {
    expect(lines(judgeStack(name)).sort()).toEqual(linesFor("command", expectationOf(name).findings));
  });

  it("says of each expected finding why", () => {
    const { findings, alone = {} } = expectationOf(name);
    for (const { because } of [...findings, ...Object.values(alone).flat()]) expect(because).not.toBe("");
    expect(Object.keys(alone)).toEqual(files.length > 1 ? files.map(stackOf) : []);
  });

  it("is reported by the command, with the register beside it", async () => {
    const { code, out, err } = await cli(["check", ...files, "--format", "json"], { cwd: resolve(folderOf(name)) });
    expect(err).toBe("");
    const { findings } = JSON.parse(out) as Reported;
    const found = findings.map(
      (finding) => `${finding.rule} ${finding.verdict} ${aboutOf(finding)}${finding.waived ? " waived" : ""}`,
    );
    expect(found.sort()).toEqual(linesFor("command", expectationOf(name).findings));
    const judged = judgeStack(name).findings;
    const blocks = judged.some(
      ({ level, verdict, waiver }) => level === "mandatory" && verdict === "violation" && waiver === undefined,
    );
    expect(code).toBe(blocks ? 1 : 0);
  });

  it.each(files)("%s is the same to the pack, but for what only the command is told", (file) => {
    const { command, pack } = bothDoors(readPreview(name, file), registerOf(name));
    const onlyCommand = expectedOf(name, file).filter(({ doors }) => doors?.includes("pack") === false);
    const isTold = (finding: unknown) => {
      const { rule, verdict } = finding as { rule: string; verdict: string };
      return !onlyCommand.some((one) => one.rule === rule && one.verdict === verdict);
    };
    expect(pack).toEqual(command.filter(isTold));
    expect(pack).toHaveLength(linesFor("pack", expectedOf(name, file)).length);
  });
});

/** The pack's own process, which takes seconds to start; test/engine runs it on every stack. */
describe("the pack's process reports what is expected", () => {
  it.each(["first-deployment", "teardown"])("of %s", async (name) => {
    expect(await reportedBy(name, "preview.json")).toEqual(policiesFor(name, "preview.json").map(({ said }) => said));
  });
});

async function reportedBy(name: string, file: string): Promise<readonly string[]> {
  const preview = readPreview(name, file);
  const pack = await PackDriver.start({
    project: name,
    stack: stackOf(file),
    stackConfig: preview.config ?? {},
    env: { PWD: resolve(folderOf(name)), ALICLOUD_ICP_NOW: TODAY },
  });
  try {
    const { resource, stack } = await pack.preview(packResources(preview));
    return [...resource, ...stack].map(({ policy, level }) => `${level} ${policy}`).sort();
  } finally {
    pack.stop();
  }
}

/** What the engine tells the pack: inputs first, then everything with its dependencies. */
function packResources(preview: Preview): PackResource[] {
  const { inputs, stack } = asAnalyzed(preview);
  return stack.map((told, at): PackResource => {
    const { urn, type, name, provider, parent, dependencies = [], propertyDependencies = {}, props } = told;
    return {
      urn,
      type,
      name,
      inputs: { ...inputs[at]?.props },
      outputs: { ...props },
      ...(provider ? { provider: { urn: provider.urn, props: { ...provider.props } } } : {}),
      ...(parent ? { parent: parent.urn } : {}),
      dependencies: dependencies.map((one) => one.urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(propertyDependencies).map(([key, urns]) => [key, urns.map((one) => one.urn)]),
      ),
    };
  });
}
