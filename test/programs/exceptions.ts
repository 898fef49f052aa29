/** Where a program and its preview are not found to be the same, and why; and the programs that are not judged. */

/** What only one of the doors finds, one line for each finding. */
export interface Difference {
  readonly why: string;
  readonly program: readonly string[];
  readonly preview: readonly string[];
}

/** By the name of the folder. */
export const DIFFERENT: Readonly<Record<string, Difference>> = {
  aliases: {
    why: "A preview of an empty stack does not tell former names: only the program says that it has the servers of the register.",
    program: [],
    preview: [],
  },
  existing: {
    why: "What is read or adopted only the cloud knows; the stand-in for it says that there is no address.",
    program: [
      "icp-dns-record undetermined adopted",
      "icp-dns-record undetermined own.example.com",
      "icp-dns-record undetermined server",
    ],
    preview: ["icp-unnamed-website undetermined server"],
  },
  "remote-component": {
    why: "Of a component that another package makes the program sees nothing: it says so, and concludes nothing from it.",
    program: [
      "icp-dns-record undetermined m.example.com",
      "icp-server-missing undetermined own",
      "icp-undetermined undetermined shop",
    ],
    preview: [
      "icp-cdn-coverage violation shop.example.com",
      "icp-dns-record violation m.example.com",
      "icp-server-missing violation own",
    ],
  },
  secrets: {
    why: "Nobody has the passphrase here: what is made of a secret is unknown, where the preview calls it a secret.",
    program: [],
    preview: [],
  },
  "stack-reference": {
    why: "To the engine all outputs of a stack are secret where one is; the program is told of each by itself, and of one that is not there.",
    program: [
      "icp-dns-record undetermined detailed.example.com+required.example.com",
      "icp-dns-record undetermined missing.example.com",
    ],
    preview: ["icp-dns-record undetermined detailed.example.com+missing.example.com+required.example.com"],
  },
  "renamed-component": {
    why: "What is deployed already, and so what leaves, only the preview knows.",
    program: [],
    preview: ["icp-server-removed violation shop", "icp-server-renewal violation archive"],
  },
  "renewed-server": {
    why: "That a server is there already, for how long nobody knows, only the preview knows.",
    program: ["icp-server-term violation old"],
    preview: ["icp-server-term undetermined old"],
  },
  teardown: {
    why: "What is deployed already, and so what leaves, only the preview knows.",
    program: [],
    preview: ["icp-server-removed violation filing"],
  },
};

/** A run that ends with exit code 2. */
export interface Refusal {
  /** The folder, where it is not that of the name. */
  readonly program?: string;
  readonly options?: readonly string[];
  /** All that is said, without the name of the command. */
  readonly says: readonly string[];
  /** Why it is refused though the engine previews it. */
  readonly why?: string;
}

const waitsForZones = [
  "Pulumi.yaml: the program waits for what alicloud:index/getZones:getZones gives, which only the cloud can tell; use the form that gives an output (getZonesOutput), or pass its answer with --fixtures FILE, as in",
  "functions:",
  "  alicloud:index/getZones:getZones: {}",
];
const tooLate = (seconds: number, count: string): readonly string[] => [
  `Pulumi.yaml: the program did not come to its end within ${seconds} s (${count} so far); give it longer with --timeout, or see what it waits for`,
];
const otherLanguage = (runtime: string): readonly string[] => [
  `Pulumi.yaml:3: runtime: programs in ${runtime} cannot be run here; run \`pulumi preview --json --show-sames > plan.json\` and pass plan.json, or use the policy pack, which judges programs in any language`,
];
/** Long enough to start on a busy machine, and to see that more does not help. */
const patient = { options: ["--timeout", "25"] };

