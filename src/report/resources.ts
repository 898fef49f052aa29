/** The resources that findings are about, and those that lead to hosts. */
import type { ReportExposure, ReportFinding } from "./types";

/** The URNs of all resources that a finding is about. */
export const urnsOf = ({ urn, resources }: ReportFinding): string[] => [
  ...(urn === undefined ? [] : [urn]),
  ...resources.map((resource) => resource.urn),
];

/** The URNs of all resources on the way of a host, what serves it last. */
export const urnsOnWay = ({ entry, path }: ReportExposure): string[] => [
  ...path.map(({ urn }) => urn),
  ...(entry === null ? [] : [entry]),
];
