/** `alicloud-icp init`: writes a first register from plans, or adds to one what is new. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { InputError } from "../input/error";
import { message, render, type Language } from "../messages";
import { joinList } from "../messages/punctuation";
import { foldersUpward } from "../base/repository";
import { globOfUrn } from "../names/urn";
import { products } from "../products";
import type { Exposure } from "../graph/exposure";
import { Exposures } from "../graph/exposures";
import { fileOfPlan } from "../names/plan-name";
import type { Plan } from "../plan/plan";
import { stackOf, type Resource } from "../plan/resource";
import { today } from "../base/calendar";
import { findSharedRegister, REGISTER_NAME, shortName } from "../register/find";
import { SCHEMA_FILES, schemaAddress } from "../register/schema-address";
import type { Register } from "../register/register";
import { skeletonWith } from "../register/certain";
import { skeletonText, type Skeleton, type SkeletonServer } from "../register/skeleton";
import type { Verified } from "../register/verified";
import { RULE_IDS } from "../vocabulary/rule-ids";
import { changedLines } from "./changed-lines";
import { EXIT, type Exit } from "./errors";
import { Progress, tell, writeNew, writeWhole, type Io } from "./io";
import { readPlans, type JoinedPlans, type PlansOptions } from "./plans";
import { settingsFor } from "./settings";
import { tellNotes, tellWanting } from "./wanting";

export interface InitOptions extends PlansOptions {
  readonly output?: string;
  /** Whether what is new is added to the register that is there. */
  readonly update?: boolean;
  readonly register?: string;
  readonly dryRun?: boolean;
  /** Whether the cloud is asked about what the plans serve. */
  readonly verify?: boolean;
  readonly endpoint?: readonly string[];
}

/**
 * Writes a register that declares every served domain unfiled, or adds those that are new to the one that is there. Throws
 * an `InputError`; then nothing was written.
 */
