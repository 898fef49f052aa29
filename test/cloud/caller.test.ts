/** The vendor's own clients against a server on this machine that checks their signatures and fails in every way. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CloudCall, CloudReply } from "../../src/cloud/call";
import { openCaller, type CallerOptions } from "../../src/cloud/caller";
import { limited } from "../../src/cloud/limited";
import { InputError } from "../../src/input/error";
import { ACCOUNT, askingOf, KEY, TEMPORARY } from "./account";
import { startCloud } from "./server";
import type { Fault } from "./state";

const AT = "2026-11-28T03:04:05Z";
const CHECK: CloudCall = { operation: "cdn:CheckCdnDomainICP", query: { DomainName: "example.com" } };
const FILED = { RequestId: "20758A58-585D-4A41-A9B2-28DA8F4F534F", Status: "DomainIsRegistration" };

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What a call comes to while its operation has a fault, how often it was asked, and what was waited before each new try. */
async function under(fault: Fault | undefined, more: Partial<CallerOptions> = {}, call = CHECK) {
  const cloud = await startCloud(ACCOUNT, fault && { [call.operation]: fault });
  try {
    const options = askingOf(cloud.url, more);
    const reply = await (await openCaller(options))(call);
    return { reply, asked: cloud.requests.length, waits: options.waits };
  } finally {
    await cloud.close();
  }
}

/** The sentence of the `InputError` that a fault leads to. */
async function refusalUnder(fault: Fault): Promise<string> {
  const error: unknown = await under(fault).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error("not refused");
  return error.message;
}

const error = (status: number, code: string, more: object = {}): Fault => ({ kind: "error", status, code, ...more });

it("gives the body of the answer, and when", async () => {
  expect(await under(undefined)).toEqual({ reply: { at: AT, body: FILED }, asked: 1, waits: [] });
});

describe("an error that may pass", () => {
  it.each<[string, Fault]>([
    ["throttling of a user", error(400, "Throttling.User", { times: 2 })],
    ["throttling of an operation", error(429, "Throttling.Api", { times: 2 })],
    ["a code of its own for it", error(403, "DomainThrottling", { times: 2 })],
    ["429 without a code", { kind: "error", status: 429, times: 2 }],
    ["an error of the server", error(500, "InternalError", { times: 2 })],
    ["a server that is not there", error(503, "ServiceUnavailable", { times: 2 })],
    ["a product that is changed", error(403, "ServiceBusy", { times: 2 })],
    ["a nonce that was used", error(400, "SignatureNonceUsed", { times: 2 })],
    ["a gateway that speaks for itself", { kind: "error", status: 502, times: 2 }],
    ["a connection that breaks", { kind: "reset", times: 2 }],
    ["an answer that breaks off", { kind: "cut", times: 2 }],
  ])("is asked again, with longer waits: %s", async (_, fault) => {
    const { reply, asked, waits } = await under(fault);
    expect(reply).toEqual({ at: AT, body: FILED });
    expect(asked).toBe(3);
    expect(waits).toHaveLength(2);
    const [first = 0, second = 0] = waits;
    expect([first >= 250 && first <= 500, second >= 500 && second <= 1000]).toEqual([true, true]);
  });

  it.each<[string, Record<string, string>, number]>([
    ["in the cloud's own header, milliseconds", { "x-acs-retry-after": "7000" }, 7000],
    ["in that of HTTP, seconds", { "retry-after": "3" }, 3000],
  ])("is asked again when the cloud says so: %s", async (_, headers, least) => {
    const { reply, waits } = await under(error(429, "Throttling.User", { times: 1, headers }));
    expect(reply).toEqual({ at: AT, body: FILED });
    expect(waits).toHaveLength(1);
    expect(waits.map((wait) => wait >= least && wait <= least + 500)).toEqual([true]);
  });

  it.each<[number, number]>([
    [20, 4],
    [21, 1],
    [86_400, 1],
  ])("is given up where it takes longer than 20 seconds: asked to wait for %i seconds", async (seconds, times) => {
    const { reply, asked, waits } = await under(error(429, "Throttling", { headers: { "retry-after": `${seconds}` } }));
    expect(reply).toEqual({ at: AT, unanswered: "throttled", code: "Throttling" });
    expect([asked, waits.length]).toEqual([times, times - 1]);
  });

  it.each<[string, Fault, object]>([
    ["throttling", error(400, "Throttling.User"), { unanswered: "throttled", code: "Throttling.User" }],
    ["an error of the server", error(500, "InternalError"), { unanswered: "failed", code: "InternalError" }],
    ["a gateway's page", { kind: "error", status: 502 }, { unanswered: "failed" }],
    ["a connection that breaks", { kind: "reset" }, { unanswered: "unreachable" }],
    ["an answer that breaks off", { kind: "cut" }, { unanswered: "unreachable" }],
  ])("is given up after four times: %s", async (_, fault, expected) => {
    const { reply, asked, waits } = await under(fault);
    expect(reply).toEqual({ at: AT, ...expected });
    expect([asked, waits.length]).toEqual([4, 3]);
  });

  it("is given up after four times: no answer", async () => {
    const { reply, asked } = await under({ kind: "silent" }, { connectTimeout: 20, readTimeout: 40 });
    expect(reply).toEqual({ at: AT, unanswered: "unreachable" });
    expect(asked).toBe(4);
  });
});

