import type { Context } from "../filing/context";
import { nameOf } from "../names/host-name";
import { toBeFiled } from "../filing/state";
import { message } from "../messages";
import type { Exposure } from "../graph/exposure";
import type { Doubt } from "../plan/fact";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { doubtRemedies, filingRemedies, holdRecord } from "../judging/remedies";
import { rule, subjectOf, undetermined, violation, type Judgement, type Remedy } from "../judging/rule";

/**
 * A record that forwards to a URL is served by Alibaba Cloud in the mainland and needs an active filing of its own host's
 * apex, wherever the URL leads. The name it leads to is checked as well (F-13): one that the register lists must be filed.
 */
export default rule({
  id: "icp-url-forward",
  group: "filing",
  level: "mandatory",
  phase: "resource",
  types: ["alicloud:dns/alidnsRecord:AlidnsRecord", "alicloud:dns/record:Record"],
  sources: ["F-13"],
  judge: (context) => [
    ...judgeExposures("icp-url-forward", context, {
      message: (exposure, at) => message("icp-url-forward", exposureParams(exposure, at)),
      remedies: (exposure, at) => [
        ...filingRemedies(exposure, at),
        ...holdRecord(exposure),
        { id: "redirect-outside" },
      ],
    }),
    ...judgeTargets(context),
  ],
});

/** Judges what records forward to: those that do, and those of known domains of which neither type nor value is known. */
function judgeTargets(context: Context): Judgement[] {
  const { register, exposures, stateOf } = context;
  const unfiled = register.filings.map(({ domain }) => domain).filter((domain) => toBeFiled(stateOf(domain)));
  return exposures.all
    .filter(
      ({ binding, apex, forwardsTo }) =>
        binding === "product" || (apex !== undefined && forwardsTo?.state === "unknown"),
    )
    .flatMap((exposure) => judgeTarget(exposure, unfiled, context));
}

/** What is listed and not filed; a stranger's name is nobody's matter here. One that is not known may be any of those. */
function judgeTarget(exposure: Exposure, unfiled: readonly string[], context: Context): Judgement[] {
  const { by, apex, forwardsTo: url } = exposure;
  if (!by || !url || url.state === "absent") return [];
  const name = url.state === "known" ? nameOf(hostOfUrl(url.value)) : undefined;
  const subject = subjectOf(exposure);
  const on = { resource: by, property: "value", path: exposure.path };
  const unsure = (why: Doubt, remedies: readonly Remedy[]): Judgement =>
    undetermined(subject, {
      ...on,
      message: message("undetermined", { what: exposure.host ?? by.name }),
      doubt: why,
      remedies,
      cause: "target",
    });
  if (url.state === "unknown") {
    return unfiled.some((domain) => domain !== apex) ? [unsure(url.doubt, doubtRemedies(url.doubt, "", context))] : [];
  }
  if (name?.is !== "public" || name.apex === apex || !unfiled.includes(name.apex)) return [];
  const remedies = [{ id: "file-target" as const, params: { apex: name.apex } }];
  const [why] = exposure.doubts;
  if (why) return [unsure(why, remedies)];
  const params = {
    host: exposure.host ?? "?",
    target: name.host,
    targetApex: name.apex,
    state: context.stateOf(name.apex),
  };
  const says = message("icp-url-forward.target", params);
  return [violation(subject, { ...on, message: says, remedies, cause: `target ${name.apex}` })];
}

/** The host in a URL, with or without its scheme; empty when there is none. */
function hostOfUrl(value: string): string {
  const text = value.includes("://") ? value : `http://${value}`;
  return URL.canParse(text) ? new URL(text).hostname : "";
}
