/**
 * ApsaraVideo Live: streams are pushed to a domain and played from one, both at edge nodes. Its `scope` decides where, as
 * for CDN (F-09): the `region` of a domain is that of its live centre and says nothing about visitors. It has no origins.
 */
import { product } from "../../../graph/contribution";
import { contributesNothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

export const live = product({
  "alicloud:live/domain:Domain": acceleratedDomain("live", { addresses: () => [], origins: () => [] }),
  // A production studio plays on a live domain, which is judged itself.
  "alicloud:live/caster:Caster": contributesNothing,
});
