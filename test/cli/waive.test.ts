import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder, preview, type Around } from "./terminal";

const REGISTER = `# ours
version: 1
asOf: 2026-11-22
waivers: # accepted
  - { rule: icp-psb-filing, apex: example.com, reason: "later", until: 2027-01-31 }
# the end
`;
const FOR = ["--resource", "*::debug-box"];
const WHY = ["--reason", "office VPN only", "--until", "2027-01-31"];
const ADDED =
  '  - { rule: icp-unnamed-website, resource: "*::debug-box", reason: "office VPN only", until: 2027-01-31 }';

/** A folder with a register, and what it is after the command ran in it. */
async function waive(argv: readonly string[], register: string | Buffer = REGISTER, around: Around = {}) {
  const cwd = emptyFolder();
  const file = join(cwd, "icp.yaml");
  writeFileSync(file, register);
  const ran = await cli(["waive", ...argv], { cwd, ...around });
  const now = readFileSync(file);
  return { ...ran, now: now.toString("utf8"), isSame: now.equals(Buffer.from(register)) };
}

describe("waive", () => {
  it("adds a line, says where, and leaves the rest as it is", async () => {
    expect(await waive(["icp-unnamed-website", ...FOR, ...WHY])).toMatchObject({
      code: 0,
      out: "",
      err: "Wrote icp.yaml:6: icp-unnamed-website is waived for *::debug-box until 2027-01-31\n",
      now: REGISTER.replace("# the end", `${ADDED}\n# the end`),
    });
  });

  it("writes names in their one spelling, and all that is given", async () => {
    const given = ["--host", "WWW.例子.中国.", "--apex", "例子.中国", "--stack", "shop/*", "--owner", "web team"];
    const { err, now } = await waive(["icp-dns-record", ...given, ...WHY]);
    expect(now).toContain(
      'host: www.xn--fsqu00a.xn--fiqs8s, apex: xn--fsqu00a.xn--fiqs8s, stack: "shop/*", reason: "office VPN only", until: 2027-01-31, owner: "web team" }',
    );
    expect(err).toContain("for www.xn--fsqu00a.xn--fiqs8s and xn--fsqu00a.xn--fiqs8s in shop/* until");
  });

  it("keeps a byte order mark and line ends of Windows", async () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const { code, now } = await waive(["icp-unnamed-website", ...FOR, ...WHY], windows(REGISTER));
    expect({ code, now }).toEqual({ code: 0, now: windows(REGISTER.replace("# the end", `${ADDED}\n# the end`)) });
  });

  it("writes what check then finds", async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "icp.yaml"), "version: 1\nasOf: 2026-11-22");
    await cli(["waive", "icp-cdn-coverage", "--host", "static.example.com", ...WHY], { cwd });
    const { out } = await cli(["check", preview("cdn-scope-omitted"), "--register", "icp.yaml"], { cwd });
    expect(out).toContain("1 advisory, 1 waived");
  });

  it("refuses what is waived already, and says where", async () => {
    const { now } = await waive(["icp-unnamed-website", ...FOR, ...WHY]);
    const again = await waive(["icp-unnamed-website", ...FOR, ...WHY], now);
    expect(again).toMatchObject({ code: 2, isSame: true });
    expect(again.err).toBe(
      "alicloud-icp: icp.yaml:6: waivers[1]: waives icp-unnamed-website for the same already, until 2027-01-31; change that one, or remove it first\n",
    );
  });

  it("shows what would change and writes nothing", async () => {
    const argv = ["icp-unnamed-website", ...FOR, ...WHY, "--dry-run"];
    expect(await waive(argv)).toMatchObject({ code: 0, out: `icp.yaml:6: + ${ADDED}\n`, err: "", isSame: true });
    const { out, isSame } = await waive(argv, "version: 1\nasOf: 2026-11-22\nwaivers: [] # none\n");
    expect({ out, isSame }).toEqual({
      out: `icp.yaml:3: - waivers: [] # none\nicp.yaml:3: + waivers: # none\nicp.yaml:4: + ${ADDED}\n`,
      isSame: true,
    });
  });

  it("says that a waiver runs long", async () => {
    const { code, err, now } = await waive([
      ...["icp-unnamed-website", ...FOR, "--reason", "ours", "--until", "2028-01-01"],
    ]);
    expect({ code, err }).toEqual({
      code: 0,
      err: "Wrote icp.yaml:6: icp-unnamed-website is waived for *::debug-box until 2028-01-01\nicp-register-stale will report this waiver: it runs longer than a year from today, 2026-11-25\n",
    });
    expect(now).toContain("until: 2028-01-01");
  });

  it("finds the register above within the repository, by the environment and by its option", async () => {
    const root = emptyFolder();
    const cwd = join(root, "infra/shop");
    mkdirSync(cwd, { recursive: true });
    mkdirSync(join(root, ".git"));
    const argv = ["waive", "icp-unnamed-website", ...FOR, ...WHY];
    for (const name of ["icp.yaml", "infra/shop/one.yaml", "infra/shop/two.yaml"])
      writeFileSync(join(root, name), REGISTER);
    const above = await cli(argv, { cwd });
    expect(above.err).toBe(
      `Wrote ${join(root, "icp.yaml")}:6: icp-unnamed-website is waived for *::debug-box until 2027-01-31\n`,
    );
    expect((await cli(argv, { cwd, env: { ALICLOUD_ICP_REGISTER: "one.yaml" } })).err).toMatch(/^Wrote one\.yaml:6: /);
    expect((await cli([...argv, "--register", "two.yaml"], { cwd })).err).toMatch(/^Wrote two\.yaml:6: /);
    const texts = ["icp.yaml", "infra/shop/one.yaml", "infra/shop/two.yaml"].map((name) =>
      readFileSync(join(root, name), "utf8"),
    );
    expect(texts.every((text) => text.includes(ADDED))).toBe(true);
  });

  it("asks for a register first", async () => {
    const { code, err } = await cli(["waive", "icp-unnamed-website", ...FOR, ...WHY]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "alicloud-icp: there is no register to add it to; run alicloud-icp init PLAN first, or give one by --register\n",
    });
  });

  it.each<[string, readonly string[], string]>([
    [
      "a rule that is none",
      ["icp-unamed-website", ...FOR, ...WHY],
      'rule: unknown: "icp-unamed-website": did you mean icp-unnamed-website?',
    ],
    [
      "a whole rule",
      ["icp-dns-record", ...WHY, "--stack", "shop/*"],
      "icp-dns-record: would waive the whole rule; say for what with --resource, --host or --apex",
    ],
    [
      "a host that is none",
      ["icp-dns-record", "--host", "localhost", ...WHY],
      '--host: expected a public host name such as www.example.com; found "localhost": it is a special-use name',
    ],
    [
      "a host for a domain",
      ["icp-dns-record", "--apex", "www.example.com", ...WHY],
      '--apex: expected a registrable domain; found "www.example.com", which is a name under example.com: write example.com',
    ],
    [
      "no day",
      ["icp-dns-record", ...FOR, "--reason", "ours", "--until", "May"],
      '--until: expected a day such as 2027-01-31; found "May"',
    ],
    [
      "yesterday",
      ["icp-dns-record", ...FOR, "--reason", "ours", "--until", "2026-11-24"],
      "--until: 2026-11-24 has passed, today is 2026-11-25; give the last day on which the waiver is to hold",
    ],
    [
      "no reason",
      ["icp-dns-record", ...FOR, "--until", "2027-01-31"],
      "required option '--reason <text>' not specified",
    ],
    [
      "an empty reason",
      ["icp-dns-record", ...FOR, "--reason", " ", "--until", "2027-01-31"],
      '--reason: expected some text; found " "',
    ],
    [
      "a device",
      ["icp-dns-record", ...FOR, ...WHY, "--register", "/dev/null"],
      "/dev/null: is a pipe or a device; give a register file that can be written to",
    ],
    ["an empty glob", ["icp-dns-record", "--resource", "", ...WHY], '--resource: expected some text; found ""'],
  ])("refuses %s", async (_, argv, problem) => {
    const { code, out, err, isSame } = await waive(argv);
    expect({ code, out, err, isSame }).toEqual({ code: 2, out: "", err: `alicloud-icp: ${problem}\n`, isSame: true });
  });

  it.each<[string, string | Buffer, string]>([
    ["a faulty register", `${REGISTER}filngs: []\n`, "icp.yaml:7: filngs: unknown key; did you mean filings?"],
    [
      "one in UTF-16",
      Buffer.from(`\ufeff${REGISTER}`, "utf16le"),
      "icp.yaml: is in UTF-16; save it as UTF-8 before it is added to",
    ],
    [
      "a list that is an alias",
      "version: 1\nasOf: 2026-11-22\nx-all: &all []\nwaivers: *all\n",
      `icp.yaml:4: waivers: is an alias; write the waivers out here, and add ${ADDED.trim()}`,
    ],
  ])("leaves %s as it is", async (_, register, problem) => {
    const { code, out, err, isSame } = await waive(["icp-unnamed-website", ...FOR, ...WHY], register);
    expect({ code, out, err, isSame }).toEqual({ code: 2, out: "", err: `alicloud-icp: ${problem}\n`, isSame: true });
  });
});
