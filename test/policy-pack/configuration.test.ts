/** What Pulumi's policy configuration does: levels, names, and the register in it. */
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING } from "../../src/plan/raw";
import type { PackOptions } from "../support/pack-driver";
import { brief, cdn, filed, noRegister, site, stack, withRegister } from "./site";
import { starter } from "./starts";

const start = starter();

describe("the policy pack", () => {
  describe("whose configuration has unknown names", () => {
    const rest = [
      noRegister,
      "mandatory icp-cdn-coverage site",
      "mandatory icp-dns-record www",
      "mandatory icp-register web-dev",
      "mandatory icp-server-billing server",
    ];

    it.each([
      ["a property", withRegister({ regsiter: "icp.yaml" }), "icp-register.regsiter", "icp-register.register"],
      ["a policy", { "icp-dsn-record": { level: "disabled" } }, "icp-dsn-record", "icp-dns-record"],
      ["a property of all", { all: { props: { register: "icp.yaml" } } }, "all.register", undefined],
      ["a policy of another pack", { "s3-no-public-read": {} }, "s3-no-public-read", undefined],
    ] as const)("says so before anything is created, and judges the rest: %s", async (_what, config, name, near) => {
      const found = await (await start({ config })).preview([...site, cdn()]);
      expect(brief([...found.resource, ...found.stack])).toEqual(rest);
      const hint = near === undefined ? "" : ` (did you mean ${near}?)`;
      expect(found.resource[0]?.policy).toBe("icp-register");
      expect(found.resource[0]?.message).toContain(`configuration names ${name}, which is unknown${hint}.`);
    });

    it("says nothing of the names that are Pulumi's own", async () => {
      const config = { all: { level: "advisory" }, environments: { props: { acme: "ops" } } } as const;
      const found = await (await start({ config: { ...config, ...withRegister(filed) } })).preview(site);
      expect([found.resource, found.stack]).toEqual([[], []]);
    });
  });

  it("speaks of nothing else when the register is unreadable", async () => {
    const config = withRegister({ register: { version: 1, asOf: "soon" } });
    const found = await (await start({ config })).preview([...site, cdn()]);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-register web-dev"]);
    expect(found.resource[0]?.message).toContain("asOf");
  });

  it("says that the register is unreadable through another policy where icp-register is disabled", async () => {
    const register = { level: "disabled", props: { register: { version: 1, asOf: "soon" } } } as const;
    const config = {
      all: { level: "disabled" },
      "icp-dns-record": { level: "mandatory" },
      "icp-register": register,
    } as const;
    const found = await (await start({ config })).preview(site);
    expect(brief([...found.resource, ...found.stack])).toEqual(["mandatory icp-dns-record "]);
    expect(found.stack[0]?.message).toContain("asOf");
  });

  it("says what is undetermined at the level in force", async () => {
    const found = (config: PackOptions["config"]) =>
      start(config ? { config } : {}).then((driver) => driver.preview([stack, cdn({ scope: UNKNOWN_STRING })]));
    const told = async (config: PackOptions["config"]) => {
      const { resource: before, stack: after } = await found(config);
      return brief([...before, ...after]);
    };
    // An advisory rule speaks for itself, a mandatory one through icp-undetermined.
    expect(await told({ "icp-cdn-coverage": { level: "advisory" } })).toEqual([
      "advisory icp-cdn-coverage site",
      noRegister,
    ]);
    expect(await told({ "icp-undetermined": { level: "mandatory" } })).toEqual([
      noRegister,
      "mandatory icp-undetermined site",
    ]);
    expect(await told({ "icp-undetermined": { level: "disabled" } })).toEqual([noRegister]);
  });

  describe("told of all policies at once", () => {
    const everything = [...site, cdn({ scope: UNKNOWN_STRING })];
    const all = (level: "advisory" | "mandatory" | "disabled", more: PackOptions["config"] = {}) => ({
      config: { all: { level }, ...more },
    });
    const found = async (options: PackOptions) => {
      const { resource: before, stack: after } = await (await start(options)).preview(everything);
      return brief([...before, ...after]);
    };

    it("says everything as advice, what is undetermined under its own policy", async () => {
      expect(await found(all("advisory"))).toEqual([
        "advisory icp-cdn-coverage site",
        "advisory icp-dns-record www",
        noRegister,
        "advisory icp-server-billing server",
      ]);
    });

    it("stops on everything", async () => {
      expect(await found(all("mandatory"))).toEqual([
        "mandatory icp-dns-record www",
        "mandatory icp-register-stale ",
        "mandatory icp-server-billing server",
        "mandatory icp-undetermined site",
      ]);
    });

    it("says nothing", async () => {
      expect(await found(all("disabled"))).toEqual([]);
    });

    it("lets a policy's own level win", async () => {
      expect(await found(all("disabled", { "icp-dns-record": { level: "mandatory" } }))).toEqual([
        "mandatory icp-dns-record www",
      ]);
      const kept = all("advisory", { "icp-server-billing": { level: "mandatory" } });
      expect(await found(kept)).toContain("mandatory icp-server-billing server");
    });

    it("wins over the levels of the register", async () => {
      const env = { ALICLOUD_ICP_REGISTER: "test/policy-pack/levels.yaml", PWD: process.cwd() };
      expect(await found({ env, ...all("mandatory") })).toContain("mandatory icp-server-billing server");
    });
  });
});
