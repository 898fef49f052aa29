import type { Check } from "../filing/servers/candidate";
import type { Context } from "../filing/context";
import { exposuresOf, scopeOf, type Scope } from "../filing/scope";
import { message, type Message } from "../messages";
import type { App } from "../register/register";
import { bad, GOOD, ifServed, unsaid } from "../judging/declarations";
import { doubtRemedies } from "../judging/remedies";
import { rule, satisfied, subjectOf, undetermined, violation, type Judgement } from "../judging/rule";

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
  return [statementOf(app, index, scope, context)];
}

function statementOf(app: App, index: number, scope: Exclude<Scope, { is: "out" }>, context: Context): Judgement {
  const { exposure } = scope;
  const subject = subjectOf(exposure);
  const called = app.name ?? exposure.host ?? "";
  const check = ifServed(numberOf(app, called, exposure.host ?? ""), scope);
  const on = {
    ...(exposure.by ? { resource: exposure.by } : {}),
    path: exposure.path,
    registerKey: ["apps", index],
  };
  if (check.is === "bad") {
    const remedies = [{ id: "app-file" as const, params: { app: called, file: context.register.fileName } }];
    return violation(subject, { ...on, message: check.as, remedies });
  }
  if (check.is !== "unsure") return satisfied(subject);
  return undetermined(subject, {
    ...on,
    message: message("undetermined", { what: called }),
    doubt: check.doubt,
    remedies: doubtRemedies(check.doubt, exposure.apex ?? "", context),
  });
}

const IN_FORCE: readonly App["status"][] = [undefined, "active", "pending-access"];

/** The number of an app ends in A, that of a mini-program in X, that of a quick app in K. */
function numberOf({ number, status }: App, app: string, host: string): Check<Message> {
  if (!IN_FORCE.includes(status)) return bad(message("icp-app-filing.status", { app, host, status: status ?? "" }));
  if (number === null) return bad(message("icp-app-filing", { app, host }));
  if (number === undefined) return status === undefined ? unsaid("number", app) : GOOD;
  return /[AXK]\s*$/i.test(number) ? GOOD : bad(message("icp-app-filing.website", { app, host, number }));
}
