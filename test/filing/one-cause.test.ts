/** A record that only leads to where its host is bound says nothing of its own; one that leads elsewhere does. */
import { planOf, ref, urnOf, type Properties } from "../support/plan";
import { ruleTester, unfiled } from "../support/rule-tester";
import { bucket, cdn, cname, customDomain, instance, provider, record, web } from "../support/stacks";

const server = [...web, instance("server")];
const edge = (domainName: string, inputs: Properties = {}) => cdn("edge", { domainName, ...inputs });
const abroad = provider("abroad", "cn-hongkong");
const elsewhere = { provider: urnOf("pulumi:providers:alicloud", "abroad") };
const name = (host: string) => `${host}.w.kunlunaq.com`;
const media = [bucket("media"), customDomain("img", ref("media"))];

ruleTester("icp-dns-record", {
  violations: {
    "a wildcard is bound, and a name under it leads elsewhere": [
      planOf([...server, edge("*.example.com"), record("www", ref("server"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation *.example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
      ],
    ],
    "a wildcard is bound, and a name under another one leads to the edge": [
      planOf([edge("*.shop.example.com"), cname("www", ref("edge"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation *.shop.example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
        "icp-server-missing violation example.com",
      ],
    ],
    "the host is bound, and its record leads to another kind of entry": [
      planOf([...server, edge("www.example.com"), record("www", ref("server"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
      ],
    ],
    "the host is bound on an edge, and its record leads to another one": [
      planOf([edge("www.example.com"), cdn("other", { domainName: "img.example.com" }), cname("www", ref("other"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation img.example.com",
        "icp-cdn-coverage violation www.example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
        "icp-server-missing violation example.com",
      ],
    ],
    "the host is bound on an edge, and its record leads to a name of a bucket": [
      planOf([edge("www.example.com"), cname("www", "media.oss-cn-hangzhou.aliyuncs.com")]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
        "icp-server-missing violation example.com",
      ],
    ],
    "the apex is bound, and another host leads to the edge": [
      planOf([edge("example.com"), cname("www", ref("edge"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation example.com",
        "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
        "icp-server-missing violation example.com",
      ],
    ],
  },
  silent: {
    "a bucket outside is bound, and its record leads to the bucket's name": [
      planOf([
        abroad,
        { ...bucket("media"), rest: elsewhere },
        { ...customDomain("img", ref("media")), rest: elsewhere },
        cname("img", "media.oss-cn-hangzhou.aliyuncs.com"),
      ]),
      unfiled(),
      [],
    ],
    "a wildcard is bound, and a name under it leads to the edge": [
      planOf([edge("*.example.com"), cname("www", ref("edge"))]),
      unfiled(),
      ["icp-cdn-coverage violation *.example.com", "icp-server-missing violation example.com"],
    ],
    "a wildcard is bound, and a name two labels under it leads to the edge": [
      planOf([edge("*.example.com"), cname("a.b", ref("edge"))]),
      unfiled(),
      ["icp-cdn-coverage violation *.example.com", "icp-server-missing violation example.com"],
    ],
    "the host is bound, and its record leads to a name of CDN's": [
      planOf([edge("www.example.com"), cname("www", name("www.example.com"))]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    ],
    "the host is bound on a bucket, and its record leads to the bucket's name": [
      planOf([...media, cname("img", "media.oss-cn-hangzhou.aliyuncs.com")]),
      unfiled(),
      ["icp-oss-custom-domain violation img.example.com", "icp-server-missing violation example.com"],
    ],
  },
  undetermined: {
    "a bucket outside is bound, and its record leads to its accelerated name": [
      planOf([
        abroad,
        { ...bucket("media"), rest: elsewhere },
        { ...customDomain("img", ref("media")), rest: elsewhere },
        cname("img", "media.oss-accelerate.aliyuncs.com"),
      ]),
      unfiled(),
      ["icp-dns-record undetermined img.example.com: undetermined (everywhere) [check] at value of img-record"],
    ],
  },
});

ruleTester("icp-cdn-coverage", {
  violations: {
    "of the domain and its records only the domain's finding is shown": [
      planOf([
        edge("www.example.com"),
        cname("www", ref("edge")),
        { ...cname("www", ref("edge"), { line: "telecom" }), name: "second" },
      ]),
      unfiled(),
      [
        "icp-cdn-coverage violation www.example.com: icp-cdn-coverage [file, scope-overseas] at domainName of edge",
        "icp-server-missing violation example.com",
      ],
    ],
    "a domain whose name is the apex": [
      planOf([edge("example.com"), cname("@", ref("edge"))]),
      unfiled(),
      [
        "icp-cdn-coverage violation example.com: icp-cdn-coverage [file, scope-overseas] at domainName of edge",
        "icp-server-missing violation example.com",
      ],
    ],
  },
});
