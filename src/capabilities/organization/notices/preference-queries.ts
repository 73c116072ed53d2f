import { eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { kindNames, kindOf } from "../notice-kinds.ts";

import { noticePreference } from "../tables.ts";
import { type KindPreference, mailOf } from "./notice-preferences.ts";
import { sendsMail } from "./ways.ts";

/** What people have chosen themselves, by person; who has chosen nothing is not there. */
export async function chosenOf(q: Queryable, personIds: string[]): Promise<Map<string, KindPreference[]>> {
  const rows =
    personIds.length === 0
      ? []
      : await q.select().from(noticePreference).where(inArray(noticePreference.personId, personIds));
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** How the person is told of each kind, as the settings show it. */
export async function noticeSettingsOf(q: Queryable, personId: string) {
  const chosen = await q.select().from(noticePreference).where(eq(noticePreference.personId, personId));
  return {
    sendsMail: sendsMail(),
    kinds: kindNames.map((kind) => {
      const { group, label, always = null } = kindOf(kind)!;
      return { kind, group, label, always, mail: mailOf(kind, chosen) };
    }),
  };
}