export async function init(paths: readonly string[], options: InitOptions, io: Io): Promise<Exit> {
  if (options.update !== true) {
    if (options.dryRun === true) throw new InputError(message("input.dry-run-alone", {}), { key: "--dry-run" });
    if (options.register !== undefined)
      throw new InputError(message("input.register-of-init", {}), { key: "--register" });
  } else if (options.output === "-") {
    throw new InputError(message("input.update-stdout", {}), { key: "--output" });
  } else if (options.verify === true) {
    throw new InputError(message("input.verify-update", {}), { key: "--verify" });
  }
  if (options.endpoint !== undefined && options.verify !== true)
    throw new InputError(message("input.option-alone", { other: "--verify" }), { key: "--endpoint" });
  const asking = options.verify === true ? await askingFor(options.endpoint, io) : undefined;
  const progress = new Progress(io, true);
  try {
    const plans = await readPlans(paths, options, io, progress);
    progress.clear();
    tellNotes(plans.notes, io);
    if (options.update === true) await update(plans, options, io);
    else await create(plans.plan, options.output ?? registerFor(paths, plans), asking, io, progress);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

/** The domains of plans that may be in scope: those that are served, and not from outside of the mainland alone. */
export const domainsServed = (plan: Plan, register: Register): readonly string[] => {
  const exposures = new Exposures(plan, products, register);
  return exposures.apexes.filter((domain) => servedInside(exposures, domain).length > 0);
};

/** A new register lies here, or beside the project that was taken because nobody named a plan. */
const registerFor = (paths: readonly string[], { named: [first] }: JoinedPlans): string =>
  paths.length > 0 || first === undefined ? REGISTER_NAME : join(first.name, REGISTER_NAME);

async function create(
  plan: Plan,
  output: string,
  asking: ((about: Skeleton, progress: Progress) => Promise<Verified>) | undefined,
  io: Io,
  progress: Progress,
): Promise<void> {
  const { language } = io;
  const exposures = new Exposures(plan, products);
  const empty = skeletonOf(exposures, today(io.now()));
  // Nobody is asked for what cannot be written.
  if (asking && output !== "-" && existsSync(resolve(io.cwd, output)))
    throw new InputError(message("input.output-exists", {}), { file: output });
  const verified = await asking?.(empty, progress);
  progress.clear();
  const skeleton = verified ? skeletonWith(empty, verified) : empty;
  const schema = schemaFor(output === "-" ? io.cwd : dirname(resolve(io.cwd, output)), language);
  const text = skeletonText(skeleton, { language, schema });
  if (output === "-") {
    io.stdout.write(text);
  } else {
    writeNew(output, text, io);
    if (verified) (await writing()).keepVerified(resolve(io.cwd, output), verified, io);
    tell(io, skeleton.filings.length > 0 ? "cli.wrote-register" : "cli.wrote-empty-register", { file: output });
  }
  if (verified) (await writing()).tellUnanswered(verified, io);
  tellRest(plan, exposures, () => false, io);
}

const writing = () => import("./verified.js");

/** What asks about a first register. What that needs is loaded for it alone. */
async function askingFor(endpoint: readonly string[] | undefined, io: Io) {
  const [{ askingAt }, { firstQuestionsOf }] = await Promise.all([
    import("./asking.js"),
    import("../cloud/questions.js"),
  ]);
  const ask = askingAt(endpoint, io);
  return (about: Skeleton, progress: Progress): Promise<Verified> => ask(firstQuestionsOf(about), progress, about);
}

/** Says what the plans do not show, and which of the domains that they serve are left out. */
function tellRest(plan: Plan, exposures: Exposures, isListed: (domain: string) => boolean, io: Io): void {
  tellWanting(plan, exposures, io);
  const outside = exposures.apexes.filter((domain) => isServedOutside(exposures, domain) && !isListed(domain));
  if (outside.length > 0) tell(io, "cli.served-outside", { domains: namesText(outside, io.language) });
}

/** Where an editor finds the schema: in this package where it is installed for the register's folder, else on the web. */
function schemaFor(folder: string, language: Language): string {
  const file = SCHEMA_FILES[language];
  const installed = ["node_modules", "alicloud-icp", file];
  const home = foldersUpward(folder).find((one) => existsSync(join(one, ...installed)));
  if (home === undefined) return schemaAddress(file);
  const path = relative(folder, join(home, ...installed)).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

/** Adds the filings of domains that the register does not list. */
async function update({ plan, named }: JoinedPlans, options: InitOptions, io: Io): Promise<void> {
  const { env, cwd, language } = io;
  if (options.output !== undefined && options.register !== undefined)
    throw new InputError(message("input.two-registers", { file: options.output, other: options.register }), {
      key: "--register",
    });
  const explicit = options.register ?? options.output ?? (await settingsFor(undefined, io)).register;
  const found = findSharedRegister(named, { explicit, env, workingFolder: cwd });
  if (!found) throw new InputError(message("input.no-register-to-update", {}));
  const { openRegister, registerText } = await import("../register/open.js");
  const day = today(io.now());
  const name = shortName(found.file, cwd);
  const before = registerText(found.file, name);
  const register = openRegister({ explicit: found.file, env, startFolders: [], base: cwd, today: day });
  const exposures = new Exposures(plan, products, register);
  const { filings } = skeletonOf(exposures, day);
  const isListed = (domain: string): boolean => register.filingOf(domain) !== undefined;
  const [first, ...rest] = filings.filter(({ domain }) => !isListed(domain));
  if (!first) {
    tell(io, "cli.nothing-new", { file: name });
    tellRest(plan, exposures, isListed, io);
    return;
  }
  const { insertFilings } = await import("../register/insert.js");
  const added = { filings: [first, ...rest], language } as const;
  const { text, line } = insertFilings(before, added, { file: name, knownRules: RULE_IDS, today: day });
  if (options.dryRun === true) {
    io.stdout.write(changedLines(before, text, name));
    tellRest(plan, exposures, isListed, io);
    return;
  }
  writeWhole(
    [{ path: name, text }],
    named.map((one) => fileOfPlan(one.name)),
    io,
  );
  const domains = namesText(
    [first, ...rest].map(({ domain }) => domain),
    language,
  );
  tell(io, "cli.added", { domains, file: `${name}:${line}` });
  tellRest(plan, exposures, isListed, io);
}

/** How the names of a domain are served by what the public reaches. */
const servedOf = (exposures: Exposures, domain: string): readonly Exposure[] =>
  exposures.ofApex(domain).filter(({ tier }) => tier !== "none");

/** The same, by what is not outside of the mainland. */
const servedInside = (exposures: Exposures, domain: string): readonly Exposure[] =>
  servedOf(exposures, domain).filter(({ location }) => location.in !== "outside");

const isServedOutside = (exposures: Exposures, domain: string): boolean => {
  const served = servedOf(exposures, domain);
  return served.length > 0 && served.every(({ location }) => location.in === "outside");
};

/** What a plan tells of a register: the domains that may be in scope, and the servers that could file them. */
function skeletonOf(exposures: Exposures, asOf: string): Skeleton {
  const servers = serversOf(exposures);
  const filings = exposures.apexes.flatMap((domain) => {
    const served = servedInside(exposures, domain);
    if (served.length === 0) return [];
    const hosts = served.flatMap(({ host }) => (host === undefined || host.startsWith("*.") ? [] : [host]));
    const onTheWay = new Set(served.flatMap(({ path }) => path.map(({ resource }) => resource)));
    const own = servers.filter(({ resource }) => onTheWay.has(resource));
    const ordered = [...new Set([...own, ...servers])].map(({ server }) => server);
    return [{ domain, hosts: [...new Set(hosts)].sort(), servers: ordered }];
  });
  return { asOf, filings };
}

/** The servers that could file a domain, by what a register calls them. */
const serversOf = (exposures: Exposures): readonly { readonly resource: Resource; readonly server: SkeletonServer }[] =>
  [...exposures.graph.servers.values()]
    .filter(({ location }) => location.in !== "outside")
    .map(({ product, resource }) => ({
      resource,
      server: {
        product,
        stack: stackOf(resource.part),
        resource: globOfUrn(resource.urn),
        ...(resource.id.state === "known" && { id: resource.id.value }),
      },
    }))
    .sort((a, b) => (a.server.resource < b.server.resource ? -1 : 1));

/** So many names are told in one sentence. */
const MOST_NAMED = 10;

function namesText(names: readonly string[], language: Language): string {
  const some = joinList(language, names.slice(0, MOST_NAMED));
  const left = names.length - MOST_NAMED;
  return left > 0 ? render(language, "cli.and-more", { names: some, n: left }) : some;
}
