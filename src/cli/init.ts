/** `alicloud-icp init`: writes a first register from plans. */
import { endOfUrn } from "../names/urn";
import { products } from "../products";
import { Exposures } from "../graph/exposures";
import type { Plan } from "../plan/plan";
import { stackOf } from "../plan/resource";
import { today } from "../base/calendar";
import { REGISTER_NAME } from "../register/find";
import { skeletonText, type Skeleton } from "../register/skeleton";
import { EXIT, type Exit } from "./errors";
import { Progress, tell, writeNew, type Io } from "./io";
import { readPlans } from "./plans";

export interface InitOptions {
  readonly output?: string;
  readonly region?: string;
}

/** Writes a register that declares every served domain unfiled. Throws an `InputError` when the file exists. */
export async function init(paths: readonly string[], options: InitOptions, io: Io): Promise<Exit> {
  const progress = new Progress(io, true);
  try {
    const { plan } = await readPlans(paths, options.region, io, progress);
    const text = skeletonText(skeletonOf(plan, today(io.now())));
    progress.clear();
    const output = options.output ?? REGISTER_NAME;
    if (output === "-") {
      io.stdout.write(text);
    } else {
      writeNew(output, text, io);
      tell(io, "cli.wrote-register", { file: output });
    }
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

/** What a plan tells of a register: the domains that may be in scope, and the servers that could file them. */
function skeletonOf(plan: Plan, asOf: string): Skeleton {
  const exposures = new Exposures(plan, products);
  const filings = exposures.apexes.flatMap((domain) => {
    const served = exposures
      .ofApex(domain)
      .filter(({ location, tier }) => location.in !== "outside" && tier !== "none");
    const hosts = served.flatMap(({ host }) => (host === undefined || host.startsWith("*.") ? [] : [host]));
    return served.length === 0 ? [] : [{ domain, hosts: [...new Set(hosts)].sort() }];
  });
  const servers = [...exposures.graph.servers.values()]
    .filter(({ location }) => location.in !== "outside")
    .map(({ product, resource }) => ({
      product,
      stack: stackOf(resource.part),
      resource: `*::${endOfUrn(resource.urn)}`,
    }))
    .sort((a, b) => (a.resource < b.resource ? -1 : 1));
  return { asOf, filings, servers };
}
