import type { verifying as en } from "../en/verifying";

/** What is said when the cloud is asked about a register, in Simplified Chinese. */
export const zhVerifying: Readonly<Record<keyof typeof en, string>> = {
  "cli.option-verify": "向阿里云查询本账号的域名和服务器，并与备案台账核对（唯一使用网络的选项）",
  "cli.option-verify-plan": "与 --verify 一起使用：同时查询此计划中的主域名，包括备案台账未列出的；可重复",
  "cli.option-write":
    "与 --verify 一起使用：显示将要更改的行之后，将确定的内容写入备案台账，并将查询结果保存在其旁的 icp.verified.json 中",
  "cli.option-write-dry-run": "与 --write 一起使用：显示将要更改的行，不写入",
  "cli.option-print-policy": "与 --verify 一起使用：输出此备案台账所需的 RAM 权限策略，不作查询",
  "cli.option-init-verify": "向阿里云查询计划所服务的域名和服务器，并写入确定的内容（不与 --update 一起使用）",
  "cli.option-endpoint": "与 --verify 一起使用：公共接入地址以外的地址，用于所有产品或单个产品（product=url）；可重复",
  "cli.finding-credentials": "正在查找访问凭证",
  "cli.asking": "正在向云端查询：{asked}/{all}",
  "cli.wrote-verified": "已写入 {register}，查询结果写入 {file}",
  "cli.wrote-verified-alone": "查询结果已写入 {file}；{register} 没有更改",
  "cli.kept-verified": "查询结果已写入 {file}",
  "cli.nothing-to-allow": "此备案台账所需的查询不需要任何权限；RAM 不接受没有语句的权限策略，也无须创建",
  "skeleton.filed": "{operation} 于 {on} 返回已备案：请填写 number 和 status",
  "skeleton.filed-as": "{operation} 于 {on} 返回已通过阿里云备案，备案号为 {numbers|list}：请填写 number 和 status",
  "skeleton.account": "所查询的账号；请填写其站点：china 或 international",
  "input.verify-update": "仅用于初始的备案台账；已有备案台账时请运行 alicloud-icp register --verify --write",
  "input.policy-alone": "不作查询，也不生成报告；请去掉 {other}",
  "input.option-alone": "须与 {other} 一起使用",
};
