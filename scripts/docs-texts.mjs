/** What the generated parts of the documentation say, in both languages. What the messages of the tool say stands there. */

/** The languages of the documentation, each with the folder of its pages. */
export const EDITIONS = [
  { language: "en", readme: "README.md", folder: "docs" },
  { language: "zh", readme: "README.zh.md", folder: "docs/zh" },
];

/** What joins the parts of a sentence. */
export const JOINS = {
  list: { en: ", ", zh: "、" },
  part: { en: ", ", zh: "，" },
  clause: { en: "; ", zh: "；" },
};

/** What stands around something that is added. */
export const BRACKETS = { en: [" (", ")"], zh: ["（", "）"] };

/** The heads of tables, and what stands in the rows of the table of a rule. */
export const HEADS = {
  rules: { en: ["Rule", "Level", "Group", "What it says"], zh: ["规则", "级别", "分组", "内容"] },
  facts: { en: ["Table", "What it tells", "As of"], zh: ["表", "内容", "截至"] },
  thresholds: { en: ["Id", "Value", "What it says", "Source"], zh: ["ID", "值", "内容", "来源"] },
  glossary: { en: ["Term", "In Chinese", "What it means"], zh: ["术语", "英文", "含义"] },
  families: {
    en: ["Family", "What is in it", "Types"],
    zh: ["产品系列", "包含", "类型数"],
  },
  types: { en: ["Type", "In Terraform", "What is read"], zh: ["类型", "Terraform 类型", "读取的内容"] },
  excluded: { en: ["Module", "Types", "In Terraform"], zh: ["模块", "类型", "Terraform 类型"] },
  keys: { en: ["Key", "What it takes", "What it says"], zh: ["键", "取值", "含义"] },
  values: { en: ["Value", "Meaning"], zh: ["值", "含义"] },
  report: { en: ["Property", "Type", "What it holds"], zh: ["属性", "类型", "内容"] },
  variables: { en: ["Variables", "Names"], zh: ["变量", "名称"] },
};

/** What becomes of the environment variables of a program. */
export const VARIABLES = {
  prefixes: { en: "removed: all that begin with", zh: "移除：以下列内容开头的变量" },
  endings: { en: "removed: all that end with", zh: "移除：以下列内容结尾的变量" },
  names: { en: "removed: these", zh: "移除：下列变量" },
  kept: { en: "kept all the same", zh: "仍然保留" },
};

export const RULE = {
  level: { en: "Level", zh: "级别" },
  decided: { en: "Decided", zh: "判定时机" },
  group: { en: "Group", zh: "分组" },
  needs: { en: "Needs in `icp.yaml`", zh: "需要 `icp.yaml` 中的" },
  mandatory: {
    en: "mandatory: a violation stops the deployment and fails the command",
    zh: "强制：违规会阻止部署，并使命令失败",
  },
  advisory: { en: "advisory: a finding is shown and stops nothing", zh: "建议：只显示检查结果，不阻止部署" },
  stack: { en: "when the whole plan is known", zh: "整个计划已知时" },
  resource: {
    en: "before a single resource is created, from that resource alone, for {types}; all else when the whole plan is known",
    zh: "对于 {types}，在创建单个资源之前仅凭该资源判定；其余在整个计划已知时判定",
  },
  nothing: { en: "nothing: the rule always runs", zh: "无：始终执行" },
  section: { en: "{section}: without it the rule does not run", zh: "{section}：未填写时不执行此规则" },
  noSources: { en: "None: this rule is about the tool's own input.", zh: "无：此规则针对工具自身的输入。" },
};

