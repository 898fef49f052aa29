/** What the rules ask of the register. A plan without one has `nothingDeclared`, of which the same can be asked. */
import suffixes from "../../data/suffixes.json";
import { nameOf } from "../names/host-name";
import type { Level, RuleId, Section } from "../vocabulary/rule-ids";
import type { Day } from "../base/calendar";
import type { LoadedRegister } from "./load";
import type { RegisterContent } from "./types";
import type { Verified } from "./verified";
import type { KeyPath, TextPosition } from "./yaml";

type Mutable = RegisterContent["filings"][number];
/** The filing of a domain; `servers` is empty when none are declared. */
export type Filing = Readonly<Omit<Mutable, "servers">> & { readonly servers: readonly FilingServer[] };
export type FilingServer = Readonly<NonNullable<Mutable["servers"]>[number]>;
export type Account = Readonly<NonNullable<RegisterContent["accounts"]>[number]>;
export type Entity = Readonly<NonNullable<RegisterContent["entities"]>[number]>;
export type App = Readonly<NonNullable<RegisterContent["apps"]>[number]>;
export type Edge = Readonly<RegisterContent["edges"][number]>;
export type ExternalDns = Readonly<RegisterContent["externalDns"][number]>;
export type Waiver = Readonly<RegisterContent["waivers"][number]>;
/** The part that Alibaba Cloud plays as access provider of a filing; `not-given` when nothing is said of providers. */
export type Aliyun = "not-given" | "active" | "pending" | "removing" | "removed" | "not-listed";

const NOTHING: RegisterContent = {
  version: 1,
  asOf: "",
  staleAfterDays: 90,
  unlisted: "unfiled",
  filings: [],
  externalDns: [],
  edges: [],
  suffixes: { approved: [], denied: [] },
  words: [],
  rules: {},
  waivers: [],
};

const TOP_SECTIONS = ["accounts", "entities", "apps"] as const;

/** The declared register, or none. */
export class Register {
  /** Whether there is a register. */
  readonly found: boolean;
  /** What the register is called; undefined when there is none. */
  readonly file: string | undefined;
  /** What to call it in advice, also when it is still to be written. */
  readonly fileName: string;
  /** The day the register is of; empty when there is none. */
  readonly asOf: Day;
  readonly staleAfterDays: number;
  readonly unlisted: "unfiled" | "undetermined";
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>;
  readonly filings: readonly Filing[];
  readonly accounts: readonly Account[];
  readonly entities: readonly Entity[];
  readonly apps: readonly App[];
  readonly externalDns: readonly ExternalDns[];
  readonly edges: readonly Edge[];
  readonly words: readonly string[];
  readonly waivers: readonly Waiver[];
  /** The day of the list of suffixes: the register's own if it is younger than the one that is shipped. */
  readonly suffixesAsOf: Day;
  private readonly byApex: ReadonlyMap<string, Filing>;
  private readonly sections: ReadonlySet<Section>;
  private readonly verdicts: ReadonlyMap<string, "approved" | "denied">;

  /** What Alibaba Cloud said of it when it was asked; undefined where nobody did. */
  readonly verified: Verified | undefined;

  constructor(
    private readonly loaded: LoadedRegister | undefined,
    verified?: Verified,
  ) {
    this.verified = verified;
    const register = loaded?.register ?? NOTHING;
    this.found = loaded !== undefined;
    this.file = loaded?.file;
    this.fileName = loaded?.file ?? "icp.yaml";
    this.asOf = register.asOf;
    this.staleAfterDays = register.staleAfterDays;
    this.unlisted = register.unlisted;
    this.levels = register.rules;
    this.filings = register.filings.map((filing) => ({ ...filing, servers: filing.servers ?? [] }));
    this.accounts = register.accounts ?? [];
    this.entities = register.entities ?? [];
    this.apps = register.apps ?? [];
    this.externalDns = register.externalDns;
    this.edges = register.edges;
    this.words = register.words;
    this.waivers = register.waivers;
    this.byApex = new Map(this.filings.map((filing) => [filing.domain, filing]));
    this.sections = sectionsOf(register);
    this.verdicts = verdictsOf(register.suffixes);
    this.suffixesAsOf = [suffixes.asOf, register.suffixes.asOf ?? ""].sort().at(-1) ?? suffixes.asOf;
  }

