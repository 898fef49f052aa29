import type { Context } from "../filing/context";
import { exposuresOf, scopeOf, type Scope } from "../filing/scope";
import { NOT_APPLICABLE, SATISFIED, violates, worded, type Verdict } from "../filing/verdict";
import { nameOf } from "../names/host-name";
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
  register: true,
  sources: ["F-40", "F-41", "S2-04", "F-42"],
  judge: (context) => context.register.apps.flatMap((app, index) => judge(app, index, context)),
});

/** One judgement for each app, at the first of its hosts that this plan serves. */
function judge(app: App, index: number, context: Context): Judgement[] {
  if (context.registerAlone) return [judgeAlone(app, index, context)];
  const scopes = app.hosts.map((host) => scopeOf(exposuresOf(host, context.exposures)));
  const scope = scopes.find(({ is }) => is === "mainland") ?? scopes.find(({ is }) => is === "unsure");
  if (!scope || scope.is === "out") return [];
  return [judgeAt(app, index, scope, context)];
}

/** Without a plan an app is served where its filing is in force, or nothing is said of that. */
function judgeAlone(app: App, index: number, context: Context): Judgement {
  const [host = ""] = app.hosts;
  const name = nameOf(host);
  const called = app.name ?? host;
  const apex = name.is === "public" ? name.apex : "";
  return judgementOf(
    isInForce(app) ? worded(numberOf(app, called), (wrong) => saysAlone(wrong, app, called)) : NOT_APPLICABLE,
    { ...(apex !== "" && { apex }), ...(host !== "" && { host }) },
    {
      what: called,
      on: () => ({ path: [], registerKey: ["apps", index] }),
      remedies: () => [{ id: "app-file", params: { app: called, file: context.register.fileName } }],
      against: (why) => doubtRemedies(why, apex, context),
    },
  );
}

const saysAlone = (wrong: "none" | "website", { number }: App, app: string): Message =>
  wrong === "none"
    ? message("icp-app-filing.declared", { app })
    : message("icp-app-filing.declared-website", { app, number: number ?? "" });

function judgeAt(app: App, index: number, scope: Exclude<Scope, { is: "out" }>, context: Context): Judgement {
  const { exposure } = scope;
  const called = app.name ?? exposure.host ?? "";
  const host = exposure.host ?? "";
  const verdict = isInForce(app)
    ? worded(numberOf(app, called), (wrong) => saysServed(wrong, app, { app: called, host }))
    : violates(message("icp-app-filing.status", { app: called, host, status: app.status ?? "" }));
  return judgementOf(ifServed(verdict, scope), subjectOf(exposure), {
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

const saysServed = (
  wrong: "none" | "website",
  { number }: App,
  params: { readonly app: string; readonly host: string },
) =>
  wrong === "none"
    ? message("icp-app-filing", params)
    : message("icp-app-filing.website", { ...params, number: number ?? "" });

const IN_FORCE: readonly App["status"][] = [undefined, "active", "pending-access"];
const isInForce = ({ status }: App): boolean => IN_FORCE.includes(status);

/** The number of an app ends in A, that of a mini-program in X, that of a quick app in K. */
function numberOf({ number, status }: App, app: string): Verdict<"none" | "website"> {
  if (number === null) return violates("none");
  if (number === undefined) return status === undefined ? unsaid("number", app) : SATISFIED;
  return /[AXK]\s*$/i.test(number) ? SATISFIED : violates("website");
}
