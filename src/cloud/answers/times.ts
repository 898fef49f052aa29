/** Times as operations write them. */
import { isDay, today, type Day } from "../../base/calendar";

/** `2026-12-10T16:00Z` of ECS, `2026-12-10T16:00:00Z` of the others. */
const IN_UTC = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?Z$/;
/** `2026-12-11 00:00:00` of domains, whose time zone no page names; the vendor's console shows the same in UTC+8. */
const WITHOUT_ZONE = /^(\d{4}-\d\d-\d\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** The moment of a time in UTC; undefined for what is none. */
export function momentIn(text: string): Date | undefined {
  const day = IN_UTC.exec(text)?.[1];
  return day !== undefined && isDay(day) ? new Date(text) : undefined;
}

/** The day in Asia/Shanghai of a moment in milliseconds; undefined for what is none of the years 1 to 9999. */
export function dayAt(milliseconds: number): Day | undefined {
  const moment = new Date(milliseconds);
  const day = Number.isNaN(moment.getTime()) ? "" : today(moment);
  return isDay(day) ? day : undefined;
}

/** The day of a time that is written without its zone; undefined for what is none. */
export function dayIn(text: string): Day | undefined {
  const day = WITHOUT_ZONE.exec(text)?.[1];
  return day !== undefined && isDay(day) ? day : undefined;
}
