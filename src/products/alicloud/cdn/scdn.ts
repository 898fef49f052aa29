/**
 * Secure CDN, which has no new customers since 2023: a domain is served from edge nodes and fetched from its origins. It
 * has no scope, and where such a domain is served by default is not documented.
 */
import { product } from "../../../graph/contribution";
import type { Location } from "../../../location/locate";
import { doubt } from "../../../plan/fact";
import type { Resource, Value } from "../../../plan/resource";
import { contributesNothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

const unsourced = (domain: Resource): Location => ({
  in: "undetermined",
  doubt: doubt("default-unsourced", { property: "scope" }, { urn: domain.urn }),
});

/** Its origins, but for those that are switched off. */
const originsOf = (domain: Resource): readonly Value[] =>
  domain
    .at("sources")
    .elements()
    .filter((source) => {
      const enabled = source.at("enabled").string();
      return !(enabled.state === "known" && enabled.value === "offline");
    })
    .map((source) => source.at("content"));

export const scdn = product({
  "alicloud:scdn/domain:Domain": acceleratedDomain("scdn", {
    location: unsourced,
    addresses: () => [],
    origins: originsOf,
  }),
  "alicloud:scdn/domainConfig:DomainConfig": contributesNothing,
});
