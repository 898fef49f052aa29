import { rule, violation } from "../judging/rule";

/**
 * The register is unreadable, the pack's own configuration has unknown names, or the stack is too large. The command refuses such input before
 * anything is judged; the pack has no other way to say it.
 */
export default rule({
  id: "icp-register",
  group: "itself",
  level: "mandatory",
  phase: "stack",
  sources: [],
  judge: ({ problems }) =>
    problems.map(({ message, remedy }) => violation({}, { message, remedies: [{ id: remedy }] })),
});
