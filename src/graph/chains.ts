/** Follows leads to their ends: chains, forks and circles of any length, each node once. */
import { flat } from "../base/collections";
import { doubt } from "../plan/fact";
import { EndSet } from "./end-set";
import type { Lead, Node, Pass } from "./lead";
import type { Target } from "./target";

/** A node that is being followed. */
interface Visit {
  readonly node: Node;
  readonly leads: readonly Lead[];
  /** Its place among all that are being followed. */
  readonly index: number;
  /** The lowest place to which it leads back. */
  lowlink: number;
  /** Which of its leads comes next. */
  next: number;
}

/** A node of a circle, with what it leads to as far as that is known. */
interface Member {
  readonly node: Node;
  readonly ends: EndSet;
  /** The nodes of the circle that lead to it. */
  readonly from: { readonly member: Member; readonly pass: Pass }[];
}

/**
 * Follows leads. Circles are found as Tarjan finds strongly connected components, with a list in place of recursion, so that
 * no plan decides how deep it goes. All nodes of a circle lead to what any of them leads to.
 */
export class Chains {
  private readonly resolved = new Map<string, readonly Target[]>();

  /** All that leads come to. */
  follow(leads: readonly Lead[]): readonly Target[] {
    return flat(leads, (lead): readonly Target[] => {
      if (lead.is !== "pass") return [lead];
      if (!this.resolved.has(lead.node.key)) this.resolve(lead.node);
      return this.seenThrough(lead);
    });
  }

  private seenThrough({ node, seen }: Pass): readonly Target[] {
    return (this.resolved.get(node.key) ?? []).flatMap((target) => seen(target) ?? []);
  }

  private resolve(start: Node): void {
    const first = visit(start, 0);
    const way = [first];
    /** Those whose circle is not complete yet, in the order in which they were found. */
    const open = [first];
    const known = new Map([[start.key, first]]);
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const lead = at.leads[at.next++];
      if (lead === undefined) {
        way.pop();
        const from = way.at(-1);
        if (from) from.lowlink = Math.min(from.lowlink, at.lowlink);
        if (at.lowlink === at.index) this.settle(open.splice(at.index));
      } else if (lead.is === "pass" && !this.resolved.has(lead.node.key)) {
        const before = known.get(lead.node.key);
        if (before) at.lowlink = Math.min(at.lowlink, before.index);
        else {
          const found = visit(lead.node, open.length);
          known.set(lead.node.key, found);
          open.push(found);
          way.push(found);
        }
      }
    }
  }

  /** What the nodes of a circle lead to; most often it is one node, which does not lead to itself. */
  private settle(circle: readonly Visit[]): void {
    const members = new Map<string, Member>();
    for (const { node } of circle) {
      members.set(node.key, { node, ends: new EndSet(() => doubt("many-ends")), from: [] });
    }
    for (const { node, leads } of circle) {
      const member = members.get(node.key);
      if (member) this.collect(member, leads, members);
    }
    spread([...members.values()]);
    for (const { node, ends } of members.values()) {
      this.resolved.set(node.key, node.weigh ? node.weigh(ends.targets) : ends.targets);
    }
  }

  private collect(member: Member, leads: readonly Lead[], members: ReadonlyMap<string, Member>): void {
    // The nearest come first.
    for (const lead of leads) if (lead.is !== "pass") member.ends.add(lead);
    for (const pass of leads) {
      if (pass.is !== "pass") continue;
      const next = members.get(pass.node.key);
      if (next) next.from.push({ member, pass });
      else for (const target of this.seenThrough(pass)) member.ends.add(target);
    }
  }
}

/** Tells every end of a circle to all that lead there. What weighs its ends cannot do so before it knows them all. */
function spread(members: readonly Member[]): void {
  const news = flat(
    members.filter(({ from }) => from.length > 0),
    (member) => told(member).map((target) => ({ member, target })),
  );
  // A list hands out what is added to it on the way.
  for (const { member, target } of news) {
    for (const { member: from, pass } of member.from) {
      const seen = pass.seen(target);
      if (seen && from.ends.add(seen) && !from.node.weigh) news.push({ member: from, target: seen });
    }
  }
}

const told = ({ node, ends }: Member): readonly Target[] =>
  node.weigh ? [{ is: "unknown", why: doubt("cycle"), steps: [] }] : ends.targets;

const visit = (node: Node, index: number): Visit => ({ node, leads: node.leads(), index, lowlink: index, next: 0 });
