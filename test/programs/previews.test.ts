/** The previews of the programs, through the doors that need no process: the command, and what the pack is told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openRegister } from "../../src/register/open";
import { bothDoors, type Preview } from "../parity/parity";
import { TODAY } from "../support/rule-tester";
import { captures } from "./programs";

/** A pack is not told of what is only read. */
const READ = "existing";
const ours = captures.filter(({ folder, name }) => folder.startsWith("test/programs/") && name !== READ);

it.each(ours.map(({ folder, file }) => [folder, file] as const))("%s/%s is the same to the pack", (folder, file) => {
  const preview = JSON.parse(readFileSync(join(folder, file), "utf8")) as Preview;
  const register = openRegister({ env: {}, startFolders: [folder], today: TODAY });
  const { command, pack } = bothDoors(preview, register);
  expect(pack).toEqual(command);
});
