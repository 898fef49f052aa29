/** What Kubernetes objects contribute, each contribution as one line. */
import { kubernetes } from "../../../src/products/kubernetes";
import { planOf, type ResourceSpec } from "../../support/plan";
import { contributed } from "../alicloud/contributed";

type Plain = Readonly<Record<string, unknown>>;

/** What the object of this name contributes to a plan. */
export const contributions = (specs: readonly ResourceSpec[], name: string): readonly string[] =>
  contributed(kubernetes, planOf(specs), name).map((one) => lineOf(one as Plain));

function lineOf({ is, ...rest }: Plain): string {
  const { kind, location, reach, on, opening, host, property, to, from, standIn, addresses } = rest;
  switch (is) {
    case "entry":
      return `entry ${text(kind)}, ${text(location)}, ${text(reach)}, addresses ${text(addresses)}`;
    case "binding":
      return `binds ${text(host)} (${text(property)}) to ${text(to)}, else ${seen(standIn as Plain)}`;
    case "listener":
      return `listens on ${text(on)}: ${text(opening)}`;
    case "link":
      return `link from ${text(from)} to ${text(to)}`;
    case "attachment":
      return `leads to ${text(to)} as ${text(kind)}`;
    default:
      return `${text(is)}, ${text(location)}`;
  }
}

const seen = ({ kind, location, reach }: Plain): string => `${text(kind)}, ${text(location)}, ${text(reach)}`;
const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
