/**
 * Where the contract over everything does not hold, and why that is right. Each exception is argued from what the project
 * promises; one that nothing needs any more fails the contract.
 */
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { speaker, type Told } from "./worlds/told";
import type { Broken } from "./worlds/unknowns";

/** An exception from the contract. */
export interface Exception {
  readonly name: string;
  readonly because: string;
  /** Which plans it is needed for: those in the tables of rules' tests unless it says so. */
  readonly for?: "captures";
  readonly covers: (broken: Broken) => boolean;
}

/** What is due once a filing is: how it is obtained, by whom, and what the origins of an edge ask for besides. */
const FOLLOWS: ReadonlySet<RuleId> = new Set([
  "icp-server-missing",
  "icp-server-billing",
  "icp-server-term",
  "icp-server-bandwidth",
  "icp-domain-suffix",
  "icp-domain-registrar",
  "icp-domain-real-name",
  "icp-domain-expiry",
  "icp-domain-holder",
  "icp-domain-words",
  "icp-entity-eligible",
  "icp-account-site",
  "icp-offshore-edge",
]);

/** What the register says of a domain or a filing, and what is said of the hosts of a domain together. */
const OF_A_DOMAIN: ReadonlySet<RuleId> = new Set([
  "icp-access-provider-removal",
  "icp-account-entity",
  "icp-app-filing",
  "icp-commercial-licence",
  "icp-domain-expiry",
  "icp-domain-holder",
  "icp-domain-suffix-filed",
  "icp-domain-words",
  "icp-edge-duplicate",
  "icp-empty-shell",
  "icp-entity-province",
  "icp-filed-domain-offshore",
  "icp-filed-domain-split",
  "icp-ip-drift",
  "icp-licence-ip",
  "icp-one-domain-per-site",
  "icp-psb-filing",
  "icp-register-contradicted",
  "icp-register-differs",
  "icp-server-quota",
]);

/** Of these the ones that hold as long as anything uses the domain. */
const FACTS: ReadonlySet<RuleId> = new Set([
  "icp-access-provider-removal",
  "icp-commercial-licence",
  "icp-domain-expiry",
  "icp-domain-suffix-filed",
  "icp-one-domain-per-site",
]);

/** What is about a resource or an edge's origin: nothing says it of what a plan does not show. */
const OF_A_RESOURCE: ReadonlySet<RuleId> = new Set([
  "icp-oss-default-domain",
  "icp-unnamed-website",
  "icp-offshore-edge",
  "icp-server-billing",
  "icp-server-bandwidth",
  "icp-filed-domain-offshore",
]);

const NAMES = /[dD]omain|[nN]ame|^rr$|[hH]ost/;
const OPENINGS = /securityGroup|^(?:external|backend)?Port|^externalPort|[iI]pProtocol|cidrIp|portRange/;
const OPENERS = /SecurityGroup|[lL]istener/;

/** Whether the filing of a host is in doubt, which is said at the host. */
const isAsked = ({ unsure }: Broken, about: (host: Told) => boolean): boolean =>
  unsure.some((one) => one.verdict === "undetermined" && speaker(one) === "icp-dns-record" && about(one));

/** Whether the same rule says it of something else of the domain. */
const isSaid = ({ unsure, told }: Broken): boolean =>
  unsure.some((one) => speaker(one) === speaker(told) && one.apex === told.apex);

