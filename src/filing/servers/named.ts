/**
 * The servers on which filings depend, as far as they are this plan's matter: those it contains or whose `stack` it is,
 * and those that no plan can show, when it exposes their apex.
 */
import type { Context } from "../context";
import type { ServerContribution } from "../../graph/contribution";
import { memo } from "../../base/memo";
import { groupBy } from "../../base/collections";
import type { Resource } from "../../plan/resource";
import type { Filing, FilingServer } from "../../register/register";
import { fateOf, type Fate } from "./fates";
import { isUnplanned, nameOfServer } from "./unplanned";

/** What one filing says of a server. */
export interface Mention {
  readonly filing: Filing;
  /** Which of the filing's servers it is. */
  readonly index: number;
  readonly server: FilingServer;
}

/** A server, with all filings that name it. */
export interface NamedServer {
  readonly name: string;
  /** The resource, when the plan contains it. */
  readonly resource: Resource | undefined;
  readonly contribution: ServerContribution | undefined;
  readonly fate: Fate["is"];
  readonly mentions: readonly [Mention, ...Mention[]];
}

interface Found {
  readonly key: string;
  readonly resource: Resource | undefined;
  readonly fate: Fate["is"];
  readonly mention: Mention;
  /** Whether it makes the server this plan's matter. */
  readonly ours: boolean;
}

/** The servers that filings name and that are this plan's matter, each once. */
export const namedServers = memo((context: Context): readonly NamedServer[] => {
  const { register, plan, exposures, registerAlone } = context;
  const owned = (stack: string | undefined): boolean => stack !== undefined && plan.partOf(stack) !== undefined;
  const found = register.filings.flatMap((filing) =>
    filing.servers.flatMap((server, index): Found[] => {
      const mention: Mention = { filing, index, server };
      const fate = fateOf(server, context);
      if (fate.is === "living" || fate.is === "forgotten") {
        return fate.resources.map((resource) => ({ key: resource.urn, resource, fate: fate.is, mention, ours: true }));
      }
      const key = server.id ?? `${server.stack ?? ""} ${server.resource ?? `${filing.domain} ${index}`}`;
      const exposed = isUnplanned(server) && exposures.ofApex(filing.domain).length > 0;
      return [
        { key, resource: undefined, fate: fate.is, mention, ours: registerAlone || exposed || owned(server.stack) },
      ];
    }),
  );
  return [...groupBy(found, ({ key }) => key).values()].flatMap((group) => {
    const [first, ...rest] = group;
    if (group.every(({ ours }) => !ours)) return [];
    const { resource, fate, mention } = first;
    const { server } = mention;
    return [
      {
        name: resource?.name ?? nameOfServer(server),
        resource,
        contribution: resource && exposures.graph.servers.get(resource.urn),
        fate,
        mentions: [mention, ...rest.map((other) => other.mention)],
      },
    ];
  });
});

/** The domains whose filings name a server. */
export const domainsOf = (server: NamedServer): readonly string[] => [
  ...new Set(server.mentions.map(({ filing }) => filing.domain)),
];
