/** The Host that an edge asks its origins for, where a function configuration of its domain sets one. */
import { once } from "../once";
import { unknown, type Fact } from "../plan/fact";
import { groupBy, type Plan, type Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { each } from "./read";

/** The function that sets it, and its argument. */
const FUNCTION = "set_req_host_header";
const ARGUMENT = "domain_name";

/** The types of function configurations, each with the types of domain that it configures. */
const CONFIGS = {
  "alicloud:cdn/domainConfig:DomainConfig": ["alicloud:cdn/domainNew:DomainNew", "alicloud:cdn/domain:Domain"],
  "alicloud:dcdn/domainConfig:DomainConfig": ["alicloud:dcdn/domain:Domain"],
} as const;

/** The Host that is asked for instead of the visitor's; undefined when nothing sets one. */
export const hostAskedBy = (domain: Resource, plan: Plan): Fact<string> | undefined =>
  settings(plan).get(domain.urn)?.[0]?.host;

interface Setting {
  readonly domain: string;
  readonly host: Fact<string>;
}

const settings = once((plan: Plan): ReadonlyMap<string, readonly Setting[]> => {
  const all = Object.entries(CONFIGS).flatMap(([type, types]) =>
    plan.ofType(type).flatMap((config): Setting[] => {
      const host = hostSetBy(config);
      const of = plan.referred(config, "domainName", { types, by: ["domainName"] });
      if (!host) return [];
      return meant(of).map(({ urn }) => ({ domain: urn, host: of.is === "unknown" ? unknown(of.doubt) : host }));
    }),
  );
  return groupBy(all, ({ domain }) => domain);
});

/** The host that a function configuration sets; a function of unknown name may be the one that does. */
function hostSetBy(config: Resource): Fact<string> | undefined {
  const name = config.string("functionName");
  if (name.state === "unknown") return name;
  if (name.state === "absent" || name.value !== FUNCTION) return undefined;
  const values = each(config.at("functionArgs"))
    .filter((argument) => {
      const called = argument.at("argName").string();
      return called.state === "unknown" || (called.state === "known" && called.value === ARGUMENT);
    })
    .map((argument) => argument.at("argValue").string());
  return values.find(({ state }) => state !== "absent");
}

/** The domains that a reference means, or may mean. */
const meant = (reference: Reference): readonly Resource[] =>
  reference.is === "resource" ? [reference.resource] : reference.is === "unknown" ? reference.candidates : [];