export const EXCEPTIONS: readonly Exception[] = [
  {
    name: "what follows from a filing that is due",
    because: "How a filing is obtained is asked once one is certainly due; until then the doubt stands at the host.",
    covers: (broken) =>
      broken.kind === "silence" &&
      FOLLOWS.has(broken.told.rule) &&
      isAsked(broken, ({ apex }) => apex === undefined || apex === broken.told.apex),
  },
  {
    name: "what is said of a domain that is not known",
    because: "Under a name that may be any, nothing can be looked up; the doubt stands at what has no name.",
    covers: (broken) =>
      broken.kind === "silence" &&
      OF_A_DOMAIN.has(broken.told.rule) &&
      (NAMES.test(broken.path) || isAsked(broken, ({ apex }) => apex === undefined)),
  },
  {
    name: "facts of a domain that stays in use",
    because: "What the register says of a domain is true whatever one of its records or servers turns out to be.",
    covers: ({ kind, told }) => kind === "wolf" && FACTS.has(told.rule),
  },
  {
    name: "openings",
    because:
      "The duty follows the domain that resolves: what may be open or closed is no doubt about it (design, Ports).",
    covers: ({ kind, type, path, told }) =>
      (OPENERS.test(type) || OPENINGS.test(path)) &&
      (kind === "wolf" || (kind === "silence" && OF_A_DOMAIN.has(told.rule))),
  },
  {
    name: "a website without a name",
    because: "Advice for an entry to which nobody's host leads: a doubt about what leads where is said at that.",
    covers: ({ kind, told, unsure }) =>
      kind !== "wolf" &&
      told.rule === "icp-unnamed-website" &&
      unsure.some(({ verdict }) => verdict === "undetermined"),
  },
  {
    name: "a name that is nobody's",
    because:
      "A host of a private network is no public name, and what is not known is taken for one: it is the entry's host.",
    covers: ({ kind, told, world }) =>
      kind === "silence" && told.rule === "icp-unnamed-website" && /internal|aliyuncs\.com/.test(world),
  },
  {
    name: "several candidates",
    because: "Which of several resources is meant matters only while they differ: with one of them unknown they agree.",
    covers: ({ kind, told }) =>
      kind === "silence" && told.rule === "icp-unnamed-website" && told.why === "several-candidates",
  },
  {
    name: "a name of one's own",
    because:
      "A name under an own domain without a record is in doubt by itself; what is not known leads to no such name.",
    covers: ({ kind, told }) => kind === "silence" && told.why === "own-name",
  },
  {
    name: "left or lost",
    because:
      "Of a host that may have left the mainland the rules about that speak, and of a server that is lost one rule.",
    covers: ({ kind, told, unsure }) => {
      const speaks = (rule: RuleId): boolean =>
        unsure.some((one) => one.verdict === "undetermined" && speaker(one) === rule);
      if (kind !== "silence") return false;
      if (told.rule === "icp-ip-drift") return speaks("icp-filed-domain-offshore");
      return told.message === "icp-server-renewal.forgotten" && speaks("icp-server-removed");
    },
  },
  {
    name: "one of a wildcard's hosts",
    because: "Of the hosts for which a wildcard answers one is named.",
    covers: (broken) => speaker(broken.told) === "icp-filed-domain-offshore" && isSaid(broken),
  },
  {
    name: "a bucket's name",
    because: "A name that is written somewhere is no name that is only given by the update.",
    covers: ({ path, type }) => type.endsWith(":Bucket") && path === "bucket",
  },
  {
    name: "a record that may be off",
    for: "captures",
    because:
      "Of a record that may be off its own host is asked; that others of the domain need a filing all the same is said of them.",
    covers: ({ kind, path, type }) => kind === "needless" && path === "status" && type.endsWith("Record"),
  },
  {
    name: "the unit of a period",
    for: "captures",
    because: "How long something was bought for is counted once its unit is known, even where each unit is too short.",
    covers: ({ kind, path }) => kind === "needless" && path === "periodUnit",
  },
  {
    name: "a region that an endpoint names",
    for: "captures",
    because: "A name of a bucket names its region: where the bucket is in another one, nothing answers to the name.",
    covers: ({ kind, type, path, told }) =>
      kind === "silence" &&
      type === "pulumi:providers:alicloud" &&
      path === "region" &&
      told.rule === "icp-filed-domain-offshore",
  },
  {
    name: "waivers",
    because: "Whether a waiver is unused shows once all that it may cover is known.",
    covers: ({ kind, told }) => kind === "silence" && told.message === "icp-register-stale.waiver-unused",
  },
  {
    name: "what is another vendor's by itself",
    because:
      "A vendor's name or address is a stranger's; what leads on from it, or puts it into the mainland, is shown.",
    covers: ({ kind, how, type }) =>
      kind === "silence" && how === "hidden" && /^(?:azure-native:|pulumi:providers:aws$)/.test(type),
  },
  {
    name: "nothing shown hints at it",
    because: "That a plan hides resources is said once; of hosts that it shows it is said at each.",
    covers: ({ kind, how, told }) =>
      kind === "silence" && how === "hidden" && (OF_A_RESOURCE.has(told.rule) || told.rule === "icp-edge-duplicate"),
  },
];

/** The exception that covers a disagreement. */
export const exceptionFor = (broken: Broken): Exception | undefined => EXCEPTIONS.find(({ covers }) => covers(broken));