  /** The same register, with what the cloud said of it. */
  with(verified: Verified): Register {
    return new Register(this.loaded, verified);
  }

  /** The registrable domains that it knows: those of its filings, and of the hosts that it names elsewhere. */
  get apexes(): readonly string[] {
    const hosts = [...this.externalDns, ...this.edges].map(({ host }) => host);
    const named = [...hosts, ...this.apps.flatMap((app) => app.hosts)].flatMap((host) => {
      const name = nameOf(host);
      return name.is === "public" ? [name.apex] : [];
    });
    return [...new Set([...this.filings.map(({ domain }) => domain), ...named])];
  }

  /** The filing of an apex; undefined when the apex is not listed. */
  filingOf(apex: string): Filing | undefined {
    return this.byApex.get(apex);
  }

  /** The part that Alibaba Cloud plays as access provider of an apex's filing. */
  aliyunOf(apex: string): Aliyun {
    const filing = this.byApex.get(apex);
    if (filing?.status === "pending-access") return "pending";
    if (!filing?.accessProviders) return "not-given";
    return filing.accessProviders.find(({ name }) => name === "aliyun")?.status ?? "not-listed";
  }

  /** The servers that the filing of an apex was, or is to be, made with. */
  serversOf(apex: string): readonly FilingServer[] {
    return this.byApex.get(apex)?.servers ?? [];
  }

  /** The hosts of an apex that must keep serving from the mainland. */
  hostsDeclared(apex: string): readonly string[] {
    return (this.byApex.get(apex)?.hosts ?? []).map(({ host }) => host);
  }

  accountOf(id: string): Account | undefined {
    return this.accounts.find((account) => account.id === id);
  }

  entityOf(id: string): Entity | undefined {
    return this.entities.find((entity) => entity.id === id);
  }

  /** Whether an optional section is there: in the register, or, where each filing has its own, in any of them. */
  section(name: Section): boolean {
    return this.sections.has(name);
  }

  /** Whether the register itself says which list the suffix of an apex is on. */
  saysSuffix(apex: string): boolean {
    const { approved = [], denied = [] } = this.loaded?.register.suffixes ?? {};
    return [...approved, ...denied].some((suffix) => apex.endsWith(`.${suffix}`));
  }

  /** Which list the suffix of an apex is on; the longest suffix decides, and the register's lists go before ours. */
  suffix(apex: string): "approved" | "denied" | "unlisted" {
    const labels = apex.split(".");
    for (let at = 1; at < labels.length; at++) {
      const verdict = this.verdicts.get(labels.slice(at).join("."));
      if (verdict) return verdict;
    }
    return "unlisted";
  }

  /** Where a key of the register stands, such as `["filings", 0, "status"]`. */
  position(key: KeyPath): TextPosition | undefined {
    return this.loaded?.positions(key);
  }

  /** The key of an apex's filing, for `position`; undefined when the apex is not listed. */
  keyOf(apex: string): KeyPath | undefined {
    const at = this.filings.findIndex((filing) => filing.domain === apex);
    return at < 0 ? undefined : ["filings", at];
  }
}

/** A loaded register, to be asked. */
export const asRegister = (loaded: LoadedRegister, verified?: Verified): Register => new Register(loaded, verified);

/** No register: nothing is declared. */
export const nothingDeclared: Register = new Register(undefined);

function sectionsOf(register: RegisterContent): Set<Section> {
  const sections = new Set<Section>(TOP_SECTIONS.filter((name) => register[name] !== undefined));
  for (const filing of register.filings) {
    for (const name of ["servers", "ips", "commercial", "psb", "registration"] as const) {
      if (filing[name] !== undefined) sections.add(name);
    }
  }
  return sections;
}

function verdictsOf(own: RegisterContent["suffixes"]): Map<string, "approved" | "denied"> {
  return new Map([
    ...suffixes.approved.map(({ suffix }) => [suffix, "approved"] as const),
    ...suffixes.denied.map(({ suffix }) => [suffix, "denied"] as const),
    ...own.approved.map((suffix) => [suffix, "approved"] as const),
    ...own.denied.map((suffix) => [suffix, "denied"] as const),
  ]);
}
