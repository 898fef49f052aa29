import type { Context } from "../filing/context";
import { message } from "../messages";
import { groupBy } from "../base/collections";
import type { Filing } from "../register/register";
import { exposedFilings, place, type FilingDeclaration } from "../judging/declarations";
import { doubt } from "../plan/fact";
import { doubtRemedies } from "../judging/remedies";
import { THRESHOLDS } from "../vocabulary/thresholds";
import { rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

/** The day since which a website number covers one domain. */
const SINCE = THRESHOLDS.since["one-domain-per-site"].value;

/** Several domains under one website number, approved since a website has one domain (S4-04). */
export default rule({
  id: "icp-one-domain-per-site",
  group: "domain",
  level: "advisory",
  phase: "stack",
  sources: ["S4-04"],
  judge: (context) => {
    const sharing = groupBy(context.register.filings, (filing) => siteOf(filing) ?? "");
    const exposed = groupBy(exposedFilings(context), ({ filing }) => siteOf(filing) ?? "");
    exposed.delete("");
    // One finding for each number, on the first of its domains that this plan exposes.
    return [...exposed].flatMap(([number, [first]]) =>
      first ? [judge(first, number, sharing.get(number) ?? [], context)] : [],
    );
  },
});

/** The number of a filing's website; undefined when it names none, or only the entity's number. */
function siteOf({ number }: Filing): string | undefined {
  const spelled = number?.replace(/\s/g, "").replace(/[－–—‐]/g, "-");
  return spelled !== undefined && /-\d+$/.test(spelled) ? spelled : undefined;
}

function judge(
  declaration: FilingDeclaration,
  number: string,
  filings: readonly Filing[],
  context: Context,
): Judgement {
  const { apex } = declaration;
  const on = place(declaration, context, ["number"]);
  if (filings.length < 2) return satisfied({ apex });
  const late = filings.find(({ approvedAt }) => approvedAt != null && approvedAt >= SINCE);
  if (late) {
    const domains = filings.map(({ domain }) => domain).join(", ");
    const says = message("icp-one-domain-per-site", { number, count: filings.length, domains, since: SINCE });
    return violation({ apex }, { ...on, message: says, remedies: [{ id: "file-each" }] });
  }
  const undated = filings.find(({ approvedAt }) => approvedAt == null);
  if (!undated) return satisfied({ apex });
  const why = doubt("not-declared", { key: "approvedAt", of: undated.domain });
  const says = message("undetermined", { what: apex });
  return undetermined({ apex }, { ...on, message: says, doubt: why, remedies: doubtRemedies(why, apex, context) });
}
