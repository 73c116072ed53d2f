import { type IsDayOff, whyOff } from "../clock/working-days.ts";
import type { Queryable } from "../database/database.ts";

/** Looks up an agency's days off; stated by the capability that keeps its calendar. */
export type LookUpDaysOff = (q: Queryable, agencyId: string) => Promise<IsDayOff>;

const weekends: IsDayOff = (day) =>
  whyOff({ off: new Map(), worked: new Map(), years: new Set() }, day) !== null;

let lookUp: LookUpDaysOff = async () => weekends;

export function learnDaysOff(known: LookUpDaysOff): void {
  lookUp = known;
}

/** The days off of an agency; Saturdays and Sundays where no capability keeps a calendar. */
export const daysOffOf: LookUpDaysOff = (q, agencyId) => lookUp(q, agencyId);
