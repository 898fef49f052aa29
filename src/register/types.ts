/**
 * The register, as types: as it is written, and as it is once it was checked. Written by hand, so that who uses them needs
 * no library of ours. The schema is held to them.
 */
import type { Day } from "../base/calendar";
import type { Province } from "./provinces";
import type { STATUSES } from "./statuses";

/** Where a filing stands. */
export type FilingStatus = (typeof STATUSES)[number];

/** What kind of entity files. */
export type EntityType =
  | "enterprise"
  | "foreign-invested"
  | "branch"
  | "rep-office"
  | "individual-mainland"
  | "individual-hk-mo-tw"
  | "individual-foreign"
  | "government"
  | "public-institution"
  | "foreign-no-presence"
  | "proxy";

/** The product that a server is of. */
export type ServerProduct = "ecs" | "sas" | "ens" | "web-hosting" | "linkedmall" | "iot-studio" | "other";

/** An Alibaba Cloud account. */
export interface AccountDocument {
  /** The account's number, as text. */
  id: string;
  /** The site on which the account was opened. */
  site?: "china" | "international" | undefined;
  /** The entity that files with this account. */
  entity?: string | null | undefined;
  /** The day on which the account activated OSS. */
  ossActivatedOn?: Day | null | undefined;
}

/** An entity that files. */
export interface EntityDocument {
  /** A name of your own for the entity. */
  id: string;
  type?: EntityType | undefined;
  /** The province of its licence. */
  province?: Province | undefined;
}

/** Through whom a filing is connected, once it was checked. */
export interface AccessProvider {
  /** Alibaba Cloud is `aliyun`. */
  name: string;
  status: "active" | "pending" | "removing" | "removed";
}

/** Through whom a filing is connected; `active` where no status is said. */
export type AccessProviderDocument = Defaulted<AccessProvider, "status">;

/** A server that a filing was made with, once it was checked. */
export interface ServerEntry {
  product: ServerProduct;
  /** The resource's id, such as `i-bp1…`. */
  id?: string | undefined;
  /** The account that bought it. */
  account?: string | null | undefined;
  /** Glob over `project/stack`: the stack that owns the server. */
  stack?: string | undefined;
  /** Glob over URNs, or over addresses of Terraform: the server in that stack. */
  resource?: string | undefined;
  /** The day on which the subscription ends. */
  expiresOn?: Day | null | undefined;
  /** How many months the subscription has in total, renewals included. */
  termMonths?: number | undefined;
  /** Service codes used, for all filings together; a used code stays used. */
  codesUsed?: number | undefined;
  /** The filing account holds a service code issued by the buying account. */
  serviceCode?: boolean | undefined;
}

/** A server that a filing was made with; of the product `other` where none is said. */
export type ServerDocument = Defaulted<ServerEntry, "product">;

/** The commercial licence of a site, once it was checked. */
export interface Commercial {
  /** The site is for profit and needs a commercial licence. */
  required: boolean;
  /** The number of the licence; null when there is none. */
  licence?: string | null | undefined;
  /** The licence names the serving IP address. */
  ipBound: boolean;
}

/** The commercial licence of a site; neither required nor bound to an address where that is not said. */
export type CommercialDocument = Defaulted<Commercial, "required" | "ipBound">;

/** The public-security filing of a site. */
export interface PsbDocument {
  /** Its number; null when there is none. */
  number?: string | null | undefined;
  /** The day on which the site opened; null when it has not. */
  siteOpenedOn?: Day | null | undefined;
}

/** The registration of a domain. */
export interface RegistrationDocument {
  registrar?: string | null | undefined;
  /** The MIIT approved the registrar. */
  approvedRegistrar?: boolean | undefined;
  /** Real-name verification of the holder. */
  realName?: "verified" | "pending" | "missing" | undefined;
  /** The day on which the holder was verified. */
  realNameAt?: Day | null | undefined;
  /** The holder of the domain, as an entity's id. */
  holder?: string | null | undefined;
  /** The day on which the domain expires. */
  expiresOn?: Day | null | undefined;
}

/** A host, and the stack that serves it. */
export interface HostEntry {
  host: string;
  /** Glob over `project/stack`. */
  stack?: string | undefined;
}

/** What the filing of a domain says in either form. */
interface FilingCommon {
  /** The registrable domain. */
  domain: string;
  /** The filing number, such as `浙ICP备12345678号-1`; null when there is none. */
  number?: string | null | undefined;
  /** Where the filing stands. */
  status: FilingStatus;
  /** The day on which it was approved. */
  approvedAt?: Day | null | undefined;
  /** The entity that the filing is of. */
  entity?: string | null | undefined;
  /** The account that filed. */
  account?: string | null | undefined;
  psb?: PsbDocument | undefined;
  registration?: RegistrationDocument | undefined;
}

/** The filing of a domain, once it was checked. */
export interface FilingEntry extends FilingCommon {
  accessProviders?: AccessProvider[] | undefined;
  servers?: ServerEntry[] | undefined;
  ips?: string[] | undefined;
  hosts: HostEntry[];
  commercial?: Commercial | undefined;
}

