/** Starts the process of a program. */
import type { ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { Project } from "../project";
import { endWithThis } from "./ending";

/** Where the bundles lie. */
const here = createRequire(__filename);

/** The file by which programs are run, in a process of their own. */
export const RUNNER = join(__dirname, "program-child.js");

/** Where a program lies and begins. */
export interface ProgramFolder {
  readonly folder: string;
  readonly entry: string;
}

/** As Pulumi has it: `main` may be a folder, or a file in one. */
export function programFolder({ root, main, file }: Pick<Project, "root" | "main" | "file">): ProgramFolder {
  if (main === undefined) return { folder: root, entry: "." };
  const path = resolve(root, main);
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) throw new InputError(message("input.program-main", { main }), { file, key: "main" });
  return about.isDirectory() ? { folder: path, entry: "." } : { folder: dirname(path), entry: basename(path) };
}

/** What a program is run with. */
export interface Launch {
  readonly project: Project;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the process in which a program will run. Throws an `InputError` where the program's packages are not installed. */
export function launch({ project, env }: Launch): ChildProcess {
  const { folder } = programFolder(project);
  const command = sdkCommand(folder, project.file);
  // The command starts without the module that starts processes, and leaves it out of its bundle.
  const processes = here("node:child_process") as { readonly spawn: typeof spawn };
  const child = processes.spawn(process.execPath, [...nodeArguments(project.options), RUNNER, command], {
    cwd: folder,
    // A group of its own: what it starts ends with it.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...env,
      ...settingsOf(project.options, env),
      // The SDK asks this machine, and gRPC would send that to a proxy as well.
      no_grpc_proxy: [env["no_grpc_proxy"], "127.0.0.1"].filter((one) => one !== undefined && one !== "").join(","),
      PWD: folder,
      ALICLOUD_ICP_FOLDER: folder,
    },
  });
  endWithThis(child);
  return child;
}

/** The SDK's command that runs a program, of the copy that the program itself uses. */
function sdkCommand(folder: string, file: string): string {
  try {
    return createRequire(join(folder, "program.js")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    throw new InputError(message("input.program-packages", {}), { file });
  }
}

function settingsOf(
  { typescript, tsconfig }: Project["options"],
  env: Launch["env"],
): Readonly<Record<string, string>> {
  return {
    PULUMI_NODEJS_TYPESCRIPT: typescript === false || typescript === "false" ? "false" : "true",
    // Whether types are right is not asked here: to ask takes longer than all the rest.
    PULUMI_NODEJS_TRANSPILE_ONLY: env["PULUMI_NODEJS_TRANSPILE_ONLY"] ?? "true",
    ...(typeof tsconfig === "string" && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}

/** The arguments for Node that a project sets, parted as a shell would. */
function nodeArguments({ nodeargs }: Project["options"]): readonly string[] {
  if (typeof nodeargs !== "string") return [];
  const words = nodeargs.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"));
}
