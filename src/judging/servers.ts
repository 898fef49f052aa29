/** What the server rules share: judge each server that is to obtain a filing on one point. */
import type { Candidate } from "../filing/servers/candidate";
import type { Context } from "../filing/context";
import { apexesToObtain, candidatesFor } from "../filing/servers/candidates";
import { SERVER_GROUNDS } from "../filing/grounds";
import { unlessDoubted, worded, type Verdict } from "../filing/verdict";
import type { Message } from "../messages";
import type { Doubt } from "../plan/fact";
import type { FilingServer } from "../register/register";
import { judgementOf } from "./judgement";
import type { Judgement, Remedy } from "./rule";

/** How a server rule judges one point of a server. */
export interface ServerPoint<Wrong> {
  readonly check: (candidate: Candidate, context: Context) => Verdict<Wrong>;
  /** The property that decides it. */
  readonly property: (candidate: Candidate) => string;
  readonly message: (candidate: Candidate, wrong: Wrong) => Message;
  readonly remedies: (context: Context, candidate: Candidate) => readonly Remedy[];
  /** The statement it rests on; what a filing asks of servers of its product when left out. */
  readonly ground?: (candidate: Candidate) => string | undefined;
  /** What should be confirmed although the server satisfies the point. */
  readonly note?: (candidate: Candidate, context: Context) => Message | undefined;
}

/** Judges every server that is to obtain the filing of an apex. */
export function judgeServers<Wrong>(context: Context, point: ServerPoint<Wrong>): Judgement[] {
  return apexesToObtain(context).flatMap((apex) => {
    const { candidates, perhaps } = candidatesFor(apex, context);
    return candidates.map((candidate) => judgeServer(candidate, perhaps, context, point));
  });
}

/** Where the register names a server. */
export function namedAt(
  declared: FilingServer | undefined,
  { register }: Context,
): { readonly registerKey?: readonly (string | number)[] } {
  const filing = register.filings.find(({ servers }) => declared !== undefined && servers.includes(declared));
  const key = filing && register.keyOf(filing.domain);
  return filing && key && declared ? { registerKey: [...key, "servers", filing.servers.indexOf(declared)] } : {};
}

function judgeServer<Wrong>(
  candidate: Candidate,
  perhaps: Doubt | undefined,
  context: Context,
  point: ServerPoint<Wrong>,
): Judgement {
  const { resource } = candidate.server;
  const verdict = unlessDoubted(point.check(candidate, context), perhaps);
  return judgementOf(
    worded(verdict, (wrong) => point.message(candidate, wrong)),
    { apex: candidate.apex, urn: resource.urn },
    {
      what: resource.name,
      on: () => ({
        resource,
        property: point.property(candidate),
        path: [{ resource, why: "entry" }],
        ground: point.ground?.(candidate) ?? SERVER_GROUNDS[candidate.server.product],
        // One good server suffices: all that are wrong in the same point are one finding.
        cause: candidate.apex,
        ...namedAt(candidate.declared, context),
      }),
      remedies: () => point.remedies(context, candidate),
      note: () => point.note?.(candidate, context),
    },
  );
}
