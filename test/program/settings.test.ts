import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { withoutCloudCredentials } from "../../src/program/environment";
import { readFixtures } from "../../src/program/fixtures";
import { programFolder } from "../../src/program/node/launch";
import { partsOfStackName } from "../../src/names/stack-name";
import { chooseStack, readProject } from "../../src/program/project";
import { projectFolderAt } from "../../src/input/project-file";
import { readStackOutputs } from "../../src/program/stack-outputs";
import { stackSettings } from "../../src/program/stack-settings";
import { said } from "../support/said";

/** A folder with files. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const project = "name: shop\nruntime: nodejs\n";

describe("a project", () => {
  it("is read with its runtime, options and where it begins", () => {
    const folder = folderWith({
      "Pulumi.yaml":
        "name: shop\nmain: src/\nruntime:\n  name: nodejs\n  options: { typescript: false, nodeargs: --import tsx }\n",
      "src/index.js": "",
    });
    const read = readProject(".", folder);
    expect(read).toMatchObject({ name: "shop", runtime: "nodejs", main: "src/", options: { typescript: false } });
    expect(programFolder(read)).toEqual({ folder: join(folder, "src"), entry: "." });
  });

  it("begins in a file where it says so", () => {
    const folder = folderWith({ "Pulumi.yaml": `${project}main: src/web.ts\n`, "src/web.ts": "" });
    expect(programFolder(readProject(".", folder))).toEqual({ folder: join(folder, "src"), entry: "web.ts" });
  });

  it("is found from a folder inside of it, within the repository", () => {
    const root = folderWith({ "web/Pulumi.yaml": project, "web/src/a/b.ts": "", ".git/HEAD": "", "docs/a.md": "" });
    expect(projectFolderAt(join(root, "web/src/a"))).toBe(join(root, "web"));
    expect(projectFolderAt(join(root, "docs"))).toBeUndefined();
  });

  const wrong: Record<string, [text: string | undefined, says: string]> = {
    "no project": [
      undefined,
      ".: is a folder without Pulumi.yaml; pass the folder of a Pulumi program, or the JSON of a plan",
    ],
    "no name": ["runtime: nodejs\n", "Pulumi.yaml:1: name: expected the name of the project"],
    "no runtime": ["name: shop\n", "Pulumi.yaml:1: runtime: expected the runtime of the program: nodejs or yaml"],
    Python: [
      "name: shop\nruntime: python\n",
      "Pulumi.yaml:2: runtime: programs in python cannot be run here; run `pulumi preview --json --show-sames > plan.json` and pass plan.json, or use the policy pack, which judges programs in any language",
    ],
    "a name that is a list": ["name: [a]\nruntime: nodejs\n", "Pulumi.yaml:1: name: expected text"],
    "a beginning that is a map": [`${project}main: { a: b }\n`, "Pulumi.yaml:3: main: expected text"],
    "a folder of stacks that is a list": [
      `${project}stackConfigDir: [a]\n`,
      "Pulumi.yaml:3: stackConfigDir: expected text",
    ],
    "configuration that is a list": [`${project}config: [a]\n`, "Pulumi.yaml:3: config: expected a map of keys"],
    "configuration that is a truth value": [
      `${project}config: true\n`,
      "Pulumi.yaml:3: config: expected a map of keys",
    ],
    "configuration with a key twice": [
      `${project}config:\n  a: 1\n  a: 2\n`,
      "Pulumi.yaml:5: config.a: this key stands twice in one map; keep one",
    ],
    "a runtime that is a list": [
      "name: shop\nruntime: [nodejs]\n",
      "Pulumi.yaml:2: runtime: expected the runtime of the program: nodejs or yaml",
    ],
    "options that are a list": [
      "name: shop\nruntime:\n  name: nodejs\n  options: [typescript]\n",
      "Pulumi.yaml:4: runtime.options: expected a map of keys",
    ],
    "an option that is neither true nor false": [
      "name: shop\nruntime:\n  name: nodejs\n  options: { typescript: 1 }\n",
      "Pulumi.yaml:4: runtime.options.typescript: expected true or false",
    ],
    "arguments of Node as a list": [
      "name: shop\nruntime:\n  name: nodejs\n  options: { nodeargs: [--import, tsx] }\n",
      "Pulumi.yaml:4: runtime.options.nodeargs: expected text",
    ],
  };
  it.each(Object.entries(wrong))("is refused in one sentence: %s", (_, [text, says]) => {
    const folder = folderWith(text === undefined ? {} : { "Pulumi.yaml": text });
    expect(said(() => readProject(".", folder))).toBe(says);
  });

  it("is refused where its beginning is missing", () => {
    const folder = folderWith({ "Pulumi.yaml": `${project}main: nope\n` });
    expect(said(() => programFolder(readProject(".", folder)))).toBe(
      'Pulumi.yaml: main: there is no "nope" beside it, where the program should begin',
    );
  });
});

describe("the stack of a program", () => {
  const choose = (files: Record<string, string>, asked?: string) => {
    const folder = folderWith({ "Pulumi.yaml": project, ...files });
    return chooseStack(readProject(".", folder), asked);
  };

  it("is the one that is asked for, the only one that has a file, or dev", () => {
    expect(choose({ "Pulumi.prod.yaml": "" })).toMatchObject({ name: "prod", because: "only" });
    expect(choose({})).toEqual({ name: "dev", file: undefined, because: "none", others: [] });
    expect(choose({ "Pulumi.prod.yaml": "", "Pulumi.dev.yaml": "" }, "acme/shop/prod")).toMatchObject({
      name: "prod",
      because: "asked",
    });
    expect(choose({}, "new")).toEqual({ name: "new", file: undefined, because: "asked", others: [] });
    expect(choose({ "Pulumi.prod.yaml": "" }, "pord")).toMatchObject({ file: undefined, others: ["prod"] });
  });

  it("is one of this project", () => {
    expect(choose({ "Pulumi.dev.yaml": "" }, "acme/dev")).toMatchObject({ name: "dev", because: "asked" });
    expect(said(() => choose({ "Pulumi.dev.yaml": "" }, "acme/other/dev"))).toBe(
      "Pulumi.yaml: --stack: acme/other/dev is a stack of the project other, and the project here is shop; pass --stack dev",
    );
    for (const none of ["", "acme/", "/dev", "a//dev", "a/b/shop/dev"]) {
      expect(said(() => choose({}, none))).toBe("--stack: expected the name of a stack, such as dev or acme/shop/dev");
    }
    expect(partsOfStackName("acme/shop/dev")).toEqual({ organization: "acme", project: "shop", stack: "dev" });
    expect(partsOfStackName("acme/dev")).toEqual({ organization: "acme", project: undefined, stack: "dev" });
    expect(partsOfStackName("dev")).toEqual({ organization: undefined, project: undefined, stack: "dev" });
  });

  it("must be said where there are several", () => {
    expect(said(() => choose({ "Pulumi.prod.yaml": "", "Pulumi.dev.yaml": "" }))).toBe(
      "Pulumi.yaml: there are several stacks: dev, prod; say which one is meant with --stack",
    );
  });

  it("has its file where the project says", () => {
    expect(choose({ "Pulumi.yaml": `${project}stackConfigDir: stacks\n`, "stacks/Pulumi.qa.yaml": "" }).name).toBe(
      "qa",
    );
  });
});

describe("the configuration of a stack", () => {
  const settings = (stack: string, top = "", given: Record<string, string> = {}) => {
    const folder = folderWith({ "Pulumi.yaml": project + top, "Pulumi.dev.yaml": stack });
    const read = readProject(".", folder);
    return stackSettings(read, chooseStack(read, undefined), given);
  };

  it("has plain values as text, others as JSON, and keys with their namespace", () => {
    const config =
      "config:\n  domain: a.cn\n  alicloud:region: cn-hangzhou\n  shop:config:n: 3\n  shop:on: true\n  shop:list: [a, {b: 1}]\n";
    expect(settings(config)).toEqual({
      values: {
        "shop:domain": "a.cn",
        "alicloud:region": "cn-hangzhou",
        "shop:n": "3",
        "shop:on": "true",
        "shop:list": '["a",{"b":1}]',
      },
      secretKeys: [],
      declared: [],
      environments: [],
    });
  });

  it("is refused where its file is a folder, a link to nothing, or no text", () => {
    const of = (make: (file: string) => void): string => {
      const folder = folderWith({ "Pulumi.yaml": project });
      make(join(folder, "Pulumi.dev.yaml"));
      return said(() => {
        const read = readProject(".", folder);
        stackSettings(read, chooseStack(read, undefined));
      });
    };
    expect(
      of((file) => {
        mkdirSync(file);
      }),
    ).toBe("Pulumi.dev.yaml: cannot be read (EISDIR); expected YAML text in UTF-8");
    expect(
      of((file) => {
        symlinkSync("nowhere", file);
      }),
    ).toMatch(/^Pulumi\.dev\.yaml: /);
    expect(
      of((file) => {
        writeFileSync(file, Buffer.from([0xc3, 0x28]));
      }),
    ).toMatch(/^Pulumi\.dev\.yaml/);
  });

  it("takes no time for a long head of comments and blank lines", () => {
    const head = "# a comment\n".repeat(5_000) + "\n".repeat(5_000) + "   \t \n".repeat(100);
    expect(settings(head).values).toEqual({});
    expect(settings(`${head}config: { domain: a.cn }\n`).values).toEqual({ "shop:domain": "a.cn" });
  });

  it("holds no secret, not even encrypted", () => {
    const { values, secretKeys } = settings(
      "encryptionsalt: v1:abc\nconfig:\n  shop:a: { secure: AAA111 }\n  shop:b: { user: x, password: { secure: AAA222 } }\n",
    );
    expect(values).toEqual({ "shop:a": "[secret]", "shop:b": '{"user":"x","password":"[secret]"}' });
    expect(secretKeys).toEqual(["shop:a", "shop:b"]);
  });

  it("takes what the project says by default, and what is given above all", () => {
    const top =
      "config:\n  domain: { type: string, default: d.cn }\n  alicloud:region: cn-beijing\n  n: { value: 4 }\n";
    expect(settings("config:\n  n: 5\n", top).values).toEqual({
      "shop:domain": "d.cn",
      "alicloud:region": "cn-beijing",
      "shop:n": "5",
    });
    const given = settings("config:\n  token: { secure: AAA }\n", "", { token: "x" });
    expect(given).toMatchObject({ values: { "shop:token": "x" }, secretKeys: [] });
  });

  it("names what the project declares, with or without a value", () => {
    expect(settings("", "config: { n: 1, other:key: { type: string } }\n").declared).toEqual(["shop:n", "other:key"]);
  });

  const wrong: Record<string, [stack: string, says: string, project?: string]> = {
    "a list": ["config: [1]\n", "Pulumi.dev.yaml:1: config: expected a map of keys"],
    "a text": ["# mine\nconfig: domain\n", "Pulumi.dev.yaml:2: config: expected a map of keys"],
    "a number": ["config: 0\n", "Pulumi.dev.yaml:1: config: expected a map of keys"],
    "a truth value": ["config: false\n", "Pulumi.dev.yaml:1: config: expected a map of keys"],
    "a whole file that is a list": [
      "- config\n",
      "Pulumi.dev.yaml:1: expected keys such as config and encryptionsalt at the top; found a list",
    ],
    "environments that are a text": ["environment: prod\n", "Pulumi.dev.yaml:1: environment: expected a list"],
    "an environment that is a number": ["environment: [3]\n", "Pulumi.dev.yaml:1: environment.0: expected text"],
    "a secret that is perhaps one": [
      "",
      "Pulumi.yaml:4: config.token.secret: expected true or false",
      "config:\n  token: { secret: perhaps }\n",
    ],
  };
  it.each(Object.entries(wrong))("is refused with file, line and key: %s", (_, [stack, says, top]) => {
    expect(said(() => settings(stack, top))).toBe(says);
  });

  it("may be empty", () => {
    for (const none of ["config:\n", "config: {}\n", "encryptionsalt: v1:abc\n", ""]) {
      expect(settings(none)).toEqual({ values: {}, secretKeys: [], declared: [], environments: [] });
    }
    expect(settings("", "config:\n").values).toEqual({});
  });

  it("names the environments whose values are not here", () => {
    expect(settings("environment: [acme/prod]\n").environments).toEqual(["acme/prod"]);
    expect(settings("environment:\n  - acme/prod: { merge: false }\n").environments).toEqual(["acme/prod"]);
    expect(settings("environment: { values: { a: 1 } }\n").environments).toEqual(["environment"]);
    expect(settings("# nothing yet\n").values).toEqual({});
  });
});

describe("fixtures", () => {
  const read = (text: string) => readFixtures("f.yaml", folderWith({ "f.yaml": text }));

  it("answer functions by token, long or short, and by arguments", () => {
    const { invoke } = read(
      "functions:\n  alicloud:getZones: { ids: [a] }\n  alicloud:ecs/getInstances:getInstances:\n    - { arguments: { ids: [i-1] }, result: { names: [one] } }\n    - { result: { names: [] } }\n",
    );
    expect(invoke("alicloud:index/getZones:getZones", { x: 1 })).toEqual({ ids: ["a"] });
    expect(invoke("alicloud:ecs/getInstances:getInstances", { ids: ["i-1"], more: 1 })).toEqual({ names: ["one"] });
    expect(invoke("alicloud:ecs/getInstances:getInstances", { ids: ["i-2"] })).toEqual({ names: [] });
    expect(invoke("alicloud:ecs/getImages:getImages", {})).toBeUndefined();
  });

  it("name what nothing has asked for, where it stands", () => {
    const { invoke, configAsked, unasked } = read(
      "functions:\n  alicloud:getZones: {}\n  alicloud:getZonse: {}\n  alicloud:ecs:getImages:\n    - { arguments: { a: 1 }, result: {} }\n    - { arguments: { b: 1 }, result: {} }\n    - { result: {} }\nconfig: { domain: a, shop:domian: b, alicloud:region: c, shop:config:old: d }\n",
    );
    const functions = ["alicloud:getZones", "alicloud:getZonse", "alicloud:ecs:getImages"].map(
      (token) => `functions.${token}`,
    );
    const config = ["domain", "shop:domian", "alicloud:region", "shop:config:old"].map((key) => `config.${key}`);
    expect(unasked()).toEqual([...functions, ...config]);
    invoke("alicloud:index/getZones:getZones", {});
    invoke("alicloud:ecs/getImages:getImages", { a: 1 });
    configAsked("other", ["other:nothing", "shop:domain"]);
    configAsked("shop", ["shop:domain", "shop:old", "alicloud:region"]);
    // The case for any other arguments may wait for its turn.
    expect(unasked()).toEqual([
      "functions.alicloud:getZonse",
      "functions.alicloud:ecs:getImages[1]",
      "config.shop:domian",
    ]);
  });

  it("hold configuration", () => {
    expect(read("config: { shop:token: x, n: 3 }\n").config).toEqual({ "shop:token": "x", n: "3" });
  });

  it("are refused with file, line and key", () => {
    expect(said(() => read("functions: {}\ninvokes: {}\n"))).toBe("f.yaml:2: invokes: is none of functions and config");
    expect(said(() => read("functions:\n  a:b/c:c: 3\n"))).toBe(
      "f.yaml:2: functions.a:b/c:c: expected what the function gives, or a list of arguments and result",
    );
    expect(said(() => read("functions: 3\n"))).toBe("f.yaml:1: functions: expected an object");
  });
});

describe("outputs of stacks", () => {
  const exported = JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        {
          urn: "urn:pulumi:prod::net::pulumi:pulumi:Stack::net-prod",
          type: "pulumi:pulumi:Stack",
          outputs: {
            vpc: "vpc-1",
            key: { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "x" },
          },
        },
      ],
    },
  });
  const folder = folderWith({
    "export.json": exported,
    "outputs.json": '{"vpc":"vpc-2"}',
    "named.json": '{"acme/net/prod":{"vpc":"vpc-3"}}',
    "several.json": '{"acme/web/prod":{},"acme/net/prod":{}}',
    "other.json": '{"steps":[]}',
  });
  const of = (given: readonly string[], plans: readonly string[] = []) =>
    readStackOutputs(given, plans, folder).of({ project: "net", stack: "prod" });

  it("are told by exports, by name, and of a stack that is named", () => {
    expect(of(["export.json"])).toMatchObject({ values: { vpc: "vpc-1" }, secret: ["key"] });
    expect(of(["named.json"])?.values).toEqual({ vpc: "vpc-3" });
    expect(of(["acme/net/prod=outputs.json"])?.values).toEqual({ vpc: "vpc-2" });
    expect(of(["net/qa=outputs.json"])).toBeUndefined();
  });

  it("are told by exports that are judged as well, where nobody says more", () => {
    expect(of([], ["other.json", "missing.json", "export.json"])?.values["vpc"]).toBe("vpc-1");
    expect(of(["acme/net/prod=outputs.json"], ["export.json"])?.values).toEqual({ vpc: "vpc-2" });
  });

  it("name the stacks that nobody has asked for, as they were named", () => {
    const told = readStackOutputs(["named.json", "x/web/qa=outputs.json", "dev=outputs.json"], ["export.json"], folder);
    expect(told.unasked()).toEqual(["acme/net/prod", "x/web/qa", "dev"]);
    told.of({ project: "net", stack: "prod" });
    told.of({ project: "any", stack: "dev" });
    told.of({ project: "none", stack: "qa" });
    expect(told.unasked()).toEqual(["x/web/qa"]);
  });

  it("may tell of more stacks than are asked for, in a file for several programs", () => {
    const told = readStackOutputs(["several.json"], [], folder);
    expect(told.unasked()).toEqual(["acme/web/prod", "acme/net/prod"]);
    told.of({ project: "net", stack: "prod" });
    expect(told.unasked()).toEqual([]);
  });

  it("are refused where they nest too deeply, and not known where an export that is judged does", () => {
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    const inFolder = folderWith({
      "deep.json": `{"vpc":${deep}}`,
      "named.json": `{"acme/net/prod":{"vpc":${deep}}}`,
      "export.json": exported.replace('"vpc-1"', deep),
    });
    const deepOf = (given: readonly string[], plans: readonly string[] = []) =>
      readStackOutputs(given, plans, inFolder).of({ project: "net", stack: "prod" });
    for (const given of ["net/prod=deep.json", "named.json", "export.json"]) {
      expect(said(() => deepOf([given]))).toBe(
        `${given.replace(/.*=/, "")}: nests too deeply to be read; write it again`,
      );
    }
    expect(deepOf([], ["export.json"])).toBeUndefined();
  });

  it("are refused where nothing says of which stack they are", () => {
    expect(said(() => of(["outputs.json"]))).toBe(
      "outputs.json: does not say of which stack it is; pass STACK=FILE, such as acme/network/prod=outputs.json, or the export of the stack",
    );
  });
});

describe("the environment of a program", () => {
  it("has no credentials of clouds, nor what leads to them", () => {
    const env = {
      PATH: "/bin",
      ALICLOUD_ACCESS_KEY: "x",
      ALICLOUD_REGION: "cn-hangzhou",
      ALIBABA_CLOUD_CREDENTIALS_FILE: "x",
      PULUMI_ACCESS_TOKEN: "x",
      PULUMI_CONFIG_PASSPHRASE: "x",
      AWS_SECRET_ACCESS_KEY: "x",
      aws_session_token: "x",
      KUBECONFIG: "x",
      GITHUB_TOKEN: "x",
      ACTIONS_RUNTIME_TOKEN: "x",
      CI_REGISTRY_PASSWORD: "x",
      CI_JOB_JWT_V2: "x",
      CI_REPOSITORY_URL: "x",
      npm_config__authToken: "x",
      VOLC_ACCESSKEY: "x",
      TENCENT_SECRET_KEY: "x",
      CF_API_TOKEN: "x",
      MY_SETTING: "kept",
      EMPTY: undefined,
    };
    expect(withoutCloudCredentials(env)).toEqual({ PATH: "/bin", ALICLOUD_REGION: "cn-hangzhou", MY_SETTING: "kept" });
  });
});
