/** The dated knowledge behind the rules: the statements they rest on, and how old the data is. */
import endpoints from "../../data/endpoints.json";
import ens from "../../data/ens.json";
import clouds from "../../data/other-clouds.json";
import ports from "../../data/ports.json";
import provider from "../../data/provider-domains.json";
import provinces from "../../data/provinces.json";
import quotas from "../../data/quotas.json";
import regions from "../../data/regions.json";
import statements from "../../data/statements.json";
import suffixes from "../../data/suffixes.json";
import thresholds from "../../data/thresholds.json";
import vendors from "../../data/vendor-names.json";
import { kindsSource } from "./kinds";

/** A statement of the source documents, or a researched fact. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly source: string;
}

const STATEMENTS: Readonly<Record<string, { text: string; source: string }>> = statements.statements;

/** The statement of an id; undefined when there is none. */
export function statementOf(id: string): Statement | undefined {
  const found = Object.prototype.hasOwnProperty.call(STATEMENTS, id) ? STATEMENTS[id] : undefined;
  return found && { id, ...found };
}

/** The oldest day on which any of the data was taken from its source. */
export const dataAsOf: string =
  [
    ...[clouds, endpoints, ens, ports, provider, provinces, quotas, regions],
    ...[statements, suffixes, thresholds, vendors, kindsSource],
  ]
    .map(({ asOf }) => asOf)
    .sort((a, b) => (a < b ? -1 : 1))[0] ?? regions.asOf;
