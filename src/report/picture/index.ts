/** Draws reports. */
import { render, type Language } from "../../messages";
import { joinList } from "../../messages/punctuation";
import type { Report } from "../types";
import { dotOf } from "./dot";
import type { PictureFormat } from "./formats";
import { mermaidOf } from "./mermaid";
import { pictureOf, type Picture } from "./model";
import { svgOf } from "./svg";

type Drawer = (picture: Picture, language: Language, title: string) => string;

const DRAWERS: Readonly<Record<PictureFormat, Drawer>> = {
  svg: (picture, language, title) => svgOf(picture, { language, title }).text,
  dot: dotOf,
  mermaid: mermaidOf,
};

/** More are counted. */
const MOST_IN_TITLE = 3;

/** Draws the domains of a report, or those that are named. */
export function drawn(report: Report, format: PictureFormat, language: Language, apexes?: readonly string[]): string {
  const names = report.apexes.map(({ apex }) => apex).filter((apex) => !apexes || apexes.includes(apex));
  return DRAWERS[format](pictureOf(report, language, apexes), language, titleOf(names, language));
}

function titleOf(names: readonly string[], language: Language): string {
  if (names.length === 0) return render(language, "picture.title-none");
  const count = (): string => render(language, "count.domain.other", { n: names.length });
  const apexes = names.length > MOST_IN_TITLE ? count() : joinList(language, names);
  return render(language, "picture.title", { apexes });
}
