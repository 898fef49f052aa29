/** Where the resources of a Terraform plan are written, in folders made for it. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractOf } from "../../../../src/plan/extract";
import { extractText } from "../../../../src/plan/extract-file";
import { joinParts, readParts } from "../../../../src/plan/read";
import { isModule } from "../../../../src/plan/read/terraform/source";
import { placeOf } from "../../../../src/report/place";
import { positionsIn } from "../../../../src/report/positions";
import { reportOf } from "../../../../src/report/report";
import { whereaboutsOf } from "../../../../src/report/whereabouts";
import { judge } from "../../../../src/judge";
import { register, TODAY } from "../../../support/rule-tester";

/** A folder with files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "icp-source-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const INSTANCE = 'resource "alicloud_instance" "app" {\n}\n';

/** A plan that creates these, with the sources of modules that its configuration tells. */
const planWith = (addresses: readonly string[], configuration: object = {}): Buffer =>
  Buffer.from(
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      complete: true,
      configuration: { root_module: configuration },
      resource_changes: addresses.map((address) => {
        const [, module, type, name] = /^((?:module\.\w+(?:\[[^\]]+\])?\.)*)(\w+)\.(\w+)/.exec(address) ?? [];
        return {
          address,
          ...(module !== "" && { module_address: module?.slice(0, -1) }),
          mode: "managed",
          type,
          name,
          change: { actions: ["create"], before: null, after: {}, after_unknown: { id: true }, after_sensitive: {} },
        };
      }),
    }),
  );

/** `file:line` of each resource, with that of the call around it; `extracted` as an extract has kept it. */
function placesOf(
  plan: Buffer,
  {
    base,
    folders,
    file = "plan.json",
  }: { readonly base: string; readonly folders?: readonly string[]; readonly file?: string },
): readonly (string | undefined)[] {
  const parts = readParts(plan, file, { source: { base, folders } });
  const kept = readParts(Buffer.from(extractText(parts.map(extractOf))), "extract.json");
  const [own, again] = [parts, kept].map((all) => {
    const whole = joinParts(all);
    return whole.resources.map((resource) => {
      const at = positionsIn(whole)(resource);
      const caller = at?.caller && ` in ${at.caller.file}:${at.caller.line}`;
      return at && `${at.file}:${at.line}:${at.column}${caller ?? ""}`;
    });
  });
  expect(again).toEqual(own);
  return own ?? [];
}

