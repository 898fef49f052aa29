/**
 * What can be read of a register, sound or not: so that what contradicts something else is told together with what is wrong
 * by itself. What the schema refuses is missing here, and no contradiction is concluded from it.
 */
import { nameOf } from "../names/host-name";
import type { KeyPath } from "./yaml";

/** A map of a register and where it stands. */
export class DraftEntry {
  constructor(
    private readonly value: unknown,
    readonly path: KeyPath,
  ) {}

  /** The value under a key; undefined when there is none. */
  raw(key: string): unknown {
    const { value } = this;
    return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }

  /** The text under a key; undefined when there is none. */
  text(key: string): string | undefined {
    const value = this.raw(key);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  /** The text under a key of an enumeration, `instead` where there is none, if it is one of these words. */
  word<Word extends string>(key: string, words: readonly Word[], instead?: Word): Word | undefined {
    const value = this.raw(key) ?? instead;
    return words.find((word) => word === value);
  }

  /** Where a key of this map stands. */
  at(key: string): KeyPath {
    return [...this.path, key];
  }

  /** The items of a list, empty when it is `null`; undefined when it is left out, or no list. */
  section(key: string): readonly DraftEntry[] | undefined {
    const value = this.raw(key);
    if (value === null) return [];
    return Array.isArray(value)
      ? value.map((item, index) => new DraftEntry(item, [...this.path, key, index]))
      : undefined;
  }

  /** The items of a list; none when it is left out. */
  list(key: string): readonly DraftEntry[] {
    return this.section(key) ?? [];
  }

  /** The host that an item of `hosts` names, as text or as a map; undefined when it names none. */
  get host(): string | undefined {
    return typeof this.value === "string" ? this.value : this.text("host");
  }

  /** The registrable domain under a key, in its one spelling; undefined when there is none. */
  domain(key: string): string | undefined {
    const text = this.text(key);
    const name = text === undefined ? undefined : nameOf(text);
    return name?.is === "public" && name.host === name.apex ? name.apex : undefined;
  }
}

/** Whether a value is a map of keys. */
export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
