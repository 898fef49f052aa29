/** The JSON report, as types: written by hand, so that who uses them needs no library of ours. The schema is held to them. */
import type { Group, RuleId } from "../vocabulary/rule-ids";

/** What was judged, what was found, and what was not judged. The same input gives the same report. */
export interface Report {
  /** The version of this form. Keys may be added within it; none goes, and none changes its meaning. */
  readonly schemaVersion: 1;
  /** The language of its texts; another one can be made of their ids and parameters. */
  readonly language: "en" | "zh";
  readonly tool: ReportTool;
  /** The day everything was judged against, in Asia/Shanghai: `YYYY-MM-DD`. */
  readonly now: string;
  /** One for each file, or each plan that was handed over; none where the register alone was judged. */
  readonly plans: readonly ReportPlan[];
  readonly register: ReportRegister;
  readonly summary: ReportSummary;
  /** The registrable domains of which the plans serve a host, sorted; without plans, those of the register. */
  readonly apexes: readonly ReportApex[];
  /** The rules that spoke, in the order in which they are listed. */
  readonly rules: readonly ReportRule[];
  readonly findings: readonly ReportFinding[];
  /** The subjects that satisfied a rule; only where asked for. */
  readonly satisfied?: readonly ReportSubject[];
  /** What was not judged, and why. */
  readonly limits: readonly ReportLimit[];
}

/** What wrote the report. */
export interface ReportTool {
  readonly name: "alicloud-icp";
  readonly version: string;
  /** The day of the youngest statement that judgements rest on: `YYYY-MM-DD`. */
  readonly dataAsOf: string;
}

/** A plan that was judged. */
export interface ReportPlan {
  /** `project/stack`; a number after it where two plans would have the same. */
  readonly id: string;
  /** What it was read from, as the user named it. */
  readonly source: string;
  readonly project: string;
  readonly stack: string;
  /** Whether it shows every resource, unchanged ones too. */
  readonly complete: boolean;
  /** How many resources it shows. */
  readonly resources: number;
  /** How many of these are Alibaba Cloud's. */
  readonly alicloudResources: number;
}

/** The register that was judged by. */
export interface ReportRegister {
  /** What it is called; null when there is none. */
  readonly file: string | null;
  /** The day it was last brought up to date, `YYYY-MM-DD`; null when there is none. */
  readonly asOf: string | null;
  readonly found: boolean;
  /** Whether it is older than it allows itself to be. */
  readonly stale: boolean;
  /** After how many days it counts as out of date; left out where there is none. */
  readonly staleAfterDays?: number;
  /** What it says of each domain, in its order. */
  readonly filings: readonly ReportFiling[];
  /** Sections that the register leaves out are left out here. */
  readonly accounts?: readonly ReportAccount[];
  readonly entities?: readonly ReportEntity[];
  readonly apps?: readonly ReportApp[];
  readonly externalDns?: readonly ReportExternalDns[];
  readonly edges?: readonly ReportEdge[];
  /** What it accepts for a time, in its order. */
  readonly waivers: readonly ReportRegisterWaiver[];
}

/** A filing as the register declares it. Days are `YYYY-MM-DD`; null where the register does not say. */
export interface ReportFiling {
  readonly domain: string;
  readonly status: string;
  readonly number: string | null;
  readonly entity: string | null;
  readonly accessProviders: readonly ReportAccessProvider[] | null;
  readonly approvedAt: string | null;
  /** The last day of the domain's registration. */
  readonly domainExpiresOn: string | null;
  readonly psbNumber: string | null;
  /** What the cloud said of it; left out where it was not asked, gave no answer, or was asked before `asOf`. */
  readonly verified?: ReportVerified;
  /** The account that filed; left out where the register does not say. */
  readonly account?: string;
  readonly servers: readonly ReportFilingServer[];
}

/** What the cloud said of a filing when it was asked (`alicloud-icp register --verify`). */
export interface ReportVerified {
  /** Whether the domain has a filing, with whichever access provider. */
  readonly filed: boolean;
  /** What was asked, such as `cdn:CheckCdnDomainICP`. */
  readonly operation: string;
  /** The day of the answer, in Asia/Shanghai: `YYYY-MM-DD`. */
  readonly on: string;
}

/** Through whom a filing is connected; Alibaba Cloud is `aliyun`. */
export interface ReportAccessProvider {
  readonly name: string;
  readonly status: string;
}

