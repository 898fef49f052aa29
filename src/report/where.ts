/** Where what serves a host is, in words. */
import { render, type Language } from "../messages";
import type { ReportPlace } from "./types";

/** A place in words, with what says so. */
export function placeText(place: ReportPlace, language: Language): string {
  const { in: where, region, scope, vendor } = place;
  if (where === "undetermined") return render(language, "report.place-undetermined");
  const by = region ?? scope ?? vendor;
  return by === undefined
    ? render(language, `place.${where}`)
    : render(language, "report.place", { where, by: scope === undefined ? by : `scope: ${scope}` });
}
