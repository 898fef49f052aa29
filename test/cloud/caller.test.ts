/** The vendor's own clients against a server on this machine that checks their signatures and fails in every way. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CloudCall } from "../../src/cloud/call";
import { openCaller, type CallerOptions } from "../../src/cloud/caller";
import { startCloud } from "./server";
import { ACCOUNT, askingOf, KEY } from "./account";
import type { Fault } from "./state";

const AT = "2026-11-28T03:04:05Z";
const CHECK: CloudCall = { operation: "cdn:CheckCdnDomainICP", query: { DomainName: "example.com" } };

beforeEach(() => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", KEY.id);
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEY.secret);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What a call comes to while its operation has a fault, how often it was asked, and what was waited before. */
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

describe("a call", () => {
  it("gives the body of the answer, and when", async () => {
    expect(await under(undefined)).toEqual({
      reply: { at: AT, body: { RequestId: "20758A58-585D-4A41-A9B2-28DA8F4F534F", Status: "DomainIsRegistration" } },
      asked: 1,
      waits: [],
    });
  });
});
