/** Which records answer for a name: its own, else those of the closest wildcard above it (RFC 4592). */
import { answeringName, LONGEST_NAME } from "../names/host-name";
import { flat, groupBy } from "../base/collections";
import type { RecordContribution } from "./contribution";

/** A plan's records by the name that they answer for. */
export class RecordNames {
  private readonly byName: ReadonlyMap<string, readonly RecordContribution[]>;
  /** Every name that has records, or that a name with records is under: no wildcard answers for it. */
  private readonly nodes = new Set<string>();
  /** Every name of a record, live or not. */
  private readonly written: ReadonlySet<string>;

  /** `spell` gives the one spelling of a name. Records that are switched off do not exist for DNS. */
  constructor(records: readonly RecordContribution[], spell: (name: string) => string) {
    this.written = new Set(flat(records, ({ host }) => (host.state === "known" ? [spell(host.value)] : [])));
    const live = records.filter(
      ({ host, active }) => host.state === "known" && (active.state !== "known" || active.value),
    );
    this.byName = groupBy(live, ({ host }) => (host.state === "known" ? spell(host.value) : ""));
    for (const name of this.byName.keys()) {
      if (name.length > LONGEST_NAME) this.nodes.add(name);
      else for (let at = name; at !== "" && !this.nodes.has(at); at = parentOf(at)) this.nodes.add(at);
    }
  }

  /** Whether a name exists, as far as the plan tells: no wildcard answers for it. */
  has(name: string): boolean {
    return this.nodes.has(name);
  }

  /** Whether the plan has records of a name and all of them are switched off. */
  isOff(name: string): boolean {
    return this.written.has(name) && !this.byName.has(name);
  }

  /** The records that answer for a name; none when the plan has none. */
  at(name: string): readonly RecordContribution[] {
    const answering = answeringName(name, (node) => this.nodes.has(node));
    return (answering === undefined ? undefined : this.byName.get(answering)) ?? [];
  }
}

const parentOf = (name: string): string => (name.includes(".") ? name.slice(name.indexOf(".") + 1) : "");
