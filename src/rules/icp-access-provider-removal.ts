import type { Context } from "../filing/context";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import { exposedFilings, judgeDeclared } from "../judging/declarations";
import { judgeExposures, exposureParams } from "../judging/exposures";
import { rule, type Judgement } from "../judging/rule";

/** Alibaba Cloud is being removed as access provider while it serves the host, or with no other provider (S2-09, S2-10). */
export default rule({
  id: "icp-access-provider-removal",
  group: "break",
  level: "mandatory",
  phase: "stack",
  register: true,
  sources: ["S2-09", "S2-10", "F-55", "S3-27"],
  judge: (context) => {
    const served = judgeExposures("icp-access-provider-removal", context, {
      ground: () => undefined,
      message: (exposure, at) => message("icp-access-provider-removal.served", exposureParams(exposure, at)),
      remedies: ({ host, apex }) => [
        { id: "add-other-access", params: { apex: apex ?? "?" } },
        { id: "move-host", params: { host: host ?? "?" } },
      ],
    });
    return [...served, ...alone(served, context)];
  },
});

/** Apexes that are left without any access provider, whatever serves them; hosts that speak for one have said it. */
function alone(served: readonly Judgement[], context: Context): readonly Judgement[] {
  const said = new Set(served.flatMap(({ verdict, subject }) => (verdict === "violation" ? [subject.apex] : [])));
  const removing = exposedFilings(context).filter(
    ({ apex }) => context.stateOf(apex) === "active-removing" && !said.has(apex),
  );
  return judgeDeclared(removing, context, {
    check: ({ apex, filing }) => {
      const others = (filing.accessProviders ?? []).filter(({ name }) => name !== "aliyun");
      // What it still serves only a plan shows.
      const another = context.registerAlone ? NOT_APPLICABLE : SATISFIED;
      return others.some(({ status }) => status === "active")
        ? another
        : violates(message("icp-access-provider-removal.alone", { apex }));
    },
    key: ["accessProviders"],
    remedies: ({ apex }) => [{ id: "add-other-access", params: { apex } }],
  });
}
