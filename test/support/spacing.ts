/** How Chinese texts stand beside Latin ones, for tests that hold every text to one rule. */

/** Names of products and orders that are written in both scripts: there is no space in them, and none around them in Chinese. */
const NAMES: readonly string[] = [
  ...[
    "ICP备案",
    "ICP许可证",
    "App备案",
    "CDN域名",
    "DCDN域名",
    "SCDN域名",
    "ESA站点",
    "URL转发",
    "URL记录",
    "显性URL",
    "隐性URL",
  ],
  ...["ECS实例", "ENS实例", "ENS负载均衡", "ECI容器组", "DDoS高防", "DDoS防护", "Web应用防火墙", "NAT网关", "API网关"],
  ...["AI网关", "MSE云原生网关", "Serverless应用引擎SAE", "RAM用户", "OIDC令牌", "OIDC身份提供商", "内网DNS解析"],
  ...["公网IP", "虚拟IP", "回源HOST", "云服务器ECS", "对象存储OSS", "云解析DNS", "全球加速GA", "应用引擎SAE"],
  ...["应用服务EDAS", "服务引擎MSE", "节点服务ENS", "安全加速ESA", "全站加速DCDN", "安全加速SCDN", "应用防火墙WAF"],
  ...["负载均衡ALB", "负载均衡CLB", "负载均衡NLB"],
].sort((a, b) => b.length - a.length);
/** Where such a name stood. */
const NAME = "\ue000";

/** Numbers of filings and documents, which are written as they are. */
const NUMBERS = /\p{Script=Han}?(?:ICP[备证]|公网安备|B\d-)\d*号?(?:-\d+[AXK]?)?|〔\d+〕\d+号/gu;

const HAN = "[\\p{Script=Han}]";
const FAULTS: readonly RegExp[] = [
  // A space beside a name.
  new RegExp(`[\\p{Script=Han}${NAME}] ${NAME}|${NAME} ${HAN}`, "gu"),
  // None between Chinese and Latin letters or digits.
  new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, "gu"),
  // Punctuation of the other script, or a space beside some. Markdown needs one behind a full stop in bold.
  new RegExp(`${HAN} ?[,;:!?()]|[,;:!?)]${HAN}|[，；：、（）] | [，。；：、（）]`, "gu"),
];

/** What is wrong in how a Chinese text is spaced, each with what stands around it. */
export function spacingIn(text: string): string[] {
  const rest = NAMES.reduce((left, name) => left.replaceAll(name, NAME), text.replace(NUMBERS, "#"));
  return FAULTS.flatMap((fault) =>
    [...rest.matchAll(fault)].map(({ index, 0: found }) =>
      rest.slice(Math.max(0, index - 6), index + found.length + 6).replaceAll(NAME, "…"),
    ),
  );
}