describe("a resource of a Terraform plan is written", () => {
  it("in whichever file of the folder that the user names", () => {
    const base = folderWith({ "infra/b.tf": `# one\n${INSTANCE}`, "infra/main.tf": "", "main.tf": INSTANCE });
    const plan = planWith(["alicloud_instance.app[0]", 'alicloud_instance.app["x.y"]', "alicloud_instance.other"]);
    expect(placesOf(plan, { base, folders: ["infra"] })).toEqual(["infra/b.tf:2:10", "infra/b.tf:2:10", undefined]);
  });

  it("in the folder of the plan, else in that of the user", () => {
    const base = folderWith({ "main.tf": INSTANCE, "infra/main.tf": `\n\n${INSTANCE}`, "other/main.tf": "" });
    const plan = planWith(["alicloud_instance.app"]);
    expect(placesOf(plan, { base, file: "infra/plan.json" })).toEqual(["infra/main.tf:3:10"]);
    expect(placesOf(plan, { base, file: "other/plan.json" })).toEqual(["main.tf:1:10"]);
    expect(placesOf(plan, { base, file: "-" })).toEqual(["main.tf:1:10"]);
  });

  it("not in a folder that nobody named and that has not all of its blocks", () => {
    const resources = ["alicloud_instance.app", "alicloud_instance.db", "data.alicloud_zones.all"].map((address) => ({
      address,
      mode: address.startsWith("data.") ? "data" : "managed",
    }));
    const base = folderWith({ "main.tf": `${INSTANCE}module "site" {\n}\n`, "infra/main.tf": "" });
    const plan = planWith(["alicloud_instance.app"], { resources, module_calls: { site: {} } });
    expect(placesOf(plan, { base, file: "artifacts/plan.json" })).toEqual([undefined]);
    // Whoever names it knows.
    expect(placesOf(plan, { base, file: "artifacts/plan.json", folders: ["."] })).toEqual(["main.tf:1:10"]);
    writeFileSync(join(base, "db.tf"), 'resource "alicloud_instance" "db" {}\n');
    expect(placesOf(plan, { base, file: "artifacts/plan.json" })).toEqual(["main.tf:1:10"]);
    const called = planWith(["alicloud_instance.app"], { resources, module_calls: { site: {}, other: {} } });
    expect(placesOf(called, { base, file: "artifacts/plan.json" })).toEqual([undefined]);
  });

  it("in a module beside the one that calls it, and made where that is called from the root", () => {
    const base = folderWith({
      "main.tf": '\nmodule "site" {\n  source = "./modules/site"\n}\n',
      "modules/site/main.tf": '\nmodule "app" {\n  source = "../app"\n}\n',
      "modules/app/main.tf": `\n\n${INSTANCE}`,
    });
    const configuration = {
      module_calls: {
        site: { source: "./modules/site", module: { module_calls: { app: { source: "../app", module: {} } } } },
      },
    };
    const plan = planWith(['module.site["a.b"].module.app[0].alicloud_instance.app'], configuration);
    expect(placesOf(plan, { base })).toEqual(["modules/app/main.tf:3:10 in main.tf:2"]);
  });

  it("in a module from elsewhere, where init has put it", () => {
    const modules = [
      { Key: "", Dir: "." },
      { Key: "web", Source: "registry.example.com/a/web", Dir: ".terraform/modules/web" },
      { Key: "web.db", Dir: ".terraform/modules/web/db" },
    ];
    const base = folderWith({
      "root/main.tf": 'module "web" {}\n',
      "root/.terraform/modules/modules.json": JSON.stringify({ Modules: modules }),
      "root/.terraform/modules/web/db/main.tf": INSTANCE,
    });
    const plan = planWith(["module.web.module.db.alicloud_instance.app"]);
    expect(placesOf(plan, { base, folders: ["root"] })).toEqual([
      "root/.terraform/modules/web/db/main.tf:1:10 in root/main.tf:1",
    ]);
  });

  it("where a module is not there, in its call", () => {
    const base = folderWith({ "main.tf": '\nmodule "web" {}\n' });
    expect(placesOf(planWith(["module.web[0].alicloud_instance.app"]), { base })).toEqual(["main.tf:2:8"]);
  });

  it("in files of OpenTofu and of JSON, before those that only override", () => {
    const base = folderWith({
      "a_override.tf": INSTANCE,
      "b.tf.json": JSON.stringify({ resource: { alicloud_slb_load_balancer: { v: {} } } }),
      "c.tofu": `\n${INSTANCE}`,
      "override.tf": INSTANCE,
      ".hidden.tf": 'resource "alicloud_eip_address" "s" {}',
    });
    const plan = planWith(["alicloud_instance.app", "alicloud_slb_load_balancer.v", "alicloud_eip_address.s"]);
    expect([...placesOf(plan, { base })].sort()).toEqual(["b.tf.json:1:44", "c.tofu:2:10", undefined]);
  });
});

it("a folder without such files is none of Terraform's", () => {
  expect(isModule(folderWith({ "a.txt": "" }))).toBe(false);
  expect(isModule(folderWith({ "a.tofu": "" }))).toBe(true);
  expect(isModule(join(tmpdir(), "nowhere-at-all"))).toBe(false);
});

describe("what nothing tells a place of is at the start of the configuration or plan", () => {
  const cut = (): Buffer => {
    const plan = JSON.parse(planWith([]).toString()) as Record<string, unknown>;
    return Buffer.from(JSON.stringify({ ...plan, complete: false }));
  };
  const positionOf = (base: string, folders?: readonly string[]) => {
    const plan = joinParts(readParts(cut(), "plan.json", { source: { base, folders } }));
    const judged = judge(plan, { register: register(""), today: TODAY });
    const whereabouts = whereaboutsOf([{ name: "plan.json", folder: base }], undefined, base);
    const [finding] = reportOf(judged, { language: "en", whereabouts }).findings;
    if (!finding) throw new Error("nothing is found");
    return { at: finding.position, place: placeOf(finding) };
  };

  it.each<[string, Readonly<Record<string, string>>, readonly string[] | undefined, string]>([
    ["main.tf", { "main.tf": "", "a.tf": "" }, undefined, "main.tf"],
    ["the first file there is", { "infra/b.tf": "", "infra/a.tf": "" }, ["infra"], "infra/a.tf"],
    ["main.tofu", { "main.tofu": "", "a.tf": "" }, undefined, "main.tofu"],
    ["the plan, for want of any", {}, undefined, "plan.json"],
  ])("%s", (_, files, folders, file) => {
    const { at, place } = positionOf(folderWith(files), folders);
    expect(at).toEqual({ file, line: 1, column: 1 });
    expect(place).toBeUndefined();
  });
});