/** What is refused, by its name: that of an awkward program, and where it is asked in another way, a word about that. */
export const REFUSED: Readonly<Record<string, Refusal>> = {
  "two-stacks, one without a file": {
    program: "two-stacks",
    options: ["--stack", "nosuch"],
    says: [
      "Pulumi.yaml: the program failed: Missing required configuration variable 'two-stacks:host'",
      "   please set a value using the command `pulumi config set two-stacks:host <value>`",
      "Pulumi.yaml: the stack nosuch has no file, so that the program had no configuration; the stacks that have one are prod, staging",
    ],
  },
  "two-stacks, one of another project": {
    program: "two-stacks",
    options: ["--stack", "acme/other/prod"],
    says: [
      "Pulumi.yaml: --stack: acme/other/prod is a stack of the project other, and the project here is two-stacks; pass --stack prod",
    ],
  },
  "configuration-missing": {
    says: [
      "Pulumi.yaml: the program failed: Missing required configuration variable 'configuration-missing:domain'",
      "   please set a value using the command `pulumi config set configuration-missing:domain <value>`",
    ],
  },
  "data-source-awaited, unanswered": { program: "data-source-awaited", says: waitsForZones },
  "data-sources, unanswered": { program: "data-sources", says: waitsForZones },
  "duplicate-name": {
    says: [
      "Pulumi.yaml: the program failed: Error: failed to register new resource media [alicloud:oss/bucketCname:BucketCname]: 2 UNKNOWN: Duplicate resource URN 'urn:pulumi:dev::duplicate-name::alicloud:oss/bucketCname:BucketCname::media'; try giving it a unique name",
      "  at Object.<anonymous> (index.ts:4:3)",
    ],
  },
  "entry-missing": {
    says: [
      "Pulumi.yaml: the program failed: Error: Cannot find module 'dist/index.js'. Please verify that the package.json has a valid \"main\" entry",
    ],
  },
  "exits-three": { says: ["Pulumi.yaml: the program ended with code 3 before it was done"] },
  "exits-zero": { says: ["Pulumi.yaml: the program ended with code 1 before it was done"] },
  go: { says: otherLanguage("go") },
  "interval-left": {
    ...patient,
    says: [
      "Pulumi.yaml: the program came to its end, but its process did not within 25 s: it is kept alive by Timeout; close what it has opened",
    ],
  },
  killed: {
    says: [
      "Pulumi.yaml: the process of the program was ended by SIGKILL before it was done; memory may have run out (NODE_OPTIONS=--max-old-space-size=MB gives it more)",
    ],
  },
  "logs-error": { says: ["Pulumi.yaml: the program failed: the domain is not the company's"] },
  "missing-argument": {
    says: [
      "Pulumi.yaml: the program failed: Error: Missing required property 'sources'",
      "  at Object.<anonymous> (index.js:3:1)",
    ],
  },
  "module-missing": {
    says: [
      "Pulumi.yaml: the program failed: Error: Cannot find module '@acme/hosts'",
      "  Require stack:",
      "  - index.js",
      "  at Object.<anonymous> (index.js:2:19)",
    ],
  },
  "never-ends": { ...patient, says: tooLate(25, "2 resources") },
  "no-project": {
    says: [
      ".: is a folder without plans and without Pulumi.yaml; expected the JSON of pulumi preview --json --show-sames, pulumi stack export or terraform show -json in files that end with .json",
    ],
  },
  python: { says: otherLanguage("python") },
  rejects: {
    says: [
      "Pulumi.yaml: the program failed: RangeError: the settings cannot be read",
      "  at settings (index.ts:5:9)",
      "  at module.exports (index.ts:10:20)",
    ],
  },
  "rejects-unseen": {
    says: ["Pulumi.yaml: the program failed: Error: nobody waits for this", "  at index.ts:6:9"],
  },
  "resource-error": { says: ["Pulumi.yaml: the program failed: this bucket must not be"] },
  "run-error": { says: ["Pulumi.yaml: the program failed: This stack is deployed by its own pipeline."] },
  "waits-with-process": { ...patient, says: tooLate(25, "1 resource") },
  "worker-left": {
    ...patient,
    says: [
      "Pulumi.yaml: the program came to its end, but its process did not within 25 s: a worker or a process that it has started keeps it alive; end that",
    ],
  },
  spins: { ...patient, says: tooLate(25, "1 resource") },
  "stack-reference, unanswered": {
    program: "stack-reference",
    says: [
      "Pulumi.yaml: the program waits for the output webAddress of the stack organization/referred-stack/dev, which is not known here; use getOutput or requireOutput, or pass the export of that stack with --stack-output FILE",
    ],
  },
  "syntax-error": {
    says: [
      "Pulumi.yaml: the program failed: program.js:3",
      '  new alicloud.oss.Bucket("media", { bucket: "media" ;',
      "                                                     ^",
      "  SyntaxError: Unexpected token ';'",
    ],
  },
  "syntax-error-typescript": {
    says: [
      "Pulumi.yaml: the program failed: TSError: ⨯ Unable to compile TypeScript:",
      "  program.ts(3,15): error TS1110: Type expected.",
    ],
  },
  "throws-at-once": {
    says: [
      "Pulumi.yaml: the program failed: Error: there is no host for shop",
      "  at hostOf (hosts.ts:5:33)",
      "  at Object.<anonymous> (index.ts:6:21)",
    ],
  },
  "throws-in-apply": {
    says: [
      'Pulumi.yaml: the program failed: TypeError: error serializing property "bucket": the name media is taken',
      "  at index.ts:6:33",
    ],
  },
  "throws-text": { says: ["Pulumi.yaml: the program failed: no error, a text"] },
  "two-stacks, none of them asked for": {
    program: "two-stacks",
    says: ["Pulumi.yaml: there are several stacks: prod, staging; say which one is meant with --stack"],
  },
  "waits-for-nothing": {
    says: ["Pulumi.yaml: the program ended its own process before it was done, so that not all of it was seen"],
    why: "The engine shows what was made until then, and says nothing of what it did not see.",
  },
  "wrong-option": {
    says: [
      "Pulumi.yaml: the program failed: Error: Resource parent is not a valid Resource: media",
      "  at Object.<anonymous> (index.js:3:1)",
    ],
  },
};