/** What each kind of contribution tells about a resource. */
export const TELLS = {
  entry: {
    en: "an entry: where it is, and whether the public reaches it",
    zh: "入口：所在位置，以及公网能否访问",
  },
  address: { en: "a public address", zh: "公网地址" },
  attachment: { en: "what an address is bound to", zh: "地址所绑定的对象" },
  binding: { en: "hosts", zh: "绑定的域名" },
  listener: { en: "which ports are open", zh: "开放的端口" },
  guard: { en: "its security groups", zh: "所属安全组" },
  opening: { en: "which ports are open", zh: "开放的端口" },
  link: { en: "where traffic goes on to", zh: "流量的去向" },
  sharing: { en: "who may read", zh: "读取权限" },
  origin: { en: "origins", zh: "源站" },
  record: { en: "DNS records", zh: "解析记录" },
  zone: { en: "a domain of your own", zh: "自有主域名" },
  server: { en: "a server that could obtain a filing", zh: "可用于办理备案的服务器" },
  foreign: { en: "an address that another provider answers for", zh: "由其他厂商负责的地址" },
};

/** What is told of types that contribute nothing. */
export const SILENT = {
  lookedUp: { en: "only what others that name it look up", zh: "仅在其他资源引用时读取" },
  nothing: { en: "nothing by itself", zh: "自身不读取任何内容" },
};

/** What the types of other providers are. */
export const ELSEWHERE = {
  records: { en: "DNS records: host, type and answers", zh: "解析记录：域名、类型和记录值" },
  edges: {
    en: "edges: their hosts, where they serve from, and their origins",
    zh: "加速节点：域名、节点所在位置和源站",
  },
  kubernetes: { en: "what opens an entry, and the hosts that it serves", zh: "打开入口的对象及其域名" },
  addresses: {
    en: "addresses of that provider: what leads there is not served by Alibaba Cloud",
    zh: "该厂商的地址：指向此处的域名不由阿里云提供服务",
  },
  zones: { en: "zones: domains of your own", zh: "域名解析区域：自有主域名" },
  along: { en: "nothing by themselves: pools and groups that others name", zh: "自身不读取：供其他资源引用的池和组" },
  privateRecords: { en: "nothing: records of private zones", zh: "不读取：内网解析记录" },
};

/** The families of products: the folders of `src/products/alicloud`, and what is not of Alibaba Cloud's provider. */
export const FAMILIES = {
  "api-gateway": {
    title: { en: "API gateways", zh: "API网关" },
    holds: { en: "API Gateway, cloud-native API gateway, MSE gateways", zh: "API网关、云原生API网关、MSE云原生网关" },
  },
  balancing: {
    title: { en: "Load balancers", zh: "负载均衡" },
    holds: { en: "ALB, CLB, NLB", zh: "应用型负载均衡ALB、传统型负载均衡CLB、网络型负载均衡NLB" },
  },
  cdn: {
    title: { en: "CDN", zh: "CDN" },
    holds: { en: "CDN, DCDN, SCDN, Live, VOD", zh: "CDN、全站加速DCDN、安全加速SCDN、视频直播、视频点播" },
  },
  compute: {
    title: { en: "Compute", zh: "计算" },
    holds: {
      en: "ECS, Simple Application Server, containers, functions, scaling groups, hosts for databases",
      zh: "ECS、轻量应用服务器、容器、函数计算、弹性伸缩、数据库专属主机",
    },
  },
  dns: {
    title: { en: "DNS", zh: "DNS" },
    holds: { en: "Alibaba Cloud DNS, Global Traffic Manager", zh: "云解析DNS、全局流量管理" },
  },
  ens: { title: { en: "Edge Node Service", zh: "边缘节点服务ENS" }, holds: { en: "ENS", zh: "边缘节点服务ENS" } },
  esa: {
    title: { en: "Edge Security Acceleration", zh: "边缘安全加速ESA" },
    holds: { en: "ESA", zh: "边缘安全加速ESA" },
  },
  ga: {
    title: { en: "Global Accelerator", zh: "全球加速GA" },
    holds: { en: "GA, standard and basic", zh: "标准型和基础型" },
  },
  network: {
    title: { en: "Network", zh: "网络" },
    holds: {
      en: "EIP, Anycast EIP, NAT gateways, IPv6, network interfaces, security groups, Smart Access Gateway",
      zh: "弹性公网IP、任播弹性公网IP、NAT网关、IPv6、弹性网卡、安全组、智能接入网关",
    },
  },
  oss: {
    title: { en: "Object Storage Service", zh: "对象存储OSS" },
    holds: { en: "OSS", zh: "Bucket 及其自定义域名" },
  },
  protection: {
    title: { en: "Protection", zh: "安全防护" },
    holds: { en: "WAF, Anti-DDoS", zh: "Web应用防火墙WAF、DDoS高防" },
  },
  kubernetes: {
    title: { en: "Kubernetes", zh: "Kubernetes" },
    holds: { en: "Services, Ingresses, gateways and their routes", zh: "Service、Ingress、Gateway 及其路由" },
  },
  "other-providers": {
    title: { en: "Other providers", zh: "其他厂商" },
    holds: { en: "DNS records, edges and addresses of other clouds", zh: "其他云厂商的 解析记录、加速节点和地址" },
  },
  "not-read": {
    title: { en: "Not read, and why", zh: "不读取的类型及原因" },
    holds: {
      en: "types of Alibaba Cloud that sound public and are not read",
      zh: "名称与公网访问有关、但不读取的阿里云资源类型",
    },
  },
};

