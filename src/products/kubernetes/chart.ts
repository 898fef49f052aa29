/**
 * Helm releases: what a chart makes is made in the cluster and never in the plan. Its values may name hosts of an ingress;
 * whether anything serves them to the public stays in doubt.
 */
import type { Contribution } from "../../graph/contribution";
import { doubt } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";
import { clusterOf, locationOfCluster } from "./cluster";

/** Where charts speak of what they open, and of hosts there. */
const OPENS = /ingress|gateway|route|expose/i;
const HOSTS = /^(?:hosts?|hostnames?|domains?)$/i;
/** What turns off what is opened; it is no host, whatever is known of it. */
const SWITCH = "enabled";

/** Reads a release: the hosts that its values give to an ingress. */
export function readRelease(release: Resource, plan: Plan): readonly Contribution[] {
  const cluster = clusterOf(release, plan);
  if (cluster.is === "elsewhere") return [];
  const chart = release.string("chart");
  const why = doubt("chart", { chart: chart.state === "known" ? chart.value : release.name });
  const values = release.at("values");
  const hosts = values.presence().state === "unknown" ? [values] : hostsIn(values, false);
  return hosts.map((host) => ({
    is: "binding",
    by: release,
    host: host.string(),
    property: host.path,
    to: { is: "absent" },
    standIn: { kind: "kubernetes", location: locationOfCluster(cluster, plan), reach: why },
  }));
}

/** The host names below a value; `opens` once it is about what is opened. What is unknown there may be one. */
function hostsIn(value: Value, opens: boolean): readonly Value[] {
  const keys = value.keys();
  if (keys.state === "known") {
    const others = keys.value.filter((key) => key !== SWITCH);
    return opens && isOff(value) ? [] : others.flatMap((key) => hostsAt(value, key, opens));
  }
  if (value.presence().state === "unknown") return opens ? [value] : [];
  return isPlain(value) ? [] : value.elements().flatMap((item) => hostsIn(item, opens));
}

function hostsAt(object: Value, key: string, opens: boolean): readonly Value[] {
  const member = object.at(key);
  const about = opens || OPENS.test(key);
  return about && HOSTS.test(key) ? namesIn(member) : hostsIn(member, about);
}

/** What stands under a key for hosts: a name, or names in a list or by some key, or objects that have one each. */
function namesIn(value: Value): readonly Value[] {
  const keys = value.keys();
  if (keys.state === "known") {
    const own = keys.value.filter((key) => HOSTS.test(key));
    return (own.length > 0 ? own : keys.value).flatMap((key) => namesIn(value.at(key)));
  }
  const name = value.string();
  if (name.state === "absent") return [];
  if (name.state === "known" || name.doubt.why !== "malformed") return [value];
  return isPlain(value) ? [] : value.elements().flatMap(namesIn);
}

/** Whether a value is neither object nor list. */
const isPlain = (value: Value): boolean => value.string().state !== "unknown" || value.boolean().state === "known";

function isOff(value: Value): boolean {
  const enabled = value.at(SWITCH).boolean();
  return enabled.state === "known" && !enabled.value;
}
