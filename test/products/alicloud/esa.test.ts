import { describe, expect, test } from "vitest";
import { esa } from "../../../src/products/alicloud/esa/esa";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const SITE = "alicloud:esa/site:Site";
const RECORD = "alicloud:esa/record:Record";
const PLAN = "alicloud:esa/ratePlanInstance:RatePlanInstance";
const POOL = "alicloud:esa/originPool:OriginPool";
const BALANCER = "alicloud:esa/loadBalancer:LoadBalancer";
const RULE = "alicloud:esa/originRule:OriginRule";
const TRANSPORT = "alicloud:esa/transportLayerApplication:TransportLayerApplication";
const EIP = "alicloud:ecs/eipAddress:EipAddress";

const GLOBAL = "mainland global by scope";
const specAt = (location: string, reach = "public") => ({ kind: "esa", tier: "number", location, reach, edge: true });

describe("a site", () => {
  const site = (location: string, over: { host?: string; reach?: string } = {}) => {
    const { host = "example.com", reach = "public" } = over;
    return [
      { is: "entry", resource: "main", ...specAt(location, reach), addresses: [] },
      {
        is: "binding",
        by: "main",
        host,
        property: "siteName",
        to: "main",
        standIn: specAt(location, reach),
        // The domain is the site's; which hosts it serves is said by its records.
        claims: true,
        cause: "main",
      },
    ];
  };
  const read = (inputs: Properties, ratePlan: Properties = {}, rest: Partial<ResourceSpec> = {}) =>
    contributed(
      esa,
      planOf([
        { type: SITE, inputs: { siteName: "example.com", accessType: "NS", ...inputs }, ...rest },
        { type: PLAN, name: "plan", inputs: ratePlan },
        { type: PLAN, name: "other" },
      ]),
    );

  test.each<[string, Properties, string]>([
    ["domestic", { coverage: "domestic" }, "mainland domestic by scope"],
    ["global includes the mainland", { coverage: "global" }, GLOBAL],
    ["overseas", { coverage: "overseas" }, "outside overseas by scope"],
    ["overseas, accessed by CNAME", { coverage: "overseas", accessType: "CNAME" }, "outside overseas by scope"],
    ["not yet known", { coverage: unknownValue }, "(computed)"],
    ["secret", { coverage: "[secret]" }, "(secret)"],
    ["none of its values", { coverage: "china" }, "(malformed)"],
    ["left out", {}, "(default-unsourced)"],
    ["left out, of a rate plan elsewhere", { instanceId: "esa-1" }, "(default-unsourced)"],
    ["left out, of an unknown rate plan", { instanceId: unknownValue }, "(computed)"],
    ["left out, of one of several rate plans", { instanceId: ref("plan", "other") }, "(computed)"],
  ])("coverage %s", (_, inputs, location) => {
    expect(read(inputs)).toEqual(site(location));
  });

  test.each<[string, Properties, string]>([
    ["overseas", { coverage: "overseas" }, "outside overseas by scope"],
    ["domestic", { coverage: "domestic" }, "mainland domestic by scope"],
    ["places that include the mainland", { coverage: "global, domestic" }, GLOBAL],
    ["places of which the site has one", { coverage: "domestic,overseas" }, "(default-unsourced)"],
    ["an unknown place", { coverage: "moon" }, "(default-unsourced)"],
    ["nothing", {}, "(default-unsourced)"],
    ["what is not yet known", { coverage: unknownValue }, "(computed)"],
  ])("coverage left out, of a rate plan that covers %s", (_, ratePlan, location) => {
    expect(read({ instanceId: ref("plan") }, ratePlan)).toEqual(site(location));
  });

  test("one that is paused serves nobody", () => {
    expect(read({ coverage: "global", paused: true })).toEqual(site(GLOBAL, { reach: "private" }));
    expect(read({ coverage: "global", paused: false })).toEqual(site(GLOBAL));
  });

  test("all that can be unknown", () => {
    expect(read({ siteName: unknownValue, coverage: unknownValue, paused: unknownValue })).toEqual(
      site("(computed)", { host: "(computed)", reach: "(computed)" }),
    );
    expect(read({}, {}, { rest: { hidden: "hidden" } })).toEqual(site("(hidden)", { reach: "(hidden)" }));
  });
});

