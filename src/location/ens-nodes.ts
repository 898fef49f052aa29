/** Where the nodes and districts of the Edge Node Service are: their ids are no region ids. */
import ens from "../../data/ens.json";
import { doubt } from "../plan/fact";
import type { Location } from "./locate";
import { classifyRegion } from "../names/regions";

const CARRIERS: ReadonlySet<string> = new Set(ens.carriers);

/** The location that a node id such as `cn-wuxi-telecom_unicom_cmcc-2`, `cn-chongqing-11` or `ch-zurich-1` means. */
export const locationOfNode = (id: string): Location => located(id, classifyNode(id.toLowerCase()));

/** The location that a district code such as `350000` means. */
export const locationOfDistrict = (code: string): Location => located(code, classifyDistrict(code));

type Classified = "mainland" | "outside" | "unlisted";

const located = (region: string, kind: Classified): Location =>
  kind === "unlisted"
    ? { in: "undetermined", doubt: doubt("region-unlisted", { region, asOf: ens.asOf }) }
    : { in: kind, region, by: "property" };

/** A node is named by its country, its city, and often by the mainland's carriers that it is connected to. */
function classifyNode(id: string): Classified {
  const [, country, city = "", rest = ""] = /^([a-z]{2})-([a-z]+)(?:-(.+))?$/.exec(id) ?? [];
  if (country === undefined) return "unlisted";
  if (country !== "cn" || ens.outsideCities.includes(city)) return "outside";
  const isListed = ens.mainlandCities.includes(city) || classifyRegion(`cn-${city}`) === "mainland";
  return isListed || rest.split(/[-_]/).some((word) => CARRIERS.has(word)) ? "mainland" : "unlisted";
}

function classifyDistrict(code: string): Classified {
  if (!/^\d{6}$/.test(code)) return "unlisted";
  const within = (prefixes: readonly string[]) => prefixes.some((prefix) => code.startsWith(prefix));
  return within(ens.outsideDistricts) ? "outside" : within(ens.mainlandDistricts) ? "mainland" : "unlisted";
}
