import { describe, expect, test } from "vitest";
import { readPlan } from "../../src/plan/read";
import { exported, messageOf, preview, read, state, stackUrn, step, urnOf, type Json } from "./documents";

const GIVE =
  "give the output of `pulumi preview --json --show-sames`, `pulumi stack export` or `terraform show -json PLAN`";
const whole = JSON.stringify(
  preview([step("create", { new: state("main", { inputs: {} }) })], { config: {} }),
  null,
  2,
);

describe("what is read", () => {
  test("a preview", () => {
    expect(read(whole).part.applied).toBe(false);
  });
  test("a state", () => {
    expect(read(exported([])).part.applied).toBe(true);
  });
  test("a preview after lines of warnings", () => {
    const warned = `warning: using pulumi-language-nodejs from $PATH\nwarning: [x] {y}\n${whole}`;
    const { part, resources } = read(warned);
    expect(part).toEqual(read(whole).part);
    expect(resources.map(({ urn }) => urn)).toEqual(read(whole).resources.map(({ urn }) => urn));
  });
});

describe("text around a preview", () => {
  test.each<[string, string]>([
    ["a line", `${whole}\nDone in 3.2 s.\n`],
    ["a line of Windows", `${whole}\r\nDone in 3.2 s.\r\n`],
    ["lines before and after", `warning: x\n${whole}\n\nerror: } [x]\n[INFO] {done}\n[2026-11-25] done\n`],
    ["blank lines", `${whole}\n\n \n`],
  ])("%s", (_, text) => {
    const { part, resources } = read(text);
    expect(part).toEqual(read(whole).part);
    expect(resources.map(({ urn }) => urn)).toEqual(read(whole).resources.map(({ urn }) => urn));
  });
});

