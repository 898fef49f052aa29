/** What a call that failed comes to: bad input, a reason why there is no answer, and whether to ask again. */
import { InputError } from "../input/error";
import { message } from "../messages";
import type { Unanswered } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { Exchange } from "./exchange";
import { errorInside, ownMeaningOf } from "./operations";

/** A call that failed. */
export interface Failure {
  readonly unanswered: Unanswered;
  /** The cloud's own code, if it gave one that may be shown. */
  readonly code?: string | undefined;
  /** Whether the same call may succeed in a moment. */
  readonly passing: boolean;
  /** How many milliseconds the cloud asks to wait. */
  readonly waitFor?: number | undefined;
}

/** A code that may be shown: whatever an error holds besides can be the string to sign, a key or an address. */
const CODE = /^[A-Za-z0-9._-]{1,80}$/;
/** How ids of access keys begin, and those of temporary ones. */
const KEY_ID = /LTAI|(?:^|\.)STS\./;
/** From so many characters on a code that is a part of a secret, or has one in it, is no chance. */
const TELLING = 8;

/** Codes of all products, with what begins so and goes on behind a dot: https://api.alibabacloud.com/troubleshoot */
const CREDENTIALS = [
  "InvalidAccessKeyId",
  "InvalidAccessKeySecret",
  "Forbidden.AccessKeyDisabled",
  "SignatureDoesNotMatch",
  "IncompleteSignature",
  "InvalidSecurityToken",
  "SecurityToken",
  "MissingSecurityToken",
];
const CLOCK = ["InvalidTimeStamp", "IllegalTimestamp"];
const FORBIDDEN = [
  "Forbidden",
  "NoPermission",
  "NotAuthorized",
  "ActionUnauthorized",
  "UnauthorizedOperation",
  // As the vendor spells them.
  "Forbbiden",
  "Forbedden",
];
const NOT_ACTIVATED = ["Forbidden.Unsubscribed", "Forbidden.NotVerified", "InvalidIdentity.ServiceDisabled"];
/** Errors that pass by themselves, whatever their status. */
const PASSING = [
  "ServiceUnavailable",
  "InternalError",
  "SystemUpgrading",
  "ServiceBusy",
  "RequestTimeout",
  "NetworkIOError",
  "SignatureNonceUsed",
];

const isOf = (code: string, family: readonly string[]): boolean =>
  family.some((name) => code === name || code.startsWith(`${name}.`));

/**
 * What an error that the cloud answered with comes to; `status` is the HTTP status. A code that has some of `secrets` in it is
 * none. Throws an `InputError` where the credentials or the clock are refused, since no other call would fare better.
 */
export function failureOf(
  operation: CloudOperation,
  status: number,
  given: unknown,
  secrets: readonly string[] = [],
): Failure {
  const code = codeIn(given, secrets);
  if (code === undefined) return withoutCode(status);
  if (isOf(code, CLOCK)) throw new InputError(message("input.cloud-clock", { code }));
  if (isOf(code, CREDENTIALS)) throw new InputError(message("input.cloud-credentials", { code }));
  const own = ownMeaningOf(operation, code);
  if (own) return { unanswered: own, code, passing: false };
  if (code.includes("Throttling") || status === 429) return { unanswered: "throttled", code, passing: true };
  if (isOf(code, NOT_ACTIVATED)) return { unanswered: "not-activated", code, passing: false };
  if (isOf(code, FORBIDDEN) || code.endsWith(".AccessDenied")) return { unanswered: "forbidden", code, passing: false };
  return { unanswered: "failed", code, passing: status >= 500 || isOf(code, PASSING) };
}

/** The status alone: of a gateway or a proxy that speaks for itself. */
function withoutCode(status: number): Failure {
  if (status === 429) return { unanswered: "throttled", passing: true };
  return status >= 500 ? { unanswered: "failed", passing: true } : { unanswered: "unreadable", passing: false };
}

/** The code in the body of an error, where it may be shown; products write its key in both ways, and some of them numbers. */
function codeIn(body: unknown, secrets: readonly string[]): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { Code, code } = body as { readonly Code?: unknown; readonly code?: unknown };
  const found = Code ?? code;
  const text = typeof found === "number" ? String(found) : found;
  return typeof text === "string" && CODE.test(text) && !isTelling(text, secrets) ? text : undefined;
}

/** Whether a code tells of the credentials: an endpoint that is not the cloud's may say anything. */
const isTelling = (code: string, secrets: readonly string[]): boolean =>
  KEY_ID.test(code) ||
  secrets.some(
    (secret) =>
      (secret.length >= TELLING && code.includes(secret)) || (code.length >= TELLING && secret.includes(code)),
  );

/** What the error comes to that the body of an answer without one in its status holds; undefined where it holds none. */
export function failureInside(
  operation: CloudOperation,
  body: unknown,
  secrets: readonly string[] = [],
): Failure | undefined {
  const error = errorInside(operation, body);
  if (!error) return undefined;
  return codeIn(error, secrets) === undefined
    ? { unanswered: "failed", passing: false }
    : failureOf(operation, SUCCESS, error, secrets);
}
const SUCCESS = 200;

/** Errors of a connection that will be the same in a moment: no such name, or a certificate that is not trusted. */
const LASTING = /^(?:ENOTFOUND$|ERR_TLS|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|ERR_SSL|EPROTO$)/;

/**
 * What an error of the client comes to, by what its exchange saw of the answer. Of the error itself only its code is looked
 * at: its words hold addresses and the string to sign.
 */
export function failureOfError(operation: CloudOperation, error: unknown, exchange: Exchange): Failure {
  const { code, data } = (typeof error === "object" && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly data?: unknown;
  };
  const { status, secrets } = exchange;
  if (exchange.isTooLong) return { unanswered: "unreadable", passing: false };
  if (status !== undefined && status >= 400)
    return { ...failureOf(operation, status, data, secrets), waitFor: exchange.waitFor };
  return { unanswered: "unreachable", passing: typeof code !== "string" || !LASTING.test(code) };
}
