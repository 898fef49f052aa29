/** What Services of type LoadBalancer contribute. */
import { describe, expect, test } from "vitest";
import { ref, unknownValue, type ResourceSpec } from "../../support/plan";
import { clb, resource } from "../../support/stacks";
import { ADDRESS_TYPE, kubeconfig, mainland, named, nlb, object, SERVICE, service } from "./cluster";
import { contributions } from "./contributions";

const ANNOTATION = "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-";
const front = (...specs: readonly ResourceSpec[]) => contributions([...mainland, ...specs], "front");

describe("a Service", () => {
  test.each<[string, ResourceSpec, readonly string[]]>([
    [
      "that says nothing more",
      service(),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    ["inside the cluster", service({}, { type: "ClusterIP" }), []],
    [
      "of which the type is not known",
      service({}, { type: unknownValue }),
      [
        "entry clb, mainland cn-hangzhou by config, (computed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "of which nothing is known",
      object(SERVICE, "front", unknownValue),
      [
        "entry kubernetes, mainland cn-hangzhou by config, (computed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: (computed)",
      ],
    ],
    [
      "that is private",
      service({ [ADDRESS_TYPE]: "intranet" }),
      [
        "entry clb, mainland cn-hangzhou by config, private, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "that is private in a case that CLB does not take",
      service({ [ADDRESS_TYPE]: "Intranet" }),
      [
        "entry clb, mainland cn-hangzhou by config, (malformed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "of which the address type is not known",
      service({ [ADDRESS_TYPE]: unknownValue }),
      [
        "entry clb, mainland cn-hangzhou by config, (computed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "of an NLB, in any case",
      service({ [ADDRESS_TYPE]: "Intranet" }, { loadBalancerClass: nlb }),
      [
        "entry nlb, mainland cn-hangzhou by config, private, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "of a class that is not known",
      service({}, { loadBalancerClass: unknownValue }),
      [
        "entry kubernetes, mainland cn-hangzhou by config, (computed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "of somebody else's class",
      service({}, { loadBalancerClass: "acme.io/lb" }),
      [
        "entry kubernetes, mainland cn-hangzhou by config, (not-in-plan), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "handed to a controller of the user's own",
      service({ "service.beta.kubernetes.io/class": "mine" }),
      [
        "entry clb, mainland cn-hangzhou by config, (not-in-plan), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "that is private, with an EIP",
      service({ [ADDRESS_TYPE]: "intranet", [`${ANNOTATION}external-ip-type`]: "eip" }),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "that is private, and public over IPv6",
      service({ [ADDRESS_TYPE]: "intranet", [`${ANNOTATION}ipv6-address-type`]: "internet" }),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "with ports",
      service(
        {},
        { ports: [{ port: 80 }, { port: 53, protocol: "UDP" }, { port: 22 }, { port: unknownValue }, { name: "x" }] },
      ),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
        "listens on front: none",
        "listens on front: none",
        "listens on front: (computed)",
        "listens on front: (malformed)",
      ],
    ],
    [
      "with hosts of ExternalDNS",
      named({ "external-dns.alpha.kubernetes.io/hostname": "a.example.com, b.example.com" }),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
        "binds a.example.com (metadata.annotations) to front, else clb, mainland cn-hangzhou by config, public",
        "binds b.example.com (metadata.annotations) to front, else clb, mainland cn-hangzhou by config, public",
      ],
    ],
    [
      "with a host that is not known",
      named({ "external-dns.alpha.kubernetes.io/hostname": unknownValue }),
      [
        "entry clb, mainland cn-hangzhou by config, public, addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
        "binds (computed) (metadata.annotations) to front, else clb, mainland cn-hangzhou by config, public",
      ],
    ],
    [
      "on a load balancer that the plan does not show",
      service({ [`${ANNOTATION}id`]: "lb-1" }),
      [
        "entry clb, mainland cn-hangzhou by config, (not-in-plan), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
    [
      "on a load balancer that is not known",
      service({ [`${ANNOTATION}id`]: unknownValue }),
      [
        "entry clb, mainland cn-hangzhou by config, (computed), addresses []",
        "link from k8s to (not-in-plan)",
        "listens on front: web",
      ],
    ],
  ])("%s", (_, spec, expected) => {
    expect(front(spec)).toEqual(expected);
  });

  test("on a load balancer of the plan leads there", () => {
    expect(front(clb("lb"), named({ [`${ANNOTATION}id`]: ref("lb") }))).toEqual([
      "address, mainland cn-hangzhou by config",
      "leads to lb as clb",
      "link from k8s to (not-in-plan)",
      "listens on lb: web",
      "binds www.example.com (metadata.annotations) to lb, else clb, mainland cn-hangzhou by config, (not-in-plan)",
    ]);
  });

  test("in another provider's cluster is a stranger's", () => {
    const google = [resource("gcp:container/cluster:Cluster", "gke"), kubeconfig(ref("gke"))];
    expect(contributions([...google, service()], "front")).toEqual(["foreign, outside Google by vendor"]);
  });
});
