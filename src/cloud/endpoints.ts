/** Where each product is asked: the cloud's own endpoints, or those of `--endpoint`. */
import { InputError } from "../input/error";
import { message, type Message } from "../messages";
import { PRODUCTS, type CloudProduct, type ProductWire } from "./operations";

/** Where a product is asked: the host with its port, and whether over TLS. */
export interface CloudEndpoint {
  readonly protocol: "https" | "http";
  /** The host, with `:port` where there is one. */
  readonly host: string;
}

/** Says where a product is asked about a region; without one, where it is asked about all of them. */
export type Endpoints = (product: CloudProduct, region?: string) => CloudEndpoint;

const isProduct = (name: string): name is CloudProduct => Object.hasOwn(PRODUCTS, name);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** What a region may be named; anything else would be a part of an address. */
const REGION = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a host is this machine, as URLs write it. */
export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/**
 * Reads `--endpoint`: `<product>=<url>` for one product, `<url>` for all others. Accounts of the international site have some
 * of their own, such as `domain-intl.aliyuncs.com`. Throws an `InputError` for what is no such address, for one that has more
 * than host and port, and for plain HTTP other than to this machine.
 */
export function endpointsOf(given: readonly string[]): Endpoints {
  const own = new Map<CloudProduct | "", CloudEndpoint>();
  for (const value of given) {
    const { product, url } = partsOf(value);
    if (own.has(product))
      throw wrong(
        product === "" ? message("input.endpoint-several", {}) : message("input.endpoint-twice", { product }),
      );
    own.set(product, endpointOf(url));
  }
  return (product, region) => own.get(product) ?? own.get("") ?? ownEndpoint(product, region);
}

function partsOf(value: string): { readonly product: CloudProduct | ""; readonly url: string } {
  const [, name, url = ""] = /^([^=:/]*)=(.*)$/s.exec(value) ?? [];
  if (name === undefined) return { product: "", url: value };
  if (isProduct(name)) return { product: name, url };
  throw wrong(message("input.endpoint-product", { product: name, products: Object.keys(PRODUCTS).join(", ") }));
}

function endpointOf(text: string): CloudEndpoint {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const protocol = url?.protocol.slice(0, -1);
  if (!url || (protocol !== "https" && protocol !== "http")) throw wrong(message("input.endpoint-url", {}));
  if (url.username || url.password || url.pathname !== "/" || url.search || url.hash)
    throw wrong(message("input.endpoint-bare", {}));
  if (protocol === "http" && !isLoopback(url.hostname))
    throw wrong(message("input.endpoint-plain", { host: url.hostname }));
  return { protocol, host: url.host };
}

function ownEndpoint(product: CloudProduct, region: string | undefined): CloudEndpoint {
  const { central, regional, elsewhere = {} }: ProductWire = PRODUCTS[product];
  // A name that could be no region's is asked nowhere else than where all are, which says that it knows none such.
  if (region === undefined || regional === undefined || !REGION.test(region))
    return { protocol: "https", host: central };
  const host = Object.hasOwn(elsewhere, region) ? elsewhere[region] : undefined;
  return { protocol: "https", host: host ?? regional.replace("{region}", region) };
}

const wrong = (problem: Message): InputError => new InputError(problem, { key: "--endpoint" });
