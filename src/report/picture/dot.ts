/** A picture as DOT, the language of Graphviz. */
import { plainLine } from "../../base/plain";
import { render, type Language } from "../../messages";
import { collapsed } from "./collapse";
import type { Picture, PictureNode, Standing } from "./model";
import { SIGNS } from "./sign";

const LINES: Readonly<Record<Standing, string>> = {
  violation: 'color="#b3261e", penwidth=2',
  undetermined: 'color="#7d5200", style="dashed,rounded"',
  satisfied: 'color="#1a6b3a"',
  "not-applicable": 'color="#5a6470", style="dotted,rounded"',
};

const SHAPES: Readonly<Record<PictureNode["kind"], string>> = {
  host: "ellipse",
  step: "box",
  entry: "box3d",
  place: "note",
};

/** A graph that Graphviz draws from left to right. */
export function dotOf(picture: Picture, language: Language, title: string): string {
  const { nodes, edges } = collapsed(picture, language);
  const ids = new Map(nodes.map(({ id }, at) => [id, `n${at + 1}`]));
  const drawn = nodes.map((node) => {
    const { id, kind, name, type, places, standing } = node;
    const lines = [`${SIGNS[standing]} ${name}`, ...[type, ...places].filter((one) => one !== "")];
    const tip = `${name}: ${render(language, `report.${standing}`)}`;
    return `  ${ids.get(id) ?? ""} [label=${quoted(lines)}, tooltip=${quoted([tip])}, shape=${SHAPES[kind]}, ${LINES[standing]}];`;
  });
  const ways = edges.map(
    ({ from, to, whys, standing }) =>
      `  ${ids.get(from) ?? ""} -> ${ids.get(to) ?? ""} [label=${quoted([whys.join(" · ")])}, ${LINES[standing].replace(",rounded", "")}];`,
  );
  const head = [
    "digraph filing {",
    "  rankdir=LR;",
    '  charset="UTF-8";',
    `  label=${quoted([title])};`,
    "  labelloc=t;",
    '  node [fontname="Helvetica", fontsize=11, style=rounded];',
    '  edge [fontname="Helvetica", fontsize=9];',
  ];
  return `${[...head, ...drawn, ...ways, "}"].join("\n")}\n`;
}

/** Lines as one quoted string. Graphviz reads `\N` and the like in labels, and names of characters such as `&amp;`. */
const quoted = (lines: readonly string[]): string =>
  `"${lines
    .map((line) => plainLine(line).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"'))
    .join("\\n")}"`;
