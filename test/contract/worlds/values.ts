/** The values that an unknown may stand for: a few of each sort that fits its place. */
import { isAddress } from "../../../src/names/ip-address";
import { kindOf, type Raw } from "../../../src/plan/raw";
import type { Sample } from "./corpus";
import { holdsUnknown, pathOf, placesOf, typeAt, valueAt, type Place } from "./places";
import type { PlanData } from "./plan-data";
import { sdkInputs } from "./sdk-inputs";

/** A value, or nothing, and what that is called. */
export interface Fitting {
  readonly name: string;
  readonly raw: Raw | undefined;
}

/** What no plan of the suite knows: a public address, names of a stranger, of nobody's and of Alibaba Cloud's, an id. */
const FROM_OUTSIDE = {
  address: ["47.111.222.33", "10.0.0.77"],
  name: [
    "shop.elsewhere.net",
    "shop.internal",
    "alb-0123456789abcdefgh.cn-hangzhou.alb.aliyuncs.com",
    "alb-0123456789abcdefgh.cn-hongkong.alb.aliyuncs.com",
  ],
  id: ["i-elsewhere0001"],
} as const;

/** Words that the SDK does not list. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "alicloud:dns/alidnsRecord:AlidnsRecord type": ["A", "CNAME", "TXT", "REDIRECT_URL"],
  "alicloud:dns/record:Record type": ["A", "CNAME", "TXT", "REDIRECT_URL"],
};

const MOST_USED = 5;

/** The values that the plans of the suite use, by type and path. */
export class Used {
  private readonly values = new Map<string, Map<string, Raw>>();

  constructor(samples: readonly Sample[]) {
    for (const { plan } of samples) {
      for (const place of placesOf(plan, () => true)) {
        const raw = valueAt(plan, place);
        if (place.in === "inputs" && raw !== undefined && !holdsUnknown(raw)) this.note(keyOf(plan, place), raw);
      }
    }
  }

  private note(key: string, raw: Raw): void {
    const values = this.values.get(key) ?? new Map<string, Raw>();
    this.values.set(key, values.set(JSON.stringify(raw), raw));
  }

  /** A few of those at a place: the first, the last and some in between. */
  at(plan: PlanData, place: Place): readonly Raw[] {
    const values = [...(this.values.get(keyOf(plan, place))?.values() ?? [])];
    const step = Math.max(1, (values.length - 1) / (MOST_USED - 1));
    return values.filter((_, at) => Math.floor(at % step) === 0 || at === values.length - 1);
  }
}

const keyOf = (plan: PlanData, place: Place): string => `${typeAt(plan, place)} ${pathOf(place)}`;

/** Whether the values that fit a place are all that it may have: only then is a doubt needless that changes nothing. */
export function isListed(plan: PlanData, place: Place, used: Used): boolean {
  const here = valueAt(plan, place);
  if (typeof here === "boolean") return true;
  const words: readonly Raw[] = sdkInputs(typeAt(plan, place)).get(pathOf(place))?.words ?? [];
  const seen = [...used.at(plan, place), ...(here === undefined || holdsUnknown(here) ? [] : [here])];
  return words.length > 1 && [...words, ...seen].every((raw) => words.includes(raw) && fits(plan, place, raw));
}

/** A few values that fit a place, besides the one that stands there. */
export function fitting(plan: PlanData, place: Place, used: Used): readonly Fitting[] {
  const here = valueAt(plan, place);
  const declared = sdkInputs(typeAt(plan, place)).get(pathOf(place));
  const words = WORDS[keyOf(plan, place)] ?? declared?.words ?? [];
  const before = used.at(plan, place);
  const like = holdsUnknown(here) ? before[0] : here;
  const texts = new Map([...before, ...words, ...fromOutside(like)].map((raw) => [JSON.stringify(raw), raw]));
  texts.delete(JSON.stringify(here));
  const values = [...texts].map(([name, raw]) => ({ name, raw })).filter(({ raw }) => fits(plan, place, raw));
  // An element that is not known is one all the same.
  const isElement = typeof place.keys.at(-1) === "number";
  return declared?.optional === true && !isElement ? [...values, { name: "absent", raw: undefined }] : values;
}

