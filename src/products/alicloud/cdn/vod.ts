/**
 * ApsaraVideo VOD: a domain is served from edge nodes, and its videos are fetched from its origins. Its `scope` decides
 * where, as for CDN (F-09).
 */
import { product } from "../../../graph/contribution";
import { each, contributesNothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

export const vod = product({
  "alicloud:vod/domain:Domain": acceleratedDomain("vod", {
    origins: (domain) => each(domain.at("sources")).map((source) => source.at("sourceContent")),
  }),
  "alicloud:vod/editingProject:EditingProject": contributesNothing,
});