const others: readonly ResourceSpec[] = [
  { type: SITE, name: "site", inputs: { siteName: "example.com", coverage: "global" } },
  { type: EIP, name: "eip" },
];
const www: Properties = {
  siteId: ref("site"),
  recordName: "www.example.com",
  recordType: "A/AAAA",
  proxied: true,
  data: { value: "203.0.113.1" },
};
const readRecord = (inputs: Properties, more: readonly ResourceSpec[] = others): readonly unknown[] =>
  contributed(esa, planOf([{ type: RECORD, inputs: { ...www, ...inputs } }, ...more]));

/** A host that the edge serves: bound by its site, which is the cause of all its hosts, and an entry of its own. */
const hosted = (over: { location?: string; reach?: string; by?: string; host?: string; property?: string } = {}) => {
  const { location = GLOBAL, reach = "public", by = "site", host = "www.example.com", property = "siteName" } = over;
  return [
    { is: "entry", resource: "main", ...specAt(location, reach), addresses: [] },
    {
      is: "binding",
      by,
      host,
      property,
      to: "main",
      standIn: specAt(location, reach),
      ...(by === "main" ? {} : { cause: by }),
    },
  ];
};
const origin = (path: string, value: string, passesHost?: string | false) => ({
  is: "origin",
  of: "main",
  value: { [path]: value },
  ...(passesHost === undefined ? {} : { passesHost }),
});
const plain = (over: Record<string, unknown> = {}) => ({
  is: "record",
  by: "main",
  host: "www.example.com",
  type: "A",
  value: { "data.value": "203.0.113.1" },
  active: true,
  line: "default",
  ...over,
});

describe("a proxied record", () => {
  test("is a host of its site, fetched from its addresses", () => {
    expect(readRecord({ data: { value: "203.0.113.1, 2001:db8::1" } })).toEqual([
      ...hosted(),
      origin("data.value", "203.0.113.1"),
      origin("data.value", "2001:db8::1"),
    ]);
  });

  test("an address by reference, directly or wrapped in something else", () => {
    expect(readRecord({ data: { value: ref("eip") } })).toEqual([...hosted(), origin("data.value", "(computed)")]);
    expect(readRecord({ data: ref("eip") })).toEqual([...hosted(), origin("data.value", "(computed)")]);
  });

  test.each<[string, Properties, Parameters<typeof hosted>[0]]>([
    ["elsewhere", { siteId: "123" }, { location: "(not-in-plan)", by: "main", property: "recordName" }],
    ["unknown", { siteId: unknownValue }, { location: "(computed)", by: "main", property: "recordName" }],
    ["secret", { siteId: "[secret]" }, { location: "(secret)", by: "main", property: "recordName" }],
    ["left out", { siteId: "" }, { location: "(default-unsourced)", by: "main", property: "recordName" }],
  ])("of a site %s", (_, inputs, over) => {
    expect(readRecord(inputs)).toEqual([...hosted(over), origin("data.value", "203.0.113.1")]);
  });

  test("of a site whose id is a number", () => {
    const site = { type: SITE, name: "site", inputs: { coverage: "global" }, rest: { id: "123" } };
    expect(readRecord({ siteId: 123 }, [site])).toEqual([...hosted(), origin("data.value", "203.0.113.1")]);
  });

  test("of a site that is paused is plain DNS", () => {
    const paused = [{ type: SITE, name: "site", inputs: { coverage: "global", paused: true } }];
    expect(readRecord({}, paused)).toEqual([plain()]);
  });

  test("of a site of which it is not known whether it is paused may be either", () => {
    const perhaps = [{ type: SITE, name: "site", inputs: { coverage: "global", paused: unknownValue } }];
    expect(readRecord({}, perhaps)).toEqual([
      ...hosted({ reach: "(computed)" }),
      origin("data.value", "203.0.113.1"),
      plain({ active: "(computed)" }),
    ]);
  });
});

