import { isDoubt, type OriginContribution } from "../exposure/contribution";
import type { Exposure } from "../exposure/exposures";
import type { Target } from "../exposure/targets";
import { isFiled } from "../filing/standing";
import { message } from "../messages";
import { doubt, type Doubt } from "../plan/fact";
import { exposureParams } from "./demand";
import {
  notApplicable,
  rule,
  satisfied,
  subjectOf,
  undetermined,
  violation,
  type Context,
  type Judgement,
} from "./rule";

/**
 * An edge outside the mainland whose origin is a mainland public entry that receives the edge's Host: the block is by
 * Host, so the edge's exemption does not cover the origin (F-09b).
 */
export default rule({
  id: "icp-offshore-edge",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["F-09b", "F-22"],
  judge: (context) => [
    ...new Map(
      offshore(context).flatMap((exposure) =>
        originsOf(exposure, context).map(
          (fetched) => [keyOf(exposure, fetched), judge(exposure, fetched, context)] as const,
        ),
      ),
    ).values(),
  ],
});

/** What an edge fetches from, and one of the things that leads to. */
interface Fetched {
  readonly origin: OriginContribution;
  readonly target: Target;
}

const originsOf = ({ entry }: Exposure, { exposures }: Context): readonly Fetched[] =>
  (entry ? exposures.originsOf(entry) : []).flatMap((origin) =>
    exposures.targets.resolve(origin.value).map((target) => ({ origin, target })),
  );

/**
 * The hosts that are served by edges outside the mainland: those bound on the edge, and on an edge that binds none,
 * those that DNS leads there. One that the same resource serves from the mainland as well is another rule's, and so are
 * those of WAF, where the origin decides (F-20).
 */
function offshore({ exposures }: Context): readonly Exposure[] {
  const edges = exposures.all.filter((exposure) => exposure.entry?.edge === true);
  const bound = new Set(
    edges.flatMap(({ binding, entry }) => (binding === "product" && entry ? [entry.resource.urn] : [])),
  );
  const inMainland = new Set(edges.filter(({ location }) => location.in === "mainland").map(hostOf));
  return edges.filter(
    (exposure) =>
      exposure.location.in === "outside" &&
      exposure.entry?.kind !== "waf" &&
      (exposure.binding === "product" || !bound.has(exposure.entry?.resource.urn ?? "")) &&
      !inMainland.has(hostOf(exposure)),
  );
}

const hostOf = ({ by, host }: Exposure): string => `${by?.urn ?? ""} ${host ?? ""}`;

/** An edge with several doors fetches from its origins once. */
function keyOf(exposure: Exposure, { origin, target }: Fetched): string {
  const { owner, path } = origin.value;
  const found = target.is === "entry" ? target.entry.resource.urn : target.is === "unmatched" ? target.address : "";
  return [hostOf(exposure), owner.urn, path, target.is, found].join(" ");
}

function judge(exposure: Exposure, fetched: Fetched, context: Context): Judgement {
  const { target } = fetched;
  const subject = subjectOf(exposure);
  if (exposure.apex !== undefined && isFiled(context.standing(exposure.apex))) return satisfied(subject);
  if (!receivesHost(exposure, fetched, context)) return notApplicable(subject);
  const on = {
    ...whereOf(exposure, fetched, context),
    path: [...exposure.path, ...target.steps.map((step) => ({ ...step, why: "fetches" as const }))],
    remedies: [{ id: "origin-outside" as const, params: { apex: exposure.apex ?? "?" } }],
  };
  const why = doubtOf(exposure, fetched, context);
  if (why || target.is !== "entry") {
    return undetermined(subject, {
      ...on,
      message: message("undetermined", { what: exposure.host ?? exposure.by?.name ?? "" }),
      doubt: why ?? doubt("no-address"),
    });
  }
  const { resource, kind, location } = target.entry;
  const region = location.in === "mainland" ? location.region : "?";
  return violation(subject, {
    ...on,
    message: message("icp-offshore-edge", {
      ...exposureParams(exposure, context),
      entry: resource.name,
      kind,
      region,
    }),
  });
}

/** Where the origin is named: on the edge, or for one that the register declares, there. */
function whereOf({ property, host }: Exposure, { origin, target }: Fetched, { register }: Context) {
  if (property !== "edges") return { resource: origin.value.owner, property: origin.value.path };
  const registerKey = ["edges", register.edges.findIndex((edge) => edge.host === host)];
  return { ...(target.is === "entry" ? { resource: target.entry.resource } : {}), registerKey };
}

/** Whether an origin may be an entry in the mainland that gets the visitor's Host. */
function receivesHost({ host }: Exposure, { origin, target }: Fetched, context: Context): boolean {
  if (origin.passesHost === false) return false;
  if (isDoubt(origin.passesHost)) return true;
  if (target.is !== "entry") return target.is === "unknown" || target.is === "unmatched";
  const { kind, location, resource } = target.entry;
  if (location.in === "outside") return false;
  // A bucket's default domain is asked for by the bucket's own Host, unless the host is bound on the bucket as well.
  return kind !== "oss" || isBoundOn(host, resource.urn, context);
}

function doubtOf(exposure: Exposure, { origin, target }: Fetched, context: Context): Doubt | undefined {
  const { apex } = exposure;
  if (apex !== undefined && context.standing(apex) === "unlisted-undetermined") return doubt("unlisted", { apex });
  if (isDoubt(origin.passesHost)) return origin.passesHost;
  switch (target.is) {
    case "unknown":
      return target.doubt;
    case "unmatched":
      return doubt("unmatched-address", { address: target.address });
    case "entry": {
      const { reach, location } = target.entry;
      if (isDoubt(reach)) return reach;
      return location.in === "undetermined" ? location.doubt : exposure.doubts[0];
    }
    default:
      return undefined;
  }
}

const isBoundOn = (host: string | undefined, urn: string, context: Context): boolean =>
  context.exposures.graph.bindings.some(
    (binding) => binding.entry.resource.urn === urn && binding.host.state === "known" && binding.host.value === host,
  );
