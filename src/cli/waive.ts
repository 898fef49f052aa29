/** `alicloud-icp waive`: adds a waiver to the register. */
import { isDay, today, type Day } from "../base/calendar";
import { quote } from "../base/errors";
import { InputError } from "../input/error";
import { message, type Filling } from "../messages";
import { findRegister, shortName } from "../register/find";
import { insertWaiver } from "../register/insert";
import { registerText } from "../register/open";
import { domainSpelling, hostSpelling } from "../register/schema";
import type { WaiverDocument } from "../register/types";
import { faultsOf } from "../register/waivers";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { changedLines } from "./changed-lines";
import { choice, EXIT, LISTS_RULES, type Exit } from "./errors";
import { tell, writeWhole, type Io } from "./io";
import { settingsFor } from "./settings";

export interface WaiveOptions {
  readonly resource?: string;
  readonly host?: string;
  readonly apex?: string;
  readonly stack?: string;
  readonly reason: string;
  readonly until: string;
  readonly owner?: string;
  readonly register?: string;
  readonly config?: string | boolean;
  readonly dryRun?: boolean;
}

/** Adds a waiver to the register, or shows what would be added. Throws an `InputError`; then nothing was written. */
export async function waive(rule: string, options: WaiveOptions, io: Io): Promise<Exit> {
  const day = today(io.now());
  const waiver = waiverOf(await choice("rule", rule, RULE_IDS, LISTS_RULES), options, day);
  const settings = await settingsFor(options.config, io);
  const { path, name } = registerFile(options.register ?? settings.register, io);
  const before = registerText(path, name);
  const { text, line } = insertWaiver(before, waiver, { file: name, knownRules: RULE_IDS, today: day });
  if (options.dryRun === true) {
    io.stdout.write(changedLines(before, text, name));
  } else {
    writeWhole([{ path: name, text }], [], io);
    const file = `${name}:${line}`;
    tell(io, "cli.wrote-waiver", { file, rule, target: targetOf(waiver), until: waiver.until });
  }
  if (faultsOf(waiver, new Set([waiver]), day).includes("longer-than-a-year")) {
    tell(io, "cli.waiver-long", { day });
  }
  return EXIT.ok;
}

function waiverOf(rule: string, options: WaiveOptions, day: Day): WaiverDocument {
  const { resource, host, apex, stack, reason, until, owner } = options;
  if (resource === undefined && host === undefined && apex === undefined) {
    throw new InputError(message("input.waives-whole-rule", {}), { key: rule });
  }
  for (const [name, text] of Object.entries({ resource, stack, reason, owner })) {
    if (text?.trim() === "")
      throw new InputError(
        message("input.found", { expected: message("expected.some-text", {}), found: quote(text) }),
        { key: `--${name}` },
      );
  }
  if (!isDay(until)) {
    throw new InputError(
      message("input.found", { expected: message("expected.day-such-as", { day: "2027-01-31" }), found: quote(until) }),
      { key: "--until" },
    );
  }
  if (until < day) {
    throw new InputError(message("input.day-passed", { until, day }), { key: "--until" });
  }
  return {
    rule,
    ...(resource === undefined ? {} : { resource }),
    ...(host === undefined ? {} : { host: spelled("--host", hostSpelling(host)) }),
    ...(apex === undefined ? {} : { apex: spelled("--apex", domainSpelling(apex)) }),
    ...(stack === undefined ? {} : { stack }),
    reason,
    until,
    ...(owner === undefined ? {} : { owner }),
  };
}

/** A name in its one spelling. */
function spelled(key: string, spelling: ReturnType<typeof hostSpelling>): string {
  if ("value" in spelling) return spelling.value;
  throw new InputError(spelling.problem, { key });
}

/** Where the register is, and what messages call it. */
function registerFile(
  explicit: string | undefined,
  { env, cwd }: Io,
): { readonly path: string; readonly name: string } {
  const found = findRegister({ explicit, env, startFolders: [cwd] });
  if (found) return { path: found.file, name: shortName(found.file, cwd) };
  throw new InputError(message("input.no-register-to-add", {}));
}

/** What a waiver is for: `www.example.com in shop/*`. */
function targetOf({ resource, host, apex, stack }: WaiverDocument): Filling {
  const names: readonly Filling[] = [resource, host, apex].filter((one) => one !== undefined);
  const what = names.reduce((first, second) => message("cli.waived-both", { first, second }));
  return stack === undefined ? what : message("cli.waived-in", { what, stack });
}
