import { THRESHOLDS } from "../vocabulary/thresholds";
import { SATISFIED, violates, type Verdict } from "../filing/verdict";
import { message, type Message } from "../messages";
import { groupBy } from "../base/collections";
import type { Filing } from "../register/register";
import { exposedFilings, judgeDeclared, unsaid, type Declaration } from "../judging/declarations";
import { rule } from "../judging/rule";

/** The day since which a website number covers one domain. */
const SINCE = THRESHOLDS.since["one-domain-per-site"].value;

/** Several domains under one website number, approved since a website has one domain (S4-04). */
export default rule({
  id: "icp-one-domain-per-site",
  group: "domain",
  level: "advisory",
  phase: "stack",
  register: true,
  sources: ["S4-04"],
  judge: (context) => {
    const sharing = groupBy(context.register.filings, siteOf);
    const exposed = groupBy(exposedFilings(context), ({ filing }) => siteOf(filing));
    // One finding for each number, on the first of its domains that this plan exposes.
    const sites = [...exposed].flatMap(([number, [first]]): readonly Site[] =>
      number === undefined ? [] : [{ ...first, number, filings: sharing.get(number) ?? [] }],
    );
    return judgeDeclared(sites, context, {
      check: onePerSite,
      key: ["number"],
      remedies: () => [{ id: "file-each" }],
    });
  },
});

/** A website of the register: its number, and the filings that share it. */
interface Site extends Declaration {
  readonly number: string;
  readonly filings: readonly Filing[];
}

/** The number of a filing's website; undefined when it names none, or only the entity's number. */
function siteOf({ number }: Filing): string | undefined {
  const spelled = number?.replace(/\s/g, "").replace(/[－–—‐]/g, "-");
  return spelled !== undefined && /-\d+$/.test(spelled) ? spelled : undefined;
}

function onePerSite({ number, filings }: Site): Verdict<Message> {
  if (filings.length < 2) return SATISFIED;
  const late = filings.find(({ approvedAt }) => approvedAt != null && approvedAt >= SINCE);
  if (late) {
    const domains = filings.map(({ domain }) => domain).join(", ");
    return violates(message("icp-one-domain-per-site", { number, count: filings.length, domains, since: SINCE }));
  }
  const undated = filings.find(({ approvedAt }) => approvedAt == null);
  return undated ? unsaid("approvedAt", undated.domain) : SATISFIED;
}
