import { rule, violation } from "../judging/rule";

/**
 * The register is unreadable, or the pack's own configuration has unknown names. The command refuses such input before
 * anything is judged; the pack has no other way to say it.
 */
export default rule({
  id: "icp-register",
  group: "itself",
  level: "mandatory",
  phase: "stack",
  sources: [],
  judge: ({ problems }) =>
    problems.map(({ message, silences }) =>
      violation({}, { message, remedies: [{ id: silences ? "fix-register" : "fix-config" }] }),
    ),
});
