/** The register's entries that are about a judged stack and name nothing in it: a misspelt glob, or something that is gone. */
import type { Context, Subject } from "./context";
import { originsNamed } from "../graph/declared-edges";
import { doubt, type Doubt } from "../plan/fact";
import { stackOf } from "../plan/resource";
import { partsOf, resourcesNamed } from "../register/naming";
import { fateOf } from "./servers/fates";
import { exposuresOf } from "./scope";
import { nameOf } from "../names/host-name";
import { hasExpired, nameOfServer } from "./servers/unplanned";
import { isBacked, isFiled } from "./state";

/** An entry that names nothing. */
export interface StrayEntry {
  readonly section: "servers" | "externalDns" | "edges" | "hosts";
  readonly key: readonly (string | number)[];
  readonly subject: Subject;
  /** What it names, in its own words. */
  readonly named: string;
  /** The stacks in which it should be. */
  readonly stacks: string;
  /** Why it may be right all the same. */
  readonly doubt: Doubt | undefined;
}

/** All of them; those of which another rule speaks are left out. */
export const strayEntries = (context: Context): readonly StrayEntry[] => [
  ...servers(context),
  ...declaredDns(context),
  ...edges(context),
  ...hosts(context),
];

/** A server that its filing can do without, or that is in another stack: for the last one icp-server-removed speaks. */
function servers(context: Context): readonly StrayEntry[] {
  return context.register.filings.flatMap((filing) => {
    const key = context.register.keyOf(filing.domain) ?? [];
    const fates = filing.servers
      .map((server, index) => ({ server, index, fate: fateOf(server, context) }))
      .filter(({ server }) => !hasExpired(server, context.today));
    const lives = fates.some(({ fate }) => ["living", "forgotten", "unrelated"].includes(fate.is));
    if (isFiled(context.stateOf(filing.domain)) && !lives) return [];
    return fates.flatMap(({ server, index, fate }): StrayEntry[] => {
      const isMoved = fate.is === "living" && fate.moved;
      if (!isMoved && fate.is !== "gone" && fate.is !== "unsure") return [];
      return [
        {
          section: "servers",
          key: [...key, "servers", index],
          subject: { apex: filing.domain },
          named: nameOfServer(server),
          stacks: server.stack ?? "",
          doubt: fate.is === "unsure" ? fate.doubt : undefined,
        },
      ];
    });
  });
}

function declaredDns({ register, plan, exposures }: Context): readonly StrayEntry[] {
  const holds = (resource: Parameters<typeof exposures.targets.holdsAddress>[0]) =>
    exposures.targets.holdsAddress(resource);
  return register.externalDns.flatMap((entry, index) =>
    resourcesNamed(entry, plan, holds).length > 0
      ? []
      : strayIn({ section: "externalDns", index, named: entry.resource, ...entry }, { plan, exposures }),
  );
}

function edges({ register, plan, exposures }: Context): readonly StrayEntry[] {
  return register.edges.flatMap((edge, index) => {
    const { origin } = edge;
    const found = originsNamed(edge, plan, (resource) => exposures.targets.holdsAddress(resource));
    if (origin === undefined || found.length > 0) return [];
    return strayIn({ section: "edges", index, named: origin, ...edge }, { plan, exposures });
  });
}

/** An entry without stack may be of another stack; in one that has no entry at all it is not missed. */
function strayIn(
  entry: {
    readonly section: "externalDns" | "edges";
    readonly index: number;
    readonly host: string;
    readonly named: string;
    readonly stack?: string | undefined;
  },
  { plan, exposures }: Pick<Context, "plan" | "exposures">,
): StrayEntry[] {
  const { section, index, host, named, stack } = entry;
  const parts = partsOf({ stack }, plan);
  if (parts.length === 0 || (stack === undefined && exposures.graph.entries.size === 0)) return [];
  const loose = stack === undefined ? doubt("stack-not-said", { host }) : undefined;
  const stacks = parts.map(stackOf).sort().join(", ");
  const name = nameOf(host);
  const subject = { host, ...(name.is === "public" ? { apex: name.apex } : {}) };
  return [{ section, key: [section, index], subject, named, stacks, doubt: plan.absenceDoubt ?? loose }];
}

/** A host that this stack is to serve and does not: icp-empty-shell speaks where Alibaba Cloud backs the filing. */
function hosts({ register, plan, exposures, stateOf }: Context): readonly StrayEntry[] {
  return register.filings.flatMap((filing) => {
    if (isBacked(stateOf(filing.domain))) return [];
    const key = register.keyOf(filing.domain) ?? [];
    return filing.hosts.flatMap(({ host, stack }, index): StrayEntry[] => {
      const parts = stack === undefined ? [] : partsOf({ stack }, plan);
      if (parts.length === 0 || exposuresOf(host, exposures).length > 0) return [];
      return [
        {
          section: "hosts",
          key: [...key, "hosts", index],
          subject: { apex: filing.domain, host },
          named: host,
          stacks: parts.map(stackOf).sort().join(", "),
          doubt: plan.absenceDoubt,
        },
      ];
    });
  });
}
