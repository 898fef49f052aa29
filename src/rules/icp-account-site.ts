import type { Context } from "../filing/context";
import { accountsFor } from "../filing/parties";
import { SATISFIED, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import type { Account } from "../register/register";
import { agreed, declarationsToObtain, judgeDeclared, unsaid, type Declaration } from "../judging/declarations";
import { rule } from "../judging/rule";

/** An account of the international site can file neither websites nor apps (S2-03, S2-15). */
export default rule({
  id: "icp-account-site",
  group: "domain",
  level: "mandatory",
  phase: "stack",
  section: "accounts",
  register: true,
  sources: ["S2-03", "S2-15"],
  judge: (context) =>
    judgeDeclared(declarationsToObtain(context), context, {
      check: ({ apex, filing }, at) =>
        agreed(
          accountsFor(filing, at.register).map((account) => siteOf(account, apex, at)),
          unsaid("account", apex),
        ),
      key: ["account"],
      remedies: () => [{ id: "china-account" }],
    }),
});

function siteOf({ id, site }: Account, apex: Declaration["apex"], { stateOf }: Context): Verdict<Message> {
  if (site === undefined) return unsaid("site", id);
  return site === "china"
    ? SATISFIED
    : violates(message("icp-account-site", { apex, account: id, state: stateOf(apex) }));
}