/** A server that a filing was, or is to be, made with: by its id, or the glob over URNs that means it. */
export interface ReportFilingServer {
  readonly product: string;
  readonly id: string | null;
  readonly resource: string | null;
  readonly stack: string | null;
  readonly expiresOn: string | null;
  /** The account that bought it; this and what follows is left out where the register does not say. */
  readonly account?: string;
  readonly termMonths?: number;
  readonly codesUsed?: number;
}

/** An account of Alibaba Cloud. */
export interface ReportAccount {
  readonly id: string;
  readonly site: string | null;
  readonly entity: string | null;
  readonly ossActivatedOn: string | null;
}

/** An entity that files. */
export interface ReportEntity {
  readonly id: string;
  readonly type: string | null;
  readonly province: string | null;
}

/** An app or mini-program. */
export interface ReportApp {
  readonly name: string | null;
  readonly hosts: readonly string[];
  readonly number: string | null;
  readonly status: string | null;
}

/** A host whose record no plan contains; `resource` is a glob over URNs. */
export interface ReportExternalDns {
  readonly host: string;
  readonly resource: string;
  readonly stack: string | null;
}

/** A host behind an edge that no plan contains; `origin` is a glob over URNs. */
export interface ReportEdge {
  readonly host: string;
  readonly vendor: string | null;
  readonly mainlandNodes: boolean | null;
  readonly origin: string | null;
  readonly stack: string | null;
}

export type ReportWaiverState = "used" | "unused" | "expired" | "elsewhere";

/** A waiver as the register declares it, and what became of it in this run. */
export interface ReportRegisterWaiver extends ReportWaiver {
  readonly rule: RuleId;
  readonly resource: string | null;
  readonly host: string | null;
  readonly apex: string | null;
  readonly stack: string | null;
  /** `elsewhere`: these plans have nothing that it could be for, or its rule was left out. */
  readonly state: ReportWaiverState;
}

/** How much was judged and found. All are numbers of things. */
export interface ReportSummary {
  /** How many judgements ended in each verdict: one for each rule and subject. */
  readonly judgements: {
    readonly violation: number;
    readonly undetermined: number;
    readonly satisfied: number;
    readonly notApplicable: number;
  };
  /** How many findings there are; those that are waived count only as that. */
  readonly findings: {
    readonly mandatory: number;
    readonly advisory: number;
    readonly waived: number;
    readonly baseline: number;
  };
  readonly apexes: number;
  readonly hosts: number;
  /** How many rules ran. */
  readonly rules: number;
}

/** A rule of which there is a finding; its texts are in the language of the report. */
export interface ReportRule {
  readonly id: RuleId;
  /** Its own level, whatever a register or configuration makes of it. */
  readonly level: "mandatory" | "advisory";
  readonly group: Group;
  /** What it says, in one line. */
  readonly title: string;
  /** Why it asks for this, in a few sentences. */
  readonly help: string;
  /** The page that says more, from the package's folder. */
  readonly page: string;
  /** The address of that page; older reports have none. */
  readonly link?: string;
  /** What its findings rest on. */
  readonly statements: readonly ReportStatement[];
}

/** A sentence of a document, or how this tool reads others, in the language of the report. */
export interface ReportStatement {
  readonly id: string;
  readonly text: string;
  /** The names of all its sources. */
  readonly source: string;
  /** The day of the first source: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where it is undated. */
  readonly date: string | null;
  /** Where the first source stands, as far as that is known: `https:`. */
  readonly url?: string;
  /** Its sources, each with its own day and address. */
  readonly sources: readonly ReportSource[];
}

/** A document or note that a statement rests on. */
export interface ReportSource {
  readonly name: string;
  readonly date: string | null;
  readonly url?: string;
}

/** A registrable domain, and what serves its hosts. */
export interface ReportApex {
  readonly apex: string;
  /** The state of its filing, `unlisted` where the register does not name it. */
  readonly state: string;
  /** Its filing, where the register names it. */
  readonly filing?: Pick<ReportFiling, "number" | "entity" | "accessProviders" | "verified">;
  /** Its hosts that the plans serve, sorted. */
  readonly hosts: readonly string[];
  readonly exposures: readonly ReportExposure[];
}

