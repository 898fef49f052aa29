/** A picture in words, for who cannot see it. */
import { render, type Language } from "../../messages";
import { joinSentences, sentence, withColon } from "../../messages/punctuation";
import type { Picture, PictureNode } from "./model";

/** More is not listened to: the ways are in the report as text as well. */
const MOST_SENTENCES = 60;

/** How each thing leads on, one sentence for each; what leads nowhere is said with what leads to it. */
export function said({ nodes, edges }: Picture, language: Language): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sentences = edges.flatMap(({ from, to, whys, standing }) => {
    const [one, other] = [byId.get(from), byId.get(to)];
    if (!one || !other) return [];
    const way = `${one.name} → ${whys.join(" · ")} ${nameOf(other)}`;
    return [sentence(language, withColon(language, way, render(language, `report.${standing}`)))];
  });
  const hosts = nodes.reduce((sum, { kind, count }) => sum + (kind === "host" ? count : 0), 0);
  const more = sentences.length - MOST_SENTENCES;
  return joinSentences(language, [
    sentence(language, render(language, "picture.shows", { hosts })),
    ...sentences.slice(0, MOST_SENTENCES),
    ...(more > 0 ? [sentence(language, render(language, "picture.more", { more }))] : []),
  ]);
}

const nameOf = ({ name, type, places }: PictureNode): string =>
  [name, type, ...places].filter((part) => part !== "").join(" · ");
