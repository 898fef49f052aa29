import type { findings as en } from "../en/findings";

/** What each rule is about, and what it finds, in Simplified Chinese. */
export const zhFindings: Readonly<Record<keyof typeof en, string>> = {
  // What each rule is about, in one short line.
  "rule.icp-cdn-coverage": "加速区域包含中国内地的CDN域名，其主域名须已备案",
  "rule.icp-oss-custom-domain": "中国内地 Bucket 的自定义域名，其主域名须已备案",
  "rule.icp-gateway-domain": "绑定在中国内地网关或负载均衡上的域名，其主域名须已备案",
  "rule.icp-global-accelerator": "全球加速在中国内地接入的域名，其主域名须已备案",
  "rule.icp-protection-domain": "接入中国内地Web应用防火墙或DDoS高防的域名，其主域名须已备案",
  "rule.icp-dns-record": "解析到中国内地入口的域名，其主域名须已备案",
  "rule.icp-url-forward": "使用URL转发（显性/隐性URL记录）的域名，其主域名须已备案",
  "rule.icp-access-provider": "由阿里云提供服务的域名，其备案接入商须包括阿里云",
  "rule.icp-filing-pending": "首次备案通过前，域名不得提供服务",
  "rule.icp-access-pending": "阿里云接入备案尚未生效，域名已在提供服务",
  "rule.icp-unnamed-website": "中国内地入口对公网开放 Web 服务，但找不到对应的域名",
  "rule.icp-offshore-edge": "源站在中国内地时，非中国内地的加速节点不免除备案",
  "rule.icp-origin-provider": "无论前面是什么产品，位于中国内地的源站都要求接入商包括阿里云",
  "rule.icp-server-billing": "备案服务器须为包年包月",
  "rule.icp-server-term": "备案服务器的购买时长须为 3 个月及以上",
  "rule.icp-server-bandwidth": "备案服务器须有公网带宽",
  "rule.icp-server-region": "备案服务器须位于中国内地",
  "rule.icp-server-missing": "未备案的主域名需要一台可用于备案的服务器",
  "rule.icp-filed-domain-offshore": "已备案的域名不得移出中国内地",
  "rule.icp-filed-domain-split": "主域名已备案，其下有域名仅由中国内地以外提供服务",
  "rule.icp-server-removed": "备案唯一的服务器不得释放",
  "rule.icp-licence-ip": "增值电信业务经营许可证（ICP许可证）所载的服务 IP 不应擅自变更",
  "rule.icp-ip-drift": "服务 IP 应在备案的 IP 之中",
  "rule.icp-access-provider-removal": "备案依赖阿里云接入期间，不得取消接入阿里云",
  "rule.icp-domain-suffix": "待备案域名的后缀须经工信部批复",
  "rule.icp-domain-suffix-filed": "已备案域名的后缀已无法再次备案",
  "rule.icp-domain-registrar": "待备案域名须在经批复的注册服务机构注册",
  "rule.icp-domain-real-name": "待备案域名的持有者须完成实名认证",
  "rule.icp-domain-holder": "域名持有者应与备案主体一致",
  "rule.icp-domain-expiry": "备案的域名不得过期",
  "rule.icp-domain-words": "域名不应含所列词语，公共机构的域名应使用专用后缀",
  "rule.icp-account-site": "国际站账号不能办理备案",
  "rule.icp-account-entity": "一个阿里云账号只能备案一个主体；服务器属于其他账号时，须使用该账号的备案服务码",
  "rule.icp-one-domain-per-site": "一个网站备案号对应一个域名",
  "rule.icp-entity-eligible": "主体须具备备案资格",
  "rule.icp-entity-province": "备案归属于主体所在的省份",
  "rule.icp-oss-default-domain": "公共读的 Bucket 应绑定自定义域名",
  "rule.icp-commercial-licence": "经营性网站须取得增值电信业务经营许可证（ICP许可证）",
  "rule.icp-psb-filing": "网站开通后 30 天内须办理公安联网备案",
  "rule.icp-app-filing": "由中国内地提供服务的 App 须有自己的备案号",
  "rule.icp-server-renewal": "备案所依赖的服务器应开启自动续费",
  "rule.icp-server-quota": "一台服务器的备案服务码数量有限",
  "rule.icp-edge-duplicate": "一个域名只应接入一种 CDN 类产品",
  "rule.icp-empty-shell": "已备案的域名应保留中国内地的入口",
  "rule.icp-register-contradicted": "备案台账的声明不得被云端否定",
  "rule.icp-register-differs": "备案台账应与云端一致",
  "rule.icp-register": "备案台账（icp.yaml）必须能读取且内容有效",
  "rule.icp-register-stale": "备案台账和豁免须及时更新",
  "rule.icp-undetermined": "强制规则未能判定的事项",

  // Findings.
  "icp-cdn-coverage": "{host}（{kind|kind}）由中国内地的节点提供服务（{scope|scope}），而 {apex} {state|state}",
  "icp-cdn-coverage.lapsed":
    "{host}（{kind|kind}）由中国内地的节点提供服务（{scope|scope}），而 {apex} {state|state}，将被停止加速",
  "icp-cdn-coverage.site":
    "{apex} 的站点（{kind|kind}）由中国内地的节点提供服务（{scope|scope}），而 {apex} {state|state}",
  "icp-oss-custom-domain": "{host} 是中国内地{region|region}的 Bucket 的自定义域名，而 {apex} {state|state}",
  "icp-gateway-domain": "{host} 绑定在中国内地{region|region}的 {entry}（{kind|kind}）上，而 {apex} {state|state}",
  "icp-gateway-domain.behind":
    "{host} 绑定在 {on}（{onKind|kind}）上，后者经由中国内地{region|region}的 {entry}（{kind|kind}）对公网提供服务，而 {apex} {state|state}",
  "icp-global-accelerator":
    "{host} 绑定在 {entry}（{kind|kind}）上，由中国内地{region|region}接入，而 {apex} {state|state}",
  "icp-protection-domain": "{host} 由中国内地{region|region}的 {entry}（{kind|kind}）提供服务，而 {apex} {state|state}",
  "icp-protection-domain.origin":
    "{host} 由 {entry}（{kind|kind}）提供服务，其源站位于中国内地{region|region}，而 {apex} {state|state}",
  "icp-dns-record": "{host} 解析到中国内地{region|region}的 {entry}（{kind|kind}），而 {apex} {state|state}",
  "icp-dns-record.port":
    "{host} 解析到中国内地{region|region}的 {entry}（{kind|kind}），而 {apex} {state|state}；使用 80 和 443 以外的端口并不免除备案",
  "icp-url-forward.target":
    "{host} 由阿里云在中国内地转发到 {target}，两个域名都会被检查，而 {targetApex} {state|state}",
  "icp-url-forward":
    "{host} 由阿里云在中国内地进行URL转发（显性/隐性URL记录，无论跳转至何处），而 {apex} {state|state}",
  "icp-access-provider":
    "{host} 由{region|region}的 {entry}（{kind|kind}）提供服务，{apex} 虽已备案，但接入商不包括阿里云",
  "icp-filing-pending": "{host} 已由中国内地{region|region}提供服务，而 {apex} 的首次备案尚未通过",
  "icp-access-pending.adding":
    "{host} 由{region|region}的 {entry}（{kind|kind}）提供服务，而 {apex} 在阿里云的接入备案（新增接入）尚未通过",
  "icp-access-pending.new":
    "{host} 由{region|region}的 {entry}（{kind|kind}）提供服务；{apex} 的备案于 {approvedAt} 通过，7 至 24 小时后才开放访问",
  "icp-unnamed-website": "{region|region}的 {entry}（{kind|kind}）对公网开放 Web 服务，但找不到对应的域名",
  "icp-offshore-edge":
    "{host} 由非中国内地的加速节点提供服务，其源站 {entry}（{kind|kind}）位于中国内地{region|region}，而 {apex} {state|state}",
  "icp-offshore-edge.asked":
    "{host} 由非中国内地的加速节点提供服务，其源站 {entry}（{kind|kind}）位于中国内地{region|region}，回源HOST为 {asked}，而 {apex} {state|state}",
  "icp-origin-provider":
    "{host} 的源站 {entry}（{kind|kind}）位于中国内地{region|region}，回源HOST为 {asked}；{apex} 虽已备案，但接入商不包括阿里云",
  "icp-server-billing": "{server} 拟用于 {apex} 的备案，但付费类型为{charge|charge}",
  "icp-server-term":
    "{server} 拟用于 {apex} 的备案，但购买时长为{months#month}；须为 3 个月及以上，已声明的续费计算在内",
  "icp-server-term.left": "{server} 拟用于 {apex} 的备案，但剩余时长仅{days#day}；须为 90 天及以上",
  "icp-server-bandwidth": "{server} 拟用于 {apex} 的备案，但既无公网带宽，也无弹性公网IP",
  "icp-server-bandwidth.eip": "{server} 唯一的公网地址是弹性公网IP：请在ICP备案管理控制台确认其是否可用于备案",
  "icp-server-region": "{server} 被指定为 {apex} 的备案服务器，但它位于中国内地以外的{region|region}",
  "icp-server-missing": "{apex} {state|state}，而计划和备案台账中都没有可用于备案的服务器",
  "icp-filed-domain-offshore": "{host} 仅由中国内地以外的{region|region}提供服务，而 {apex} 已备案",
  "icp-filed-domain-split": "{apex} 已备案，{host} 却仅由中国内地以外的{region|region}提供服务",
  "icp-server-removed.deleted": "{server} 是 {apex} 的备案唯一在用的服务器，将被本计划{change|change}",
  "icp-server-removed.ended": "{server} 是 {apex} 的备案唯一在用的服务器，而 state 中它已被删除或等待删除",
  "icp-server-removed.gone": "备案台账登记 stack {stack} 持有 {apex} 的备案服务器 {server}，而计划中没有该资源",
  "icp-licence-ip": "{host} 由 {address}（{entry}）提供服务，而 {apex} 的增值电信业务经营许可证绑定 {ips|list}",
  "icp-licence-ip.new": "{host} 由 {entry} 的新地址提供服务，而 {apex} 的增值电信业务经营许可证绑定 {ips|list}",
  "icp-licence-ip.changed":
    "{host} 改由 {entry} 提供服务，不再由 {before} 提供，而 {apex} 的增值电信业务经营许可证绑定服务 IP",
  "icp-ip-drift": "{host} 由 {address}（{entry}）提供服务，该地址不在 {apex} 备案的 IP 之中",
  "icp-ip-drift.new": "{host} 由 {entry} 的新地址提供服务，该地址不在 {apex} 备案的 IP 之中",
  "icp-access-provider-removal.served":
    "{host} 由{region|region}的 {entry}（{kind|kind}）提供服务，而 {apex} 正在取消接入阿里云",
  "icp-access-provider-removal.alone":
    "{apex} 正在取消接入阿里云，且没有其他有效的接入商：该网站将成为空壳网站，可能被通信管理局注销备案",
  "icp-domain-suffix": "{apex} 须备案，而根据 {asOf} 人工整理的列表，其后缀 {suffix} 未获工信部批复",
  "icp-domain-suffix.declared": "{apex} 须备案，而备案台账注明其后缀 {suffix} 未获工信部批复",
  "icp-domain-suffix-filed":
    "{apex} 已备案，而根据 {asOf} 人工整理的列表，其后缀 {suffix} 未获工信部批复：现有备案继续有效，但一经注销便无法再次备案",
  "icp-domain-suffix-filed.declared":
    "{apex} 已备案，而备案台账注明其后缀 {suffix} 未获工信部批复：现有备案继续有效，但一经注销便无法再次备案",
  "icp-domain-registrar": "{apex} 须备案，而其注册服务机构 {registrar} 未获工信部批复",
  "icp-domain-registrar.unnamed": "{apex} 须备案，而其注册服务机构未获工信部批复",
  "icp-domain-real-name": "{apex} 须备案，而其持有者的实名认证{realName|realName}",
  "icp-domain-real-name.recent":
    "{apex} 须备案，而其持有者于 {realNameAt} 通过实名认证，距今{days#working-day}（按周一至周五计）；信息同步到工信部需 3 个工作日",
  "icp-domain-holder": "{apex} 的域名持有者为 {holder}，而备案主体为 {entity}",
  "icp-domain-expiry": "{apex} 将于 {expiresOn} 到期，还剩{days#day}",
  "icp-domain-expiry.expired": "{apex} 已于 {expiresOn} 到期",
  "icp-domain-words": "{apex} 包含词表中的词 {word}",
  "icp-domain-words.suffix": "{apex} 须由公共机构 {entity} 备案，部分省份要求此类机构的域名使用后缀 {suffixes|list}",
  "icp-account-site": "{apex} {state|state}，而账号 {account} 属于国际站，不能办理备案",
  "icp-account-entity": "{apex} 由主体 {entity} 通过账号 {account} 备案，该账号还为 {other} 备案",
  "icp-account-entity.server":
    "{apex} 备案所用的服务器 {server} 由账号 {buyer} 购买，而账号 {account} 备案时未使用其备案服务码",
  "icp-one-domain-per-site":
    "{count#domain}（{domains|list}）共用网站备案号 {number}；自 {since} 起，一个网站只能备案一个域名",
  "icp-entity-eligible.no-presence": "{apex} 须备案，而 {entity} 是在中国没有机构的境外企业，不能备案",
  "icp-entity-eligible.rep-office":
    "{apex} 须备案且属经营性网站，而 {entity} 是外国企业常驻代表机构（代表处），无法取得增值电信业务经营许可证",
  "icp-entity-eligible.individual": "{apex} 须备案且属经营性网站，而 {entity} 是个人，个人备案的网站不得有企业内容",
  "icp-entity-eligible.filed": "{apex} 已备案且属经营性网站，而 {entity} 是个人，个人备案的网站不得有企业内容",
  "icp-entity-province": "{apex} 的备案号为 {number}，而 {entity} 属于{province|province}，其备案号以 {own|list} 开头",
  "icp-oss-default-domain":
    "位于{region|region}的 {bucket} 允许公共读而未绑定自定义域名，账号 {account} 于 {activatedOn} 开通 OSS：{since} 起开通的账号不能通过中国内地 Bucket 的默认公网域名访问数据",
  "icp-oss-default-domain.new":
    "位于{region|region}的 {bucket} 允许公共读而未绑定自定义域名，账号 {account} 尚未开通 OSS：{since} 起开通的账号不能通过中国内地 Bucket 的默认公网域名访问数据",
  "icp-commercial-licence": "{apex} 由中国内地提供服务，须取得增值电信业务经营许可证，但尚未取得",
  "icp-psb-filing": "{apex} 的网站于 {siteOpenedOn} 开通，至今{days#day}，尚无公安联网备案；须在 30 天内办理",
  "icp-app-filing": "{app} 调用由中国内地提供服务的 {host}，但没有自己的备案号",
  "icp-app-filing.status": "{app} 调用由中国内地提供服务的 {host}，但其自己的备案未生效（{status|filing}）",
  "icp-app-filing.website":
    "{app} 调用由中国内地提供服务的 {host}，但 {number} 不是App备案号，App备案号以 A、X 或 K 结尾",
  "icp-server-renewal": "{apex|list} 的备案依赖 {server}，而它未开启自动续费",
  "icp-server-renewal.cloud": "{apex|list} 的备案依赖 {server}，而 {operation} 返回它未开启自动续费（查询于 {at}）",
  "icp-server-renewal.forgotten": "{apex|list} 的备案依赖 {server}，而它不再由程序管理但仍在云上运行：不再有人为其续费",
  "icp-server-renewal.soon": "{apex|list} 的备案依赖 {server}，而它将于 {expiresOn} 到期，还有{days#day}",
  "icp-server-renewal.expired": "{apex|list} 的备案依赖 {server}，而它已于 {expiresOn} 到期",
  "icp-server-quota.used": "{server} 已使用{needed#code}，而该产品的一台服务器只有{codes#code}（表格日期为 {asOf}）",
  "icp-server-quota": "{server} 声明用于{needed#site}，而该产品的一台服务器只有{codes#code}（表格日期为 {asOf}）",
  "icp-edge-duplicate": "{host} 同时作为{first|kind}和{second|kind}接入",
  "icp-empty-shell": "{host} 因本计划失去中国内地的入口 {entry}，且没有其他入口，而 {apex} 已备案",
  "icp-empty-shell.disabled": "{host} 的解析记录已暂停，且没有其他中国内地的入口，而 {apex} 已备案",
  "icp-empty-shell.declared":
    "备案台账登记 stack {stack} 为 {host} 提供服务，而计划中没有它在中国内地的入口，{apex} 已备案",
  "icp-register-contradicted.filing": "备案台账注明 {apex} {state|state}，而 {operation} 返回未备案（查询于 {at}）",
  "icp-register-contradicted.real-name":
    "备案台账注明 {apex} 持有者的实名认证{declared|realName}，而 {operation} 返回{realName|realName}（查询于 {at}）",
  "icp-register-contradicted.gone":
    "备案台账注明 {apex|list} 的备案使用 {server}，而 {operation} 在其账号中查无此服务器（查询于 {at}）",
  "icp-register-contradicted.expired":
    "备案台账注明 {apex|list} 的备案使用 {server}，而 {operation} 返回它已于 {expiresOn} 到期（查询于 {at}）",
  "icp-register-contradicted.region":
    "备案台账注明 {apex|list} 的备案使用 {server}，而 {operation} 返回它位于中国内地以外的{region|region}（查询于 {at}）",
  "icp-register-contradicted.billing":
    "{apex|list} 须用 {server} 备案，而 {operation} 返回它为按量付费（查询于 {at}）；备案须使用包年包月的服务器",
  "icp-register-contradicted.bandwidth":
    "{apex|list} 须用 {server} 备案，而 {operation} 返回它既无公网带宽也无弹性公网 IP（EIP）（查询于 {at}）",
  "icp-register-differs.filing": "备案台账注明 {apex} {state|state}，而 {operation} 返回已备案（查询于 {at}）",
  "icp-register-differs.unlisted": "备案台账未列出 {apex}，而 {operation} 返回已备案（查询于 {at}）",
  "icp-register-differs.number":
    "备案台账注明 {apex} 的备案号为 {declared}，而 {operation} 返回的备案号为 {numbers|list}（查询于 {at}）",
  "icp-register-differs.access":
    "备案台账注明 {apex} 的接入商不包括阿里云，而 {operation} 返回它已通过阿里云备案，备案号为 {numbers|list}（查询于 {at}）",
  "icp-register-differs.real-name":
    "备案台账注明 {apex} 持有者的实名认证{declared|realName}，而 {operation} 返回现为{realName|realName}（查询于 {at}）",
  "icp-register-differs.expiry":
    "备案台账注明 {apex} 于 {declared} 到期，而 {operation} 返回的到期日为 {expiresOn}（查询于 {at}）",
  "icp-register-differs.holder":
    "备案台账注明 {apex} 的持有者为 {name}（{declared|holder}），而 {operation} 返回的持有者为{holder|holder}（查询于 {at}）",
  "icp-register-differs.server-expiry":
    "备案台账注明 {apex|list} 的备案所用的 {server} 于 {declared} 到期，而 {operation} 返回的到期日为 {expiresOn}（查询于 {at}）",
  "icp-register-differs.no-end":
    "备案台账注明 {apex|list} 的备案所用的 {server} 于 {declared} 到期，而 {operation} 返回它没有到期日（查询于 {at}）",
  "icp-register-differs.account":
    "备案台账注明 {apex|list} 的备案所用的 {server} 属于账号 {declared}，而 {operation} 在账号 {account} 中查到它（查询于 {at}）",
  "icp-register.unreadable": "备案台账无法使用：{reason}",
  "icp-register.mistakes": "备案台账无法使用：",
  "icp-register.clock": "{name} 的值为 {value}，不是 2026-11-22 这样的日期",
  "icp-register.too-large": "无法检查此 stack：{reason}",
  "icp-register.policy": "策略包的配置中有未知名称 {name}",
  "icp-register.policy-near": "策略包的配置中有未知名称 {name}（是否应为 {near}？）",
  "icp-register-stale.as-of": "备案台账的日期为 {asOf}，距今{days#day}；超过 {limit} 天即为过期",
  "icp-register-stale.waiver-expired": "{target} 对 {rule} 的豁免已于 {until} 到期",
  "icp-register-stale.waiver-unused": "{target} 对 {rule} 的豁免在本计划中没有作用",
  "icp-register-stale.waiver-long": "{target} 对 {rule} 的豁免有效期至 {until}，超过一年",
  "icp-register-stale.entry": "备案台账的 {section} 中写有 {named}，而 {stacks|list} 中没有与之对应的内容",
  "icp-undetermined.incomplete": "计划未显示{count#unchanged}，因此不能断定未出现的资源不存在",
  "icp-undetermined.incomplete-terraform":
    "计划遗漏了部分资源（-target、-exclude 或推迟的变更），因此不能断定未出现的资源不存在",
  "icp-undetermined.extract-older": "计划的摘录由较早的版本写入，未包含现在会读取其类型的{count#resource}",
  "icp-undetermined.type": "{type} 尚未收录（本计划中有 {count} 个）：未判断其是否对公众提供服务",
  "icp-undetermined.bridged": "{count#bridged}通过 Terraform 而来（{types|list}），类型未收录：由此提供的服务未作判断",
  "icp-undetermined.unexpanded":
    "{count#component}由其他软件包的程序生成（{types|list}）：看不到其组成，由此提供的服务未作判断",
  undetermined: "无法判定 {what} 是否违反本规则",
  "undetermined.unmatched": "{host} 指向 {example}（{apex} 共有{count#host}如此）",
  "finding.also": "{text}；{others} 亦然",
  "finding.property": "{name|text}的 {property}",
  "finding.untold": "此处不知道 {property}，也看不出它取决于什么",
  "finding.unknown-host": "{apex} 的某个未知域名（{name}）",
};
