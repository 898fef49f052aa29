/** The Host that an edge asks its origins for, where a function configuration of its domain sets one. */
import { ByResource, type Attribution } from "../../../graph/by-resource";
import { memo } from "../../../base/memo";
import { doubt, unknown, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import { HOST_ARGUMENT } from "../../../plan/read-entries";
import type { Resource } from "../../../plan/resource";

/** The function that sets it. */
const FUNCTION = "set_req_host_header";

/** The types of function configurations, each with the types of domain that it configures. */
const CONFIGS: Readonly<Record<string, readonly string[]>> = {
  "alicloud:cdn/domainConfig:DomainConfig": ["alicloud:cdn/domainNew:DomainNew", "alicloud:cdn/domain:Domain"],
  "alicloud:dcdn/domainConfig:DomainConfig": ["alicloud:dcdn/domain:Domain"],
};
const CONFIGURED: ReadonlySet<string> = new Set(Object.values(CONFIGS).flat());

/** The Host that is asked for instead of the visitor's; undefined when nothing sets one for all requests. */
export function hostAskedBy(domain: Resource, plan: Plan): Fact<string> | undefined {
  if (!CONFIGURED.has(domain.type)) return undefined;
  const facts = settings(plan)
    .of(domain)
    .map(({ value, unsure }) => (unsure ? unknown(unsure) : value));
  const hosts = new Set(facts.flatMap((fact) => (fact.state === "known" ? [fact.value] : [])));
  if (hosts.size > 1) return unknown(doubt("several-candidates", { property: FUNCTION, names: [...hosts].join(", ") }));
  const absence = plan.absenceDoubt;
  // One function has one setting: what is known of it leaves nothing to what may be another.
  return facts.find(({ state }) => state === "known") ?? facts[0] ?? (absence && unknown(absence));
}

const settings = memo(
  (plan: Plan) =>
    new ByResource(
      Object.entries(CONFIGS).flatMap(([type, types]) =>
        plan.ofType(type).flatMap((config): Attribution<Fact<string>>[] => {
          const value = hostSetBy(config, plan);
          return value ? [{ of: plan.referred(config, "domainName", { types, by: ["domainName"] }), value }] : [];
        }),
      ),
    ),
);

/** The host that a function configuration sets; a function of unknown name may be the one that does. */
function hostSetBy(config: Resource, plan: Plan): Fact<string> | undefined {
  const name = config.string("functionName");
  if (name.state === "absent" || (name.state === "known" && name.value !== FUNCTION)) return undefined;
  const value = config
    .at("functionArgs")
    .elements()
    .filter((argument) => {
      const called = argument.at("argName").string();
      return called.state === "unknown" || (called.state === "known" && called.value === HOST_ARGUMENT);
    })
    .map((argument) => argument.at("argValue").string())
    .find(({ state }) => state !== "absent");
  // One with a condition leaves the visitor's Host to the other requests.
  const condition = plan.referred(config, "parentId", { types: [config.type] });
  if (!value || condition.is === "resource" || (condition.is === "elsewhere" && condition.value !== ""))
    return undefined;
  if (name.state === "unknown") return name;
  return condition.is === "unknown" ? unknown(condition.doubt) : value;
}