describe("an error that stays", () => {
  it.each<[string, Fault, object]>([
    ["no permission", error(403, "Forbidden.RAM"), { unanswered: "forbidden", code: "Forbidden.RAM" }],
    ["no permission, by ENS", error(400, "NoPermission"), { unanswered: "forbidden", code: "NoPermission" }],
    [
      "no permission, misspelt",
      error(403, "Forbbiden.SubUser"),
      { unanswered: "forbidden", code: "Forbbiden.SubUser" },
    ],
    ["not one's own", error(400, "-124"), { unanswered: "not-owned", code: "-124" }],
    ["not one's own, as pages write it", error(400, "124"), { unanswered: "not-owned", code: "124" }],
    ["not ordered", error(403, "CdnServiceNotFound"), { unanswered: "not-activated", code: "CdnServiceNotFound" }],
    ["could not be asked", error(400, "CheckDomainICPFail"), { unanswered: "failed", code: "CheckDomainICPFail" }],
    [
      "an unknown action",
      error(404, "InvalidAction.NotFound"),
      { unanswered: "failed", code: "InvalidAction.NotFound" },
    ],
    ["an unknown code", error(400, "Nobody.Knows"), { unanswered: "failed", code: "Nobody.Knows" }],
    ["a code that is no code", error(400, "a b\nForged"), { unanswered: "unreadable" }],
    ["a code that is the key in use", error(400, KEY.id), { unanswered: "unreadable" }],
    ["a code that is another key", error(400, "LTAI5tOfSomebodyElse0001"), { unanswered: "unreadable" }],
    ["a code that is a temporary key", error(400, TEMPORARY.id), { unanswered: "unreadable" }],
    ["a code with the key in it", error(403, `InvalidAccessKeyId.${KEY.id}`), { unanswered: "unreadable" }],
    ["a code that is a part of the key", error(400, KEY.id.slice(4)), { unanswered: "unreadable" }],
    ["a code that begins as a key does not", error(400, "STSNotReady"), { unanswered: "failed", code: "STSNotReady" }],
    [
      "a number for a code",
      { kind: "body", status: 400, body: '{"code":-124}' },
      { unanswered: "not-owned", code: "-124" },
    ],
    ["a proxy's page", { kind: "error", status: 403 }, { unanswered: "unreadable" }],
    ["an error of nothing", { kind: "body", status: 400, body: "null" }, { unanswered: "unreadable" }],
    ["no JSON", { kind: "body", body: '{"Status":' }, { unanswered: "unreadable" }],
    ["a page", { kind: "body", body: "<html></html>" }, { unanswered: "unreadable" }],
    ["nothing", { kind: "body", body: "" }, { unanswered: "unreadable" }],
    ["far too much", { kind: "huge" }, { unanswered: "unreadable" }],
  ])("is asked once: %s", async (_, fault, expected) => {
    expect(await under(fault)).toEqual({ reply: { at: AT, ...expected }, asked: 1, waits: [] });
  });

  it("is none where the answer is JSON of another form, which is not looked into here", async () => {
    expect((await under({ kind: "body", body: '[{"Status":7}]' })).reply).toEqual({ at: AT, body: [{ Status: 7 }] });
  });

  it.each<[string, object, object]>([
    ["a code", { ErrorCode: "NoPermission" }, { unanswered: "forbidden", code: "NoPermission" }],
    ["a number", { ErrorCode: 403 }, { unanswered: "failed", code: "403" }],
    ["a text that is no code", { ErrorCode: "a b", ErrorMessage: "x" }, { unanswered: "failed" }],
    ["the key in use", { ErrorCode: KEY.id }, { unanswered: "failed" }],
    ["a part of it", { ErrorCode: KEY.id.slice(5) }, { unanswered: "failed" }],
    ["nothing", {}, { unanswered: "failed" }],
  ])("is one in the body of an answer, where the operation has it so: %s", async (_, said, expected) => {
    const call: CloudCall = { operation: "companyreg:QuerySuccessIcpData", query: { Caller: "skill" } };
    const body = { Success: false, ...said };
    const fault: Fault = { kind: "body", body: JSON.stringify(body) };
    expect(await under(fault, {}, call)).toEqual({ reply: { at: AT, ...expected }, asked: 1, waits: [] });
    expect((await under(fault)).reply).toEqual({ at: AT, body });
  });

  it("is asked again where it may pass, in the body of an answer as well", async () => {
    const call: CloudCall = { operation: "companyreg:QuerySuccessIcpData", query: { Caller: "skill" } };
    const body = '{"Success":false,"ErrorCode":"Throttling.User"}';
    const { reply, asked } = await under({ kind: "body", body, times: 1 }, {}, call);
    expect([reply, asked]).toEqual([{ at: AT, body: expect.objectContaining({ Success: true }) as unknown }, 2]);
  });

  it("has its own meaning in each operation", async () => {
    const codes = { "InvalidInstanceId.NotFound": "not-found", DomainNotExist: "failed", InstanceNotExists: "failed" };
    const call: CloudCall = { operation: "ecs:DescribeInstances", region: "cn-hangzhou", query: {} };
    for (const [code, unanswered] of Object.entries(codes))
      expect((await under(error(404, code), {}, call)).reply).toEqual({ at: AT, unanswered, code });
  });
});

