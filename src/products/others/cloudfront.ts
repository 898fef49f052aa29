/**
 * CloudFront asks an origin for the origin's own name, unless a behavior forwards the visitor's Host: in its forwarded
 * values, or by an origin request policy.
 */
import { doubt, type Doubt } from "../../plan/fact";
import type { Resource, Value } from "../../plan/resource";
import { valuesAt, valuesAtAll } from "../reading/path";

/** The policies that AWS manages, by whether they forward the visitor's Host. */
const FORWARDS: ReadonlyMap<string, boolean> = new Map([
  ["216adef6-5c7f-47e4-b989-5492eafa07d3", true], // AllViewer
  ["33f36d7e-f396-46d9-90e0-52428a34d9dc", true], // AllViewerAndCloudFrontHeaders-2022-06
  ["b689b0a8-53d0-40ab-baf2-68738e2966ac", false], // AllViewerExceptHostHeader
  ["88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", false], // CORS-S3Origin
  ["59781a5b-3903-41f3-afcb-af62929ccde1", false], // CORS-CustomOrigin
  ["acba4595-bd28-49b8-b9fe-13317c0390fa", false], // UserAgentRefererHeaders
  ["775133bc-15f2-49f9-abea-afb2e0bf67d2", false], // Elemental-MediaTailor-PersonalizedManifests
]);

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
