/** The providers that the engine makes of the stack's configuration, one for each package and version that resources ask for. */
import { referenceOf } from "../names/urn";
import { withoutUserinfo } from "../plan/conceal";
import { SECRET_MARK, UNKNOWN_STRING } from "../plan/raw";
import { urnIn, type StackName } from "./urns";

/** What a resource says of the package it is from. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Where it is downloaded from; empty for where all are. */
  readonly from: string;
}

/** The package that a type is of: what stands before its first colon. */
export const packageOf = (type: string): string => type.slice(0, Math.max(0, type.indexOf(":")));

/**
 * The reference of a default provider. Its name holds the version, as in `default_3_108_0`, and the place it comes from; its
 * id is not known in a preview.
 */
export function defaultProvider(where: StackName, { name, version, from }: Package): string {
  const suffixes = [version.replace(/[^A-Za-z0-9]+/g, "_"), nameOfAddress(from)].filter((one) => one !== "");
  const urn = urnIn(where, {
    type: `pulumi:providers:${name}`,
    name: ["default", ...suffixes].join("_"),
    parent: undefined,
  });
  return referenceOf(urn, UNKNOWN_STRING);
}

/**
 * An address in a name, as the engine writes it: `https_/example.com/x` for `https://example.com/x`. The engine writes a user
 * and a password there as well; they are left out.
 */
const nameOfAddress = (from: string): string =>
  withoutUserinfo(from)
    .replace(`${SECRET_MARK}@`, "")
    .split("/")
    .filter((part) => part !== "")
    .map((part) => part.replace(/[^\w.-]/g, "_").replace(/^-/, "_"))
    .join("/");
