/** What `dagre.cjs` takes and gives; nodes are called by their numbers. */
interface Size {
  readonly width: number;
  readonly height: number;
}
interface Point {
  readonly x: number;
  readonly y: number;
}
export function arrange(graph: {
  readonly nodes: readonly Size[];
  readonly edges: readonly (Size & { readonly from: number; readonly to: number })[];
  readonly first: readonly number[];
}): {
  readonly nodes: readonly Point[];
  readonly edges: readonly { readonly label: Point; readonly points: readonly Point[] }[];
};