function fromOutside(raw: Raw | undefined): readonly Raw[] {
  if (typeof raw === "object" && raw !== null) return FROM_OUTSIDE.name.map((name) => renamed(raw, name));
  if (typeof raw === "boolean") return [true, false];
  if (typeof raw !== "string" || kindOf(raw) !== "value") return [];
  if (isAddress(raw)) return [...FROM_OUTSIDE.address, ...FROM_OUTSIDE.name];
  if (isName(raw)) return FROM_OUTSIDE.name;
  return /^[a-z]{1,4}-[0-9a-z]{6,}$/.test(raw) ? FROM_OUTSIDE.id : [];
}

/** A list or object in which every name and address is another one. */
function renamed(raw: Raw, name: string): Raw {
  if (Array.isArray(raw)) return (raw as readonly Raw[]).map((item) => renamed(item, name));
  if (typeof raw === "object" && raw !== null) {
    return Object.fromEntries(Object.entries(raw).map(([key, item]) => [key, renamed(item, name)]));
  }
  return typeof raw === "string" && (isAddress(raw) || isName(raw)) ? name : raw;
}

const isName = (text: string): boolean => /^[\w*-]+(?:\.[\w-]+)+$/.test(text);

/** Whether a value goes together with what else the resource says. */
function fits(plan: PlanData, place: Place, raw: Raw): boolean {
  const { type = "", inputs = {} } = plan.resources[place.resource]?.data ?? {};
  const said = (property: string): Raw | undefined => (property === place.keys[0] ? raw : inputs[property]);
  if (/^alicloud:dns\/\w*[rR]ecord:/.test(type)) return goWithEachOther(said("type"), said("value"));
  // A record of ESA is of a host of its site.
  if (type.startsWith("alicloud:esa/")) return isOfSite(plan, place, raw);
  // An address is of one EIP, and a region has the zones that its resources are in.
  if (type.endsWith(":EipAddress") && place.keys[0] === "ipAddress") return !isHeld(plan, raw);
  if (type === "pulumi:providers:alicloud" && place.keys[0] === "region") return !isZonal(plan);
  // All protocols means all ports, and the other way round.
  if (type.endsWith(":SecurityGroupRule")) return (said("ipProtocol") === "all") === (said("portRange") === "-1/-1");
  // What else is said tells these: the condition of a kind, the only argument of a function, what an address is bound to.
  return !/onditions\.type$|^functionArgs\.argName$/.test(pathOf(place)) && !isStated(type, place);
}

/** A record forwards only to a URL, and no other record holds one. */
function goWithEachOther(type: Raw | undefined, value: Raw | undefined): boolean {
  if (typeof type !== "string" || kindOf(type) !== "value" || typeof value !== "string") return true;
  return /^(?:REDIRECT|FORW[AO]RD)_URL$/.test(type) === (kindOf(value) === "value" && value.includes("://"));
}

/** Hosts of ESA stay below their site, and sites above theirs. */
function isOfSite(plan: PlanData, place: Place, raw: Raw): boolean {
  const path = pathOf(place);
  if (path === "recordName") return tailOf(raw) === tailOf(valueAt(plan, place));
  return path !== "siteName" || !plan.resources.some(({ data }) => data.type.startsWith("alicloud:esa/record"));
}

const tailOf = (name: Raw | undefined): string | undefined =>
  typeof name === "string" ? name.split(".").slice(-2).join(".") : undefined;

const isHeld = ({ resources }: PlanData, address: Raw): boolean =>
  resources.some(({ data }) => data.inputs["ipAddress"] === address || data.outputs?.["ipAddress"] === address);

const isZonal = ({ resources }: PlanData): boolean =>
  resources.some(({ data }) => /"(?:zoneId|availabilityZone)":/.test(JSON.stringify(data.inputs)));

const isStated = (type: string, { keys: [property] }: Place): boolean =>
  (type.endsWith(":EipAssociation") && property === "instanceType") ||
  (type === "alicloud:ga/endpointGroup:EndpointGroup" && property === "endpointConfigurations");
