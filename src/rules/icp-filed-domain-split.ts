import { judgeOffshore } from "../judging/offshore";
import { rule } from "../judging/rule";

/** Another host of a filed domain is served only from outside the mainland (S4-03, F-53). */
export default rule({
  id: "icp-filed-domain-split",
  group: "break",
  level: "advisory",
  phase: "stack",
  sources: ["S4-03", "F-51", "F-53"],
  judge: (context) => judgeOffshore("icp-filed-domain-split", false, context),
});
