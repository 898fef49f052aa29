/** Stacks as the engine drives the pack's own process, which takes seconds to start; test/engine runs it on every stack. */
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { asAnalyzed, type Preview } from "../parity/parity";
import { PackDriver, type PackResource } from "../support/pack-driver";
import { TODAY } from "../support/rule-tester";
import { folderOf, policiesFor, readPreview, stackOf } from "./stacks";

it.each(["first-deployment", "teardown"])("the pack's process reports what is expected of %s", async (name) => {
  expect(await reportedBy(name, "preview.json")).toEqual(policiesFor(name, "preview.json").map(({ said }) => said));
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
