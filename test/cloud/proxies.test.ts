/** Calls through a proxy, to the endpoints that the cloud has: a server on this machine stands for all of them. */
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openCaller, type CallerOptions } from "../../src/cloud/caller";
import { proxyFor } from "../../src/cloud/proxies";
import { InputError } from "../../src/input/error";
import { ACCOUNT, askingOf, KEY } from "./account";
import { certificateFor } from "./certificate";
import { startCloud, type PlayedCloud } from "./server";

const certificate = certificateFor(["cdn.aliyuncs.com", "ecs.cn-beijing.aliyuncs.com"]);
const FILED = {
  at: "2026-11-28T03:04:05Z",
  body: { RequestId: expect.any(String) as string, Status: "DomainIsRegistration" },
};

let cloud: PlayedCloud;
let proxy: Server;
let port: number;
/** What the proxy was asked for. */
let tunnels: (readonly [target: string, user: string | undefined])[];
/** What it says of it. */
let answer = "200 Connection established";
const sockets = new Set<Socket>();

beforeAll(async () => {
  cloud = await startCloud(ACCOUNT, {}, { tls: certificate });
  proxy = createServer((_, response) => response.writeHead(400).end());
  proxy.on("connect", ({ url = "", headers }, socket: Socket) => {
    sockets.add(socket);
    tunnels.push([url, headers["proxy-authorization"]]);
    if (answer === "") return;
    socket.write(`HTTP/1.1 ${answer}\r\n\r\n`);
    if (!answer.startsWith("200")) return;
    const onward = connect(cloud.port, "127.0.0.1");
    sockets.add(onward);
    socket.pipe(onward).pipe(socket);
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  ({ port } = proxy.address() as AddressInfo);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await cloud.close();
});
beforeEach(() => {
  tunnels = [];
  answer = "200 Connection established";
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const through = async (env: CallerOptions["env"], more: Partial<CallerOptions> = {}) => {
  const caller = await openCaller(askingOf(undefined, { env, authorities: certificate.cert, ...more }));
  return caller({ operation: "cdn:CheckCdnDomainICP", query: { DomainName: "example.com" } });
};
const UNREACHABLE = { at: "2026-11-28T03:04:05Z", unanswered: "unreachable" };

describe("a call through a proxy", () => {
  it.each(["HTTPS_PROXY", "https_proxy"])("reaches the cloud's own endpoint: %s", async (name) => {
    expect(await through({ [name]: `http://127.0.0.1:${port}` })).toEqual(FILED);
    expect(tunnels).toEqual([["cdn.aliyuncs.com:443", undefined]]);
    expect(cloud.requests.at(-1)).toMatchObject({ host: "cdn.aliyuncs.com", accessKeyId: KEY.id });
  });

  it("gives the proxy its user and password", async () => {
    expect(await through({ HTTPS_PROXY: `us%40er:pass@127.0.0.1:${port}` })).toEqual(FILED);
    expect(tunnels).toEqual([["cdn.aliyuncs.com:443", `Basic ${Buffer.from("us@er:pass").toString("base64")}`]]);
  });

  it("is none where the proxy refuses it, or answers as a server", async () => {
    answer = "407 Proxy Authentication Required";
    expect(await through({ HTTPS_PROXY: `http://127.0.0.1:${port}` })).toEqual(UNREACHABLE);
    expect(tunnels.map(([target]) => target)).toEqual(Array.from({ length: 4 }, () => "cdn.aliyuncs.com:443"));
  });

  it("is given up in time where the proxy says nothing", async () => {
    answer = "";
    const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    expect(await through(env, { connectTimeout: 20, readTimeout: 5000 })).toEqual(UNREACHABLE);
    expect(tunnels).toHaveLength(4);
  });

  it("is made once where the certificate is not trusted", async () => {
    const { cert } = certificateFor(["cdn.aliyuncs.com"]);
    expect(await through({ HTTPS_PROXY: `http://127.0.0.1:${port}` }, { authorities: cert })).toEqual(UNREACHABLE);
    expect(tunnels).toHaveLength(1);
  });

  it("goes by the region's own name", async () => {
    const env = { https_proxy: `http://127.0.0.1:${port}` };
    const caller = await openCaller(askingOf(undefined, { env, authorities: certificate.cert }));
    const call = {
      operation: "ecs:DescribeInstances",
      region: "cn-beijing",
      query: { RegionId: "cn-beijing" },
    } as const;
    expect(await caller(call)).toEqual({ ...UNREACHABLE, unanswered: "failed", code: "InvalidRegionId.NotFound" });
    expect(tunnels).toEqual([["ecs.cn-beijing.aliyuncs.com:443", undefined]]);
  });
});

it.each(["ftp://me:secret@proxy.example", "http://us%zz:secret@proxy.example"])(
  "is bad input where the environment names no proxy, and is not tried: %s",
  async (HTTPS_PROXY) => {
    await expect(through({ HTTPS_PROXY })).rejects.toThrow(
      /^HTTPS_PROXY: is no address of a proxy; expected one such as http:\/\/proxy.example:3128$/,
    );
    expect(tunnels).toEqual([]);
  },
);

describe("the proxy of an address", () => {
  const PROXY = "http://proxy.example:3128";
  const of = (address: string, env: Record<string, string>) => proxyFor(address, env)?.href;

  it.each<[string, Record<string, string>]>([
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: "proxy.example:3128" }],
    ["https://cdn.aliyuncs.com", { https_proxy: PROXY, HTTPS_PROXY: "http://other.example" }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, https_proxy: "" }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, NO_PROXY: "example.com, .aliyun.com,cdn.aliyuncs.com:8443" }],
    ["https://notaliyuncs.com", { HTTPS_PROXY: PROXY, NO_PROXY: "aliyuncs.com" }],
    ["https://10.1.2.3", { HTTPS_PROXY: PROXY, NO_PROXY: "10.2.0.0/16,1.2.3,10.0.0.0/x" }],
  ])("is it for %s with %j", (address, env) => {
    expect(of(address, env)).toBe(`${PROXY}/`);
  });

  it.each<[string, Record<string, string>]>([
    ["https://cdn.aliyuncs.com", {}],
    ["https://cdn.aliyuncs.com", { HTTP_PROXY: PROXY }],
    ["http://100.100.100.200/latest", { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY }],
    ["https://127.0.0.1:8443", { HTTPS_PROXY: PROXY }],
    ["https://localhost", { HTTPS_PROXY: PROXY }],
    ["https://[::1]:8443", { HTTPS_PROXY: PROXY }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, NO_PROXY: "*" }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, no_proxy: "example.com,ALIYUNCS.com" }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, NO_PROXY: ".aliyuncs.com" }],
    ["https://cdn.aliyuncs.com", { HTTPS_PROXY: PROXY, NO_PROXY: "*.aliyuncs.com:443" }],
    ["https://10.1.2.3", { HTTPS_PROXY: PROXY, NO_PROXY: "10.0.0.0/8" }],
  ])("is none for %s with %j", (address, env) => {
    expect(of(address, env)).toBeUndefined();
  });

  it.each(["socks5://proxy.example", "http://", "::", "http://us%zz:secret@proxy.example", "me:%@proxy.example"])(
    "is bad input where it is none, and not shown: %s",
    (given) => {
      const asked = () => proxyFor("https://cdn.aliyuncs.com", { HTTPS_PROXY: given });
      expect(asked).toThrow(InputError);
      expect(asked).toThrow(
        /^HTTPS_PROXY: is no address of a proxy; expected one such as http:\/\/proxy.example:3128$/,
      );
    },
  );
});
