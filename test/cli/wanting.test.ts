/** No command that reads plans passes over in silence what it was not shown. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder } from "./terminal";

const stack = { urn: "urn:pulumi:dev::web::pulumi:pulumi:Stack::web-dev", type: "pulumi:pulumi:Stack", custom: false };
const bucket = { urn: "urn:pulumi:dev::web::aws:s3/bucket:Bucket::b", type: "aws:s3/bucket:Bucket", custom: true };
const state = (resources: readonly object[]): string => JSON.stringify({ version: 3, deployment: { resources } });
const REGISTER = "version: 1\nasOf: 2026-11-20\nfilings: [{ domain: example.com, status: active }]\n";

/** Plans that do not show enough, and what is to be said of each. */
const PLANS: Readonly<Record<string, readonly [text: string, says: RegExp]>> = {
  "an empty stack": [state([]), /has no resources: nothing was judged of it/],
  "a stack of another cloud": [state([stack, bucket]), /has no resources of Alibaba Cloud: nothing was judged of it/],
  "a preview that hides resources": [
    JSON.stringify({
      steps: [{ op: "create", urn: stack.urn, newState: stack }],
      changeSummary: { create: 1, same: 9 },
    }),
    /9 unchanged resources|does not show 9 of its resources/,
  ],
};

/** The commands that take plans, as the help says. */
async function commandsOfPlans(): Promise<readonly (readonly string[])[]> {
  const { out } = await cli(["--help"]);
  const names = [...out.matchAll(/^ {2}([a-z]+) \[options\] \[plan\.\.\.\]/gm)].map(([, name = ""]) => name);
  const reading = await Promise.all(names.map(async (name) => [name, (await cli([name, "--help"])).out] as const));
  return reading.flatMap(([name, help]) => [[name], ...(help.includes("--update") ? [[name, "--update"]] : [])]);
}

describe("what a plan does not show", () => {
  it("is said by every command that reads plans", async () => {
    const commands = await commandsOfPlans();
    expect(commands.map((command) => command.join(" "))).toEqual(
      expect.arrayContaining(["check", "baseline", "graph", "init", "init --update"]),
    );
    for (const [name, [text, says]] of Object.entries(PLANS)) {
      for (const command of commands) {
        const cwd = emptyFolder();
        writeFileSync(join(cwd, "plan.json"), text);
        if (command.includes("--update")) writeFileSync(join(cwd, "icp.yaml"), REGISTER);
        const { out, err } = await cli([...command, "plan.json"], { cwd });
        expect((out + err).replace(/\s+/g, " "), `${command.join(" ")} of ${name}`).toMatch(says);
      }
    }
  });
});
