import { eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { kindNames, kindOf } from "../notice-kinds.ts";

import { noticeHours, noticePreference } from "../tables.ts";
import { type NoticeHours, usualHours } from "./notice-hours.ts";
import { type KindPreference, mailOf, pushes } from "./notice-preferences.ts";
import { sendsMail } from "./ways.ts";

/** What people have chosen themselves, by person; who has chosen nothing is not there. */
export async function chosenOf(q: Queryable, personIds: string[]): Promise<Map<string, KindPreference[]>> {
  const rows =
    personIds.length === 0
      ? []
      : await q.select().from(noticePreference).where(inArray(noticePreference.personId, personIds));
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** When the person is not to be disturbed; the usual hours where nothing was chosen. */
export async function hoursOf(q: Queryable, personId: string): Promise<NoticeHours> {
  const [own] = await q.select().from(noticeHours).where(eq(noticeHours.personId, personId));
  if (!own) return usualHours;
  const { personId: _, agencyId: __, ...hours } = own;
  return hours;
}

/** How the person is told of each kind, as the settings show it. */
export async function noticeSettingsOf(q: Queryable, personId: string) {
  const chosen = await q.select().from(noticePreference).where(eq(noticePreference.personId, personId));
  return {
    sendsMail: sendsMail(),
    hours: await hoursOf(q, personId),
    kinds: kindNames.map((kind) => {
      const { group, label, always = null, urgent = false } = kindOf(kind)!;
      return { kind, group, label, always, urgent, mail: mailOf(kind, chosen), push: pushes(kind, chosen) };
    }),
  };
}