describe("what is refused, and what is said", () => {
  const event = JSON.stringify({ sequence: 0, timestamp: 1, preludeEvent: { config: {} } });
  const EVENTS =
    "is a log of engine events, which tells no dependencies; unset PULUMI_ENABLE_STREAMING_JSON_PREVIEW, do not use --event-log, and give the output of `pulumi preview --json --show-sames`";
  const OTHER = `is JSON, but neither a preview, a plan nor a state; ${GIVE}`;
  const NO_CONFIGURATION =
    "is a plan without its configuration, which tells what is left out and what is unknown; give the whole output of `terraform show -json PLAN`";
  const NO_FORMAT = "format_version: is missing, expected the version of the format; write the file again";
  const RAW_STATE =
    "is a state as Terraform stores it, of no stable form; run `terraform show -json` and give the output, or rather that of a plan";
  const older = (version: string): string =>
    `has format version ${version}, of Terraform before 1.1; plan again with Terraform 1.1 or later, or OpenTofu`;
  const newer = (version: string): string =>
    `has format version ${version}, which this version of alicloud-icp does not know; expected 1.x: upgrade alicloud-icp`;
  const terraformEvent = '{"@level":"info","@message":"Terraform 1.11.4","type":"version"}';
  const TERRAFORM_EVENTS =
    "are the lines of `terraform plan -json`, which show no resources; run `terraform plan -out=tfplan` and `terraform show -json tfplan`";
  const HCL =
    "is a Terraform configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`";
  const TERRAFORM_SCREEN =
    "is what Terraform or OpenTofu shows on a screen; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`";
  const PACKAGE = `is the description of a package or project, not a plan; ${GIVE}`;
  const SCREEN = "is what `pulumi preview` shows on a screen; run `pulumi preview --json --show-sames`";
  const YAML =
    "is YAML, a Pulumi program or its settings; run `pulumi preview --json --show-sames` on it and give the output";
  const CUT = "ends in the middle of its JSON, as if cut off; write the file again";
  const cases: Record<string, [given: Json | string, message: string]> = {
    "events, one a line": [`${event}\n${event}\n`, EVENTS],
    "events after a warning": [`warning: x\n${event}\n${event}\n`, EVENTS],
    "a single event": [event, EVENTS],
    "a plan of --save-plan": [
      { manifest: {}, config: {}, resourcePlans: {} },
      "is an update plan of `pulumi preview --save-plan`; give the output of `pulumi preview --json --show-sames`",
    ],
    "a Terraform plan without configuration": [
      { format_version: "1.2", terraform_version: "1.9", resource_changes: [] },
      NO_CONFIGURATION,
    ],
    "a Terraform plan's values alone": [{ format_version: "1.2", planned_values: {} }, NO_CONFIGURATION],
    "a Terraform plan's values without format": [{ planned_values: {} }, NO_FORMAT],
    "a Terraform plan's changes without format": [{ resource_changes: [] }, NO_FORMAT],
    "a Terraform plan of Terraform 1.0": [
      { format_version: "0.2", resource_changes: [], configuration: {} },
      older("0.2"),
    ],
    "a Terraform plan of Terraform 0.12": [
      { format_version: "0.1", planned_values: {}, configuration: {} },
      older("0.1"),
    ],
    "a Terraform state of Terraform 1.0": [{ format_version: "0.2", values: {} }, older("0.2")],
    "a Terraform plan that is to come": [
      { format_version: "2.0", configuration: {}, terraform_version: "3" },
      newer("2.0"),
    ],
    "a Terraform state that is to come": [{ format_version: "2.0", values: {} }, newer("2.0")],
    "a format that is no version": [
      { format_version: `1.${"9".repeat(40)}x`, values: {} },
      newer(`1.${"9".repeat(18)}`),
    ],
    "an errored plan, whatever it holds": [
      {
        format_version: "1.2",
        errored: true,
        complete: false,
        applyable: false,
        configuration: {},
        planned_values: {},
      },
      "is of a plan that failed half-way, so that resources are missing; mend what Terraform or OpenTofu says and plan again",
    ],
    "a plan of HCP Terraform": [
      { plan_format_version: "1.2", provider_format_version: "1.0", provider_schemas: {}, resource_changes: [] },
      "is the redacted plan of HCP Terraform, without configuration and state; download the JSON output instead (it needs admin rights), or run `terraform show -json` where the plan is made",
    ],
    "an encrypted plan": [
      { meta: {}, encrypted_data: "x", encryption_version: "v0" },
      "is a plan or state that OpenTofu has encrypted; run `tofu show -json` where the key is, and give the output",
    ],
    "a raw state": [{ version: 4, terraform_version: "1.9", serial: 1, lineage: "x", resources: [] }, RAW_STATE],
    "a raw state, by its history": [{ version: 4, serial: 1, lineage: "x" }, RAW_STATE],
    "Terraform's version alone": [{ version: 4, terraform_version: "1.9" }, OTHER],
    "a lineage alone": [{ lineage: "x" }, OTHER],
    "a serial alone": [{ serial: 1 }, OTHER],
    "events of Terraform": [`${terraformEvent}\n${terraformEvent}\n`, TERRAFORM_EVENTS],
    "an event of Terraform": [terraformEvent, TERRAFORM_EVENTS],
    "schemas of providers": [
      { format_version: "1.0", provider_schemas: {} },
      "has the schemas of providers and no plan; run `terraform show -json PLAN` and give the output",
    ],
    "a validation": [
      { format_version: "1.0", valid: true, error_count: 0, diagnostics: [] },
      "is what `terraform validate -json` writes and no plan; run `terraform show -json PLAN` and give the output",
    ],
    "Terraform's functions": [
      { format_version: "1.0", function_signatures: {} },
      "is a list of functions and no plan; run `terraform show -json PLAN` and give the output",
    ],
    "a configuration of OpenTofu": [
      { root_module: {}, provider_config: {} },
      "is a configuration and no plan; run `terraform plan -out=tfplan` and give the output of `terraform show -json tfplan`",
    ],
    HCL: ['resource "alicloud_instance" "web" {\n  count = 2\n}\n', HCL],
    "HCL behind comments": ['# hunter2\n\nterraform {\n  required_version = ">= 1.1"\n}\n', HCL],
    "HCL with an object on a line of its own": [
      'variable "x" {\n  default = [\n    {\n      a = 1\n    }\n  ]\n}\n',
      HCL,
    ],
    "a backend's checkpoint": [
      { version: 3, checkpoint: { stack: "dev", latest: null } },
      "is a checkpoint of Pulumi's backend; give the output of `pulumi stack export`",
    ],
    "a report of this command": [
      { schemaVersion: 1, findings: [] },
      `is a report of this command, not what it judges; ${GIVE}`,
    ],
    "a package.json": [{ name: "web", version: "1.0.0", scripts: {} }, PACKAGE],
    "a Pulumi.yaml as JSON": [{ name: "web", runtime: "nodejs" }, PACKAGE],
    "another object": [{}, OTHER],
    "keys that mean something to JavaScript": [
      '{"__proto__": {"steps": []}, "constructor": {"deployment": {}}}',
      OTHER,
    ],
    "a list": [[], `is JSON, but a list where an object was expected; ${GIVE}`],
    text: ['"x"', `is JSON, but text where an object was expected; ${GIVE}`],
    "a number": ["5", `is JSON, but a number where an object was expected; ${GIVE}`],
    null: ["null", `is JSON, but null where an object was expected; ${GIVE}`],
    "the screen's text": ["Previewing update (dev):\n    pulumi:pulumi:Stack web-dev\n", SCREEN],
    "the screen's text with a link": ["View Live: https://app.pulumi.com/x\n\n     Type  Name  Plan\n", SCREEN],
    "a Pulumi program in YAML": ["name: web\nruntime: yaml\nresources:\n  a:\n    type: b\n", YAML],
    "settings of a stack": ["config:\n  alicloud:region: cn-hangzhou\n", YAML],
    "a key of YAML without value": ["resources:", YAML],
    "a word of YAML within a line": ["The name: it is told elsewhere\n", `is not JSON; ${GIVE}`],
    "a name with colons": ["name::web\n", `is not JSON; ${GIVE}`],
    "Terraform's text": ["Terraform will perform the following actions:\n", TERRAFORM_SCREEN],
    "OpenTofu's text": ["\nOpenTofu used the selected providers\n", TERRAFORM_SCREEN],
    "something else": ["const x = 1;\n", `is not JSON; ${GIVE}`],
    "white space": [" \n\n", `holds only white space; ${GIVE}`],
  };
  for (const [name, [given, message]] of Object.entries(cases)) {
    test(name, () => {
      expect(messageOf(() => read(given))).toBe(`plan.json: ${message}`);
    });
  }

  test("cut off, with the line", () => {
    expect(messageOf(() => read('{\n  "steps": [\n    {\n      "op": "cre'))).toBe(`plan.json:4: ${CUT}`);
    expect(messageOf(() => read('{\n  "steps": [\n    {},\n\n'))).toBe(`plan.json:3: ${CUT}`);
    expect(messageOf(() => read(`warning: x\n{\n"steps": [`))).toBe(`plan.json:3: ${CUT}`);
  });
  test("cut off anywhere", () => {
    for (let length = 1; length < whole.length; length++) {
      expect(messageOf(() => read(whole.slice(0, length)))).toContain(CUT);
    }
  });
  const again = whole.split("\n").join("\n  ");
  test.each<[string, string]>([
    ["the same JSON again", `${whole}\n${whole}\n`],
    ["other JSON after a warning", `${whole}\nwarning: x\n  ${again}\n`],
    ["JSON on the same line", `${whole}${whole}`],
    ["JSON that is cut off", `${whole}\n${whole.slice(0, -20)}`],
    ["a list", `${whole}\n["x"]\n`],
    ["a list over several lines", `${whole}\n[\n  1\n]\n`],
    ["a bracket too many", `${whole}}`],
    ["a bracket too many on a line of its own", `${whole}\n}\n`],
    ["text on the same line", `${whole} done`],
  ])("%s after the JSON", (_, text) => {
    expect(messageOf(() => read(text))).toMatch(
      /^plan\.json:\d+: holds more text after its JSON; write only the command's standard output into it$/,
    );
  });
  test("text after the JSON that is cut off", () => {
    expect(messageOf(() => read(`${whole.slice(0, -20)}\ndone\n`))).toContain(CUT);
  });
  test("broken JSON after lines of warnings, with the line", () => {
    expect(messageOf(() => read('warning: x\nwarning: y\n{\n"steps": []\n"config": {}\n}'))).toBe(
      `plan.json:5: is not valid JSON; ${GIVE}`,
    );
  });
  test("broken JSON, without quoting it", () => {
    expect(messageOf(() => read('{\n"steps": [],\n"password": hunter2\n}'))).toMatch(
      /^plan\.json(?::3)?: is not valid JSON; give the output of `pulumi preview --json --show-sames`, `pulumi stack export` or `terraform show -json PLAN`$/,
    );
  });
});

