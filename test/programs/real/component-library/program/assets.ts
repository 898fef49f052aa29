import { Bucket } from "../components";
import { providers } from "./providers";

/** What pages and apps load: served in the mainland, under the filed domain. */
export const assets = new Bucket(
  "acme-assets",
  {
    acl: "public-read",
    enableCors: true,
    enableCdn: { type: "web", scope: "domestic", domain: { record: "assets", host: "example.com" } },
  },
  { provider: providers.beijing },
);

/** The same for another brand, whose domain nobody has filed yet. */
export const brand = new Bucket(
  "brand-assets",
  {
    acl: "public-read",
    enableCdn: { type: "web", domain: { record: "static", host: "example.net" }, cacheDays: 7 },
  },
  { provider: providers.beijing },
);
