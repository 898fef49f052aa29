/** What a picture of a report shows: hosts, the resources on their ways, and what serves them. Each is drawn once. */
import { memo } from "../../base/memo";
import { render, type Language } from "../../messages";
import { nameOfUrn, partsOfUrn, stackInUrn } from "../../names/urn";
import { modelType } from "../../plan/bridged";
import { isExcused } from "../format";
import { urnsOf } from "../resources";
import { areSeveral } from "../stacks";
import type { Report, ReportApex, ReportExposure, ReportFinding, ReportPlace, ReportStep } from "../types";
import { shortType } from "../violation";
import { placeText } from "../where";

/** What the filing rules make of what is drawn, or a finding about it. */
export type Standing = ReportExposure["verdict"];

/** From the best to the worst. */
export const STANDINGS: readonly Standing[] = ["not-applicable", "satisfied", "undetermined", "violation"];

/** Something that is drawn as a box. */
export interface PictureNode {
  readonly id: string;
  /** `place` stands for what serves a host where no resource is known. */
  readonly kind: "host" | "step" | "entry" | "place";
  /** What is told apart when many are drawn as one; empty for hosts. */
  readonly type: string;
  readonly name: string;
  /** Where it is, in words; those of an entry that is in several places all. */
  readonly places: readonly string[];
  /** The worst of all ways through it. */
  readonly standing: Standing;
  /** How many it stands for. */
  readonly count: number;
}

/** How one follows from another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** Words such as `record`. */
  readonly whys: readonly string[];
  readonly standing: Standing;
}

export interface Picture {
  /** In the order of the report: each before what it leads to, where it is met for the first time. */
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** The worse of two. */
export const worse = (one: Standing, other: Standing): Standing =>
  STANDINGS.indexOf(one) < STANDINGS.indexOf(other) ? other : one;

/** The picture of all domains of a report, or of those that are named. */
export function pictureOf(report: Report, language: Language, apexes?: readonly string[]): Picture {
  const draft = new Draft(language, areSeveral(report));
  const findings = openByApex(report);
  const wanted = apexes && new Set(apexes);
  const some = wanted?.size === 1 ? [...wanted].flatMap((one) => apexesOf(report).get(one) ?? []) : report.apexes;
  for (const apex of some) {
    if (!wanted || wanted.has(apex.apex)) draft.addApex(apex, findings.get(apex.apex) ?? []);
  }
  const told = worstByUrn(report);
  const nodes = [...draft.nodes.values()].map((node) => {
    const found = told.get(node.id);
    return found ? { ...node, standing: worse(node.standing, found) } : node;
  });
  return { nodes, edges: [...draft.edges.values()] };
}

// A page draws each domain of a report by itself: what is asked of all findings is asked once.
const apexesOf = memo(({ apexes }: Report) => new Map(apexes.map((one) => [one.apex, one])));

/** What open findings say of resources, whether they name a host or not. */
const worstByUrn = memo(({ findings }: Report): ReadonlyMap<string, Standing> => {
  const worst = new Map<string, Standing>();
  for (const finding of findings) {
    if (isExcused(finding)) continue;
    for (const urn of urnsOf(finding)) worst.set(urn, worse(worst.get(urn) ?? finding.verdict, finding.verdict));
  }
  return worst;
});

/** The findings that show how a host is served, by domain. */
const openByApex = memo(({ findings }: Report): ReadonlyMap<string, readonly ReportFinding[]> => {
  const found = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const { apex, host, path } = finding;
    if (apex === undefined || host === undefined || path.length === 0 || isExcused(finding)) continue;
    const own = found.get(apex);
    if (own) own.push(finding);
    else found.set(apex, [finding]);
  }
  return found;
});

interface Way {
  readonly host: string;
  readonly path: readonly ReportStep[];
  /** Undefined where only the path is known. */
  readonly end?: { readonly entry: string | null; readonly place: ReportPlace };
  readonly standing: Standing;
}

class Draft {
  readonly nodes = new Map<string, PictureNode>();
  readonly edges = new Map<string, PictureEdge>();

