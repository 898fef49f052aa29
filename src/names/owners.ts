/** Whose a host name is: Alibaba Cloud's own, another vendor's, or neither's. Nobody else can file the names of a vendor. */
import provider from "../../data/provider-domains.json";
import vendors from "../../data/vendor-names.json";
import { byEnding, formOf } from "./forms";

const APEXES: ReadonlySet<string> = new Set(provider.apexes);
const FORMS: readonly RegExp[] = provider.forms.map(({ pattern }) => formOf(pattern));

/** Whether a name, in its one spelling, is one that Alibaba Cloud gives. */
export const isAlibabaCloud = (name: string): boolean =>
  byEnding(name, (ending) => (APEXES.has(ending) ? true : undefined)) ?? FORMS.some((form) => form.test(name));

/** A row of the table of vendors: their names, and where what has such a name is served from. */
export interface VendorRow {
  readonly vendor: string;
  /** `by-region`: where the region in the name is. */
  readonly place: string;
  readonly domains: readonly string[];
  readonly forms?: readonly string[];
}

const ROWS: readonly VendorRow[] = vendors.names;
const BY_DOMAIN: ReadonlyMap<string, VendorRow> = new Map(
  ROWS.flatMap((row) => row.domains.map((domain) => [domain, row] as const)),
);
const BY_FORM = ROWS.flatMap((row) => (row.forms ?? []).map((form) => ({ row, form: formOf(form) })));

/** The row of the vendor, other than Alibaba Cloud, that gives a name in its one spelling. */
export const vendorRow = (name: string): VendorRow | undefined =>
  byEnding(name, (ending) => BY_DOMAIN.get(ending)) ?? BY_FORM.find(({ form }) => form.test(name))?.row;
