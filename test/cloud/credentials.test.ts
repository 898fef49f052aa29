/** Where credentials come from, and what is said where they do not, or are refused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openCaller, type CallerOptions } from "../../src/cloud/caller";
import { InputError } from "../../src/input/error";
import { ACCOUNT, askingOf, KEY, TEMPORARY } from "./account";
import { startCloud, type PlayedCloud, type PlayedOptions } from "./server";
import type { AccessKey } from "./signature";

let home: string;
const open: { close: () => unknown }[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "icp-home-"));
  for (const name of Object.keys(process.env)) if (name.startsWith("ALIBABA_CLOUD_")) vi.stubEnv(name, undefined);
  vi.stubEnv("HOME", home);
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_FILE", join(home, "none"));
  // Nothing is asked that is not on this machine.
  vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
  for (const one of open.splice(0)) await one.close();
});

async function cloud(keys: readonly AccessKey[] = ACCOUNT.keys, options?: PlayedOptions): Promise<PlayedCloud> {
  const started = await startCloud({ ...ACCOUNT, keys }, {}, options);
  open.push(started);
  return started;
}

/** Serves credentials, or fails to. */
async function serve(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/role`;
}

function profile(values: object): void {
  mkdirSync(join(home, ".aliyun"));
  const profiles = [{ name: "default", region_id: "cn-hangzhou", ...values }];
  writeFileSync(join(home, ".aliyun", "config.json"), JSON.stringify({ current: "default", profiles }));
}

const useEnv = ({ id, secret, token }: AccessKey): void => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", secret);
  vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", token);
};

/** The keys by which several calls at once are signed, all of which are answered. */
async function keysAsked({ url, requests }: PlayedCloud): Promise<readonly (string | null)[]> {
  const call = await openCaller(askingOf(url));
  const replies = await Promise.all([1, 2, 3].map(() => call({ operation: "sts:GetCallerIdentity", query: {} })));
  expect(replies.map((reply) => "body" in reply)).toEqual([true, true, true]);
  return requests.map(({ accessKeyId }) => accessKeyId);
}

/** The bad input that opening and one call come to: its sentence. Nothing of it may hold a secret, its cause included. */
async function refused({ url }: { readonly url?: string }, more: Partial<CallerOptions> = {}): Promise<string> {
  const asking = async () => (await openCaller(askingOf(url, more)))({ operation: "sts:GetCallerIdentity", query: {} });
  const error: unknown = await asking().catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error(`no bad input: ${inspect(error)}`);
  const all = inspect(error, { depth: 10, showHidden: true });
  for (const secret of [KEY, TEMPORARY].flatMap((key) => Object.values(key))) expect(all).not.toContain(secret);
  expect(error.cause).toBeUndefined();
  return error.message;
}

const refusal = (code: string): string =>
  `Alibaba Cloud refuses the credentials (${code}): check which access key is used, and whether it is disabled or its token has expired`;

it("takes those of the environment", async () => {
  useEnv(KEY);
  expect(await keysAsked(await cloud())).toEqual([KEY.id, KEY.id, KEY.id]);
});

it("takes temporary ones of the environment, with their token", async () => {
  useEnv(TEMPORARY);
  expect(await keysAsked(await cloud())).toEqual([TEMPORARY.id, TEMPORARY.id, TEMPORARY.id]);
});

it.each([
  ["a key", KEY, { mode: "AK", access_key_id: KEY.id, access_key_secret: KEY.secret }],
  [
    "a temporary key",
    TEMPORARY,
    { mode: "StsToken", access_key_id: TEMPORARY.id, access_key_secret: TEMPORARY.secret, sts_token: TEMPORARY.token },
  ],
])("takes those of the profile of the command line: %s", async (_, { id }, values) => {
  profile(values);
  expect(await keysAsked(await cloud())).toEqual([id, id, id]);
});

it("takes those that an address gives, and asks it once", async () => {
  let asked = 0;
  const { id, secret, token } = TEMPORARY;
  const Expiration = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, "");
  const address = await serve((_, response) => {
    asked++;
    response.end(JSON.stringify({ AccessKeyId: id, AccessKeySecret: secret, SecurityToken: token, Expiration }));
  });
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", address);
  expect(await keysAsked(await cloud())).toEqual([id, id, id]);
  expect(asked).toBe(1);
});

const NONE =
  "no credentials of Alibaba Cloud are found: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run aliyun configure";

it("says what to do where there are none", async () => {
  const { url, requests } = await cloud();
  expect(await refused({ url })).toBe(NONE);
  expect(requests).toEqual([]);
});

it.each<[string, RequestListener]>([
  ["an error with a secret in it", (_, response) => response.writeHead(500).end(TEMPORARY.secret)],
  ["no JSON", (_, response) => response.end(`{"AccessKeySecret":"${TEMPORARY.secret}"`)],
  ["only a part", (_, response) => response.end(JSON.stringify({ AccessKeySecret: TEMPORARY.secret }))],
])("says no more where their address gives %s", async (_, listener) => {
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", await serve(listener));
  expect(await refused({})).toBe(NONE);
});

it("says so where they do not come in time", async () => {
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", await serve(() => undefined));
  expect(await refused({}, { credentialsTimeout: 50 })).toBe(
    "the credentials of Alibaba Cloud did not come in time: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or see why their source does not answer",
  );
});

it("says so where the run has ended before they came", async () => {
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", await serve(() => undefined));
  expect(await refused({}, { signal: AbortSignal.abort() })).toContain("did not come in time");
});

const FORMLESS =
  "the credentials of Alibaba Cloud that are found have characters that none have, such as a line break or a space: set them anew, without any";

it.each<[string, AccessKey]>([
  ["an id with a line break at its end", { ...KEY, id: `${KEY.id}\n` }],
  ["a secret with a line break at its end", { ...KEY, secret: `${KEY.secret}\r\n` }],
  ["a token with a line break at its end", { ...TEMPORARY, token: `${TEMPORARY.token}\n` }],
  ["an id in quotes of a text", { ...KEY, id: `“${KEY.id}”` }],
  ["an id with a space", { ...KEY, id: ` ${KEY.id}` }],
])("says so where they have what no header takes, and asks nothing: %s", async (_, key) => {
  useEnv(key);
  const started = await cloud([key]);
  expect(await refused(started)).toBe(FORMLESS);
  expect(started.requests).toEqual([]);
});

it("says so of those that an address gives", async () => {
  const { id, secret, token } = TEMPORARY;
  const address = await serve((_, response) =>
    response.end(
      JSON.stringify({
        AccessKeyId: id,
        AccessKeySecret: secret,
        SecurityToken: `${token}\n`,
        Expiration: new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+/, ""),
      }),
    ),
  );
  vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", address);
  expect(await refused(await cloud())).toBe(FORMLESS);
});

it.each<[string, AccessKey, readonly AccessKey[]]>([
  ["SignatureDoesNotMatch", { ...KEY, secret: "another" }, [KEY]],
  ["InvalidAccessKeyId.NotFound", KEY, [TEMPORARY]],
  ["InvalidAccessKeyId.Inactive", KEY, [{ ...KEY, state: "inactive" }]],
  ["InvalidSecurityToken.Expired", TEMPORARY, [{ ...TEMPORARY, state: "expired" }]],
  ["InvalidSecurityToken.Malformed", TEMPORARY, [{ ...TEMPORARY, token: "another" }]],
  ["MissingSecurityToken", { id: TEMPORARY.id, secret: TEMPORARY.secret }, [TEMPORARY]],
])("says with which code they are refused: %s", async (code, used, keys) => {
  useEnv(used);
  const started = await cloud(keys);
  expect(await refused(started)).toBe(refusal(code));
  expect(started.requests).toHaveLength(1);
});

it("says that it is the clock where that is wrong", async () => {
  useEnv(KEY);
  const started = await cloud(ACCOUNT.keys, { now: () => Date.now() + 16 * 60 * 1000 });
  expect(await refused(started)).toContain("refuses the time of this machine (InvalidTimeStamp.Expired)");
});
