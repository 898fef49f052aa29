import { nameOf } from "../filing/domains";
import { toBeFiled } from "../filing/standing";
import { message } from "../messages";
import type { Doubt } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { Exposure } from "../exposure/exposure";
import { demand, exposureParams, filingRemedies, holdRecord } from "./demand";
import { rule, subjectOf, undetermined, violation, type Context, type Judgement } from "./rule";

const TYPES = ["alicloud:dns/alidnsRecord:AlidnsRecord", "alicloud:dns/record:Record"] as const;

/**
 * A record that forwards to a URL is served by Alibaba Cloud in the mainland and needs an active filing of its own host's
 * apex, wherever the URL leads. The name it leads to is checked as well (F-13): one that the register lists must be filed.
 */
export default rule({
  id: "icp-url-forward",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: TYPES,
  sources: ["F-13"],
  judge: (context) => [
    ...demand("icp-url-forward", context, {
      message: (exposure, at) => message("icp-url-forward", exposureParams(exposure, at)),
      remedies: (exposure, at) => [...filingRemedies(exposure, at), holdRecord(exposure), { id: "redirect-outside" }],
    }),
    ...context.exposures.of("url-forward").flatMap((exposure) => judgeTarget(exposure, context)),
    ...context.exposures.all.filter(mayForward).flatMap((exposure) => judgeTarget(exposure, context)),
  ],
});

/** A record of which neither the type nor the value is known. */
const mayForward = ({ binding, by }: Exposure): boolean =>
  binding === "dns" &&
  TYPES.some((type) => type === by?.type) &&
  by?.string("type").state === "unknown" &&
  by.string("value").state === "unknown";

/** What is listed and not filed; a stranger's name is nobody's matter here. */
function judgeTarget(exposure: Exposure, context: Context): Judgement[] {
  const { by, doubts } = exposure;
  const url = by?.string("value");
  if (by && url?.state === "unknown") return unknownTarget(exposure, by, url.doubt, context);
  const target = url && hostOfUrl(url);
  const name = target === undefined ? undefined : nameOf(target);
  if (!by || name?.is !== "public" || !context.register.filingOf(name.apex)) return [];
  const state = context.standing(name.apex);
  if (!toBeFiled(state) || name.apex === exposure.apex) return [];
  const subject = subjectOf(exposure);
  const on = {
    resource: by,
    property: "value",
    path: exposure.path,
    remedies: [{ id: "file-target" as const, params: { apex: name.apex } }],
    cause: `target ${name.apex}`,
  };
  const [why] = doubts;
  const what = exposure.host ?? by.name;
  if (why) return [undetermined(subject, { ...on, message: message("undetermined", { what }), doubt: why })];
  const params = { host: exposure.host ?? "?", target: name.host, targetApex: name.apex, state };
  return [violation(subject, { ...on, message: message("icp-url-forward.target", params) })];
}

/** What is not known may be any listed domain that is not filed; nothing is said where the host's own filing is at fault. */
function unknownTarget(exposure: Exposure, by: Resource, why: Doubt, context: Context): Judgement[] {
  const { apex, host, path } = exposure;
  if (apex === undefined || toBeFiled(context.standing(apex))) return [];
  if (!context.register.filings.some(({ domain }) => toBeFiled(context.standing(domain)))) return [];
  const on = { resource: by, property: "value", path, cause: "target" };
  const says = message("undetermined", { what: host ?? by.name });
  return [undetermined(subjectOf(exposure), { ...on, message: says, doubt: why })];
}

/** The host in a URL; undefined when there is none that is known. */
function hostOfUrl(value: { readonly state: string; readonly value?: unknown }): string | undefined {
  if (value.state !== "known" || typeof value.value !== "string") return undefined;
  const text = value.value.includes("://") ? value.value : `http://${value.value}`;
  return URL.canParse(text) ? new URL(text).hostname : undefined;
}
