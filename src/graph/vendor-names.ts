/** Where the names that other vendors give are served from, as far as they tell. */
import data from "../../data/vendor-names.json";
import { toAscii } from "../names/host-name";
import type { Location } from "../location/locate";
import { placeInName, type Regions } from "../location/named";
import { vendorRow } from "../names/owners";
import { doubt } from "../plan/fact";

/** A vendor, and where what has a name of its is served from. */
export interface Vendor {
  readonly vendor: string;
  readonly location: Location;
}

const REGIONS: Readonly<Record<string, Regions>> = data.regions;

/** The vendor, other than Alibaba Cloud, that gives a host name. Undefined for names of no vendor that is listed. */
export function vendorOf(host: string): Vendor | undefined {
  const name = toAscii(host);
  const row = name === undefined ? undefined : vendorRow(name);
  if (name === undefined || row === undefined) return undefined;
  const { vendor, place } = row;
  const told = placeInName(name, REGIONS[vendor] ?? NONE);
  if (place === "mainland" || place === "outside") {
    const region = told?.in === place ? told.region : vendor;
    return { vendor, location: { in: place, region, by: "vendor" } };
  }
  if (place === "by-region" && told) return { vendor, location: { ...told, by: "vendor" } };
  return { vendor, location: somewhere(name) };
}

const NONE: Regions = { mainland: [], outside: [] };

const somewhere = (name: string): Location => ({ in: "undetermined", doubt: doubt("foreign-place", { name }) });

/** Where a host name that is not Alibaba Cloud's is served from: where its form tells, else undetermined. */
export const foreignPlace = (host: string): Location => vendorOf(host)?.location ?? somewhere(host);
