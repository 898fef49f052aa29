// Plans and registers that nobody needs: made to take long.
import { resource, T, urnOf } from "./plans.mjs";

export { preview } from "./plans.mjs";

/** A record of example.com. */
const record = (name, rr, type, value, more = {}) =>
  resource(T.record, name, { domainName: "example.com", rr, type, value, ...more });

/** `count` times a name that forks into two, which lead to the next name: each end can be reached in 2^count ways. */
export function diamonds(count) {
  const forks = Array.from({ length: count }, (_, index) => [
    record(`a-${index}`, `n${index}`, "CNAME", `l${index}.example.com`),
    record(`b-${index}`, `n${index}`, "CNAME", `r${index}.example.com`, { line: "telecom" }),
    record(`c-${index}`, `l${index}`, "CNAME", `n${index + 1}.example.com`),
    record(`d-${index}`, `r${index}`, "CNAME", `n${index + 1}.example.com`),
  ]);
  return [...forks.flat(), record("end", `n${count}`, "A", "47.96.0.1")];
}

/** `count` hosts of unfiled domains on one balancer, behind which stand as many servers. */
export function backends(count) {
  const balancer = resource(T.clb, "balancer", { addressType: "internet" });
  const each = Array.from({ length: count }, (_, index) => [
    resource(T.instance, `server-${index}`, { instanceChargeType: "PostPaid" }),
    resource(
      T.attachment,
      `attachment-${index}`,
      {},
      { loadBalancerId: [balancer.urn], instanceIds: [urnOf(T.instance, `server-${index}`)] },
    ),
    resource(
      T.record,
      `host-${index}`,
      { domainName: `unfiled-${index}.com`, rr: "www", type: "A" },
      { value: [balancer.urn] },
    ),
  ]);
  const listener = resource(
    T.clbListener,
    "web",
    { frontendPort: 443, protocol: "https" },
    { loadBalancerId: [balancer.urn] },
  );
  return [balancer, listener, ...each.flat()];
}

/** `count` servers that all have the id of one, and as many attachments that name it. */
export function oneId(count) {
  const each = Array.from({ length: count }, (_, index) => [
    { ...resource(T.instance, `server-${index}`, { instanceChargeType: "PostPaid" }), id: "i-same" },
    resource(T.attachment, `attachment-${index}`, { loadBalancerId: "lb-1", instanceIds: ["i-same"] }),
  ]);
  return each.flat();
}

/** `count` CDN domains, each in a component within the one before. */
export function nested(count) {
  const component = (index) => urnOf("bench:index:Site", `site-${index}`);
  return Array.from({ length: count }, (_, index) => [
    { ...resource("bench:index:Site", `site-${index}`, {}), ...(index > 0 && { parent: component(index - 1) }) },
    {
      ...resource(T.cdn, `cdn-${index}`, { domainName: "www.unfiled.com", scope: "domestic" }),
      parent: component(index),
    },
  ]).flat();
}

/** A register with `count` keys that it does not have. */
export const unknownKeys = (count) =>
  ["version: 1", ...Array.from({ length: count }, (_, index) => `key${index}: 1`), ""].join("\n");
