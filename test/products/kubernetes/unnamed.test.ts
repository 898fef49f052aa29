/** What the rules about records and hosts that nobody knows say of Kubernetes objects, all findings of each plan. */
import { describe } from "vitest";
import { planOf, ref, unknownValue } from "../../support/plan";
import { filed, ruleTester, unfiled } from "../../support/rule-tester";
import { record } from "../../support/stacks";
import {
  GATEWAY,
  ADDRESS_TYPE,
  object,
  kubeconfig,
  mainland,
  nginxAddOn,
  ingress,
  service,
  named,
  albConfig,
  nlb,
} from "./cluster";

const missing = "icp-server-missing violation example.com";

describe("Kubernetes", () => {
  ruleTester("icp-dns-record", {
    violations: {
      "a record to the address of a Service": [
        planOf([...mainland, service(), record("www", ref("front"))]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
          missing,
        ],
      ],
      "a record to the address of an Ingress for any host": [
        planOf([
          ...mainland,
          albConfig(),
          ingress({ ingressClassName: "alb", rules: [{ http: {} }] }),
          record("www", ref("web")),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
          missing,
        ],
      ],
      "an NLB with a host of ExternalDNS": [
        planOf([...mainland, named({}, { loadBalancerClass: nlb })]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at metadata.annotations of front",
          missing,
        ],
      ],
    },
    undetermined: {
      "a record that waits for an Ingress which nothing in the plan serves": [
        planOf([...mainland, ingress({ ingressClassName: "nginx" }), record("shop", ref("web"))]),
        unfiled(),
        [
          "icp-dns-record undetermined shop.example.com: undetermined (not-in-plan) [check] at value of shop-record",
          "icp-gateway-domain undetermined www.example.com",
        ],
      ],
    },
    silent: {
      "a record to the address of an internal Service": [
        planOf([...mainland, service({ [ADDRESS_TYPE]: "intranet" }), record("www", ref("front"))]),
        unfiled(),
        [],
      ],
    },
  });

  ruleTester("icp-unnamed-website", {
    violations: {
      "a Service for the web and no host": [
        planOf([...mainland, service()]),
        unfiled(),
        ["icp-unnamed-website violation front: icp-unnamed-website [declare-host] at front"],
      ],
    },
    satisfied: {
      "a cluster whose Ingress is in the plan": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"internet"}'), ingress({ ingressClassName: "nginx" })]),
        filed(),
        [],
      ],
      "a cluster that perhaps serves an Ingress of the plan": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"internet"}'), ingress({ ingressClassName: "traefik" })]),
        filed(),
        [],
      ],
    },
    undetermined: {
      "a cluster whose hosts are made inside it": [
        planOf([...nginxAddOn('{"IngressSlbNetworkType":"internet"}')]),
        unfiled(),
        ["icp-unnamed-website undetermined ack: undetermined (in-cluster) [declare-host] at ack"],
      ],
      "a Gateway without hosts": [
        planOf([
          ...mainland,
          object(GATEWAY, "gw", {
            infrastructure: { annotations: { [ADDRESS_TYPE]: "internet" } },
            listeners: [{ name: "https", port: 443 }],
          }),
        ]),
        unfiled(),
        ["icp-unnamed-website undetermined gw: undetermined (in-cluster) [declare-host] at gw"],
      ],
      "a Service for the web in a cluster that nobody knows": [
        planOf([kubeconfig(unknownValue), service()]),
        unfiled(),
        ["icp-unnamed-website undetermined front: undetermined (cluster-not-in-plan) [declare-host] at front"],
      ],
    },
    silent: {
      "an Ingress for names inside": [
        planOf([...mainland, ingress({ rules: [{ host: "shop.internal" }] })]),
        unfiled(),
        [],
      ],
      "a Gateway for SSH": [
        planOf([
          ...mainland,
          object(GATEWAY, "gw", {
            infrastructure: { annotations: { [ADDRESS_TYPE]: "internet" } },
            listeners: [{ name: "ssh", port: 22 }],
          }),
        ]),
        unfiled(),
        [],
      ],
      "a Service for SSH": [planOf([...mainland, service({}, { ports: [{ port: 22 }] })]), unfiled(), []],
    },
  });
});