describe("a document that is not what it seems", () => {
  const created = (rest: Record<string, Json>) => preview([step("create", { new: state("main", rest) })]);
  const cases: Record<string, [given: Json, message: string]> = {
    "steps are no list": [{ steps: {} }, "steps: is an object, expected a list"],
    "no steps": [{ steps: [] }, "holds no steps, not even the stack's own; see whether the preview ran to its end"],
    "a step is null": [preview([null]), "steps[1]: is null, expected a step"],
    "a step without URN": [preview([{ op: "create" }]), "steps[1].urn: is missing, expected a URN"],
    "a URN that is none": [preview([{ op: "same", urn: "x" }]), "steps[1].urn: is text, expected a URN (urn:pulumi:…)"],
    "an empty URN": [preview([{ op: "create", urn: "" }]), "steps[1].urn: is empty, expected a URN"],
    "a step without operation": [
      preview([{ urn: urnOf("main") }]),
      "steps[1].op: is missing, expected an operation such as create",
    ],
    "a create without new state": [
      preview([step("create", { new: null })]),
      "steps[1].newState: is null, expected the resource's new state",
    ],
    "an old state that is none": [
      preview([step("delete", { old: 5 })]),
      "steps[1].oldState: is a number, expected an object",
    ],
    "a resource without type": [
      created({ type: null }),
      "steps[1].newState.type: is null, expected the resource's type",
    ],
    "inputs that are a list": [created({ inputs: [] }), "steps[1].newState.inputs: is a list, expected an object"],
    "an id that is a number": [created({ id: 5 }), "steps[1].newState.id: is a number, expected text"],
    "dependencies that are text": [
      created({ dependencies: "x" }),
      "steps[1].newState.dependencies: is text, expected a list",
    ],
    "property dependencies of numbers": [
      created({ propertyDependencies: { a: [1] } }),
      "steps[1].newState.propertyDependencies.a: is a list, expected a list of texts",
    ],
    "diagnostics that are true": [preview([], { diagnostics: true }), "diagnostics: is true or false, expected a list"],
    "a deployment that is a list": [{ version: 3, deployment: [] }, "deployment: is a list, expected an object"],
    "a deployment without version": [{ deployment: {} }, "version: is missing, expected the version of a deployment"],
    "a resource that is text": [exported(["x"]), "deployment.resources[1]: is text, expected a resource"],
    "two living resources of one URN": [
      exported([state("main"), state("main")]),
      "deployment.resources[2].urn: stands twice, and neither resource is to be deleted; mend the state with `pulumi state repair`",
    ],
  };
  for (const [name, [given, message]] of Object.entries(cases)) {
    test(name, () => {
      const again = /holds no steps|stands twice/.test(message) ? "" : "; write the file again";
      expect(messageOf(() => read(given))).toBe(`plan.json: ${message}${again}`);
    });
  }

  test("an operation that nobody knows", () => {
    expect(messageOf(() => read(preview([step("constructor")])))).toBe(
      'plan.json: steps[1].op: is "constructor", an operation that this version of alicloud-icp does not know; update it',
    );
  });
  test("deployments too old and too new", () => {
    expect(messageOf(() => read({ version: 2, deployment: {} }))).toBe(
      "plan.json: holds a deployment of version 2, older than 3; export it again with a current Pulumi",
    );
    expect(messageOf(() => read({ version: 5, deployment: {} }))).toBe(
      "plan.json: holds a deployment of version 5, newer than 4; update alicloud-icp, or give a preview",
    );
  });

  test("10,000 levels of nesting, a cycle of parents, and names that mean something to JavaScript", () => {
    const deep = `${'{"value":['.repeat(10_000)}1${"]}".repeat(10_000)}`;
    const output = `${'{"4dabf18193072939515e22adb298388d":"d0e6a833031e9bbcd3f4e8bde6ca49a4","value":'.repeat(10_000)}"x"${"}".repeat(10_000)}`;
    const inputs = `{"deep": ${deep}, "output": ${output}, "__proto__": "p", "toString": null}`;
    const text = `{"steps": [{"op": "create", "urn": "${urnOf("main")}", "newState": {"type": "a:b:C", "parent": "${urnOf("main")}",
      "inputs": ${inputs}, "propertyDependencies": {"__proto__": ["${stackUrn}"]}}}]}`;
    const [resource] = read(text).resources;
    expect(resource?.at("deep").presence().state).toBe("known");
    expect(resource?.string("output")).toEqual({ state: "known", value: "x" });
    expect(resource?.string("__proto__")).toEqual({ state: "known", value: "p" });
    expect(resource?.dependenciesOf("__proto__")).toEqual([stackUrn]);
    expect(resource?.dependenciesOf("constructor")).toEqual([]);
    expect(resource?.string("constructor").state).toBe("absent");
  });
});

