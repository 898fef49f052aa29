import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { bucket, cdn, customDomain, instance, provider, web } from "../support/stacks";

const overseas = (content: string | ReturnType<typeof ref>, type = "ipaddr") =>
  cdn("edge", { scope: "overseas", sources: [{ type, content }] });
const server = [...web, instance("origin")];
const own = "icp-offshore-edge violation www.example.com";
const unsure = "icp-offshore-edge undetermined www.example.com";

ruleTester("icp-offshore-edge", {
  violations: {
    "an overseas CDN before a mainland server": [planOf([...server, overseas(ref("origin"))]), unfiled(), [own]],
    "before a bucket on which the host is bound too": [
      planOf([bucket("media"), customDomain("bind", ref("media"), "www.example.com"), overseas(ref("media"), "oss")]),
      unfiled(),
      [own, "icp-oss-custom-domain violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
  satisfied: {
    "the apex is filed": [
      planOf([...server, overseas(ref("origin"))]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
  },
  undetermined: {
    "the origin is not known": [planOf([overseas(unknownValue, "domain")]), unfiled(), [unsure]],
    "the origin's region is in no list": [
      planOf([...server, overseas(ref("origin"))], { region: "cn-nowhere-9" }),
      unfiled(),
      [unsure],
    ],
    "the register leaves the apex undetermined": [
      planOf([...server, overseas(ref("origin"))]),
      register("unlisted: undetermined\n"),
      [unsure],
    ],
    "the origin is an address that matches nothing": [planOf([overseas("47.98.1.2")]), unfiled(), [unsure]],
  },
  silent: {
    "the origin is outside as well": [
      planOf([...server, overseas(ref("origin"))], { region: "ap-southeast-1" }),
      unfiled(),
      [],
    ],
    "the origin is someone else's": [planOf([overseas("origin.example.net", "domain")]), unfiled(), []],
    "a bucket is asked for by its own name": [planOf([bucket("media"), overseas(ref("media"), "oss")]), unfiled(), []],
    "an edge in the mainland is another rule's": [
      planOf([
        ...server,
        cdn("edge", { scope: "domestic", sources: [{ type: "ipaddr", content: ref("origin") }] }),
        provider("p", "cn-hangzhou"),
      ]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com"],
    ],
  },
});
