import quotas from "../../../data/quotas.json";
import type { FilingServer } from "../../register/register";

/** The day the table of quotas was taken from its source. */
export const quotasAsOf = quotas.asOf;

const CODES: ReadonlyMap<string, number> = new Map(quotas.codes.map(({ product, codes }) => [product, codes]));

/** How many service codes a server of a product carries; undefined when none are known for it. */
export const codesOf = (product: FilingServer["product"]): number | undefined => CODES.get(product);