describe("a record that is not proxied", () => {
  test("is plain DNS, one answer for each address", () => {
    expect(readRecord({ proxied: false, data: { value: "203.0.113.1,203.0.113.2" } })).toEqual([
      plain(),
      plain({ value: { "data.value": "203.0.113.2" } }),
    ]);
  });

  test.each<[string, Properties, Record<string, unknown>]>([
    [
      "a name",
      { recordType: "CNAME", data: { value: "origin.example.net" } },
      { type: "CNAME", value: { "data.value": "origin.example.net" } },
    ],
    ["an unknown value", { data: { value: unknownValue } }, { value: { "data.value": "(computed)" } }],
    ["an unknown host", { recordName: unknownValue }, { host: "(computed)" }],
    ["an unknown type", { recordType: unknownValue }, { type: "(computed)" }],
    ["a type that is never proxied", { recordType: "MX", proxied: unknownValue }, { type: "MX" }],
  ])("%s", (_, inputs, over) => {
    expect(readRecord({ proxied: false, ...inputs })).toEqual([plain(over)]);
  });

  test("without value it answers nothing", () => {
    expect(readRecord({ proxied: false, recordType: "SSHFP", data: { fingerprint: "aa" } })).toEqual([]);
  });

  test.each<[string, Properties, string]>([
    ["left out", {}, "(default-unsourced)"],
    ["not yet known", { proxied: unknownValue }, "(computed)"],
  ])("proxied %s: it may be either", (_, inputs, why) => {
    const { siteId, recordName, recordType, data } = www;
    const record = { type: RECORD, inputs: { siteId, recordName, recordType, data, ...inputs } as Properties };
    expect(contributed(esa, planOf([record, ...others]))).toEqual([
      ...hosted({ reach: why }),
      origin("data.value", "203.0.113.1"),
      plain({ active: why }),
    ]);
  });

  test("all that can be unknown", () => {
    const unknown = Object.fromEntries(Object.keys(www).map((property) => [property, unknownValue]));
    expect(readRecord(unknown)).toEqual([
      ...hosted({
        location: "(computed)",
        reach: "(computed)",
        by: "main",
        property: "recordName",
        host: "(computed)",
      }),
      origin("data.value", "(computed)"),
      plain({ host: "(computed)", type: "(computed)", value: { "data.value": "(computed)" }, active: "(computed)" }),
    ]);
  });
});

