/** Pulumi's functions that are plain calculations, or name a file. */
import { message, type Message } from "../../messages";
import type { RawProperties } from "../../plan/raw";
import { SIGNATURE } from "../properties";
import type { FunctionName } from "./expression";
import type { Place } from "./problems";
import type { Surroundings } from "./surroundings";
import { jsonOfValue } from "./text";
import {
  allFrom,
  assetOf,
  combined,
  listOf,
  rawOf,
  scalar,
  secretFrom,
  union,
  unknownFrom,
  type From,
  type Worked,
} from "./value";

/** What a function is given, and where it is written. */
export interface Argument {
  readonly value: Worked;
  readonly at: Place;
}

type Calculation = (args: readonly Argument[], from: From, call: Call) => Worked;

const TEXT = message("expected.text", {});

/** How Pulumi marks files on the wire. */
const ASSET = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";

const file =
  (kind: string, key: string): Calculation =>
  ([of], from, call) => {
    const named = call.text(of);
    return named === undefined ? unknownFrom(from) : assetOf({ [SIGNATURE]: kind, [key]: named }, from);
  };

/** The functions that look at their arguments as a whole. */
type PlainFunction = Exclude<FunctionName, "select" | "stackReference">;

/** Of arguments of which nothing is hidden. */
const CALCULATIONS: Readonly<Record<Exclude<PlainFunction, "secret" | "assetArchive">, Calculation>> = {
  join: ([delimiter, list], from, call) => {
    const between = delimiter?.value.is === "scalar" && delimiter.value.value === null ? "" : call.text(delimiter);
    const texts = call.texts(list);
    return between === undefined || texts === undefined ? unknownFrom(from) : scalar(texts.join(between), from);
  },
  split: ([delimiter, text], from, call) => {
    const between = call.text(delimiter);
    const whole = call.text(text);
    if (between === undefined || whole === undefined) return unknownFrom(from);
    const parts = between === "" ? Array.from(whole) : whole.split(between);
    return listOf(
      parts.map((part) => scalar(part)),
      from,
    );
  },
  toJSON: ([of], from) => (of ? scalar(jsonOfValue(of.value), from) : unknownFrom(from)),
  toBase64: ([of], from, call) => {
    const text = call.text(of);
    return text === undefined ? unknownFrom(from) : scalar(Buffer.from(text).toString("base64"), from);
  },
  fromBase64: ([of], from, call) => {
    const text = call.text(of);
    if (text === undefined) return unknownFrom(from);
    const bytes = Buffer.from(text, "base64");
    // Node passes over what is no Base64; Pulumi does not.
    if (bytes.toString("base64") === text.replace(/[\r\n]/g, "")) return scalar(bytes.toString(), from);
    return call.refuse(message("expected.base64", {}), of, from);
  },
  readFile: ([of], from, call) => {
    const path = call.text(of);
    if (path === undefined) return unknownFrom(from);
    const text = call.surroundings.readText(path);
    return text === undefined ? call.refuse(message("expected.file", { path }), of, from) : scalar(text, from);
  },
  stringAsset: file(ASSET, "text"),
  fileAsset: file(ASSET, "path"),
  remoteAsset: file(ASSET, "uri"),
  fileArchive: file(ARCHIVE, "path"),
  remoteArchive: file(ARCHIVE, "uri"),
};

/** What a function gives: hidden where something in its arguments is. */
export function call(name: PlainFunction, args: readonly Argument[], surroundings: Surroundings): Worked {
  const values = args.map(({ value }) => value);
  switch (name) {
    case "secret":
      return secretFrom(union(values.map((value) => allFrom(value))));
    case "assetArchive":
      return archive(args);
    default:
      return combined(values, (from) => CALCULATIONS[name](args, from, new Call(surroundings)));
  }
}

function archive([of]: readonly Argument[]): Worked {
  if (of === undefined) return unknownFrom(new Set());
  return assetOf({ [SIGNATURE]: ARCHIVE, assets: rawOf(of.value) } satisfies RawProperties, allFrom(of.value));
}

/** Takes arguments as what a function needs, and notes what they are not. */
class Call {
  constructor(readonly surroundings: Surroundings) {}

  text(of: Argument | undefined): string | undefined {
    if (of?.value.is === "scalar" && typeof of.value.value === "string") return of.value.value;
    this.note(TEXT, of);
    return undefined;
  }

  texts(of: Argument | undefined): readonly string[] | undefined {
    const items = of?.value.is === "list" ? of.value.items : [];
    const texts = items.flatMap((item) => (item.is === "scalar" && typeof item.value === "string" ? [item.value] : []));
    if (of?.value.is === "list" && texts.length === items.length) return texts;
    this.note(message("expected.texts", {}), of);
    return undefined;
  }

  refuse(expected: Message, of: Argument | undefined, from: From): Worked {
    this.note(expected, of);
    return unknownFrom(from);
  }

  private note(expected: Message, of: Argument | undefined): void {
    if (of) this.surroundings.problems.add(message("input.yaml-argument", { expected }), of.at);
  }
}
