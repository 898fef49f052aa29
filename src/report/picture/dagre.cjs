// The one place that knows the library which lays graphs out. It is loaded when something is drawn: to load it takes as
// long as to judge a small plan.

/** Layers from left to right; what is in `first` stands in the first one. Gives the middles of nodes, and ways of edges. */
exports.arrange = ({ nodes, edges, first }) => {
  const { Graph, layout } = require("@dagrejs/dagre");
  const graph = new Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 16, ranksep: 44, edgesep: 12 });
  nodes.forEach(({ width, height }, at) => graph.setNode(`n${at}`, { width, height }));
  for (const { from, to, width, height } of edges)
    graph.setEdge(`n${from}`, `n${to}`, { width, height, labelpos: "c" });
  // Stands before the first layer, and is not drawn.
  graph.setNode("root", { width: 1, height: 1 });
  for (const at of first) graph.setEdge("root", `n${at}`, { weight: 100 });
  layout(graph);
  return {
    nodes: nodes.map((_, at) => pointOf(graph.node(`n${at}`))),
    edges: edges.map(({ from, to }) => {
      const edge = graph.edge(`n${from}`, `n${to}`);
      return { label: pointOf(edge), points: edge.points.map(pointOf) };
    }),
  };
};

const pointOf = ({ x, y }) => ({ x, y });