  /** `stacked`: whether the stack of each resource is told. */
  constructor(
    private readonly language: Language,
    private readonly stacked: boolean,
  ) {}

  addApex({ apex, exposures }: ReportApex, findings: readonly ReportFinding[]): void {
    const told = worstByWay(findings);
    for (const { host, entry, place, path, verdict } of exposures) {
      const found = entry === null ? undefined : told.get(keyOf(host, entry));
      this.addWay(apex, { host, path, end: { entry, place }, standing: found ? worse(verdict, found) : verdict });
    }
    for (const { host = "", path, verdict } of findings) this.addWay(apex, { host, path, standing: verdict });
  }

  private addWay(apex: string, { host, path, end, standing }: Way): void {
    let last = this.hostNode(apex, host, end?.entry ?? path.at(-1)?.urn ?? "", standing);
    const follow = (to: string, why: string): void => {
      if (to !== last) this.edge(last, to, render(this.language, `why.${why}` as "why.entry"), standing);
      last = to;
    };
    for (const { urn, type, name, why } of path) {
      this.node({ id: urn, kind: "step", type: this.typeOf(type, urn), name, places: [], standing, count: 1 });
      follow(urn, why);
    }
    if (!end) return;
    const { entry, place } = end;
    const says = placeText(place, this.language);
    if (entry !== null) {
      const type = this.typeOf(modelType(partsOfUrn(entry)?.type ?? ""), entry);
      this.node({ id: entry, kind: "entry", type, name: nameOfUrn(entry), places: [says], standing, count: 1 });
      if (!path.some(({ urn }) => urn === entry)) follow(entry, "entry");
    } else {
      // What others serve is drawn once for each of them; of what is unknown nobody can say that it is one.
      const id = place.in === "undetermined" ? `unknown ${last}` : `place ${JSON.stringify(place)}`;
      const name = place.vendor ?? render(this.language, "picture.unknown-entry");
      this.node({ id, kind: "place", type: "", name, places: [says], standing, count: 1 });
      follow(id, "entry");
    }
  }

  /** The type of a resource, and its stack where that is told. */
  private typeOf(type: string, urn: string): string {
    const stack = this.stacked ? stackInUrn(urn) : undefined;
    return [shortType({ urn, type }), ...(stack === undefined ? [] : [stack])].join(" · ");
  }

  private hostNode(apex: string, host: string, end: string, standing: Standing): string {
    const id = host === "" ? `host of ${apex} at ${end}` : `host ${host}`;
    const name = host === "" ? render(this.language, "picture.unknown-host", { apex }) : host;
    this.node({ id, kind: "host", type: "", name, places: [], standing, count: 1 });
    return id;
  }

  private node(node: PictureNode): void {
    const old = this.nodes.get(node.id);
    this.nodes.set(node.id, old ? joined(old, node) : node);
  }

  private edge(from: string, to: string, why: string, standing: Standing): void {
    const key = `${from}\n${to}`;
    const old = this.edges.get(key);
    const whys = [...new Set([...(old?.whys ?? []), why])];
    this.edges.set(key, { from, to, whys, standing: old ? worse(old.standing, standing) : standing });
  }
}

/** Two sights of one thing. */
function joined(old: PictureNode, one: PictureNode): PictureNode {
  const places = [...new Set([...old.places, ...one.places])];
  const kind = one.kind === "entry" ? one.kind : old.kind;
  return { ...old, kind, places, standing: worse(old.standing, one.standing) };
}

const keyOf = (host: string, urn: string): string => `${host}\n${urn}`;

/** What findings say of their hosts at what serves them: of a finding about several, the last of its path serves all. */
function worstByWay(findings: readonly ReportFinding[]): ReadonlyMap<string, Standing> {
  const worst = new Map<string, Standing>();
  for (const { hosts, path, verdict } of findings) {
    const end = path.at(-1)?.urn ?? "";
    for (const host of hosts) {
      const key = keyOf(host, end);
      worst.set(key, worse(worst.get(key) ?? verdict, verdict));
    }
  }
  return worst;
}
