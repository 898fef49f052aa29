/** Calendar days in Asia/Shanghai, which has had no other offset than +08:00 since 1991. */

/** A calendar day, `YYYY-MM-DD`. Days compare as texts. */
export type Day = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The day in Asia/Shanghai at this moment. */
export const today = (now: Date): Day => dayOf(now.getTime() + 8 * HOUR);

/** A moment in UTC and whole seconds: `2026-11-26T03:04:05Z`. */
export const momentOf = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`;

/** Whether a text is a real calendar day. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(timeOf(text)) && dayOf(timeOf(text)) === text;
}

/** Whether a text is a real moment in UTC and whole seconds, such as `2026-11-26T03:04:05Z`. */
export function isMoment(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text.replace("Z", ".000Z");
}

/** How many days `to` comes after `from`; negative when it comes before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((timeOf(to) - timeOf(from)) / DAY);

/** The day so many days later, or earlier when `days` is negative. */
export const addDays = (day: Day, days: number): Day => dayOf(timeOf(day) + days * DAY);

/** How many working days come after `from`, up to and including `to`. Public holidays are not known: weekdays count. */
export function workingDaysBetween(from: Day, to: Day): number {
  const days = Math.max(0, daysBetween(from, to));
  const rest = Array.from({ length: days % 7 }, (_, at) => addDays(to, -at));
  return Math.floor(days / 7) * 5 + rest.filter(isWeekday).length;
}

const isWeekday = (day: Day): boolean => ![0, 6].includes(new Date(timeOf(day)).getUTCDay());

const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);
