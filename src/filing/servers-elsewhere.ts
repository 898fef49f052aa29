/**
 * Servers that no resource shows: Cloud Web Hosting, LinkedMall and IoT Studio obtain filings as well, and only the
 * register tells of them (S3-14, S3-17, S3-18).
 */
import { doubt } from "../plan/fact";
import { daysBetween } from "../register/calendar";
import type { FilingServer } from "../register/register";
import type { Check } from "./servers";

const PRODUCTS: ReadonlySet<FilingServer["product"]> = new Set(["web-hosting", "linkedmall", "iot-studio"]);

/** Whether a server is of a product that no plan can show. */
export const isElsewhere = ({ product }: FilingServer): boolean => PRODUCTS.has(product);

/** What a server is called. */
export const nameOfServer = (server: FilingServer): string => server.id ?? server.resource ?? server.product;

/** Whether a server has run out, by its declared end. */
export const hasExpired = ({ expiresOn }: FilingServer, today: string): boolean =>
  expiresOn != null && expiresOn < today;

const MONTHS_NEEDED = 3;
const DAYS_NEEDED = 90;

/** Three months in total, as the register says. For IoT Studio no term is asked (S3-18). */
export function declaredTerm(server: FilingServer, today: string): Check<number> {
  const { product, termMonths, expiresOn } = server;
  if (product === "iot-studio" || hasExpired(server, today)) return { is: "moot" };
  if (termMonths !== undefined) return termMonths >= MONTHS_NEEDED ? { is: "good" } : { is: "bad", as: termMonths };
  if (expiresOn != null && daysBetween(today, expiresOn) >= DAYS_NEEDED) return { is: "good" };
  return { is: "unsure", doubt: doubt("not-declared", { key: "termMonths", of: nameOfServer(server) }) };
}
