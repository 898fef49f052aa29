/** The data that judgements rest on, as rows: each with its day, its source and, for a statement, the rules that use it. */
import endpoints from "../../data/endpoints.json";
import ens from "../../data/ens.json";
import { domainToUnicode } from "node:url";
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
import { FORMS } from "../graph/endpoints";
import { message, render, type Language, type Message, type MessageId } from "../messages";
import { joinList } from "../messages/punctuation";
import { formOf } from "../names/forms";
import { allRules } from "../rules";
import { KINDS, kindsSource } from "../vocabulary/kinds";
import type { Sourced } from "../vocabulary/sources";
import { idsIn, sourcedOf, statementOf, type SourceIds } from "../vocabulary/statements";
import { THRESHOLDS, type Threshold } from "../vocabulary/thresholds";
import type { Table } from "./tables";

/** One row, in a language: `value` is for programs, `says` for people. */
export interface FactRow extends Sourced {
  readonly table: Table;
  readonly id: string;
  readonly value: string | number | null;
  readonly says: string;
  readonly asOf: string;
  readonly rules: readonly string[];
}

/** A row of data in no language yet. */
interface DataRow {
  readonly table: Table;
  readonly id: string;
  readonly value: string | number | null;
  readonly says: Message | ((language: Language) => string);
  readonly asOf: string;
  readonly source: SourceIds;
}

type Cells = Pick<DataRow, "id" | "value" | "says"> & { readonly source?: SourceIds };

const rowsOf = (table: Table, of: { asOf: string; source?: SourceIds }, cells: Cells[]): DataRow[] =>
  cells.map((row) => ({ table, asOf: of.asOf, source: of.source ?? [], ...row }));

/** A text of a group, by the name that data has for it. */
const word = (id: string): Message => ({ id: id as MessageId, params: {} });

const regionRows = (): DataRow[] =>
  rowsOf("region", regions, [
    ...regions.mainland.map((id) => ({ id, value: "mainland", says: word("place.mainland") })),
    ...regions.outside.map((id) => ({ id, value: "outside", says: word("place.outside") })),
  ]);

const nodeRows = (): DataRow[] =>
  rowsOf("node", ens, [
    ...ens.mainlandCities.map((city) => ({ id: `cn-${city}`, value: "mainland", says: word("place.mainland") })),
    ...ens.carriers.map((carrier) => ({ id: `cn-*-${carrier}`, value: "mainland", says: word("place.mainland") })),
    ...ens.outsideCities.map((city) => ({ id: `cn-${city}`, value: "outside", says: word("place.outside") })),
    ...ens.mainlandDistricts.map((code) => ({
      id: code.padEnd(6, "*"),
      value: "mainland",
      says: word("place.mainland"),
    })),
    ...ens.outsideDistricts.map((code) => ({ id: code.padEnd(6, "*"), value: "outside", says: word("place.outside") })),
  ]);

const tierRows = (): DataRow[] =>
  rowsOf(
    "tier",
    kindsSource,
    Object.entries(KINDS).map(([kind, { requirement, source }]) => ({
      id: kind,
      value: requirement,
      says: message("facts.tier", { kind, tier: requirement }),
      source,
    })),
  );

const quotaRows = (): DataRow[] =>
  rowsOf(
    "quota",
    quotas,
    quotas.codes.map(({ product, codes, source }) => ({
      id: product,
      value: codes,
      says: message("facts.quota", { codes }),
      source,
    })),
  );

const thresholdRows = (): DataRow[] =>
  rowsOf(
    "threshold",
    thresholds,
    Object.values(THRESHOLDS).flatMap((rows) =>
      Object.entries<Threshold>(rows).map(([id, { value, source }]) => ({
        id,
        value,
        says: { ...word(`threshold.${id}`), params: { value } },
        source,
      })),
    ),
  );

const suffixRows = (): DataRow[] =>
  rowsOf("suffix", suffixes, [
    ...suffixes.approved.map(({ suffix, source }) => ({
      id: suffix,
      value: "approved",
      says: word("facts.approved"),
      source,
    })),
    ...suffixes.denied.map(({ suffix, source }) => ({
      id: suffix,
      value: "denied",
      says: word("facts.denied"),
      source,
    })),
    ...suffixes.refused.map(({ suffix, source }) => ({
      id: suffix,
      value: "refused",
      says: word("facts.refused"),
      source,
    })),
    ...Object.entries(suffixes.publicBodies).map(([body, { suffixes: own, source }]) => ({
      id: body,
      value: own.join(", "),
      says: (language: Language) =>
        render(language, "facts.public-body", { suffixes: joinList(language, own.map(domainToUnicode)) }),
      source,
    })),
  ]);

