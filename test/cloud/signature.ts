/**
 * Checks the signature of a request as the cloud does, from the vendor's description alone and by nothing of its clients:
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
import { createHash, createHmac } from "node:crypto";

/** An access key of an account. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  /** The token of temporary ones, which has to come along. */
  readonly token?: string;
  readonly state?: "inactive" | "expired";
}

/** A request as it came in. */
export interface SignedRequest {
  readonly method: string;
  /** The path and the query, as they were sent. */
  readonly url: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** An error as the cloud answers it. */
export interface CloudError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** What is remembered of an account and of earlier requests. */
export interface Gate {
  readonly keys: readonly AccessKey[];
  /** The moment, in milliseconds. */
  readonly now: number;
  /** Those that were used; this one is added. */
  readonly nonces: Set<string>;
}

const ALGORITHM = "ACS3-HMAC-SHA256";
const AUTHORIZATION = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;
/** So far may clocks be apart, in milliseconds. */
const APART = 15 * 60 * 1000;
const REQUIRED = ["x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
const error = (status: number, code: string, message: string): CloudError => ({ status, code, message });

/** Percent-encoding of RFC 3986. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The canonical request of what was sent, by the headers that were signed. */
export function canonicalRequest({ method, url, headers, body }: SignedRequest, signed: readonly string[]): string {
  const { pathname, searchParams } = new URL(url, "http://any.invalid");
  const query = [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
  const lines = signed.map((name) => `${name}:${(headers[name] ?? "").trim()}\n`).join("");
  return [method, pathname, query, lines, signed.join(";"), sha256(body)].join("\n");
}

/** The signature of a canonical request. */
export const signatureOf = (canonical: string, secret: string): string =>
  createHmac("sha256", secret)
    .update(`${ALGORITHM}\n${sha256(canonical)}`)
    .digest("hex");

/** The key that a request is signed by, or why the cloud refuses it. */
export function openGate(request: SignedRequest, { keys, now, nonces }: Gate): AccessKey | CloudError {
  const { headers } = request;
  const lacking = REQUIRED.find((name) => headers[name] === undefined);
  if (lacking !== undefined) return error(400, "MissingParameter", `${lacking} is mandatory for this action.`);
  const [, id = "", list = "", signature = ""] = AUTHORIZATION.exec(headers["authorization"] ?? "") ?? [];
  if (id === "")
    return error(400, "IncompleteSignature", `not conform to standards: ${headers["authorization"] ?? ""}`);
  const refused = timeError(headers["x-acs-date"] ?? "", now);
  if (refused) return refused;
  const key = keys.find((one) => one.id === id);
  if (!key) return error(404, "InvalidAccessKeyId.NotFound", `Specified access key ${id} is not found.`);
  if (key.state === "inactive") return error(400, "InvalidAccessKeyId.Inactive", `${id} is disabled.`);
  const signed = list.split(";");
  const canonical = canonicalRequest(request, signed);
  if (
    !signsAll(headers, signed) ||
    headers["x-acs-content-sha256"] !== sha256(request.body) ||
    signature !== signatureOf(canonical, key.secret)
  )
    return error(400, "SignatureDoesNotMatch", `server string to sign is: ${canonical} of ${id}`);
  const wrongToken = tokenError(key, headers["x-acs-security-token"]);
  if (wrongToken) return wrongToken;
  const nonce = headers["x-acs-signature-nonce"] ?? "";
  if (nonces.has(nonce)) return error(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
  nonces.add(nonce);
  return key;
}

/** Whether all that has to be signed is, in the order that it has to be in. */
const signsAll = (headers: SignedRequest["headers"], signed: readonly string[]): boolean =>
  signed.join(";") === [...signed].sort().join(";") &&
  Object.keys(headers)
    .filter((name) => name === "host" || name === "content-type" || name.startsWith("x-acs-"))
    .every((name) => signed.includes(name));

function timeError(date: string, now: number): CloudError | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))
    return error(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  return Math.abs(Date.parse(date) - now) > APART
    ? error(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")
    : undefined;
}

function tokenError({ token, state }: AccessKey, given: string | undefined): CloudError | undefined {
  if (token === undefined && given === undefined) return undefined;
  if (given === undefined) return error(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
  if (given !== token) return error(400, "InvalidSecurityToken.Malformed", `${given} is malformed.`);
  return state === "expired" ? error(400, "InvalidSecurityToken.Expired", `${given} is expired.`) : undefined;
}
