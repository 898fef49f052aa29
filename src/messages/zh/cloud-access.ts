import type { cloudAccess as en } from "../en/cloud-access";

/** What is wrong with how Alibaba Cloud is to be reached, in Simplified Chinese. */
export const zhCloudAccess: Readonly<Record<keyof typeof en, string>> = {
  "input.endpoint-url": "不是地址；应类似 https://api.example，或用 PRODUCT=ADDRESS 指定一个产品",
  "input.endpoint-bare": "除名称和端口外还有其他内容；请勿写路径或用户",
  "input.endpoint-plain": "以 http 访问 {host}，途中任何人都能读到内容；请改用 https",
  "input.endpoint-product": "所写的 {product} 不在 {products|list} 之中",
  "input.endpoint-twice": "重复指定了 {product}；每个产品只能有一个接入地址",
  "input.endpoint-several": "为全部产品指定了两次；请用 PRODUCT=ADDRESS 分别写明产品",
  "input.cloud-packages":
    "查询阿里云要用它自己的软件包，而这里没有安装：请运行 npm install --save-dev @alicloud/credentials @alicloud/openapi-core",
  "input.cloud-packages-broken":
    "这里安装的阿里云软件包无法使用：请运行 npm install --save-dev @alicloud/credentials@latest @alicloud/openapi-core@latest",
  "input.cloud-no-credentials":
    "没有找到阿里云的访问凭证：请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，或运行 aliyun configure",
  "input.cloud-credentials-slow":
    "未能及时取得阿里云的访问凭证：请设置 ALIBABA_CLOUD_ACCESS_KEY_ID 和 ALIBABA_CLOUD_ACCESS_KEY_SECRET，或查明其来源为何没有应答",
  "input.cloud-credentials-form": "找到的阿里云访问凭证含有不应有的字符，例如换行或空格：请去掉后重新设置",
  "input.cloud-credentials": "阿里云拒绝了访问凭证（{code}）：请检查用的是哪个 AccessKey，它是否已停用，令牌是否已过期",
  "input.cloud-clock": "阿里云拒绝了本机的时间（{code}）：请校准时钟，误差不得超过 15 分钟",
  "input.cloud-showing": "会让 Node 输出带有访问凭证的请求；请取消该变量，或去掉其中的 http、https、net 和 tls",
  "input.cloud-proxy": "不是代理的地址；应类似 http://proxy.example:3128",
};