const endpointRows = (): DataRow[] =>
  rowsOf(
    "endpoint",
    endpoints,
    FORMS.map(({ row: { kind, location, reach, example, source }, form }) => ({
      id: example,
      value: form.source,
      says: message("facts.endpoint", { kind, location, reach }),
      source,
    })),
  );

const portRows = (): DataRow[] =>
  rowsOf("port", ports, [
    ...ports.web.map((port) => ({ id: String(port), value: "web", says: word("facts.web") })),
    ...Object.entries(ports.notWeb).flatMap(([protocol, numbers]) =>
      numbers.map((port) => ({ id: String(port), value: protocol, says: message("facts.not-web", { protocol }) })),
    ),
  ]);

const ownedRows = (): DataRow[] =>
  rowsOf("owned-name", provider, [
    ...provider.apexes.map((id) => ({ id, value: null, says: word("facts.owned") })),
    ...provider.forms.map(({ example, pattern }) => ({
      id: example,
      value: formOf(pattern).source,
      says: word("facts.owned"),
    })),
  ]);

const provinceRows = (): DataRow[] =>
  rowsOf(
    "province",
    provinces,
    Object.entries(provinces.signs).map(([id, signs]) => ({
      id,
      value: signs.join(""),
      says: (language: Language) => joinList(language, signs),
    })),
  );

const cloudRows = (): DataRow[] =>
  rowsOf("other-cloud", clouds, [
    ...Object.entries(clouds.mainland).map(([id, { property, values, source }]) => ({
      id,
      value: values.join(", "),
      says: (language: Language) =>
        render(language, "facts.mainland-cloud", { property, values: joinList(language, values) }),
      source,
    })),
    ...clouds.originRequestPolicies.policies.map(({ id, name, forwardsHost }) => ({
      id,
      value: forwardsHost ? "forwards Host" : "keeps Host",
      says: message("facts.origin-policy", { name, forwards: forwardsHost ? "yes" : "no" }),
      source: clouds.originRequestPolicies.source,
    })),
  ]);

/** A row for each domain, and for each form of the names whose domains have a number or a letter of their own. */
const vendorRows = (): DataRow[] =>
  rowsOf(
    "vendor-name",
    vendors,
    vendors.names.flatMap(({ vendor, place, domains, source, ...row }) => {
      const forms = "forms" in row ? row.forms.map((form) => formOf(form).source) : [];
      return [...domains, ...forms].map((id) => ({
        id,
        value: place,
        says: message("facts.vendor", { vendor, place }),
        source,
      }));
    }),
  );

/** The statements that a rule or a row of data rests on. */
function statementRows(data: readonly DataRow[], language: Language): FactRow[] {
  const cited = new Set(data.flatMap(({ source }) => idsIn(source)));
  return Object.keys(statements.statements).flatMap((statement) => {
    const rules = allRules.filter((rule) => rule.sources.includes(statement)).map(({ id }) => id);
    const said = rules.length > 0 || cited.has(statement) ? statementOf(statement, language) : undefined;
    if (said === undefined) return [];
    const { id, text, ...sourced } = said;
    return [{ table: "statement" as const, id, value: null, says: text, asOf: statements.asOf, ...sourced, rules }];
  });
}

const told = ({ source, says, ...row }: DataRow, language: Language): FactRow => ({
  ...row,
  says: typeof says === "function" ? says(language) : render(language, says.id, says.params),
  ...sourcedOf(source, language),
  rules: [],
});

/** All rows in a language, in the order of `TABLES`. */
export function factRows(language: Language): readonly FactRow[] {
  const data = [
    regionRows,
    nodeRows,
    tierRows,
    thresholdRows,
    quotaRows,
    suffixRows,
    provinceRows,
    endpointRows,
    portRows,
    ownedRows,
    vendorRows,
    cloudRows,
  ].flatMap((rows) => rows());
  return [...data.map((row) => told(row, language)), ...statementRows(data, language)];
}
