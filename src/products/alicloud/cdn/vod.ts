/**
 * ApsaraVideo VOD: a domain is served from edge nodes, and its videos are fetched from its origins. Its `scope` decides
 * where, as for CDN (F-09).
 */
import { product } from "../../../graph/contribution";
import { contributesNothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

export const vod = product({
  "alicloud:vod/domain:Domain": acceleratedDomain("vod", {
    origins: (domain) =>
      domain
        .at("sources")
        .elements()
        .map((source) => source.at("sourceContent")),
  }),
  "alicloud:vod/editingProject:EditingProject": contributesNothing,
});