describe("origins of a record", () => {
  const pool = (inputs: Properties = {}): ResourceSpec => ({
    type: POOL,
    name: "pool",
    inputs: {
      originPoolName: "web",
      origins: [
        { address: "203.0.113.1", enabled: true },
        { address: "203.0.113.2", enabled: false },
      ],
      ...inputs,
    },
  });
  const balancer = (inputs: Properties = {}): ResourceSpec => ({
    type: BALANCER,
    name: "balancer",
    inputs: { loadBalancerName: "lb.example.com", defaultPools: [ref("pool")], fallbackPool: ref("pool"), ...inputs },
  });
  const rule = (inputs: Properties): ResourceSpec => ({
    type: RULE,
    name: "rule",
    inputs: { siteId: ref("site"), ...inputs },
  });
  const fetched = (inputs: Properties, more: readonly ResourceSpec[] = []): readonly unknown[] =>
    readRecord({ recordType: "CNAME", ...inputs }, [...others, ...more]).slice(2);
  const inPool = [origin("origins[0].address", "203.0.113.1")];

  test.each<[string, Properties, readonly ResourceSpec[], readonly unknown[]]>([
    ["a name", { data: { value: "o.example.net" } }, [], [origin("data.value", "o.example.net")]],
    ["a bucket", { sourceType: "OSS", data: { value: "b.example.net" } }, [], [origin("data.value", "b.example.net")]],
    ["a pool by name", { sourceType: "OP", data: { value: "web" } }, [pool()], inPool],
    ["a pool by reference", { sourceType: "OP", data: { value: ref("pool") } }, [pool()], inPool],
    ["a pool that is off", { sourceType: "OP", data: { value: "web" } }, [pool({ enabled: false })], []],
    [
      "a pool elsewhere",
      { sourceType: "OP", data: { value: "other" } },
      [pool()],
      [origin("data.value", "other", "(not-in-plan)")],
    ],
    [
      "an unknown pool",
      { sourceType: "OP", data: { value: unknownValue } },
      [pool()],
      [origin("data.value", "(computed)", "(computed)")],
    ],
    ["a load balancer", { sourceType: "LB", data: { value: "lb.example.com" } }, [balancer(), pool()], inPool],
    [
      "a load balancer elsewhere",
      { sourceType: "LB", data: { value: "lb.example.com" } },
      [],
      [origin("data.value", "lb.example.com", "(not-in-plan)")],
    ],
    [
      "a source of an unknown type",
      { sourceType: unknownValue, data: { value: "web" } },
      [],
      [origin("data.value", "web", "(computed)")],
    ],
  ])("%s", (_, inputs, more, expected) => {
    expect(fetched(inputs, more)).toEqual(expected);
  });

  test("one with a Host of its own does not get the visitor's", () => {
    const header = '{"Host":["o.example.net"]}';
    const origins = [{ address: "203.0.113.1", header }];
    expect(fetched({ sourceType: "OP", data: { value: "web" } }, [pool({ origins })])).toEqual([
      origin("origins[0].address", "203.0.113.1", false),
    ]);
    const unknown = [{ address: "203.0.113.1", header: unknownValue }];
    expect(fetched({ sourceType: "OP", data: { value: "web" } }, [pool({ origins: unknown })])).toEqual([
      origin("origins[0].address", "203.0.113.1", "(computed)"),
    ]);
  });

  test.each<[string, Properties, readonly ResourceSpec[], string | false | undefined]>([
    ["the record sends the origin's name", { hostPolicy: "follow_origin_domain" }, [], false],
    ["a rule for the whole site does", {}, [rule({ originHost: "o.example.net" })], false],
    ["a rule that matches everything does", {}, [rule({ originHost: "o.example.net", rule: "true" })], false],
    ["the record sends the visitor's", { hostPolicy: "follow_hostname" }, [], undefined],
    [
      "the record is of addresses, which have no name to send",
      { hostPolicy: "follow_origin_domain", recordType: "A/AAAA" },
      [],
      undefined,
    ],
    ["a rule for some requests", {}, [rule({ originHost: "o.example.net", rule: '(http.host eq "a")' })], undefined],
    ["a rule that is off", {}, [rule({ originHost: "o.example.net", ruleEnable: "off" })], undefined],
    ["a rule of another site", {}, [rule({ originHost: "o.example.net", siteId: "9" })], undefined],
    ["a rule with a Host that is not known", {}, [rule({ originHost: unknownValue })], "(computed)"],
    ["a policy that is not known", { hostPolicy: unknownValue }, [], "(computed)"],
  ])("Host: %s", (_, inputs, more, passesHost) => {
    expect(fetched(inputs, more)).toEqual([origin("data.value", "203.0.113.1", passesHost)]);
  });
});

