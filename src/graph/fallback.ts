/** Fallback records: they hold only while no other record tells where their host leads. */
import { flat } from "../base/collections";
import { toAscii } from "../names/host-name";
import { unknown, type Doubt } from "../plan/fact";
import type { RecordContribution } from "./contribution";
import { endpointOf } from "./endpoints";

/**
 * The records without the fallbacks for hosts of which another record tells where they lead; in doubt where
 * another may. One that leads to a name which Traffic Manager assigns tells less than the instance itself. `absence`: why
 * there may be others.
 */
export function withFallbacks(
  records: readonly RecordContribution[],
  absence: Doubt | undefined,
): readonly RecordContribution[] {
  const withFallback = new Set(flat(records, (record) => (record.fallback ? hostsOf(record) : [])));
  if (withFallback.size === 0) return records;
  const isMoot = (record: RecordContribution): boolean =>
    leadsToManager(record) && hostsOf(record).some((host) => withFallback.has(host));
  const kept = records.filter((record) => !isMoot(record));
  const own = kept.filter((record) => !record.fallback);
  const doubtful = own.filter(({ host, type }) => host.state === "unknown" || type.state === "unknown");
  const answered = new Set(
    flat(
      own.filter(({ type }) => type.state === "known"),
      hostsOf,
    ),
  );
  return kept
    .filter((record) => !record.fallback || !hostsOf(record).some((host) => answered.has(host)))
    .map((record) => {
      const why = record.fallback && (absence ?? doubtful.flatMap((one) => whyOf(one, record) ?? [])[0]);
      return why && isOn(record) ? { ...record, active: unknown(why) } : record;
    });
}

function leadsToManager({ value }: RecordContribution): boolean {
  const text = value.string();
  const endpoint = text.state === "known" ? endpointOf(text.value) : undefined;
  return endpoint?.is === "form" && endpoint.kind === "gtm";
}

/** Why a record may tell where the host of another one leads: its own host is not known, or its type. */
function whyOf({ host, type, of }: RecordContribution, record: RecordContribution): Doubt | undefined {
  if (host.state === "unknown") return of === undefined && mayBeOf(host.doubt, record) ? host.doubt : undefined;
  const isSame = host.state === "known" && hostsOf(record).includes(toAscii(host.value) ?? host.value);
  return isSame && type.state === "unknown" ? type.doubt : undefined;
}

const isOn = ({ active }: RecordContribution): boolean => active.state === "known" && active.value;

const mayBeOf = ({ under }: Doubt, record: RecordContribution): boolean =>
  under === undefined || hostsOf(record).some((host) => host === under || host.endsWith(`.${under}`));

const hostsOf = ({ host }: RecordContribution): readonly string[] =>
  host.state === "known" ? [toAscii(host.value) ?? host.value] : [];
