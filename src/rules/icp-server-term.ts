import type { Context } from "../filing/context";
import { SERVER_GROUNDS } from "../filing/grounds";
import { apexesToObtain, termVerdict } from "../filing/servers/candidates";
import { hasExpired, isUnplanned, nameOfServer, plannedTerm, unplannedTerm } from "../filing/servers/unplanned";
import type { TooShort } from "../filing/servers/term";
import { worded, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import type { FilingServer } from "../register/register";
import { judgeDeclared } from "../judging/declarations";
import { rule, type Judgement, type Remedy } from "../judging/rule";
import { judgeServers } from "../judging/servers";

/** A subscription of less than three months in total, or with less left, obtains no filing (S3-12, S1-37, C6). */
export default rule({
  id: "icp-server-term",
  group: "server",
  level: "mandatory",
  phase: "stack",
  register: true,
  sources: ["S3-12", "S1-37", "S3-14", "S3-15", "S3-16", "S3-17", "C6", "S3-06"],
  judge: (context) => {
    const apexes = apexesToObtain(context);
    if (context.registerAlone) return apexes.flatMap((apex) => judgeDeclaredOf(apex, context));
    return [...judgePlanned(context), ...apexes.flatMap((apex) => judgeUnplanned(apex, context))];
  },
});

/** The servers of the plan. */
const judgePlanned = (context: Context): Judgement[] =>
  judgeServers(context, {
    check: termVerdict,
    property: () => "period",
    message: ({ apex, server }, short) => says(server.resource.name, apex, short),
    ground: ({ declared }) => (declaresEnd(declared) ? "S1-37" : undefined),
    remedies: (at, { server, declared }) => remediesFor(server.resource.name, declared, at),
  });

/** Whether the end of the subscription decides, and not what was bought. */
const declaresEnd = (declared: FilingServer | undefined): boolean => declared?.expiresOn != null;

function remediesFor(server: string, declared: FilingServer | undefined, { register }: Context): readonly Remedy[] {
  const file = register.fileName;
  return declaresEnd(declared)
    ? [{ id: "renew-server", params: { server, file } }]
    : [{ id: "term" }, { id: "declare-term", params: { file } }];
}

function says(server: string, apex: string, short: TooShort): Message {
  if ("days" in short) return message("icp-server-term.left", { server, apex, days: Math.max(0, short.days) });
  return message("icp-server-term", { server, apex, months: Math.round(short.months * 10) / 10 });
}

/** A server of the register, and what its entry alone comes to. */
interface Declared {
  readonly server: FilingServer;
  readonly index: number;
  readonly verdict: Verdict<TooShort>;
}

function declaredOf(apex: string, { register, today }: Context): readonly Declared[] {
  return register.serversOf(apex).map((server, index) => {
    const verdict = isUnplanned(server) ? unplannedTerm(server, today) : plannedTerm(server, today);
    return { server, index, verdict };
  });
}

/** The servers of an apex that only the register shows. */
const judgeUnplanned = (apex: string, context: Context): Judgement[] =>
  judgeEach(
    declaredOf(apex, context).filter(({ server }) => isUnplanned(server)),
    apex,
    context,
  );

/** All servers that the register names for an apex. One good one suffices: where one is, or may be, no other matters. */
function judgeDeclaredOf(apex: string, context: Context): Judgement[] {
  const living = declaredOf(apex, context).filter(({ server }) => !hasExpired(server, context.today));
  const fit = living.filter(({ verdict }) => verdict.is !== "violation");
  return judgeEach(fit.length > 0 ? fit : living, apex, context);
}

const judgeEach = (servers: readonly Declared[], apex: string, context: Context): Judgement[] =>
  servers.flatMap(({ server, index, verdict }) =>
    judgeDeclared([{ apex, filing: context.register.filingOf(apex), resource: undefined, path: [] }], context, {
      check: () => worded(verdict, (short) => says(nameOfServer(server), apex, short)),
      key: ["servers", index],
      remedies: () => remediesFor(nameOfServer(server), server, context),
      ground: () => (declaresEnd(server) ? "S1-37" : SERVER_GROUNDS[server.product]),
    }),
  );
