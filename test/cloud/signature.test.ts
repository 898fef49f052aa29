/** The verifier of signatures, held against what the vendor documents and against each thing that can be wrong. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalRequest, openGate, signatureOf, type AccessKey, type Gate, type SignedRequest } from "./signature";

/** The examples of https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature */
const KEY: AccessKey = { id: "YourAccessKeyId", secret: "YourAccessKeySecret" };
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const NAMES = ["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"];

const request = (date: string, nonce: string, more: Partial<SignedRequest> = {}): SignedRequest => ({
  method: "POST",
  url: "/?ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
  body: new Uint8Array(),
  ...more,
  headers: {
    host: "ecs.cn-shanghai.aliyuncs.com",
    "x-acs-action": "RunInstances",
    "x-acs-content-sha256": EMPTY,
    "x-acs-date": date,
    "x-acs-signature-nonce": nonce,
    "x-acs-version": "2014-05-26",
    ...more.headers,
  },
});

const DOCUMENTED = [
  [
    "2023-10-26T10:22:32Z",
    "3156853299f313e23d1673dc12e1703d",
    "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259",
    "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  ],
  [
    "2023-10-26T09:01:01Z",
    "d410180a5abf7fe235dd9b74aca91fc0",
    "29622f5feb1e9fcaaa2e276a72889c975f7b16f00e02be1ca34965b18cd85015",
    "e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804",
  ],
] as const;

const gate = (date: string, more: Partial<Gate> = {}): Gate => ({
  keys: [KEY],
  now: Date.parse(date),
  nonces: new Set(),
  ...more,
});

/** The same request with the signature that its key and its names give it. */
function signed(
  given: SignedRequest,
  { id, secret }: AccessKey = KEY,
  names: readonly string[] = NAMES,
): SignedRequest {
  const authorization = `ACS3-HMAC-SHA256 Credential=${id},SignedHeaders=${names.join(";")},Signature=${signatureOf(canonicalRequest(given, names), secret)}`;
  return { ...given, headers: { ...given.headers, authorization } };
}

describe.each(DOCUMENTED)("the documented example of %s", (date, nonce, hash, signature) => {
  it("has its canonical request and its signature", () => {
    const canonical = canonicalRequest(request(date, nonce), NAMES);
    expect(createHash("sha256").update(canonical).digest("hex")).toBe(hash);
    expect(signatureOf(canonical, KEY.secret)).toBe(signature);
  });

  it("is let in", () => {
    expect(openGate(signed(request(date, nonce)), gate(date))).toEqual(KEY);
  });
});

it("sorts and encodes a query as RFC 3986 has it", () => {
  const given = request("", "", { url: "/?b=%5B%22i-1%22%5D&a=x%20y*~!'()&B=%E4%B8%AD&c=" });
  expect(canonicalRequest(given, [])).toBe(
    `POST\n/\nB=%E4%B8%AD&a=x%20y%2A~%21%27%28%29&b=%5B%22i-1%22%5D&c=\n\n\n${EMPTY}`,
  );
});

const [[DATE, NONCE]] = DOCUMENTED;
const good = signed(request(DATE, NONCE));
const TEMPORARY: AccessKey = { ...KEY, token: "token" };
const withToken = (token: string) =>
  signed(
    request(DATE, NONCE, { headers: { "x-acs-security-token": token } }),
    KEY,
    [...NAMES, "x-acs-security-token"].sort(),
  );
const late = (minutes: number) => gate(DATE, { now: Date.parse(DATE) + minutes * 60_000 });

it.each<[string, SignedRequest, Gate, string | null]>([
  ["another path", { ...good, url: `/x${good.url}` }, gate(DATE), "SignatureDoesNotMatch"],
  ["another query", { ...good, url: `${good.url}1` }, gate(DATE), "SignatureDoesNotMatch"],
  ["another method", { ...good, method: "GET" }, gate(DATE), "SignatureDoesNotMatch"],
  ["another body", { ...good, body: Buffer.from("a") }, gate(DATE), "SignatureDoesNotMatch"],
  ["another host", { ...good, headers: { ...good.headers, host: "a.example" } }, gate(DATE), "SignatureDoesNotMatch"],
  ["another secret", signed(request(DATE, NONCE), { ...KEY, secret: "a" }), gate(DATE), "SignatureDoesNotMatch"],
  [
    "a header of the cloud's that is not signed",
    { ...good, headers: { ...good.headers, "x-acs-more": "1" } },
    gate(DATE),
    "SignatureDoesNotMatch",
  ],
  ["a host that is not signed", signed(request(DATE, NONCE), KEY, NAMES.slice(1)), gate(DATE), "SignatureDoesNotMatch"],
  ["names out of order", signed(request(DATE, NONCE), KEY, NAMES.toReversed()), gate(DATE), "SignatureDoesNotMatch"],
  ["no signature", request(DATE, NONCE), gate(DATE), "IncompleteSignature"],
  [
    "another form",
    { ...good, headers: { ...good.headers, authorization: "Bearer a" } },
    gate(DATE),
    "IncompleteSignature",
  ],
  [
    "no nonce",
    { ...good, headers: { ...good.headers, "x-acs-signature-nonce": undefined } },
    gate(DATE),
    "MissingParameter",
  ],
  ["a nonce that was used", good, gate(DATE, { nonces: new Set([NONCE]) }), "SignatureNonceUsed"],
  ["a clock 15 minutes behind", good, late(15), null],
  ["a clock 16 minutes behind", good, late(16), "InvalidTimeStamp.Expired"],
  ["a clock 16 minutes ahead", good, late(-16), "InvalidTimeStamp.Expired"],
  ["a date of another form", signed(request("2023-10-26", NONCE)), gate(DATE), "InvalidTimeStamp.Format"],
  ["a key that nobody has", good, gate(DATE, { keys: [] }), "InvalidAccessKeyId.NotFound"],
  [
    "a key that is disabled",
    good,
    gate(DATE, { keys: [{ ...KEY, state: "inactive" }] }),
    "InvalidAccessKeyId.Inactive",
  ],
  ["a token", withToken("token"), gate(DATE, { keys: [TEMPORARY] }), null],
  ["no token", good, gate(DATE, { keys: [TEMPORARY] }), "MissingSecurityToken"],
  ["another token", withToken("other"), gate(DATE, { keys: [TEMPORARY] }), "InvalidSecurityToken.Malformed"],
  ["a token for a key without", withToken("token"), gate(DATE), "InvalidSecurityToken.Malformed"],
  [
    "an expired token",
    withToken("token"),
    gate(DATE, { keys: [{ ...TEMPORARY, state: "expired" }] }),
    "InvalidSecurityToken.Expired",
  ],
])("says of %s what the cloud does", (_, given, at, code) => {
  const answer = openGate(given, at);
  expect("status" in answer ? answer.code : null).toBe(code);
});

it("takes a nonce once", () => {
  const at = gate(DATE);
  expect([openGate(good, at), openGate(good, at)]).toMatchObject([KEY, { status: 400, code: "SignatureNonceUsed" }]);
});
