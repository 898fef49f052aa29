/**
 * Runs the check for the action: once, with all formats that a pull request needs. Inputs come as environment variables, and
 * reach the command as arguments; no shell sees them. Ends well in any case and says in the outputs how the check ended.
 */
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { withPlansShown } from "./saved-plans.mjs";

const { env } = process;
const input = (name) => (env[`INPUT_${name}`] ?? "").trim();

/** What is in a list: one per line where there are lines, else separated by spaces. */
function listed(name) {
  const text = env[`INPUT_${name}`] ?? "";
  return text
    .split(text.includes("\n") ? /\r?\n/ : /\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "alicloud-icp-report-"));
const [report, sarif, comment] = ["report.json", "icp.sarif", "comment.md"].map((name) => join(folder, name));
const formats = ["github", `json=${report}`, `sarif=${sarif}`, `markdown=${comment}`];
const option = (flag, value) => (value === "" ? [] : [flag, value]);
// Who opens such a request has no access, and what runs in it has: nothing of theirs is run.
const isForeign = env.GITHUB_EVENT_NAME === "pull_request_target";
const argsFor = (plans) => [
  "check",
  ...formats.flatMap((format) => ["--format", format]),
  ...option("--register", input("REGISTER")),
  ...option("--baseline", input("BASELINE")),
  ...option("--region", input("REGION")),
  ...option("--lang", input("LANGUAGE")),
  ...(isForeign ? ["--no-programs"] : []),
  ...listed("FAIL_ON").flatMap((from) => ["--fail-on", from]),
  ...listed("ARGS"),
  // What begins with a dash is a plan all the same.
  "--",
  ...plans,
];

const cwd = resolve(env.GITHUB_WORKSPACE || ".", input("WORKING_DIRECTORY") || ".");
const isFolder = statSync(cwd, { throwIfNoEntry: false })?.isDirectory() === true;
const asked = input("LANGUAGE") || env.ALICLOUD_ICP_LANG || "";
const texts = asked.startsWith("zh")
  ? { noFolder: "alicloud-icp: working-directory：不是文件夹", unjudged: "alicloud-icp: 未判定任何计划" }
  : { noFolder: "alicloud-icp: working-directory: is no folder", unjudged: "alicloud-icp: nothing was judged" };
const refused = { status: 2, stderr: texts.noFolder };
const judge = (plans) =>
  spawnSync(process.execPath, [input("COMMAND"), ...argsFor(plans)], {
    cwd,
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
    maxBuffer: Infinity,
  });
function check() {
  const plans = listed("PLANS");
  // To show a saved plan runs the providers that lie there.
  if (isForeign || listed("ARGS").includes("--no-programs")) return judge(plans);
  try {
    return withPlansShown(plans, cwd, judge);
  } catch ({ message }) {
    return { status: 2, stderr: `alicloud-icp: ${message}` };
  }
}
const { status, error, stderr } = isFolder ? check() : refused;
// With --help among the arguments nothing is judged, and all is well.
const isJudged = status !== null && status <= 1 && existsSync(report);
const code = isJudged ? status : Math.max(status ?? 3, 2);
// Sentences of the command: each is one line, and nothing in it is a command to the log.
const said = [...(stderr ?? "").split("\n").filter(Boolean), ...(error ? [`alicloud-icp: ${error.message}`] : [])];
if (!isJudged && said.length === 0) said.push(texts.unjudged);
const escaped = (text) => text.replaceAll("%", "%25").replace(/\s+/g, " ");
for (const line of said) console.log(code > 1 ? `::error title=alicloud-icp::${escaped(line)}` : line);

const { language, summary } = isJudged ? JSON.parse(readFileSync(report, "utf8")) : { language: asked };
const outputs = {
  result: code === 0 ? "passed" : code === 1 ? "findings" : "error",
  "exit-code": code,
  ...(isJudged && {
    mandatory: summary.findings.mandatory,
    advisory: summary.findings.advisory,
    findings: summary.findings.mandatory + summary.findings.advisory,
    report,
    sarif,
    comment,
  }),
  language: language?.startsWith("zh") ? "zh" : "en",
};
const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
appendFileSync(env.GITHUB_OUTPUT, lines.join(""));