describe("what is refused whatever is asked", () => {
  it.each([
    "InvalidAccessKeyId.NotFound",
    "InvalidAccessKeyId.Inactive",
    "SignatureDoesNotMatch",
    "IncompleteSignature",
    "InvalidSecurityToken.Expired",
    "InvalidSecurityToken.Malformed",
    "SecurityToken.Expired",
    "MissingSecurityToken",
    "Forbidden.AccessKeyDisabled",
  ])("is bad input, said with the code: %s", async (code) => {
    expect(await refusalUnder(error(400, code))).toBe(
      `Alibaba Cloud refuses the credentials (${code}): check which access key is used, and whether it is disabled or its token has expired`,
    );
  });

  it("is bad input that says it is the clock", async () => {
    expect(await refusalUnder(error(400, "InvalidTimeStamp.Expired"))).toBe(
      "Alibaba Cloud refuses the time of this machine (InvalidTimeStamp.Expired): set its clock, which may be 15 minutes off at most",
    );
  });
});

it("ends with the whole run, and asks nothing more", async () => {
  const cloud = await startCloud(ACCOUNT, { "*": { kind: "silent" } });
  const run = new AbortController();
  const call = await openCaller(askingOf(cloud.url, { signal: run.signal }));
  const under = call(CHECK);
  await vi.waitUntil(() => cloud.requests.length === 1);
  run.abort();
  const expected: CloudReply = { at: AT, unanswered: "unreachable" };
  expect([await under, await call(CHECK), cloud.requests.length]).toEqual([expected, expected, 1]);
  await cloud.close();
});

it("asks a few things at once, and no more", async () => {
  const cloud = await startCloud(ACCOUNT, {}, { delay: 30 });
  const call = limited(await openCaller(askingOf(cloud.url)));
  const replies = await Promise.all(Array.from({ length: 13 }, () => call(CHECK)));
  expect(replies).toEqual(replies.map(() => ({ at: AT, body: FILED })));
  expect([cloud.requests.length, cloud.most()]).toEqual([13, 4]);
  await cloud.close();
});

it("goes on with the others where one of them throws", async () => {
  const call = limited(({ query }) => {
    if (query["bad"]) return Promise.reject(new Error("bad"));
    return Promise.resolve({ at: AT, body: 1 });
  }, 1);
  const queries: readonly CloudCall["query"][] = [{ bad: "1" }, {}, { bad: "1" }, {}];
  const done = await Promise.allSettled(queries.map((query) => call({ ...CHECK, query })));
  expect(done.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected", "fulfilled"]);
});
