/** The configuration of a program: what its stack says, else what project and program say of each key. */
import { message } from "../../messages";
import type { Raw } from "../../plan/raw";
import { fullKey, SECRET_TEXT } from "../stack-settings";
import type { Problems } from "./problems";
import type { Scalar } from "./scalars";
import type { WrittenValue } from "./syntax";
import type { DeclaredConfig } from "./template";
import { jsonOfValue } from "./text";
import { answeredValue, listOf, mapOf, NOWHERE, scalar, secretFrom, type Worked } from "./value";

export interface ProgramConfig {
  /** The values by the names under which the program knows them. */
  readonly values: ReadonlyMap<string, Worked>;
  /** All of it as a preview tells it, by full key. */
  readonly shown: Readonly<Record<string, string>>;
  /** The full keys that are declared. */
  readonly declared: readonly string[];
}

/** What the stack's own configuration says. */
export interface StackConfiguration {
  readonly project: string;
  readonly stack: string;
  /** Plain values by full key, `project:key`. */
  readonly config: Readonly<Record<string, string>>;
  /** The full keys of what is encrypted. */
  readonly secretKeys: Iterable<string>;
}

/** `ofProject`: what the project file declares for all its stacks; `ofProgram`: what the program itself declares. */
export function programConfig(
  { project, stack, config, secretKeys }: StackConfiguration,
  ofProject: readonly DeclaredConfig[],
  ofProgram: readonly DeclaredConfig[],
  problems: Problems,
): ProgramConfig {
  const texts = new Map(Object.entries(config));
  const secrets = new Set(secretKeys);
  const full = (name: string): string => fullKey(name, project);
  const isSaid = (name: string): boolean => texts.has(full(name)) || secrets.has(full(name));
  const noteMissing = ({ name, at }: DeclaredConfig): void => {
    problems.add(message("input.yaml-config-missing", { key: name, stack }), at);
  };

  for (const declared of ofProject) {
    const { name, isSecret, fallback } = declared;
    if (!isSaid(name)) {
      if (fallback) texts.set(full(name), configText(fallback));
      else noteMissing(declared);
    }
    if (isSecret) secrets.add(full(name));
  }

  const values = new Map<string, Worked>();
  for (const declared of ofProgram) {
    const { name, isSecret, fallback } = declared;
    if (isSecret && isSaid(name)) secrets.add(full(name));
    if (isSaid(name)) continue;
    if (fallback) values.set(name, isSecret ? secretFrom(NOWHERE) : literalValue(fallback));
    else noteMissing(declared);
  }
  const shown = new Map<string, string>();
  for (const key of [...new Set([...texts.keys(), ...secrets])].sort()) {
    const isSecret = secrets.has(key);
    const name = key.startsWith(`${project}:`) ? key.slice(project.length + 1) : key;
    values.set(name, isSecret ? secretFrom(NOWHERE) : configValue(texts.get(key) ?? ""));
    shown.set(key, isSecret ? SECRET_TEXT : (texts.get(key) ?? ""));
  }
  const declared = [...ofProject, ...ofProgram].map(({ name }) => full(name));
  return { values, shown: Object.fromEntries(shown), declared };
}

/** What is written out, without anything being worked out. */
function literalValue(written: WrittenValue): Worked {
  switch (written.is) {
    case "scalar":
      return scalar(written.value);
    case "list":
      return listOf(written.items.map(literalValue));
    case "map":
      return mapOf(new Map(written.entries.map(({ key, value }) => [key, literalValue(value)])), false);
  }
}

/** A value as the configuration keeps it. */
function configText(written: WrittenValue): string {
  return written.is === "scalar" && written.value !== null ? String(written.value) : jsonOfValue(literalValue(written));
}

const TRUE = /^(?:t|T|true|True|TRUE)$/;
const FALSE = /^(?:f|F|false|False|FALSE)$/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * What Pulumi makes of a text in the configuration: a number or truth where it looks like one, whatever type was declared,
 * and JSON where it is that. Digits with a zero before them stay text.
 */
function configValue(text: string): Worked {
  if (text.length > 1 && text.startsWith("0") && !text.startsWith("0.")) return scalar(text);
  if (TRUE.test(text)) return scalar(true);
  if (FALSE.test(text)) return scalar(false);
  if (NUMBER.test(text) && Number.isFinite(Number(text))) return scalar(Number(text));
  return jsonIn(text) ?? scalar(text satisfies Scalar);
}

function jsonIn(text: string): Worked | undefined {
  if (!/^\s*[[{"n]/.test(text)) return undefined;
  try {
    return answeredValue(JSON.parse(text) as Raw, NOWHERE);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}
