/** For how long a server that is to obtain a filing is bought, and what only the register can tell of that. */
import type { RawProperties } from "../../../src/plan/raw";
import { planOf, ref, unknownValue, updated, type Properties } from "../../support/plan";
import { register, ruleTester, unfiled } from "../../support/rule-tester";
import { instance, record, subscription, web } from "../../support/stacks";

const server = (inputs: Properties) => instance("server", { ...subscription, ...inputs });
const naming = (more = "") =>
  register(
    `filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server"${more} }] }]\n`,
  );

/** Existing, and paid so before this plan. */
const formerly = (charge: RawProperties, period = 1) =>
  updated(instance("server", { ...subscription, renewalStatus: "Normal", period }, { rest: { id: "i-1" } }), charge);

ruleTester("icp-server-term", {
  violations: {
    "it becomes a subscription for a month": [
      planOf([...web, formerly({ instanceChargeType: "PostPaid" }), record("www", ref("server"))]),
      naming(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term violation example.com: icp-server-term [term, declare-term] at period of server and filings[0].servers[0]",
      ],
    ],
    "a month, renewed by hand": [
      planOf([...web, server({ period: 1, renewalStatus: "NotRenewal" }), record("www", ref("server"))]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term violation example.com: icp-server-term [term, declare-term] at period of server",
      ],
    ],
  },
  undetermined: {
    "it was a subscription before": [
      planOf([...web, formerly({ instanceChargeType: "PrePaid" }, 12), record("www", ref("server"))]),
      naming(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term undetermined example.com: undetermined (term-declare) [term, declare-term] at period of server and filings[0].servers[0]",
      ],
    ],
    "how it was paid for before is not known": [
      planOf([...web, formerly({ instanceChargeType: unknownValue }, 12), record("www", ref("server"))]),
      naming(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term undetermined example.com: undetermined (term-declare) [term, declare-term] at period of server and filings[0].servers[0]",
      ],
    ],
    "a month, and whether it renews itself is not known": [
      planOf([...web, server({ period: 1, renewalStatus: unknownValue }), record("www", ref("server"))]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term undetermined example.com: undetermined (computed) [term, declare-term] at period of server",
      ],
    ],
    "a month, with automatic renewal, and named by the register": [
      planOf([...web, server({ period: 1 }), record("www", ref("server"))]),
      naming(", codesUsed: 0"),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-term undetermined example.com: undetermined (term-renews) [term, declare-term] at period of server and filings[0].servers[0]",
      ],
    ],
  },
  silent: {
    "how it is paid for is not known": [
      planOf([...web, server({ instanceChargeType: unknownValue, period: 1 }), record("www", ref("server"))]),
      unfiled(),
      ["icp-dns-record violation www.example.com", "icp-server-billing undetermined example.com"],
    ],
  },
});
