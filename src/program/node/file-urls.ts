/** Places in files, as stack traces and the SDK tell them. */
import { fileURLToPath } from "node:url";

/** The path of a `file:` URL; what is none, or none of this machine, stays as it is. */
export function pathOf(place: string): string {
  try {
    return place.startsWith("file:") ? fileURLToPath(place) : place;
  } catch {
    return place;
  }
}
