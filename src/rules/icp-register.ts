import { rule, violation } from "./rule";

/**
 * The register is unreadable, or the pack's own configuration has unknown names. The command refuses such input before
 * anything is judged; the pack has no other way to say it, and then no other rule speaks.
 */
export default rule({
  id: "icp-register",
  group: "itself",
  level: "mandatory",
  phase: "stack",
  sources: [],
  judge: (context) =>
    context.problems.map((problem) =>
      violation(
        {},
        {
          message: problem,
          remedies: [{ id: problem.id === "icp-register.policy" ? "fix-config" : "fix-register" }],
        },
      ),
    ),
});
