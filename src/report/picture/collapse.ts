/** Large pictures: what is alike is drawn as one, until there is little enough to look at. */
import { render, type Language } from "../../messages";
import { worse, type Picture, type PictureEdge, type PictureNode } from "./model";

/**
 * More boxes are not looked at any more: some 50 hosts with a record each are three screens high. To lay them out takes a
 * tenth of a second, and for four times as many ten times as long.
 */
export const MOST_NODES = 100;
/** No way is longer that anybody draws. */
const MOST_ROUNDS = 50;

/** What nodes have in common that are drawn as one, given what they lead to. */
type Likeness = (node: PictureNode, leadsTo: readonly string[]) => string;

/** Each a coarser view than the one before. */
const VIEWS: readonly Likeness[] = [
  // Hosts of one entry, by one kind of way.
  (node, leadsTo) => [leadsTo.length === 0 ? node.id : looksOf(node), ...leadsTo].join("\n"),
  // Hosts of entries of one kind in one place.
  (node, leadsTo) => [looksOf(node), ...leadsTo].join("\n"),
  // Kinds alone.
  looksOf,
];

function looksOf({ kind, type, standing, places }: PictureNode): string {
  return [kind, type, standing, ...places].join("\t");
}

/** A picture of at most so many nodes, if the kinds of what is in it are no more. */
export function collapsed(picture: Picture, language: Language, most = MOST_NODES): Picture {
  let found = picture;
  for (const view of VIEWS) {
    if (found.nodes.length <= most) break;
    found = quotient(picture, classesOf(picture, view), language);
  }
  return found;
}

/** The class of each node: nodes are of one class that are alike and lead to the same classes. */
function classesOf({ nodes, edges }: Picture, likeness: Likeness): ReadonlyMap<string, number> {
  const out = new Map<string, PictureEdge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) out.get(edge.from)?.push(edge);
  let classes = new Map<string, number>();
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = classes;
    const keys = new Map<string, number>();
    classes = new Map(
      nodes.map((node) => {
        const leadsTo = (out.get(node.id) ?? []).map(({ to, whys }) => `${before.get(to) ?? 0} ${whys.join("\t")}`);
        const key = likeness(node, [...new Set(leadsTo)].sort());
        if (!keys.has(key)) keys.set(key, keys.size);
        return [node.id, keys.get(key) ?? 0];
      }),
    );
    if (keys.size === count) break;
    count = keys.size;
  }
  return classes;
}

function quotient({ nodes, edges }: Picture, classes: ReadonlyMap<string, number>, language: Language): Picture {
  const idOf = (id: string): string => `class ${classes.get(id) ?? 0}`;
  const members = new Map<string, PictureNode[]>();
  for (const node of nodes) {
    const own = members.get(idOf(node.id));
    if (own) own.push(node);
    else members.set(idOf(node.id), [node]);
  }
  const joined = new Map<string, PictureEdge>();
  for (const { from, to, whys, standing } of edges) {
    const key = `${idOf(from)} ${idOf(to)}`;
    const old = joined.get(key);
    joined.set(key, {
      from: idOf(from),
      to: idOf(to),
      whys: [...new Set([...(old?.whys ?? []), ...whys])],
      standing: old ? worse(old.standing, standing) : standing,
    });
  }
  return {
    nodes: [...members].map(([id, own]) => groupNode(id, own, language)),
    edges: [...joined.values()].filter(({ from, to }) => from !== to),
  };
}

function groupNode(id: string, own: readonly PictureNode[], language: Language): PictureNode {
  const [first] = own as readonly [PictureNode];
  if (own.length === 1) return { ...first, id };
  const n = own.length;
  const name =
    first.kind === "host"
      ? render(language, "count.host.other", { n })
      : render(language, "picture.several", { n, name: first.type === "" ? first.name : first.type });
  return { ...first, id, name, type: "", count: n };
}
