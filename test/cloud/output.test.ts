/** What a process writes while it asks: with every means of debugging on, no more than it means to say. */
import { build } from "esbuild";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACCOUNT, KEY, TEMPORARY } from "./account";
import { startCloud } from "./server";
import type { AccessKey } from "./signature";
import type { Faults } from "./state";

const folder = mkdtempSync(join(tmpdir(), "icp-output-"));
const program = join(folder, "asking.js");
beforeAll(async () => {
  await build({ entryPoints: ["test/cloud/asking.ts"], bundle: true, platform: "node", outfile: program });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Where a process runs, and how: in this package, as it is. */
interface Run {
  readonly cwd?: string;
  readonly node?: readonly string[];
}

/** All that a process writes that asks with a key, and its exit code. */
async function written(key: AccessKey, env: Record<string, string>, faults: Faults = {}, { cwd, node = [] }: Run = {}) {
  const cloud = await startCloud(ACCOUNT, faults);
  try {
    const child = spawn(process.execPath, [...node, program, cloud.url], {
      cwd,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        ALIBABA_CLOUD_ACCESS_KEY_ID: key.id,
        ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secret,
        ...(key.token !== undefined && { ALIBABA_CLOUD_SECURITY_TOKEN: key.token }),
        ...env,
      },
    });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { out, err, code };
  } finally {
    await cloud.close();
  }
}

const FILED = '{"Status":"DomainIsRegistration","RequestId":"20758A58-585D-4A41-A9B2-28DA8F4F534F"}\n';

describe.each<[string, Record<string, string>]>([
  ["nothing on", {}],
  ["DEBUG on", { DEBUG: "*" }],
])("with %s, a process that asks", (_, env) => {
  it("says what it is told, and ends by itself", async () => {
    expect(await written(TEMPORARY, env)).toEqual({ out: FILED, err: "", code: 0 });
  });

  it("says why it is refused, and nothing of what it is refused for", async () => {
    expect(await written({ ...KEY, secret: "another" }, env)).toEqual({
      out: "Alibaba Cloud refuses the credentials (SignatureDoesNotMatch): check which access key is used, and whether it is disabled or its token has expired\n",
      err: "",
      code: 2,
    });
  });

  it("says what it may not ask", async () => {
    const faults: Faults = { "*": { kind: "error", status: 403, code: "Forbidden.RAM" } };
    expect(await written(KEY, env, faults)).toEqual({ out: "forbidden Forbidden.RAM\n", err: "", code: 0 });
  });
});

it.each([[[]], [["--preserve-symlinks"]]])(
  "asks by packages that are linked into the working folder, where Node keeps to links or not: %j",
  async (node) => {
    const cwd = mkdtempSync(join(folder, "linked-"));
    mkdirSync(join(cwd, "node_modules"));
    symlinkSync(resolve("node_modules", "@alicloud"), join(cwd, "node_modules", "@alicloud"));
    expect(await written(KEY, {}, {}, { cwd, node })).toEqual({ out: FILED, err: "", code: 0 });
  },
);

describe("Node's own debugging", () => {
  it.each(["http", "HTTPS", "net", "module,tls", "*"])("is refused where it shows requests: %s", async (parts) => {
    const { out, err, code } = await written(TEMPORARY, { NODE_DEBUG: parts });
    expect([out, code]).toEqual([
      "NODE_DEBUG: would make Node write out requests with their credentials; unset it, or leave out http, https, net and tls\n",
      2,
    ]);
    for (const secret of Object.values(TEMPORARY)) expect(err).not.toContain(secret);
  });

  it("is let be where it shows none", async () => {
    const { out, err, code } = await written(TEMPORARY, { NODE_DEBUG: "stream,timer,undici,module,child_process,fs" });
    expect([out, code]).toEqual([FILED, 0]);
    expect(err).not.toBe("");
    for (const secret of Object.values(TEMPORARY)) expect(err).not.toContain(secret);
  });
});
