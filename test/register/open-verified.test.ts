/** What the cloud said hangs on the register, whichever door opens that. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPlans } from "../../src/library/check";
import { verifiedFileOf } from "../../src/register/find";
import { openRegister } from "../../src/register/open";
import { bytesOf, cli } from "../cli/terminal";
import { TODAY } from "../support/rule-tester";
import { errorOf, start } from "./loading";
import { VERIFIED, VERIFIED_TEXT } from "./verified";

let folder = "";
const at = (path: string): string => join(folder, path);
const write = (path: string, text: string | Uint8Array): void => {
  writeFileSync(at(path), text);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "icp-verified-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("verifiedFileOf", () => {
  it.each([
    ["icp.yaml", "icp.verified.json"],
    ["ops/foo.yaml", "ops/foo.verified.json"],
    ["/work/foo.bar.YML", "/work/foo.bar.verified.json"],
    ["icp.json", "icp.verified.json"],
    ["ops.d/register", "ops.d/register.verified.json"],
  ])("%s: %s", (register, expected) => {
    expect(verifiedFileOf(register)).toBe(expected);
  });
});

describe("openRegister", () => {
  const open = (explicit: unknown) => openRegister({ explicit, env: {}, startFolders: [folder], today: TODAY });

  it("has what the cloud said beside the register", () => {
    write("icp.yaml", start);
    expect(open("icp.yaml").verified).toBeUndefined();
    write("icp.verified.json", VERIFIED_TEXT);
    expect(open("icp.yaml").verified).toStrictEqual(VERIFIED);
    expect(open(undefined).verified).toStrictEqual(VERIFIED);
  });

  it("has none for a register that is no file of that name", () => {
    write("icp.verified.json", VERIFIED_TEXT);
    write("ops.yaml", start);
    expect(open("ops.yaml").verified).toBeUndefined();
    expect(open({ version: 1, asOf: "2026-11-22" }).verified).toBeUndefined();
  });

  it("names the file by the name of the register", () => {
    write("icp.yaml", start);
    write("icp.verified.json", "{}");
    expect(errorOf(() => open("icp.yaml")).said("en")[0]).toBe("icp.verified.json:1: version: is missing; expected 1");
  });
});

describe("a file beside the register", () => {
  const ANEW =
    "icp.verified.json: only alicloud-icp register --verify --write writes this file; run it again, or remove the file";
  const SAYS = "icp.verified.json:1: version: is missing; expected 1";
  beforeEach(() => {
    write("plan.json", bytesOf("cdn-scope-omitted"));
    write("icp.yaml", start);
  });

  it.each([[["check", "plan.json"]], [["register"]], [["baseline", "plan.json"]], [["graph", "plan.json"]]])(
    "is refused by the command where it is faulty: %j",
    async (argv) => {
      write("icp.verified.json", "{}");
      expect(await cli(argv, { cwd: folder })).toEqual({
        code: 2,
        out: "",
        err: expect.stringContaining(`alicloud-icp: ${SAYS}\n`) as unknown,
      });
    },
  );

  it("is refused by the library where it is faulty", () => {
    write("icp.verified.json", "{}");
    const check = () => checkPlans({ plans: [], register: at("icp.yaml"), today: TODAY });
    expect(errorOf(check).said("en").at(-1)?.endsWith(ANEW)).toBe(true);
  });

  it.each(["icp.verified.json", "link.json"])("is never written over by a report: %s", async (output) => {
    write("icp.verified.json", VERIFIED_TEXT);
    symlinkSync("icp.verified.json", at("link.json"));
    for (const argv of [["check", "plan.json"], ["register"]]) {
      const { code, err } = await cli([...argv, "--now", TODAY, "--format", "json", "--output", output], {
        cwd: folder,
      });
      expect([code, err]).toEqual([2, `alicloud-icp: ${output}: is one of the files to be read; write another one\n`]);
    }
  });

  it("is no plan in a folder of plans", async () => {
    mkdirSync(at("plans"));
    write("plans/plan.json", bytesOf("cdn-scope-omitted"));
    write("plans/icp.yaml", start);
    write("plans/icp.verified.json", VERIFIED_TEXT);
    const { out } = await cli(["check", "plans", "--now", TODAY, "--format", "json"], { cwd: folder });
    expect((JSON.parse(out) as { plans: { source: string }[] }).plans.map(({ source }) => source)).toEqual([
      "plans/plan.json",
    ]);
  });
});
