/** Where a finding is shown: what the user has written, before what a component makes of it. */
import { plainLine } from "../base/plain";
import { seenFrom } from "./whereabouts";
import type { ReportFinding, ReportPosition } from "./types";

/** A place in a file. */
export type Spot = Pick<ReportPosition, "file" | "line" | "column">;

/** The file of every program; its start stands for not knowing. */
export const UNKNOWN_SPOT: Spot = { file: "Pulumi.yaml", line: 1, column: 1 };
/** The file that nearly every configuration of Terraform has, for a plan that has no file itself. */
export const UNKNOWN_IN_TERRAFORM: Spot = { file: "main.tf", line: 1, column: 1 };
const OF_TERRAFORM = /\.(?:tf|tofu|json)$/;

/**
 * Whether a place only says which program it is. No block of Terraform's has the place of a first character: its label has; and in
 * a plan nothing is written at all.
 */
const isUnknown = ({ file, line, column }: Spot): boolean =>
  line === 1 && (file.split("/").at(-1) === UNKNOWN_SPOT.file || (column === 1 && OF_TERRAFORM.test(file)));

/** Where a finding is shown: the line that makes the component which it is in, else its own. */
export const spotOf = ({ position }: Pick<ReportFinding, "position">): Spot =>
  position?.caller ?? position ?? UNKNOWN_SPOT;

/** Where the resource itself is written, when that is not where the finding is shown. */
export const ownSpotOf = ({ position }: Pick<ReportFinding, "position">): Spot | undefined =>
  position?.caller && position;

/** `file:line` as who is in `folder` calls it; undefined where it is not known. */
export function placeOf(finding: Pick<ReportFinding, "position">, folder = ""): string | undefined {
  const spot = spotOf(finding);
  return isUnknown(spot) ? undefined : spotText(spot, folder);
}

/** `file:line` as who is in `folder` calls it. */
export const spotText = ({ file, line }: Spot, folder: string): string =>
  plainLine(`${seenFrom(folder, file)}:${line}`);
