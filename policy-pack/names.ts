import { message, type Message } from "../src/messages";
import { closest } from "../src/register/meanings";
import { RULE_IDS } from "../src/vocabulary/rule-ids";
import type { Configuration } from "./configuration";

/** What the configuration of the policy `icp-register` may hold; other policies have none but their level. */
const CONFIG_PROPERTIES = ["register", "language"];

/** Pulumi's own name for every policy at once. The engine has given its level to all of them; it holds nothing else. */
const EVERY_POLICY = "all";
/** Pulumi's own name for where more configuration comes from. */
const ENVIRONMENTS = "environments";

/** Names in the configuration that mean nothing: Pulumi lets unknown ones pass in silence. */
export function unknownNames(configuration: Configuration): readonly Message[] {
  return [...configuration].flatMap(([policy, { properties }]): Message[] => {
    if (policy === ENVIRONMENTS) return [];
    if (policy !== EVERY_POLICY && !isRule(policy)) return [unknownName(policy, RULE_IDS)];
    const known: readonly string[] = policy === "icp-register" ? CONFIG_PROPERTIES : [];
    return Object.keys(properties)
      .filter((name) => !known.includes(name))
      .map((name) =>
        unknownName(
          `${policy}.${name}`,
          known.map((one) => `${policy}.${one}`),
        ),
      );
  });
}

const isRule = (name: string): boolean => (RULE_IDS as readonly string[]).includes(name);

function unknownName(name: string, candidates: readonly string[]): Message {
  const near = closest(name, candidates);
  return near === undefined
    ? message("icp-register.policy", { name })
    : message("icp-register.policy-near", { name, near });
}
