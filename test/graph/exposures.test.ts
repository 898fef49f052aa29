import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alicloud } from "../../src/products/alicloud";
import { Exposures } from "../../src/graph/exposures";
import type { Plan } from "../../src/plan/plan";
import { planOf, ref, unknownValue, type ResourceSpec } from "../support/plan";
import {
  association,
  bucket,
  cdn,
  clb,
  cname,
  customDomain,
  eip,
  instance,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";

const exposuresOf = (plan: Plan) => new Exposures(plan, alicloud);

/** Each exposure in a line: host, how it is bound, entry and location, or the doubt. */
const lines = (specs: readonly ResourceSpec[], part = {}): string[] =>
  exposuresOf(planOf(specs, part))
    .all.map(({ host, binding, entry, location, doubts }) =>
      [
        host ?? "?",
        binding,
        entry ? `${entry.kind}:${entry.resource.name}` : "-",
        location.in,
        ...doubts.map(({ why }) => why),
      ].join(" "),
    )
    .sort();

const hidden = { ...subscription, internetMaxBandwidthOut: 0 };
/** An association of which nothing tells the EIP. */
const loose: ResourceSpec = {
  ...resource("alicloud:ecs/eipAssociation:EipAssociation", "bind", {
    allocationId: unknownValue,
    instanceId: "i-bp1",
  }),
  rest: { open: ["allocationId"] },
};

describe("an exposure", () => {
  it.each<[string, ResourceSpec[], string[]]>([
    [
      "leads to an instance",
      [...web, instance("server"), record("www", ref("server"))],
      ["www.example.com dns instance:server mainland"],
    ],
    [
      "leads through an EIP to what it is bound to",
      [...web, instance("server", hidden), eip("ip"), association("bind", "ip", "server"), record("www", ref("ip"))],
      ["www.example.com dns instance:server mainland"],
    ],
    [
      "leads through an EIP to an intranet load balancer, which it makes public",
      [
        clb("clb", { addressType: "intranet" }),
        eip("ip"),
        association("bind", "ip", "clb", { instanceType: "SlbInstance" }),
        record("www", ref("ip")),
      ],
      ["www.example.com dns clb:clb mainland"],
    ],
    [
      "leads to the EIP itself when it is bound to something outside the plan",
      [
        eip("ip"),
        resource("alicloud:ecs/eipAssociation:EipAssociation", "bind", {
          allocationId: ref("ip"),
          instanceId: "i-bp1",
        }),
        record("www", ref("ip")),
      ],
      ["www.example.com dns instance:ip mainland"],
    ],
    [
      "is in doubt when the EIP is bound to nothing",
      [eip("ip"), record("www", ref("ip"))],
      ["www.example.com dns - undetermined unbound"],
    ],
    [
      "is in doubt for the reason why nobody knows which EIP is bound",
      [...web, eip("ip"), instance("server", hidden), record("www", ref("ip")), loose],
      ["www.example.com dns - undetermined untraced"],
    ],
    [
      "leads through port forwarding to its EIP",
      [
        resource("alicloud:vpc/natGateway:NatGateway", "nat", {}),
        eip("ip"),
        association("bind", "ip", "nat", { instanceType: "Nat" }),
        ...web,
        instance("server", hidden),
        resource("alicloud:vpc/forwardEntry:ForwardEntry", "forward", {
          forwardTableId: ref("nat"),
          externalIp: ref("ip"),
          externalPort: "80",
          internalIp: ref("server"),
          internalPort: "80",
          ipProtocol: "tcp",
        }),
        record("www", ref("ip")),
      ],
      ["www.example.com dns nat:ip mainland"],
    ],
    [
      "is in doubt when the EIP of a NAT gateway forwards nothing that the plan shows",
      [
        resource("alicloud:vpc/natGateway:NatGateway", "nat", {}),
        eip("ip"),
        association("bind", "ip", "nat", { instanceType: "Nat" }),
        record("www", ref("ip")),
      ],
      ["www.example.com dns - undetermined no-dnat"],
    ],
    [
      "stands for each entry behind one name",
      [
        ...web,
        instance("one"),
        instance("two"),
        record("www", ref("one")),
        { ...record("www", ref("two")), name: "second" },
      ],
      ["www.example.com dns instance:one mainland", "www.example.com dns instance:two mainland"],
    ],
    [
      "stands for each product that binds the same host",
      [cdn("edge"), bucket("media"), customDomain("bind", ref("media"), "www.example.com")],
      ["www.example.com product cdn:edge mainland", "www.example.com product oss:media mainland"],
    ],
    [
      "is that of a bucket's own name",
      [bucket("media"), cname("www", "media.oss-cn-hangzhou.aliyuncs.com")],
      ["www.example.com dns oss:media mainland"],
    ],
    [
      "is in doubt when its target is unknown",
      [record("www", unknownValue)],
      ["www.example.com dns - undetermined computed"],
    ],
    [
      "is in doubt for a name of one's own that the plan does not have",
      [cname("www", "nowhere.example.com")],
      ["www.example.com dns - undetermined own-name"],
    ],
    [
      "is none for names in a circle",
      [cname("a", "b.example.com"), cname("b", "c.example.com"), cname("c", "a.example.com")],
      [],
    ],
    [
      "follows a wildcard record for a name without its own",
      [...web, instance("server"), record("*", ref("server")), cname("www", "any.example.com")],
      ["*.example.com dns instance:server mainland", "www.example.com dns instance:server mainland"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(lines(specs)).toEqual(expected);
  });

  it("carries its path", () => {
    const plan = planOf([
      ...web,
      instance("server", hidden),
      eip("ip"),
      association("bind", "ip", "server"),
      record("www", ref("ip")),
    ]);
    const [exposure] = exposuresOf(plan).all;
    expect(exposure?.path.map(({ resource: { name }, why }) => `${why} ${name}`)).toEqual([
      "record www-record",
      "refers ip",
      "binds bind",
      "entry server",
    ]);
  });
});

describe("chains of names", () => {
  it("cost no more than their length, and keep the end of the path", () => {
    const length = 3_000;
    const names = Array.from({ length }, (_, index) =>
      cname(`n${index}`, index + 1 < length ? `n${index + 1}.example.com` : ref("server")),
    );
    const exposures = exposuresOf(planOf([...web, instance("server"), ...names])).all;
    expect(exposures).toHaveLength(length);
    expect(new Set(exposures.map(({ entry }) => entry?.resource.name))).toEqual(new Set(["server"]));
    expect(Math.max(...exposures.map(({ path }) => path.length))).toBeLessThan(20);
  });

  it("in any shape, end where following them by hand ends", () => {
    const size = 8;
    const targets = fc.array(fc.array(fc.integer({ min: 0, max: size }), { minLength: 0, maxLength: 2 }), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(targets, (edges) => {
        const records = edges.flatMap((next, from) =>
          next.map((to, index) => ({
            ...cname(`n${from}`, to === size ? ref("server") : `n${to}.example.com`),
            name: `n${from}-${index}`,
          })),
        );
        const reaches = (from: number, seen: ReadonlySet<number>): boolean =>
          // A name without a record of its own is one that no plan has: it is in doubt, and so is what leads there.
          from === size ||
          edges[from]?.length === 0 ||
          (!seen.has(from) && (edges[from] ?? []).some((to) => reaches(to, new Set([...seen, from]))));
        const expected = edges.flatMap((next, from) =>
          next.length > 0 && reaches(from, new Set()) ? [`n${from}.example.com`] : [],
        );
        const found = exposuresOf(planOf([...web, instance("server"), ...records])).all;
        expect([...new Set(found.map(({ host }) => host))].sort()).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
