/** What the pack can know of a server: whether it exists, and whether it is gone. */
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import { brief, filed, resource, stack, withRegister } from "./site";
import { starter } from "./starts";

const start = starter();

describe("the policy pack", () => {
  describe("with a server that is to file a domain", () => {
    const SERVER = "alicloud:ecs/instance:Instance";
    const bought = { instanceChargeType: "PrePaid", period: 1, internetMaxBandwidthOut: 5 };
    const servers = [{ product: "ecs", stack: "web/dev", resource: `*::${SERVER}::filing` }];
    const filing = { domain: "example.com", status: "unfiled", servers };
    const config = {
      ...withRegister({ register: { ...filed.register, filings: [filing] } }),
      "icp-unnamed-website": { level: "disabled" as const },
    };
    const told = async (id: Record<string, unknown>) => {
      const filingServer = resource(SERVER, "filing", bought, { outputs: { ...bought, ...id } });
      const { stack: found } = await (await start({ config })).preview([stack, filingServer]);
      return brief(found);
    };

    it("blocks a new one that is bought for a month", async () => {
      expect(await told({ id: UNKNOWN_STRING })).toEqual(["mandatory icp-server-term filing"]);
    });

    it("cannot tell for how long one was renewed that exists, or perhaps exists", async () => {
      expect(await told({ id: "i-1" })).toEqual(["advisory icp-undetermined filing"]);
      expect(await told({})).toEqual(["advisory icp-undetermined filing"]);
    });

    it("misses one that is gone from its stack, of which nobody but the URNs tells", async () => {
      const active = { ...filed.register.filings[0], servers };
      const gone = withRegister({ register: { ...filed.register, filings: [active] } });
      const driver = await start({ config: gone, tellsBy: "nothing" });
      expect(brief(await driver.analyzeStack([stack]))).toEqual(["mandatory icp-server-removed "]);
    });
  });
});
