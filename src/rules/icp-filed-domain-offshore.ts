import { judgeNameless, judgeOffshore } from "../judging/offshore";
import { rule } from "../judging/rule";

/** The apex, `www` or a declared host of a filed domain is bound to Hong Kong or overseas only (S4-03, F-51). */
export default rule({
  id: "icp-filed-domain-offshore",
  group: "break",
  level: "mandatory",
  phase: "stack",
  sources: ["S4-03", "F-51", "F-52", "C15"],
  judge: (context) => [...judgeOffshore("icp-filed-domain-offshore", true, context), ...judgeNameless(context)],
});