export const PRODUCTS = {
  counted: {
    en: "{n} types. [What is read](../products.md) says how to read the table.",
    zh: "共 {n} 个类型。表格的读法见[读取的资源](../products.md)。",
  },
  excluded: {
    en: "{n} types of `@pulumi/alicloud` whose names or properties have to do with public access. Nothing is read of them, for the reasons given here.",
    zh: "`@pulumi/alicloud` 中有 {n} 个类型的名称或属性与公网访问有关，但由于下列原因不读取。",
  },
  asOf: { en: "As of {asOf}, from {source}.", zh: "截至 {asOf}，依据：{source}。" },
};

/** What the tables of `alicloud-icp facts` tell. */
export const FACTS = {
  region: { en: "which regions are in the mainland; Hong Kong is outside", zh: "哪些地域在中国内地；中国香港不在其中" },
  node: { en: "where nodes and districts of the Edge Node Service are", zh: "边缘节点服务ENS的节点和区划所在位置" },
  tier: { en: "what each kind of entry asks of the filing", zh: "各类入口对备案的要求" },
  threshold: { en: "the limits and days on which verdicts turn", zh: "结论所依据的限值和日期" },
  quota: { en: "how many service codes a server carries", zh: "每台服务器的备案服务码数量" },
  suffix: {
    en: "which suffixes the MIIT approved, as far as is known, which CDN refuses, and those of public bodies",
    zh: "已知的工信部已批复后缀、CDN 不接受的后缀，以及公共机构的后缀",
  },
  province: { en: "what the numbers of a province's filings begin with", zh: "各省备案号开头的简称" },
  endpoint: {
    en: "what the form of an endpoint's name tells: product, place, public or not",
    zh: "由访问域名的形式可知的产品、位置以及是否公网",
  },
  port: { en: "which ports carry the web, and which certainly something else", zh: "哪些端口用于网站，哪些肯定不是" },
  "owned-name": {
    en: "names of Alibaba Cloud's own, which nobody else can file",
    zh: "阿里云自有、他人无法备案的域名",
  },
  "vendor-name": {
    en: "names that other vendors give, and where what has them is served from",
    zh: "其他厂商提供的域名及其服务位置",
  },
  "other-cloud": {
    en: "how other providers tell their clouds in the mainland, and what CloudFront's own policies do",
    zh: "如何识别其他厂商在中国内地的云，以及 CloudFront 自带策略的作用",
  },
  statement: {
    en: "what the source documents say, and which rules rest on it",
    zh: "来源文件中的陈述，以及依据它的规则",
  },
};
