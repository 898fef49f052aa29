/** Where everything is drawn: in layers from left to right, what is connected together, one below the other. */
import { widthOf } from "../wrap";
import { boxOf, EDGE_TEXT, type Box } from "./box";
import { arrange } from "./dagre.cjs";
import type { Picture, PictureEdge, PictureNode } from "./model";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its middle and size. */
export interface PlacedNode extends Box, Point {
  readonly node: PictureNode;
}

/** An edge with the points that it goes by, and the middle of its text. */
export interface PlacedEdge {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  readonly label: Point;
  readonly text: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const GAP = 26;

/** Lays a picture out. The same picture gives the same layout. */
export function layoutOf(picture: Picture): Layout {
  let height = 0;
  let width = 0;
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  for (const part of connected(picture)) {
    const placed = placedIn(part, height);
    nodes.push(...placed.nodes);
    edges.push(...placed.edges);
    width = Math.max(width, placed.width);
    height += placed.height + GAP;
  }
  return { width, height: Math.max(0, height - GAP), nodes, edges };
}

/** The parts of a picture that nothing connects, in order. */
function connected({ nodes, edges }: Picture): readonly Picture[] {
  const beside = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to } of edges) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const partOf = new Map<string, number>();
  let parts = 0;
  for (const { id } of nodes) {
    if (partOf.has(id)) continue;
    const open = [id];
    partOf.set(id, parts);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const other of beside.get(next) ?? []) {
        if (partOf.has(other)) continue;
        partOf.set(other, parts);
        open.push(other);
      }
    }
    parts++;
  }
  const found = Array.from({ length: parts }, () => ({ nodes: [] as PictureNode[], edges: [] as PictureEdge[] }));
  for (const node of nodes) found[partOf.get(node.id) ?? 0]?.nodes.push(node);
  for (const edge of edges) found[partOf.get(edge.from) ?? 0]?.edges.push(edge);
  return found;
}

/** A part that hangs together, from `top` down. */
function placedIn({ nodes, edges }: Picture, top: number): Layout {
  const numbers = new Map(nodes.map(({ id }, at) => [id, at]));
  const numberOf = (id: string): number => numbers.get(id) ?? 0;
  const widest = Math.max(...nodes.map((node) => (node.kind === "host" ? boxOf(node).width : 0)));
  // Hosts stand in one column, and so begin and end below each other.
  const boxes = nodes.map((node) => (node.kind === "host" ? { ...boxOf(node), width: widest } : boxOf(node)));
  const texts = edges.map(({ whys }) => whys.join(" · "));
  const widths = texts.map((text) => widthOf(text) * EDGE_TEXT.column + 12);
  const arranged = arrangedAs({
    nodes: boxes,
    edges: edges.map(({ from, to }, at) => ({
      from: numberOf(from),
      to: numberOf(to),
      width: widths[at] ?? 0,
      height: EDGE_TEXT.height,
    })),
    first: nodes.flatMap(({ kind }, at) => (kind === "host" ? [at] : [])),
  });
  const corners = boxes.map(({ width, height }, at) => {
    const { x, y } = arranged.nodes[at] ?? NOWHERE;
    return { x: x - width / 2, y: y - height / 2 };
  });
  const left = least(corners, ({ x }) => x);
  const above = least(corners, ({ y }) => y);
  const move = ({ x, y }: Point): Point => ({ x: x - left, y: y - above + top });
  const placed = nodes.map((node, at) => ({
    node,
    ...(boxes[at] ?? NOTHING),
    ...move(arranged.nodes[at] ?? NOWHERE),
  }));
  const ways = edges.map((edge, at) => {
    const { points = [], label = NOWHERE } = arranged.edges[at] ?? {};
    const way = points.flatMap((point) => throughLabel(point, label, widths[at] ?? 0));
    return { edge, points: way.map(move), label: move(label), text: texts[at] ?? "" };
  });
  const ends = [
    ...placed.map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
    ...ways.flatMap(({ points }) => points),
  ];
  return { nodes: placed, edges: ways, width: most(ends, ({ x }) => x), height: most(ends, ({ y }) => y) - top };
}

/** So many are kept at once. */
const MOST_KEPT = 1_000;
const kept = new Map<string, ReturnType<typeof arrange>>();

/** Most domains are served alike: what has the same boxes and ways as another part is laid out as that. */
function arrangedAs(part: Parameters<typeof arrange>[0]): ReturnType<typeof arrange> {
  const key = JSON.stringify(part);
  let found = kept.get(key);
  if (!found) {
    found = arrange(part);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, found);
  }
  return found;
}

/** A line is level where its text stands. */
const throughLabel = (point: Point, { x, y }: Point, width: number): readonly Point[] =>
  Math.abs(point.x - x) < 1 && Math.abs(point.y - y) < 1
    ? [
        { x: x - width / 2, y },
        { x: x + width / 2, y },
      ]
    : [point];

const NOWHERE: Point = { x: 0, y: 0 };
const NOTHING: Box = { width: 0, height: 0 };
const least = (points: readonly Point[], of: (point: Point) => number): number =>
  points.reduce((found, one) => Math.min(found, of(one)), Infinity);
const most = (points: readonly Point[], of: (point: Point) => number): number =>
  points.reduce((found, one) => Math.max(found, of(one)), 0);
