/**
 * Global Traffic Manager answers for a host with the addresses of its pools, of which access strategies choose. It is
 * global; what the addresses lead to decides. Visitors come by the access name that GTM gives, to which the user's own
 * name leads by a CNAME record; where no plan has that record, the instance tells the name.
 */
import { push } from "../../../base/collections";
import {
  referenceTo,
  product,
  type Contribution,
  type EntrySpec,
  type RecordContribution,
} from "../../../graph/contribution";
import { memo } from "../../../base/memo";
import { doubt, known, map, orElse, unknown, type Doubt, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { hostOfRecord, zoneName } from "./dns";
import { contributesNothing, referredBy, keyword } from "../../reading/values";

const INSTANCE = "alicloud:dns/gtmInstance:GtmInstance";
const POOL = "alicloud:dns/addressPool:AddressPool";
const STRATEGY = "alicloud:dns/accessStrategy:AccessStrategy";

/** So many strategies are followed to one pool; nobody has more. */
const MOST_USES = 100;

/** How a strategy uses a pool: whether it answers, and whom. */
interface Use {
  readonly active: Fact<boolean>;
  readonly line: Fact<string>;
}

interface Uses {
  readonly of: ReadonlyMap<Resource, readonly Use[]>;
  /** Why a strategy may use any pool: it is not known which it uses. */
  readonly stray: Doubt | undefined;
}

/** The pools of a plan as its strategies use them. */
const usesIn = memo((plan: Plan): Uses => {
  const of = new Map<Resource, Use[]>();
  let stray: Doubt | undefined;
  for (const strategy of plan.ofType(STRATEGY)) {
    const mode = orElse(keyword(strategy.at("accessMode"), ["AUTO", "DEFAULT", "FAILOVER"]), "AUTO");
    const line = lineOf(strategy);
    for (const { property, unless } of GROUPS) {
      const active = map(mode, (name) => name !== unless);
      const pools = strategy
        .at(property)
        .elements()
        .map((named) => named.at("addrPoolId"));
      for (const reference of referredBy(plan, pools, { types: [POOL] })) {
        if (reference.is === "unknown") stray ??= reference.doubt;
        if (reference.is !== "resource") continue;
        if ((of.get(reference.resource)?.length ?? 0) < MOST_USES) push(of, reference.resource, { active, line });
        else stray ??= doubt("many-ends");
      }
    }
  }
  return { of, stray };
});

/** The pools that a strategy names, and the mode in which they do not answer: it can be held to either group. */
const GROUPS = [
  { property: "defaultAddrPools", unless: "FAILOVER" },
  { property: "failoverAddrPools", unless: "DEFAULT" },
] as const;

/** Whom a strategy answers: all, where it says so or goes by latency, else the visitors of its lines. */
function lineOf(strategy: Resource): Fact<string> {
  const lines = strategy
    .at("lines")
    .elements()
    .map((line) => line.at("lineCode").string());
  return lines.find((line) => line.state === "known" && line.value === "default") ?? lines[0] ?? known("default");
}

/** The names that an instance answers for. */
interface Names {
  /** The name that GTM gives. One that it assigns itself nobody can file. */
  readonly access: Fact<string>;
  readonly business: Fact<string>;
}

function namesOf(instance: Resource): Names {
  const [rr, zone] = [instance.string("publicRr"), instance.string("publicZoneName")];
  const whole =
    rr.state === "absent" || zone.state === "absent" ? ({ state: "absent" } as const) : hostOfRecord(rr, zone);
  const mode = instance.string("publicCnameMode");
  const own = mode.state === "known" && mode.value.toUpperCase() === "CUSTOM";
  return {
    access: whole.state === "unknown" && !own ? { state: "absent" } : whole,
    business: instance.string("publicUserDomainName"),
  };
}

function readPool(pool: Resource, plan: Plan): readonly Contribution[] {
  const instance = plan.referred(pool, "instanceId", { types: [INSTANCE] });
  const { of, stray } = usesIn(plan);
  const unused: Use = { active: unknown(stray ?? plan.absenceDoubt ?? unbound(pool)), line: known("default") };
  const uses = of.get(pool) ?? [unused];
  const answers = pool
    .at("addresses")
    .elements()
    .flatMap((address) =>
      uses.map((use) => ({
        is: "record" as const,
        by: pool,
        type: known("ALIAS"),
        value: address.at("address"),
        active: both(isOnline(address), use.active),
        line: use.line,
      })),
    );
  if (instance.is !== "resource") {
    const what = instance.is === "elsewhere" ? instance.value : INSTANCE;
    const host = unknown(instance.is === "unknown" ? instance.doubt : doubt("not-in-plan", { what }));
    return answers.map((answer) => ({ ...answer, host }));
  }
  const { access, business } = namesOf(instance.resource);
  return answers.flatMap((answer): readonly RecordContribution[] => [
    { ...answer, host: access, of: instance.resource },
    { ...answer, host: business, fallback: true },
  ]);
}

const unbound = (pool: Resource): Doubt => doubt("unbound", {}, { urn: pool.urn });

/** An address answers always, while it is well, or never. */
const isOnline = (address: Value): Fact<boolean> =>
  map(orElse(keyword(address.at("mode"), ["SMART", "ONLINE", "OFFLINE"]), "SMART"), (mode) => mode !== "OFFLINE");

function both(one: Fact<boolean>, other: Fact<boolean>): Fact<boolean> {
  const no = [one, other].find((fact) => fact.state === "known" && !fact.value);
  return no ?? (one.state === "known" ? other : one);
}

/** The SDK does not tell which pools and addresses an instance of the present generation has. */
function readConfig(config: Resource, plan: Plan): readonly Contribution[] {
  const status = orElse(keyword(config.at("enableStatus"), ["enable", "disable"]), "enable");
  if (status.state === "known" && status.value === "disable") return [];
  const mode = config.string("scheduleZoneMode");
  const assigned = !(mode.state === "known" && mode.value === "custom");
  if (assigned && config.string("scheduleZoneName").state === "absent") return [];
  const why = doubt("not-in-plan", { what: "alicloud:alidnscloudgtmaddress/pool:Pool" }, { urn: config.urn });
  const spec: EntrySpec = {
    kind: "gtm",
    location: { in: "undetermined", doubt: why },
    reach: status.state === "unknown" ? status.doubt : "public",
  };
  const host = hostOfRecord(config.string("scheduleHostName"), zoneName(config, "scheduleZoneName", plan));
  return [
    { is: "entry", resource: config, ...spec, addresses: [host] },
    { is: "binding", by: config, host, property: "scheduleHostName", to: referenceTo(config), standIn: spec },
  ];
}

export const gtm = product({
  [POOL]: readPool,
  "alicloud:alidnscloudgtm/instanceConfig:InstanceConfig": readConfig,

  // Read together with the pools.
  [INSTANCE]: contributesNothing,
  [STRATEGY]: contributesNothing,
  "alicloud:dns/monitorConfig:MonitorConfig": contributesNothing,

  // No property tells to which instance they belong.
  "alicloud:alidnscloudgtmaddress/alidnsCloudGtmAddress:AlidnsCloudGtmAddress": contributesNothing,
  "alicloud:alidnscloudgtmaddress/pool:Pool": contributesNothing,
  "alicloud:alidnscloudgtm/monitorTemplate:MonitorTemplate": contributesNothing,
});