/** The filing of a domain, as it is written. */
export interface FilingDocument extends FilingCommon {
  /** Through whom the filing is connected. */
  accessProviders?: AccessProviderDocument[] | null | undefined;
  /** The servers that the filing was made with. */
  servers?: ServerDocument[] | null | undefined;
  /** The addresses in the filing. */
  ips?: string[] | null | undefined;
  /** The hosts that must keep serving from the mainland. */
  hosts?: (string | HostEntry)[] | null | undefined;
  commercial?: CommercialDocument | undefined;
}

/** An app or mini-program, once it was checked. */
export interface AppEntry {
  name?: string | undefined;
  /** The hosts that the app calls. */
  hosts: string[];
  /** The app's filing number, such as `浙ICP备12345678号-2A`; null when there is none. */
  number?: string | null | undefined;
  status?: FilingStatus | undefined;
}

/** An app or mini-program, as it is written. */
export type AppDocument = Listed<AppEntry, "hosts">;

/** A host whose record no plan contains. */
export interface ExternalDnsDocument {
  host: string;
  /** Glob over URNs, or over addresses of Terraform: what the record leads to. */
  resource: string;
  /** Glob over `project/stack`: the stack that owns what it leads to. */
  stack?: string | undefined;
}

/** A host behind an edge that no plan contains. */
export interface EdgeDocument {
  host: string;
  /** Whose edge it is. */
  vendor?: string | undefined;
  /** The edge serves from nodes in the mainland. */
  mainlandNodes?: boolean | undefined;
  /** Glob over URNs, or over addresses of Terraform: the edge's origin. */
  origin?: string | undefined;
  /** Glob over `project/stack`: the stack that owns the origin. */
  stack?: string | undefined;
}

/** Domain suffixes in addition to the list that is shipped, once they were checked. */
export interface SuffixLists {
  /** The day of this list. */
  asOf?: Day | undefined;
  /** Suffixes that the MIIT approved. */
  approved: string[];
  /** Suffixes that it has not. */
  denied: string[];
}

/** Domain suffixes in addition to the list that is shipped, as they are written. */
export type SuffixesDocument = Listed<SuffixLists, "approved" | "denied">;

/** A finding that is accepted for a time. At least one of `resource`, `host` and `apex` says which. */
export interface WaiverDocument {
  /** The id of the rule that is waived, its undetermined form included. */
  rule: string;
  /** Glob over URNs, or over addresses of Terraform. */
  resource?: string | undefined;
  host?: string | undefined;
  /** The registrable domain it is for. */
  apex?: string | undefined;
  /** Glob over `project/stack`; every stack when left out. */
  stack?: string | undefined;
  /** Why it is waived. */
  reason: string;
  /** The last day on which it is waived. */
  until: Day;
  /** Who answers for it. */
  owner?: string | null | undefined;
}

/** The level of each rule that is not to have its own, by the rule's id. */
export type LevelsDocument = Partial<Record<string, "mandatory" | "advisory" | "disabled">>;

/** A register as written, checked, with its defaults and one spelling of every name. */
export interface RegisterContent {
  version: 1;
  asOf: Day;
  staleAfterDays: number;
  unlisted: "unfiled" | "undetermined";
  accounts?: AccountDocument[] | undefined;
  entities?: EntityDocument[] | undefined;
  filings: FilingEntry[];
  apps?: AppEntry[] | undefined;
  externalDns: ExternalDnsDocument[];
  edges: EdgeDocument[];
  suffixes: SuffixLists;
  words: string[];
  rules: LevelsDocument;
  waivers: WaiverDocument[];
}

/** A register as it is written in `icp.yaml`. Days are `YYYY-MM-DD`, in Asia/Shanghai. */
export interface RegisterDocument {
  /** The version of this format. */
  version: 1;
  /** The day on which this register was last brought up to date. */
  asOf: Day;
  /** After how many days the register counts as stale; 90 when left out. */
  staleAfterDays?: number | undefined;
  /** How a domain that is not listed here is judged; `unfiled` when left out. */
  unlisted?: "unfiled" | "undetermined" | undefined;
  /** Alibaba Cloud accounts. */
  accounts?: AccountDocument[] | null | undefined;
  /** The entities that file. */
  entities?: EntityDocument[] | null | undefined;
  /** One entry for each registrable domain. */
  filings?: FilingDocument[] | null | undefined;
  /** Apps and mini-programs. */
  apps?: AppDocument[] | null | undefined;
  /** Records that no plan contains. */
  externalDns?: ExternalDnsDocument[] | null | undefined;
  /** Edges that no plan contains. */
  edges?: EdgeDocument[] | null | undefined;
  suffixes?: SuffixesDocument | null | undefined;
  /** Words that must not occur in a filed domain. */
  words?: string[] | null | undefined;
  rules?: LevelsDocument | null | undefined;
  /** Findings that are accepted for a time. */
  waivers?: WaiverDocument[] | null | undefined;
}

/** A type of which some keys may be left out. */
type Defaulted<T, Key extends keyof T> = Omit<T, Key> & { [K in Key]?: T[K] | undefined };

/** A type of which some lists may be left out, or be null, which is the same. */
type Listed<T, Key extends keyof T> = Omit<T, Key> & { [K in Key]?: T[K] | null | undefined };
