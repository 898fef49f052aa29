import type { Context } from "../filing/context";
import { message, type Message } from "../messages";
import { NOT_APPLICABLE, SATISFIED, violates, type Verdict } from "../filing/verdict";
import type { Filing } from "../register/register";
import { ifServed, judgeDeclared, servedFilings, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** A site that is declared to need a commercial licence has none (S0-03, S2-01). Nothing is concluded from its content. */
export default rule({
  id: "icp-commercial-licence",
  group: "filing",
  level: "mandatory",
  phase: "stack",
  section: "commercial",
  register: true,
  sources: ["S0-03", "S2-01", "C16"],
  judge: (context) =>
    judgeDeclared(servedFilings(context), context, {
      check: ({ filing, scope }) => ifServed(licenceOf(filing, context), scope),
      key: ["commercial", "licence"],
      remedies: ({ apex }) => [{ id: "get-licence", params: { apex, file: context.register.fileName } }],
    }),
});

function licenceOf({ domain, commercial }: Filing, { registerAlone }: Context): Verdict<Message> {
  if (commercial?.required !== true) return NOT_APPLICABLE;
  if (commercial.licence === undefined) return unsaid("commercial.licence", domain);
  if (commercial.licence !== null) return SATISFIED;
  const id = registerAlone ? "icp-commercial-licence.declared" : "icp-commercial-licence";
  return violates(message(id, { apex: domain }));
}
