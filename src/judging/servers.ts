/** What the server rules share: judge each server that is to obtain a filing on one point. */
import type { Candidate, Check } from "../filing/servers/candidate";
import type { Context } from "../filing/context";
import { apexesToObtain, vehiclesOf } from "../filing/servers/candidates";
import { SERVER_GROUNDS } from "../filing/grounds";
import { message, type Message } from "../messages";
import type { Doubt } from "../plan/fact";
import type { FilingServer } from "../register/register";
import { notApplicable, satisfied, undetermined, violation, type Judgement, type Remedy } from "./rule";

/** How a server rule judges one point of a server. */
export interface ServerPoint<Bad> {
  readonly check: (candidate: Candidate, context: Context) => Check<Bad>;
  /** The property that decides it. */
  readonly property: (candidate: Candidate) => string;
  readonly message: (candidate: Candidate, bad: Bad) => Message;
  readonly remedies: (context: Context, candidate: Candidate) => readonly Remedy[];
  /** The statement it rests on; what a filing asks of servers of its product when left out. */
  readonly ground?: (candidate: Candidate) => string | undefined;
  /** What should be confirmed although the server satisfies the point. */
  readonly note?: (candidate: Candidate, context: Context) => Message | undefined;
}

/** Judges every server that is to obtain the filing of an apex. */
export function judgeServers<Bad>(context: Context, point: ServerPoint<Bad>): Judgement[] {
  return apexesToObtain(context).flatMap((apex) => {
    const { candidates, perhaps } = vehiclesOf(apex, context);
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

function judgeServer<Bad>(
  candidate: Candidate,
  perhaps: Doubt | undefined,
  context: Context,
  point: ServerPoint<Bad>,
): Judgement {
  const { resource } = candidate.server;
  const subject = { apex: candidate.apex, urn: resource.urn };
  const found = point.check(candidate, context);
  const check = found.is === "bad" && perhaps ? { is: "unsure" as const, doubt: perhaps } : found;
  if (check.is === "good") return satisfied(subject, point.note?.(candidate, context));
  if (check.is === "moot") return notApplicable(subject);
  const on = {
    resource,
    property: point.property(candidate),
    path: [{ resource, why: "entry" as const }],
    remedies: point.remedies(context, candidate),
    ground: point.ground?.(candidate) ?? SERVER_GROUNDS[candidate.server.product],
    // One good server suffices: all that are wrong in the same point are one finding.
    cause: candidate.apex,
    ...namedAt(candidate.declared, context),
  };
  if (check.is === "bad") return violation(subject, { ...on, message: point.message(candidate, check.as) });
  return undetermined(subject, {
    ...on,
    message: message("undetermined", { what: resource.name }),
    doubt: check.doubt,
  });
}
