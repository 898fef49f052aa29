/**
 * CloudFront asks an origin for the origin's own name, unless a behavior forwards the visitor's Host: in its forwarded
 * values, or by an origin request policy.
 */
import clouds from "../../../data/other-clouds.json";
import { doubt, type Doubt } from "../../plan/fact";
import type { Resource, Value } from "../../plan/resource";
import { valuesAt, valuesAtAll } from "../reading/path";

/** The policies that AWS manages, by whether they forward the visitor's Host. */
const FORWARDS: ReadonlyMap<string, boolean> = new Map(
  clouds.originRequestPolicies.policies.map(({ id, forwardsHost }) => [id, forwardsHost]),
);

const BEHAVIORS = ["defaultCacheBehavior", "orderedCacheBehaviors[]", "cacheBehaviors[]"] as const;

/** Whether a distribution asks its origins for the visitor's host. */
export function passesHost(distribution: Resource): boolean | Doubt {
  const behaviors = valuesAtAll(distribution, BEHAVIORS);
  const said = behaviors.flatMap((behavior) => [
    ...valuesAt(behavior, "forwardedValues.headers[]").map(namesHost),
    byPolicy(behavior.at("originRequestPolicyId")),
  ]);
  return said.includes(true) || (said.find((one): one is Doubt => typeof one !== "boolean") ?? false);
}

function namesHost(header: Value): boolean | Doubt {
  const name = header.string();
  if (name.state === "unknown") return name.doubt;
  return name.state === "known" && ["host", "*"].includes(name.value.toLowerCase());
}

function byPolicy(policy: Value): boolean | Doubt {
  const id = policy.string();
  if (id.state === "unknown") return id.doubt;
  if (id.state === "absent") return false;
  return FORWARDS.get(id.value) ?? doubt("not-in-plan", { what: id.value });
}
