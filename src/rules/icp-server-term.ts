import type { Context } from "../filing/context";
import { SERVER_GROUNDS } from "../filing/grounds";
import { apexesToObtain, termVerdict } from "../filing/servers/candidates";
import { isUnplanned, nameOfServer, unplannedTerm } from "../filing/servers/unplanned";
import type { TooShort } from "../filing/servers/term";
import { worded } from "../filing/verdict";
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
  sources: ["S3-12", "S1-37", "S3-14", "S3-15", "S3-16", "S3-17", "C6", "S3-06"],
  judge: (context) => [
    ...judgeServers(context, {
      check: termVerdict,
      property: () => "period",
      message: ({ apex, server }, short) => says(server.resource.name, apex, short),
      ground: ({ declared }) => (declaresEnd(declared) ? "S1-37" : undefined),
      remedies: (at, { server, declared }) => remediesFor(server.resource.name, declared, at),
    }),
    ...apexesToObtain(context).flatMap((apex) => judgeUnplanned(apex, context)),
  ],
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

/** The servers of an apex that only the register shows. */
function judgeUnplanned(apex: string, context: Context): Judgement[] {
  const servers = context.register.serversOf(apex).map((server, index) => ({ server, index }));
  return servers
    .filter(({ server }) => isUnplanned(server))
    .flatMap(({ server, index }) =>
      judgeDeclared([{ apex, filing: context.register.filingOf(apex), resource: undefined, path: [] }], context, {
        check: () => verdictOf(server, apex, context),
        key: ["servers", index],
        remedies: () => remediesFor(nameOfServer(server), server, context),
        ground: () => (declaresEnd(server) ? "S1-37" : SERVER_GROUNDS[server.product]),
      }),
    );
}

function verdictOf(server: FilingServer, apex: string, { today }: Context) {
  return worded(unplannedTerm(server, today), (short) => says(nameOfServer(server), apex, short));
}
