/**
 * Servers that no resource shows: Cloud Web Hosting, LinkedMall and IoT Studio obtain filings as well, and only the
 * register tells of them (S3-14, S3-17, S3-18).
 */
import { doubt } from "../../plan/fact";
import { NOT_APPLICABLE, undeterminedBy, type Verdict } from "../verdict";
import type { FilingServer } from "../../register/register";
import { declaredTerm, type TooShort } from "./term";

const PRODUCTS: ReadonlySet<FilingServer["product"]> = new Set(["web-hosting", "linkedmall", "iot-studio"]);

/** Whether a server is of a product that no plan can show. */
export const isUnplanned = ({ product }: FilingServer): boolean => PRODUCTS.has(product);

/** What a server is called. */
export const nameOfServer = (server: FilingServer): string => server.id ?? server.resource ?? server.product;

/** Whether a server has run out, by its declared end. */
export const hasExpired = ({ expiresOn }: FilingServer, today: string): boolean =>
  expiresOn != null && expiresOn < today;

/** Three months in total, as the register says of a server that a plan may show: what it leaves out is not asked here. */
export function plannedTerm(server: FilingServer, today: string): Verdict<TooShort> {
  return hasExpired(server, today) ? NOT_APPLICABLE : (declaredTerm(server, today) ?? NOT_APPLICABLE);
}

/** Three months in total, as the register says. For IoT Studio no term is asked (S3-18). */
export function unplannedTerm(server: FilingServer, today: string): Verdict<TooShort> {
  if (server.product === "iot-studio" || hasExpired(server, today)) return NOT_APPLICABLE;
  const missing = doubt("not-declared", { key: "termMonths", of: nameOfServer(server) });
  return declaredTerm(server, today) ?? undeterminedBy(missing);
}
