/** What the rules share that judge servers which filings name: each is judged once, at its first entry. */
import type { Context } from "../filing/context";
import type { NamedServer } from "../filing/servers/named";
import type { Verdict } from "../filing/verdict";
import type { Message } from "../messages";
import { place } from "./declarations";
import { judgementOf } from "./judgement";
import { doubtRemedies } from "./remedies";
import type { FindingDraft, Judgement, Remedy } from "./rule";

/** What a judgement of a named server says beside its verdict. */
export interface NamedServerPresentation extends Pick<FindingDraft, "property" | "cause"> {
  /** The key under the server's entry; the entry itself when left out. */
  readonly key?: string | undefined;
  readonly remedies: () => readonly Remedy[];
}

/** Where a named server is: its resource, where the plan has it, and a key of its first entry, or that entry. */
export function placeOfServer(
  { resource, mentions }: NamedServer,
  context: Context,
  key?: string,
): ReturnType<typeof place> {
  const [{ filing, index }] = mentions;
  const path = resource ? [{ resource, why: "entry" as const }] : [];
  const below = key === undefined ? [] : [key];
  return place({ apex: filing.domain, filing, resource, path }, context, ["servers", index, ...below]);
}

/** The judgement of a named server that a verdict comes to. */
export function judgeNamedServer(
  server: NamedServer,
  verdict: Verdict<Message>,
  { key, remedies, ...more }: NamedServerPresentation,
  context: Context,
): Judgement {
  const { name, resource, mentions } = server;
  const apex = mentions[0].filing.domain;
  return judgementOf(
    verdict,
    { apex, ...(resource && { urn: resource.urn }) },
    {
      what: name,
      on: () => ({ ...placeOfServer(server, context, key), ...more }),
      remedies,
      against: (why) => doubtRemedies(why, apex, context),
    },
  );
}
