import { term } from "../filing/servers";
import { message } from "../messages";
import { rule } from "./rule";
import { judgeServers } from "./servers";

/** A subscription of less than three months in total obtains no filing (S3-12, C6). */
export default rule({
  id: "icp-server-term",
  group: "server",
  level: "mandatory",
  phase: "stack",
  sources: ["S3-12", "S1-37", "S3-15", "S3-16", "C6"],
  judge: (context) =>
    judgeServers(context, {
      check: term,
      property: () => "period",
      message: ({ apex, server }, months) =>
        message("icp-server-term", { server: server.resource.name, apex, months: Math.round(months * 10) / 10 }),
      remedies: (at) => [{ id: "term" }, { id: "declare-term", params: { file: at.register.fileName } }],
    }),
});