describe("bytes that are no text", () => {
  const COMPRESSED = "is a compressed file; unpack it and give what is inside";
  const zip = (name: string): Buffer => {
    const header = Buffer.alloc(30);
    header.write("PK\u0003\u0004", "latin1");
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(`${name}content`)]);
  };
  const utf16 = Buffer.from('\ufeff{"a": "浙ICP备"}', "utf16le");
  const refused: Record<string, [bytes: Buffer, message: string]> = {
    nothing: [Buffer.alloc(0), "is empty; perhaps the command that should have written it failed"],
    "half a character": [utf16.subarray(0, 5), "is UTF-16 and ends in the middle of a character; write it again"],
    "UTF-16 without mark": [utf16.subarray(2), "is UTF-16 without a byte order mark; save it as UTF-8"],
    bytes: [Buffer.from([1, 2, 0, 3]), "is a binary file; expected JSON"],
    "another encoding": [Buffer.from([0x7b, 0xb1, 0xb8]), "is text neither in UTF-8 nor in UTF-16; save it as UTF-8"],
    gzip: [Buffer.from([0x1f, 0x8b, 8, 0]), COMPRESSED],
    "a zip": [zip("plan.json"), COMPRESSED],
    "a zip that is cut off": [zip("tfplan").subarray(0, 29), COMPRESSED],
    "a zip whose first file is only called alike": [zip("tfplan.json"), COMPRESSED],
    "a saved plan of Terraform": [
      zip("tfplan"),
      "is a plan as Terraform or OpenTofu saves it; run `terraform show -json` on it (or `tofu show -json`) and give the output",
    ],
  };
  for (const [name, [bytes, message]] of Object.entries(refused)) {
    test(`refuses ${name}`, () => {
      expect(messageOf(() => readPlan(bytes, "-"))).toBe(`-: ${message}`);
    });
  }
});
