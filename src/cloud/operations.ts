/** How each operation is reached: product, version and endpoint, and what errors of its own mean. */
import type { Unanswered } from "../register/verified";
import type { CloudOperation } from "../vocabulary/cloud-operations";

/** A product that is asked, as its operations and `--endpoint` name it. */
export type CloudProduct = CloudOperation extends infer Id
  ? Id extends `${infer Name}:${string}`
    ? Name
    : never
  : never;

/** Where a product answers, and in which version of its API. */
export interface ProductWire {
  /** The version of the API, a day. */
  readonly version: string;
  /** The host that answers where no region is asked, or for all of them. */
  readonly central: string;
  /** The host of a region, with `{region}` in it; left out where the central one answers for all regions. */
  readonly regional?: string | undefined;
  /** Regions whose host has another name. */
  readonly elsewhere?: Readonly<Record<string, string>> | undefined;
}

/**
 * The products. Versions and hosts are those of the vendor's own clients; of Simple Application Server, whose client has none,
 * those of its page of endpoints:
 * https://www.alibabacloud.com/help/en/simple-application-server/developer-reference/api-swas-open-2020-06-01-endpoint
 */
export const PRODUCTS = {
  sts: { version: "2015-04-01", central: "sts.aliyuncs.com" },
  cdn: { version: "2018-05-10", central: "cdn.aliyuncs.com" },
  companyreg: { version: "2026-04-23", central: "companyreg.aliyuncs.com" },
  domain: { version: "2018-01-29", central: "domain.aliyuncs.com" },
  ecs: {
    version: "2014-05-26",
    central: "ecs.aliyuncs.com",
    regional: "ecs.{region}.aliyuncs.com",
    elsewhere: {
      "cn-hangzhou": "ecs-cn-hangzhou.aliyuncs.com",
      "cn-shanghai-finance-1": "ecs-cn-hangzhou.aliyuncs.com",
      "cn-shenzhen-finance-1": "ecs-cn-hangzhou.aliyuncs.com",
      "cn-hangzhou-finance": "ecs.aliyuncs.com",
      "cn-north-2-gov-1": "ecs.aliyuncs.com",
    },
  },
  "swas-open": {
    version: "2020-06-01",
    central: "swas.cn-hangzhou.aliyuncs.com",
    regional: "swas.{region}.aliyuncs.com",
  },
  ens: { version: "2017-11-10", central: "ens.aliyuncs.com" },
} as const satisfies Readonly<Record<CloudProduct, ProductWire>>;

/** What an operation's own errors mean, by code; those that every operation has are told in `failures.ts`. */
interface OperationWire {
  readonly codes: Readonly<Record<string, Unanswered>>;
  /** The key of the error's code in a body that says `Success: false`, whatever the HTTP status; left out where none does. */
  readonly codeInside?: string;
}

/** Of ECS and of Simple Application Server alike. */
const SERVER_CODES = { "InvalidInstanceId.NotFound": "not-found" } as const;
/** Of ENS, which has codes without any dots. */
const ENS_CODES = { InstanceNotExists: "not-found" } as const;

/**
 * The operations. All of them are of the style RPC: POST to `/`, parameters in the query, signed by ACS3-HMAC-SHA256. Their
 * errors are those of the vendor's pages: of each operation, of CDN as a whole
 * (https://www.alibabacloud.com/help/en/cdn/developer-reference/api-cdn-2018-05-10-errorcodes), and of its siblings for the
 * domain, whose own page lists none.
 */
const OPERATIONS = {
  "sts:GetCallerIdentity": { codes: {} },
  "cdn:CheckCdnDomainICP": {
    codes: {
      // "The domain provided does not belong to you": the page writes it with the sign, other pages without.
      "-124": "not-owned",
      "124": "not-owned",
      IllegalOperationDomain: "not-owned",
      "InvalidDomain.NotFound": "not-owned",
      CdnServiceNotFound: "not-activated",
    },
  },
  // No page describes it. Its form and its errors are those of the vendor's clients of 2026-04-23, and of its own scripts.
  "companyreg:QuerySuccessIcpData": { codes: {}, codeInside: "ErrorCode" },
  "domain:QueryDomainByDomainName": { codes: { DomainNotExist: "not-found" } },
  "ecs:DescribeRegions": { codes: {} },
  "ecs:DescribeInstances": { codes: SERVER_CODES },
  "ecs:DescribeInstanceAutoRenewAttribute": {
    codes: { ...SERVER_CODES, "InvalidParameter.InvalidInstanceId": "not-found" },
  },
  "swas-open:ListRegions": { codes: {} },
  "swas-open:ListInstances": { codes: SERVER_CODES },
  "ens:DescribeInstances": { codes: ENS_CODES },
  "ens:DescribeInstanceAutoRenewAttribute": { codes: ENS_CODES },
} as const satisfies Readonly<Record<CloudOperation, OperationWire>>;

/** The product and the name of an operation: `ecs:DescribeRegions` is `DescribeRegions` of `ecs`. */
export function partsOfOperation(operation: CloudOperation): {
  readonly product: CloudProduct;
  readonly action: string;
} {
  const [product = "", action = ""] = operation.split(":");
  return { product: product as CloudProduct, action };
}

/** The code of the error that a body of an operation holds; undefined where the body is an answer. */
export function errorInside(operation: CloudOperation, body: unknown): { readonly Code: unknown } | undefined {
  const { codeInside: key }: OperationWire = OPERATIONS[operation];
  if (key === undefined || typeof body !== "object" || body === null) return undefined;
  const said = body as Readonly<Record<string, unknown>>;
  return said["Success"] === false ? { Code: said[key] } : undefined;
}

/** What an error of an operation means, where that is one of its own. */
export function ownMeaningOf(operation: CloudOperation, code: string): Unanswered | undefined {
  const codes: OperationWire["codes"] = OPERATIONS[operation].codes;
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
}
