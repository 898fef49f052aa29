/** What to do, in English. */
export const remedies = {
  "remedy.declare": "If {apex} is filed, say so in {file}",
  "remedy.file": "File {apex} first (1 to 22 working days), and create this after approval",
  "remedy.file-existing": "File {apex} (1 to 22 working days); until it is approved the host may be blocked",
  "remedy.owner-files": "If {apex} belongs to somebody else, such as a customer, its owner files it",
  "remedy.fill-shell":
    "The filing of {apex} exists but no access provider backs it: add Alibaba Cloud as access provider; in some provinces the filing must be deregistered and made anew",
  "remedy.stop-cancelling": "Withdraw the cancellation of the filing of {apex}, or file it anew once it is cancelled",
  "remedy.disable-record": "Disable the record until 7 to 24 hours after the approval",
  "remedy.ignored": "{name} lists {property} in ignoreChanges: take it out there, or a new value has no effect",
  "remedy.ignored-terraform":
    "{name} lists {property} in ignore_changes: take it out there, or a new value has no effect",
  "remedy.look-up-suffix":
    "Look the suffix up in the list at domain.miit.gov.cn; where that says otherwise, say so in {file} (suffixes)",
  "remedy.hold-record": "Keep the record off until 7 to 24 hours after the approval",
  "remedy.add-access":
    "Add Alibaba Cloud as access provider of {apex}: the other providers are not disturbed, and the site may keep serving meanwhile",
  "remedy.declare-access": "Say in {file}, in the entry of {apex}, through whom it is filed",
  "remedy.declare-pending":
    "Say in {file}, in the entry of {apex}, that it is being added, and leave the status out once it is approved",
  "remedy.declare-key": "Say {key} of {of} in {file}",
  "remedy.scope-overseas": "Or set scope: overseas, with the origin outside the mainland too",
  "remedy.scope-overseas-terraform": 'Or set scope = "overseas", with the origin outside the mainland too',
  "remedy.coverage-overseas":
    "Or set coverage: overseas, with the origin outside the mainland too; crossBorderOptimization then helps visitors in the mainland",
  "remedy.coverage-overseas-terraform":
    'Or set coverage = "overseas", with the origin outside the mainland too; cross_border_optimization then helps visitors in the mainland',
  "remedy.bind-domain":
    "Bind a custom domain of a filed apex, with a certificate; inside the region the internal endpoint works",
  "remedy.cdn-suffix": "CDN refuses .sh and .tel whatever the filing: use another domain",
  "remedy.bucket-outside": "Or keep the bucket outside the mainland",
  "remedy.validate-by-dns":
    "Validate {certificate} by DNS: requests to the host are answered by the block, so validation there fails",
  "remedy.entry-outside": "Or serve it from outside the mainland",
  "remedy.redirect-outside":
    "Or redirect from a web server of your own outside the mainland, with an A or CNAME record",
  "remedy.accelerate-outside":
    "Or accelerate from regions outside the mainland only, such as cn-hongkong, with the endpoints outside too",
  "remedy.protection-outside": "Or protect it outside the mainland, with the origin outside too",
  "remedy.origin-outside": "Move the origin out of the mainland, or file {apex}",
  "remedy.declare-host":
    "Declare the host in {file} (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud",
  "remedy.wait": "Wait for the approval and the synchronisation; until then visitors may see 403",
  "remedy.wait-synchronisation": "Wait for the synchronisation; until then visitors may see 403",
  "remedy.subscription": "Set instanceChargeType: PrePaid with a period of three months or more",
  "remedy.subscription-terraform": 'Set instance_charge_type = "PrePaid", with period = 3 or more (months)',
  "remedy.subscription-ens": "Set paymentType: Subscription with a period of three months or more",
  "remedy.subscription-ens-terraform": 'Set payment_type = "Subscription", with period = 3 or more (months)',
  "remedy.term": "Buy three months or more (period), with automatic renewal",
  "remedy.declare-term": "Say in {file} what was bought: servers: [{ termMonths: … }] or expiresOn",
  "remedy.bandwidth": "Set internetMaxBandwidthOut above 0, or bind an EIP",
  "remedy.bandwidth-terraform": "Set internet_max_bandwidth_out above 0, or bind an EIP",
  "remedy.mainland-region": "Use a server in a mainland region (Hong Kong, Macau and Taiwan are outside)",
  "remedy.buy-server":
    "Buy an eligible server (a mainland ECS or Simple Application Server subscription of three months or more), and keep it: letting it lapse voids the filing",
  "remedy.keep-mainland": "Keep {host} in the mainland, use another domain outside, or cancel the filing deliberately",
  "remedy.server-entry": "Or correct the server's entry in {file}, if the filing no longer rests on it",
  "remedy.name-stack": 'Say in {file} in which stack it is: stack: "project/stack"',
  "remedy.correct-entry": 'Correct the entry in {file}: what it names, or its stack (stack: "project/stack")',
  "remedy.declare-served": "Say under externalDns in {file} what {host} leads to in this stack",
  "remedy.file-target": "File {apex} first, or forward to a filed domain",
  "remedy.use-native": "Judge by hand what they serve, or declare them with @pulumi/alicloud",
  "remedy.give-preview": "Give the output of `pulumi preview --json --show-sames`, which shows what they are made of",
  "remedy.move-server":
    "Keep the server, or first move the site to another mainland server and name that one in the register",
  "remedy.add-other-access": "Add the new access provider of {apex} first, and remove Alibaba Cloud once it is active",
  "remedy.move-host": "Move {host} to the new provider before that, or keep Alibaba Cloud as access provider",
  "remedy.another-suffix": "Serve {apex} from outside the mainland, or use a domain with an approved suffix",
  "remedy.declare-suffix":
    "Look {suffix} up in the list at domain.miit.gov.cn, and say in {file} whether it is approved or denied",
  "remedy.keep-filing": "Never deregister the filing of {apex}, and do not cancel its access without need",
  "remedy.transfer-domain": "Transfer {apex} to a registrar that the MIIT approved",
  "remedy.verify-holder": "Have the holder of {apex} verified, and file three working days after that",
  "remedy.same-holder": "Transfer {apex} to the entity that files, or make a change filing",
  "remedy.renew-domain": "Renew {apex}, by a year or more",
  "remedy.another-domain": "Use another domain",
  "remedy.china-account":
    "File with an account of the China site; the servers may be another account's, with a service code",
  "remedy.own-account": "File for each entity with an account of its own",
  "remedy.service-code": "Get a service code from account {buyer}, and say in {file}: serviceCode: true",
  "remedy.file-each": "File each domain as a website of its own",
  "remedy.other-entity":
    "File through a local entity (a branch, a joint venture, a subsidiary), or serve {apex} from outside the mainland",
  "remedy.refile-province": "File {apex} in the province of the licence, or correct the entity's province",
  "remedy.get-licence":
    "Get the licence before the site goes into business, and write it in {file}: commercial: { licence: … }",
  "remedy.psb-file":
    "File {apex} with the public security authority, and write the number in {file}: psb: { number: … }",
  "remedy.app-file":
    "File {app} as an app, a mini-program or a quick app, and write its number in {file}: apps: [{ number: … }]",
  "remedy.renew-server": "Renew {server} and turn on automatic renewal, and write its new end in {file} (expiresOn)",
  "remedy.more-codes": "File with another server, or buy a code; a used code never returns",
  "remedy.one-edge": "Keep the host on one of them",
  "remedy.update-licence":
    "Have the address in the licence changed first, and in the filing and the public-security filing, 30 days ahead; then move {host}, and write the address in {file}: ips",
  "remedy.update-address":
    "Change the address in the filing of {apex}, ask whether the public-security filing needs it too, and write it in {file}: ips",
  "remedy.restore-entry": "Keep a mainland entry for {host}, or cancel the filing of {apex} deliberately",
  "remedy.update-register": "Bring {file} up to date and set asOf",
  "remedy.look-up-filing":
    "Look {apex} up in the ICP filing console, and correct what {file} says of it: number and status",
  "remedy.look-up-access":
    "Look the access providers of {apex} up in the ICP filing console, and correct accessProviders in {file}",
  "remedy.verify-again":
    "Have the holder of {apex} verified at the registrar, or correct registration.realName in {file}",
  "remedy.look-up-server": "Look {server} up in its console, and correct what {file} says of it: id and account",
  "remedy.look-up-holder":
    "Look up who holds {apex}, and correct registration.holder, or the type of that entity, in {file}",
  "remedy.write-verified": "Correct {file}, or let `alicloud-icp register --verify --write` do it",
  "remedy.allow-asking":
    "Allow what `alicloud-icp register --verify --print-policy` prints to the RAM user or role that asks",
  "remedy.take-end-out":
    "Take expiresOn of {server} out of {file}, and see whether a server without an end still counts for the filing",
  "remedy.ask-again": "Ask again later: `alicloud-icp register --verify`",
  "remedy.ask-as-owner": "Ask with credentials of the account that has it, or look it up by hand",
  "remedy.declare-id": "Write the id of {server} in {file}",
  "remedy.update-waiver": "Remove or renew the waiver in {file}",
  "remedy.extract-again": "Write the extract of the plan again, with this version of alicloud-icp",
  "remedy.show-sames": "Run pulumi preview --json with --show-sames and without --target",
  "remedy.show-sames-terraform":
    "Plan without -target and -exclude, and give the output of `terraform show -json` (or `tofu show -json`)",
  "remedy.judge-programs":
    "Judge the programs of both stacks together instead of their plans, or preview again once {stack} is deployed",
  "remedy.judge-stacks":
    "Judge {stack} together with this stack (alicloud-icp check), or give its outputs with --stack-output",
  "remedy.set-region": "Set the provider's region, or pass --region",
  "remedy.show-region":
    "Write the region of the provider as a constant, or as a variable alone (region = var.region), so that the plan shows it; or pass --region, where it is the only one that is not shown",
  "remedy.give-region": "Pass --region, or judge a plan: it tells which provider each resource has",
  "remedy.agree-region":
    "Set the provider's region to that of its zones, and give what is elsewhere a provider of its own",
  "remedy.reference": "Refer to one resource's address directly, or declare the host under externalDns in {file}",
  "remedy.declare-dns": "Say where it leads under externalDns in {file}, or check it by hand",
  "remedy.check": "Check by hand what cannot be told here",
  "remedy.fix-register": "Correct the register",
  "remedy.fix-clock": "Correct the day, or leave the variable out to judge as of today",
  "remedy.fewer-places": "Let fewer names lead to many others, or split the stack",
  "remedy.fix-config": "Correct the name in the policy configuration",
  "remedy.report-type": "Check it by hand; ask for the type to be described",
} as const;
