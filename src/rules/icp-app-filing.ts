import type { Context } from "../filing/context";
import { exposuresOf, scopeOf, type Scope } from "../filing/scope";
import { SATISFIED, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import type { App } from "../register/register";
import { ifServed, unsaid } from "../judging/declarations";
import { judgementOf } from "../judging/judgement";
import { doubtRemedies } from "../judging/remedies";
import { rule, subjectOf, type Judgement } from "../judging/rule";

/** A declared app is served from the mainland without a number of its own (F-40, F-41). */
export default rule({
  id: "icp-app-filing",
  group: "filing",
  level: "advisory",
  phase: "stack",
  section: "apps",
  sources: ["F-40", "F-41", "S2-04", "F-42"],
  judge: (context) => context.register.apps.flatMap((app, index) => judge(app, index, context)),
});

/** One judgement for each app, at the first of its hosts that this plan serves. */
function judge(app: App, index: number, context: Context): Judgement[] {
  const scopes = app.hosts.map((host) => scopeOf(exposuresOf(host, context.exposures)));
  const scope = scopes.find(({ is }) => is === "mainland") ?? scopes.find(({ is }) => is === "unsure");
  if (!scope || scope.is === "out") return [];
  return [judgeAt(app, index, scope, context)];
}

function judgeAt(app: App, index: number, scope: Exclude<Scope, { is: "out" }>, context: Context): Judgement {
  const { exposure } = scope;
  const called = app.name ?? exposure.host ?? "";
  return judgementOf(ifServed(numberOf(app, called, exposure.host ?? ""), scope), subjectOf(exposure), {
    what: called,
    on: () => ({
      ...(exposure.by ? { resource: exposure.by } : {}),
      path: exposure.path,
      registerKey: ["apps", index],
    }),
    remedies: () => [{ id: "app-file", params: { app: called, file: context.register.fileName } }],
    against: (why) => doubtRemedies(why, exposure.apex ?? "", context),
  });
}

const IN_FORCE: readonly App["status"][] = [undefined, "active", "pending-access"];

/** The number of an app ends in A, that of a mini-program in X, that of a quick app in K. */
function numberOf({ number, status }: App, app: string, host: string): Verdict<Message> {
  if (!IN_FORCE.includes(status))
    return violates(message("icp-app-filing.status", { app, host, status: status ?? "" }));
  if (number === null) return violates(message("icp-app-filing", { app, host }));
  if (number === undefined) return status === undefined ? unsaid("number", app) : SATISFIED;
  return /[AXK]\s*$/i.test(number) ? SATISFIED : violates(message("icp-app-filing.website", { app, host, number }));
}
