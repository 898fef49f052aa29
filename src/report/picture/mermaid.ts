/** A picture as a flowchart of Mermaid, which GitHub and GitLab draw in Markdown. */
import { plainLine } from "../../base/plain";
import type { Language } from "../../messages";
import { collapsed } from "./collapse";
import { STANDINGS, type Picture, type PictureNode, type Standing } from "./model";
import { SIGNS } from "./sign";

const CLASSES: Readonly<Record<Standing, string>> = {
  violation: "stroke:#c0392b,stroke-width:3px",
  undetermined: "stroke:#a06a00,stroke-width:2px,stroke-dasharray:6 4",
  satisfied: "stroke:#1f8a4c",
  "not-applicable": "stroke:#7a8591,stroke-dasharray:2 3",
};

const ARROWS: Readonly<Record<Standing, string>> = {
  violation: "==>",
  undetermined: "-.->",
  satisfied: "-->",
  "not-applicable": "-.->",
};

const SHAPES: Readonly<Record<PictureNode["kind"], readonly [string, string]>> = {
  host: ["([", "])"],
  step: ["[", "]"],
  entry: ["[[", "]]"],
  place: ["{{", "}}"],
};

/** A flowchart from left to right. */
export function mermaidOf(picture: Picture, language: Language, title: string): string {
  const { nodes, edges } = collapsed(picture, language);
  const ids = new Map(nodes.map(({ id }, at) => [id, `n${at + 1}`]));
  const drawn = nodes.map(({ id, kind, name, type, places, standing }) => {
    const lines = [`${SIGNS[standing]} ${name}`, ...[type, ...places].filter((one) => one !== "")];
    const [open, close] = SHAPES[kind];
    return `  ${ids.get(id) ?? ""}${open}"${lines.map(entities).join("<br>")}"${close}:::${standing}`;
  });
  const ways = edges.map(
    ({ from, to, whys, standing }) =>
      `  ${ids.get(from) ?? ""} ${ARROWS[standing]}|"${entities(whys.join(" · "))}"| ${ids.get(to) ?? ""}`,
  );
  const classes = [...STANDINGS].reverse().map((standing) => `  classDef ${standing} ${CLASSES[standing]}`);
  const head = ["flowchart LR", `  accTitle: ${entities(title)}`];
  return `${[...head, ...drawn, ...ways, ...classes].join("\n")}\n`;
}

/** A text in which nothing is Mermaid's or Markdown's: all but letters, digits and a few signs stands as its number. */
const entities = (text: string): string =>
  plainLine(text).replace(/[^\p{L}\p{M}\p{N} .,/()·→✕✓–-]|\.(?= )|^-/gu, (found) => `#${found.codePointAt(0) ?? 0};`);