describe("other hosts of a site", () => {
  const read = (type: string, inputs: Properties, more: readonly ResourceSpec[] = []): readonly unknown[] =>
    contributed(esa, planOf([{ type, inputs: { siteId: ref("site"), ...inputs } }, ...others, ...more]));

  test.each([
    "alicloud:esa/edgeContainerAppRecord:EdgeContainerAppRecord",
    "alicloud:esa/routineRelatedRecord:RoutineRelatedRecord",
  ])("%s has no origin", (type) => {
    expect(read(type, { recordName: "www.example.com" })).toEqual(hosted());
    expect(read(type, { recordName: unknownValue })).toEqual(hosted({ host: "(computed)" }));
  });

  test("a layer 4 application has the sources of its rules", () => {
    const rules = [
      { sourceType: "ip", source: "203.0.113.1" },
      { sourceType: "OP", source: "other" },
    ];
    expect(read(TRANSPORT, { recordName: "www.example.com", rules })).toEqual([
      ...hosted(),
      origin("rules[0].source", "203.0.113.1"),
      origin("rules[1].source", "other", "(not-in-plan)"),
    ]);
    expect(read(TRANSPORT, { recordName: unknownValue, rules: unknownValue })).toEqual([
      ...hosted({ host: "(computed)" }),
      origin("rules.source", "(computed)", "(computed)"),
    ]);
  });

  test("a load balancer has those of its pools, and serves nobody while it is off", () => {
    const pools = [1, 2, 3].map((number): ResourceSpec => ({
      type: POOL,
      name: `pool-${number}`,
      inputs: { origins: [{ address: `203.0.113.${number}` }] },
    }));
    const inputs = {
      loadBalancerName: "www.example.com",
      defaultPools: [ref("pool-1"), ref("pool-2")],
      fallbackPool: ref("pool-1"),
      regionPools: ref("pool-3"),
    };
    expect(read(BALANCER, inputs, pools)).toEqual([
      ...hosted(),
      ...[1, 2, 3].map((number) => origin("origins[0].address", `203.0.113.${number}`)),
    ]);
    expect(read(BALANCER, { ...inputs, enabled: false }, pools)).toEqual([]);
    expect(read(BALANCER, { ...inputs, enabled: unknownValue }, pools).slice(0, 2)).toEqual(
      hosted({ reach: "(computed)" }),
    );
  });
});

describe("an origin rule", () => {
  const read = (inputs: Properties): readonly unknown[] =>
    contributed(esa, planOf([{ type: RULE, inputs: { siteId: ref("site"), ...inputs } }, ...others]));
  const ofSite = { ...origin("dnsRecord", "o.example.net"), of: "site" };

  test.each<[string, Properties, readonly unknown[]]>([
    ["another origin", { dnsRecord: "o.example.net" }, [ofSite]],
    ["another origin for some requests", { dnsRecord: "o.example.net", rule: '(http.host eq "a")' }, [ofSite]],
    [
      "another origin and another Host",
      { dnsRecord: "o.example.net", originHost: "h.example.net" },
      [{ ...ofSite, passesHost: false }],
    ],
    [
      "another Host that is not known",
      { dnsRecord: "o.example.net", originHost: unknownValue },
      [{ ...ofSite, passesHost: "(computed)" }],
    ],
    ["off", { dnsRecord: "o.example.net", ruleEnable: "off" }, []],
    ["neither", {}, []],
    ["of a site elsewhere", { dnsRecord: "o.example.net", siteId: "1" }, []],
  ])("%s", (_, inputs, expected) => {
    expect(read(inputs)).toEqual(expected);
  });
});

const CONTRIBUTING = [
  SITE,
  RECORD,
  BALANCER,
  RULE,
  TRANSPORT,
  "alicloud:esa/edgeContainerAppRecord:EdgeContainerAppRecord",
  "alicloud:esa/routineRelatedRecord:RoutineRelatedRecord",
];
test.each(Object.keys(esa).filter((type) => !CONTRIBUTING.includes(type)))("%s contributes nothing", (type) => {
  expect(contributed(esa, planOf([{ type, inputs: { siteId: "1", recordName: "www.example.com" } }]))).toEqual([]);
});
