/** What people write for a value of an enumeration, by what they mean: a misspelling is guessed only after this. */
import { distance } from "fastest-levenshtein";
import { isMessageId, message, type Filling } from "../messages";

/** A value, and the words that mean it. A text of `gloss` tells it from another that the same word may mean. */
interface Meaning {
  readonly value: string;
  readonly words: readonly string[];
}

const PENDING = [
  "pending",
  "reviewing",
  "in review",
  "under review",
  "submitted",
  "processing",
  "applied",
  "审核中",
].concat(["待审核", "备案中", "办理中", "管局审核", "管局审核中"]);
const ENDED = ["cancelled", "canceled", "deleted", "removed", "deregistered", "注销", "inactive", "expired", "失效"];
const YES = ["yes", "true", "ok", "done", "valid", "正常", "有效", "已完成", "是"];
const NO = ["no", "none", "false", "n/a", "无", "没有", "否"];
const PERSON = ["individual", "person", "personal", "natural person", "个人", "自然人"];
const FOREIGN = ["foreign", "foreign company", "外国企业", "外企"];
const SERVER = ["server", "服务器"];

/** Values of all enumerations; a word means only those that may stand where it was written. */
const MEANINGS: readonly Meaning[] = [
  // Of a filing, and of an access provider
  {
    value: "active",
    words: YES.concat([
      "filed",
      "approved",
      "registered",
      "complete",
      "completed",
      "finished",
      "passed",
      "success",
    ]).concat(
      ["in force", "live", "current", "licensed", "granted", "added", "已备案", "备案成功", "备案通过", "审核通过"],
      ["已通过", "已接入", "接入成功"],
    ),
  },
  {
    value: "unfiled",
    words: NO.concat([
      "not filed",
      "unregistered",
      "unlicensed",
      "missing",
      "未备案",
      "没有备案",
      "无备案",
      "待备案",
    ]).concat([
      "unapproved",
      "not approved",
      "rejected",
      "refused",
      "驳回",
      "已驳回",
      "未通过",
      "审核未通过",
      "审核不通过",
    ]),
  },
  {
    value: "pending-initial",
    words: PENDING.concat(["initial", "first filing", "首次备案", "首次备案中", "新增网站", "新增互联网信息服务"]),
  },
  {
    value: "pending-access",
    words: PENDING.concat(["access", "adding", "接入备案", "新增接入", "接入中", "接入备案中"]),
  },
  { value: "cancelling", words: ["cancel", "canceling", "deleting", "注销中", "注销"] },
  {
    value: "revoked",
    words: ENDED.concat(["withdrawn", "lapsed", "terminated", "已注销", "被注销", "吊销", "已吊销", "撤销", "已撤销"]),
  },
  { value: "empty-shell", words: ["empty", "shell", "空壳", "空壳网站", "空壳主体", "空壳备案"] },
  { value: "pending", words: PENDING.concat(["adding", "in progress", "接入中", "新增接入", "实名认证中"]) },
  {
    value: "removing",
    words: ["cancelling", "canceling", "deleting", "取消接入", "取消接入中"],
  },
  { value: "removed", words: ENDED.concat(["revoked", "取消接入", "已取消接入", "已取消"]) },
  // Of a domain's registration
  { value: "verified", words: YES.concat(["approved", "passed", "complete", "已实名", "已认证", "实名认证成功"]) },
  { value: "missing", words: NO.concat(["unverified", "not verified", "未实名", "未认证", "未实名认证", "failed"]) },
  // Products
  {
    value: "ecs",
    words: SERVER.concat([
      "vm",
      "instance",
      "ecs instance",
      "elastic compute service",
      "云服务器",
      "云服务器ecs",
      "云主机",
    ]),
  },
  {
    value: "sas",
    words: SERVER.concat([
      "swas",
      "lighthouse",
      "simple application server",
      "simple server",
      "light server",
      "轻量",
    ]).concat(["轻量服务器", "轻量应用服务器"]),
  },
  { value: "ens", words: ["edge", "edge node service", "edge node", "边缘节点", "边缘节点服务", "边缘节点服务ens"] },
  { value: "web-hosting", words: ["hosting", "host", "cloud web hosting", "virtual host", "虚拟主机", "云虚拟主机"] },
  { value: "linkedmall", words: ["mall", "linked mall"] },
  { value: "iot-studio", words: ["iot", "物联网应用开发"] },
  // Entities
  {
    value: "enterprise",
    words: ["company", "corporation", "business", "llc", "ltd", "firm", "organisation", "企业", "公司", "有限公司"],
  },
  {
    value: "foreign-invested",
    words: FOREIGN.concat(["wfoe", "jv", "joint venture", "外商投资", "外商投资企业", "外商独资", "外资", "合资"]),
  },
  { value: "branch", words: ["branch office", "subsidiary branch", "分公司", "分支机构"] },
  { value: "rep-office", words: ["representative office", "representative", "office", "代表处", "常驻代表机构"] },
  { value: "individual-mainland", words: PERSON },
  { value: "individual-hk-mo-tw", words: PERSON },
  { value: "individual-foreign", words: PERSON.concat(["foreigner", "外国人"]) },
  { value: "government", words: ["gov", "authority", "party", "政府", "政府机关", "国家机关", "党政机关", "机关"] },
  {
    value: "public-institution",
    words: ["institution", "school", "university", "hospital", "事业单位", "学校", "医院"],
  },
  {
    value: "foreign-no-presence",
    words: FOREIGN.concat(["overseas", "境外"]),
  },
  { value: "proxy", words: ["agent", "agency", "nominee", "代理", "代备案", "挂靠"] },
  // Sites, levels
  {
    value: "china",
    words: ["cn", "mainland", "domestic", "chinese", "china site", "aliyun.com", "中国", "中国站", "国内站"],
  },
  {
    value: "international",
    words: ["intl", "global", "overseas", "foreign", "international site", "alibabacloud.com", "国际", "国际站"],
  },
  { value: "mandatory", words: ["error", "block", "blocking", "deny", "required", "must", "fail", "强制"] },
  { value: "advisory", words: ["warn", "warning", "info", "notice", "optional", "audit", "建议", "警告"] },
  { value: "disabled", words: NO.concat(["disable", "off", "ignore", "ignored", "skip", "silent", "禁用", "关闭"]) },
  { value: "undetermined", words: ["unknown", "unclear", "undecided", "未知", "不确定"] },
];

