/**
 * Keeps one comment on the pull request up to date. Writes none where there is nothing to be done and none was there before.
 * Never fails: where the token may not write, or GitHub does not answer, it says so.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const { env } = process;
const input = (name) => env[`INPUT_${name}`] ?? "";

const TEXTS = {
  en: {
    forbidden:
      "The token may not comment on this pull request. Give the job the permission pull-requests: write, or set comment: false. Workflows of forks have no such permission.",
    failed: (why) => `The comment could not be written: ${why}`,
    unjudged: "alicloud-icp could not check the plans. The log says why.",
    nothing: "alicloud-icp found nothing to do.",
  },
  zh: {
    forbidden:
      "令牌无权评论此拉取请求。请为作业添加权限 pull-requests: write，或设置 comment: false。来自 fork 的工作流没有此权限。",
    failed: (why) => `无法写入评论：${why}`,
    unjudged: "alicloud-icp 未能检查计划，原因见日志。",
    nothing: "alicloud-icp 未发现需要处理的问题。",
  },
};
const texts = (input("LANGUAGE") || env.ALICLOUD_ICP_LANG || "").startsWith("zh") ? TEXTS.zh : TEXTS.en;
const say = (kind, text) =>
  console.log(`::${kind} title=alicloud-icp::${text.replaceAll("%", "%25").replace(/\s+/g, " ")}`);

/** By this a comment is found again. Each job of a workflow, and each folder and list of plans, has one of its own. */
function markerOf() {
  const parts = ["GITHUB_WORKFLOW", "GITHUB_JOB", "INPUT_JOB_INDEX", "INPUT_WORKING_DIRECTORY", "INPUT_PLANS"];
  const key = createHash("sha256").update(JSON.stringify(parts.map((name) => (env[name] ?? "").trim())));
  return `<!-- alicloud-icp ${key.digest("hex").slice(0, 16)} -->`;
}

/** What the comment is to say, below its marker. */
function bodyOf(marker) {
  const file = input("COMMENT");
  if (file === "") return `${marker}\n\n${texts.unjudged}\n`;
  const text = readFileSync(file, "utf8").replace(/^<!-- alicloud-icp -->\s*/, "");
  return `${marker}\n\n${text === "" ? `${texts.nothing}\n` : text}`;
}

/** Asks GitHub's API. Throws where it refuses, with the `status`. */
async function ask(method, path, body) {
  const response = await fetch(`${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${input("TOKEN")}`,
      "x-github-api-version": "2022-11-28",
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (response.ok) return response.json();
  throw Object.assign(new Error(`${method} ${path}: ${response.status} ${response.statusText}`), {
    status: response.status,
  });
}

const PAGE = 100;

/** The comment of an earlier run; a person who writes the marker into one does not get it overwritten. */
async function earlier(number, marker) {
  for (let page = 1; ; page += 1) {
    const comments = await ask("GET", `/issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    const found = comments.find(({ body, user }) => user?.type === "Bot" && (body ?? "").startsWith(marker));
    if (found !== undefined || comments.length < PAGE) return found;
  }
}

async function comment() {
  const { number } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")).pull_request;
  const marker = markerOf();
  const found = await earlier(number, marker);
  const body = bodyOf(marker);
  if (found !== undefined) await ask("PATCH", `/issues/comments/${found.id}`, { body });
  else if (Number(input("FINDINGS")) > 0) await ask("POST", `/issues/${number}/comments`, { body });
}

try {
  await comment();
} catch (error) {
  if (error.status === 401 || error.status === 403 || error.status === 404) say("notice", texts.forbidden);
  else say("warning", texts.failed(error.message));
}
