/**
 * Function Compute: a custom domain is bound on the region's gateway, and an HTTP trigger opens a name of Alibaba Cloud's
 * own, to which a record may lead. Both are in the region of the provider. Functions and services alone serve nobody.
 */
import { locate } from "../../../location/locate";
import { product, type Contribution, type EntrySpec, type Reach } from "../../../graph/contribution";
import { map, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { boundDomain } from "../shared/bound-domain";
import { parsed } from "../../reading/json";
import { contributesNothing, required } from "../../reading/values";

const specOf = (resource: Resource, plan: Plan, reach: Reach): EntrySpec => ({
  kind: "function",
  location: locate(resource, plan),
  reach,
});

const customDomain =
  (property: string) =>
  (domain: Resource, plan: Plan): readonly Contribution[] =>
    boundDomain(domain, domain.at(property), specOf(domain, plan, "public"));

/** How a generation of triggers spells its properties. */
interface Names {
  readonly type: string;
  readonly config: string;
  /** Where it tells its public URL, if it does. */
  readonly url?: (trigger: Resource) => Value;
}

const readTrigger =
  ({ type, config, url }: Names) =>
  (trigger: Resource, plan: Plan): readonly Contribution[] => {
    const kind = required(trigger.string(type), trigger.at(type), "text");
    if (kind.state === "known" && kind.value.toLowerCase() !== "http") return [];
    const reach = kind.state === "known" ? reachOf(trigger.at(config)) : kind.doubt;
    const addresses = url ? [hostOf(url(trigger).string())] : [];
    return [{ is: "entry", resource: trigger, ...specOf(trigger, plan, reach), addresses }];
  };

/** An HTTP trigger is public unless its configuration turns the public URL off. */
function reachOf(config: Value): Reach {
  const said = parsed(config);
  if (said.state === "unknown") return said.doubt;
  if (said.state === "absent") return "public";
  const disabled = said.value.at("disableURLInternet").boolean();
  if (disabled.state === "unknown") return disabled.doubt;
  return disabled.state === "known" && disabled.value ? "private" : "public";
}

const hostOf = (url: Fact<string>): Fact<string> =>
  map(url, (text) => text.replace(/^https?:\/\//, "").replace(/[:/].*$/, ""));

export const functionCompute = product({
  "alicloud:fc/v3CustomDomain:V3CustomDomain": customDomain("customDomainName"),
  "alicloud:fc/v3Trigger:V3Trigger": readTrigger({
    type: "triggerType",
    config: "triggerConfig",
    url: (trigger) => trigger.at("httpTrigger").at("urlInternet"),
  }),
  "alicloud:fc/v3Function:V3Function": contributesNothing,
  "alicloud:fc/v3Alias:V3Alias": contributesNothing,
  "alicloud:fc/v3AsyncInvokeConfig:V3AsyncInvokeConfig": contributesNothing,
  "alicloud:fc/v3ConcurrencyConfig:V3ConcurrencyConfig": contributesNothing,
  "alicloud:fc/v3FunctionVersion:V3FunctionVersion": contributesNothing,
  "alicloud:fc/v3LayerVersion:V3LayerVersion": contributesNothing,
  "alicloud:fc/v3ProvisionConfig:V3ProvisionConfig": contributesNothing,
  "alicloud:fc/v3VpcBinding:V3VpcBinding": contributesNothing,

  "alicloud:fc/customDomain:CustomDomain": customDomain("domainName"),
  "alicloud:fc/trigger:Trigger": readTrigger({ type: "type", config: "config" }),
  "alicloud:fc/alias:Alias": contributesNothing,
  "alicloud:fc/function:Function": contributesNothing,
  "alicloud:fc/functionAsyncInvokeConfig:FunctionAsyncInvokeConfig": contributesNothing,
  "alicloud:fc/layerVersion:LayerVersion": contributesNothing,
  "alicloud:fc/service:Service": contributesNothing,
  "alicloud:fc/v2Function:V2Function": contributesNothing,
});