/** Prefixes that turn a word into its opposite. */
const NEGATIONS = ["un", "in", "non", "not", "no", "dis", "de"];

/**
 * The values that a word may stand for, as they are offered: by meaning, else by a misspelling of a value or of a word that
 * means one. Undefined when none comes near.
 */
export function meaningOf(word: string, values: readonly string[]): Filling | undefined {
  const candidates = MEANINGS.filter(({ value }) => values.includes(value));
  const wanted = plain(word);
  const among = (said: string): Meaning[] => candidates.filter(({ words }) => words.some((one) => plain(one) === said));
  const exact = among(wanted);
  if (exact.length > 0) return offered(exact);
  // In Chinese one character makes another word: 未备案 is no misspelling of 已备案.
  const words = candidates
    .flatMap((one) => one.words.map(plain))
    .filter((one) => one.length > 3 && /^[a-z]+$/.test(one));
  const near = closest(wanted, [...values, ...words]);
  return near === undefined || values.includes(near) ? near : offered(among(near));
}

const offered = (meanings: readonly Meaning[]): Filling =>
  meanings
    .map(({ value }): Filling => (meanings.length > 1 ? glossed(value) : value))
    .reduce((one, other) => message("meaning.or", { one, other }));

const glossed = (value: string): Filling =>
  isMessageId(`gloss.${value}`) ? message("meaning.glossed", { value }) : value;

const plain = (word: string): string =>
  word
    .slice(0, 100)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");

/**
 * The candidate that a word is most likely a misspelling of: a third of it may differ, but it is never the word's
 * opposite.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const written = word.slice(0, 100).toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, far: distance(written, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)))
    .filter(({ candidate, far }) => !isOpposite(written, candidate.toLowerCase(), far))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.candidate;
}

/** Whether two words come closer when one of them loses what negates it. */
const isOpposite = (one: string, other: string, far: number): boolean =>
  NEGATIONS.some(
    (negation) =>
      (one.startsWith(negation) && distance(one.slice(negation.length), other) < far) ||
      (other.startsWith(negation) && distance(one, other.slice(negation.length)) < far),
  );