/** A run of a program that has no preview. */
export interface Judged {
  readonly program?: string;
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
  /** What is said beside the findings, by the ids of their messages. */
  readonly limits?: readonly string[];
}

const WWW = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation www"];
const CREDENTIALS = {
  ALICLOUD_ACCESS_KEY: "a",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "b",
  PULUMI_ACCESS_TOKEN: "c",
  AWS_SECRET_ACCESS_KEY: "d",
  SITE_HOST: "e",
};
const environmentOf = (credentials: string): readonly string[] => [
  ...["alibaba-cloud-access-key-secret", "alicloud-access-key", "aws-secret-access-key", "pulumi-access-token"].map(
    (name) => `icp-cdn-coverage violation ${credentials}.${name}.example.com`,
  ),
  "icp-cdn-coverage violation set.site-host.example.com",
  "icp-server-missing violation ALIBABA_CLOUD_ACCESS_KEY_SECRET",
];

/** What is judged without a preview to hold it against, by its name as above. */
export const JUDGED: Readonly<Record<string, Judged>> = {
  "data-source-outputs": {
    findings: [
      "icp-dns-record undetermined www.example.com",
      "icp-oss-custom-domain violation media.example.com",
      "icp-server-missing violation media",
    ],
    limits: ["limit.program-unapplied"],
  },
  "environment, with credentials": { program: "environment", env: CREDENTIALS, findings: environmentOf("not") },
  "environment, with credentials that are to be kept": {
    program: "environment",
    env: CREDENTIALS,
    options: ["--keep-env"],
    findings: environmentOf("set"),
  },
  "imported-environment": {
    findings: ["icp-oss-custom-domain undetermined www.example.com"],
    limits: ["limit.program-environments"],
  },
  "writes-much, of a stack without a file where others have one": {
    program: "writes-much",
    options: ["--stack", "pord"],
    findings: WWW,
    limits: ["limit.program-unconfigured"],
  },
  "applies-unknown": { findings: [], limits: ["limit.program-unapplied"] },
  "missing-output": {
    options: ["--stack-output", "acme/web/prod=outputs.json"],
    findings: ["icp-cdn-coverage undetermined media.example.com", "icp-dns-record undetermined www.example.com"],
    limits: ["limit.program-no-output", "limit.program-no-output", "limit.program-no-output"],
  },
  "started-process": { findings: WWW },
  listens: { findings: WWW, limits: ["limit.program-left-open"] },
  "many-resources": {
    findings: [
      ...Array.from({ length: 249 }, (_, index) => `icp-cdn-coverage violation s${index}.example.com`).sort(),
      "icp-server-missing violation site-0",
    ],
  },
  "referred-stack": { findings: [] },
  "writes-much": { findings: WWW },
};
