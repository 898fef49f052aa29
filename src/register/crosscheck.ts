/** What is wrong between several values of a register. */
import { nameOf } from "../filing/domains";
import type { Problem } from "./problems";
import { quote, type Register } from "./schema";
import { keyText, type KeyPath } from "./yaml";

/** Everything that contradicts something else in a register. */
export function crossCheck(register: Register): Problem[] {
  return [
    ...twice(
      register.filings.map((filing) => filing.domain),
      (at) => ["filings", at, "domain"],
      "this domain",
    ),
    ...twice(ids(register.accounts), (at) => ["accounts", at, "id"], "this account"),
    ...twice(ids(register.entities), (at) => ["entities", at, "id"], "this entity"),
    ...(register.accounts ?? []).flatMap((account, at) =>
      declared(account.entity, register.entities, ["accounts", at, "entity"], "entities"),
    ),
    ...register.filings.flatMap((filing, at) => checkFiling(filing, ["filings", at], register)),
    ...register.waivers.flatMap((waiver, at) =>
      waiver.resource === undefined && waiver.host === undefined && waiver.apex === undefined
        ? [{ path: ["waivers", at], problem: "waives the whole rule; say for which resource, host or apex" }]
        : [],
    ),
  ];
}

type Filing = Register["filings"][number];

function checkFiling(filing: Filing, path: KeyPath, register: Register): Problem[] {
  const providers = filing.accessProviders ?? [];
  return [
    ...declared(filing.account, register.accounts, [...path, "account"], "accounts"),
    ...declared(filing.entity, register.entities, [...path, "entity"], "entities"),
    ...twice(
      providers.map(({ name }) => name),
      (at) => [...path, "accessProviders", at, "name"],
      "this access provider",
    ),
    ...providers.flatMap(({ name, status }, at) =>
      filing.status === "pending-access" && name === "aliyun" && status !== "pending"
        ? [
            {
              path: [...path, "accessProviders", at, "status"],
              problem: `aliyun is ${status} here, while the filing's status pending-access says that it is being added; make this pending, or the filing active`,
            },
          ]
        : [],
    ),
    ...filing.hosts.flatMap(({ host }, at) => {
      const name = nameOf(host);
      const under = name.is === "public" && name.apex === filing.domain;
      const problem = `${quote(host)} is not a name under ${filing.domain}; move it to the filing of its own domain`;
      return under ? [] : [{ path: [...path, "hosts", at], problem }];
    }),
  ];
}

const ids = (entries: readonly { readonly id: string }[] | undefined): string[] => (entries ?? []).map(({ id }) => id);

/** Names that occur again. */
function twice(names: readonly string[], path: (at: number) => KeyPath, what: string): Problem[] {
  const first = new Map<string, number>();
  return names.flatMap((name, at) => {
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, at);
      return [];
    }
    return [
      { path: path(at), problem: `${what} (${quote(name)}) stands twice, first at ${keyText(path(before))}; keep one` },
    ];
  });
}

/** A reference to an entry of a section; nothing is known to be wrong while the section is absent. */
function declared(
  id: string | null | undefined,
  entries: readonly { readonly id: string }[] | undefined,
  path: KeyPath,
  section: string,
): Problem[] {
  if (id == null || !entries || entries.some((entry) => entry.id === id)) return [];
  return [{ path, problem: `${quote(id)} is none of the ids under ${section}; add it there, or correct it` }];
}