/** A host on an entry: how the public reaches it, and where. */
export interface ReportExposure {
  /** Empty where the host is unknown. */
  readonly host: string;
  /** The URN of the resource through which it is reached; null where none is known. */
  readonly entry: string | null;
  readonly place: ReportPlace;
  /** What the entry asks for: a number and access through Alibaba Cloud, a number from anywhere, or nothing. */
  readonly tier: "access" | "number" | "none" | null;
  /** What the filing rules make of it: `not-applicable` where nothing is asked of it here. */
  readonly verdict: "violation" | "undetermined" | "satisfied" | "not-applicable";
  readonly path: readonly ReportStep[];
}

/** Where an entry is, and what says so: a region, else a product's scope, else a vendor. */
export interface ReportPlace {
  readonly in: "mainland" | "outside" | "undetermined";
  readonly region?: string;
  /** Where a product says that it covers, instead of a region. */
  readonly scope?: string;
  /** Another vendor, instead of a region. */
  readonly vendor?: string;
}

/** A resource on a path from a host to what serves it. */
export interface ReportStep {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** How the path came to this resource, as a word. */
  readonly why: string;
}

/**
 * Where a finding is, from the root of the repository, or from the program's folder where no repository is found. Lines and
 * columns count from 1.
 */
export interface ReportPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where the component is made that the resource is of: what its user has written. */
  readonly caller?: { readonly file: string; readonly line: number; readonly column: number };
}

/** The values of a message's placeholders. */
export type ReportParams = Readonly<Record<string, string | number>>;

/** Why something is undetermined. */
export interface ReportDoubt {
  readonly id: string;
  readonly params: ReportParams;
  /** The URN of the resource whose property is in doubt, where that is neither the finding's own nor on its path. */
  readonly urn?: string;
}

/** What a rule found. One finding names all hosts and resources of which the same holds for the same cause. */
export interface ReportFinding {
  readonly rule: RuleId;
  /** `undetermined`: the rule cannot tell, and says on what it hangs. */
  readonly verdict: "violation" | "undetermined";
  /** The level in force; findings of a disabled rule are not reported. */
  readonly level: "mandatory" | "advisory";
  /** The id of its plan. */
  readonly plan: string;
  readonly apex?: string;
  /** The host that the message speaks of. */
  readonly host?: string;
  /** All hosts of which it holds. */
  readonly hosts: readonly string[];
  /** The names of the resources by which hosts of unknown names are served besides. */
  readonly unnamed?: readonly string[];
  readonly urn?: string;
  readonly resource?: { readonly type: string; readonly name: string };
  /** All resources on which it is reported. */
  readonly resources: readonly { readonly urn: string; readonly type: string; readonly name: string }[];
  /** The property it is about, as a path such as `sources[0].content`; of the resource of the doubt, where that is another. */
  readonly property?: string;
  /** The URNs of the resources whose creation would settle it. */
  readonly waitsFor?: readonly string[];
  /** Of how many more that holds, where there are many. */
  readonly alsoWaitsFor?: number;
  readonly position?: ReportPosition;
  /** The evidence: how the host leads to what serves it. */
  readonly path: readonly ReportStep[];
  readonly messageId: string;
  readonly params: ReportParams;
  /** Why it is undetermined. */
  readonly doubt?: ReportDoubt;
  /** What it says, in the language of the report. */
  readonly message: string;
  readonly remedies: readonly ReportRemedy[];
  /** The ids of the statements it rests on: its own first, then the others of its rule. */
  readonly statements: readonly string[];
  readonly waived?: true;
  readonly waiver?: ReportWaiver;
  /** It is one of those that were accepted before. */
  readonly baseline?: true;
  /** The same for the same finding in another run: 16 hexadecimal digits. */
  readonly fingerprint: string;
}

/** One thing to do about a finding. */
export interface ReportRemedy {
  readonly id: string;
  readonly params?: ReportParams;
  /** One sentence, in the language of the report. */
  readonly text: string;
  /** Lines to paste as they are. */
  readonly snippet?: string;
}

/** Why a finding is accepted for a time. */
export interface ReportWaiver {
  readonly reason: string;
  /** The last day on which it is waived: `YYYY-MM-DD`. */
  readonly until: string;
  readonly owner: string | null;
}

/** A subject that satisfied a rule. */
export interface ReportSubject {
  readonly rule: RuleId;
  readonly apex?: string;
  readonly host?: string;
  readonly urn?: string;
}

/** Something that was not judged, or only in part. */
export interface ReportLimit {
  readonly messageId: string;
  readonly params: ReportParams;
  /** What it says, in the language of the report. */
  readonly message: string;
}
