import { implement } from "@orpc/server";
import { eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { sharedCalendar } from "../tables.ts";
import { calendarOf, daysOfYear } from "./calendar-queries.ts";
import { calendarContract } from "./contract.ts";
import { importCalendar, tryCalendarList } from "./import-calendar.ts";
import { calendarPolicy } from "./policy.ts";
import { removeCalendarDay } from "./remove-calendar-day.ts";
import { saveCalendarDay } from "./save-calendar-day.ts";
import { shareCalendar } from "./share-calendar.ts";
import { calendarAbove, takeOverCalendar } from "./take-over-calendar.ts";

const api = implement(calendarContract).$context<ApiContext>().use(authorised);

const yearOf = (day: string) => Number(day.slice(0, 4));

const presentCalendar = async (q: Queryable, actor: Actor, year: number) => ({
  year,
  days: await daysOfYear(q, actor.agencyId, year),
  years: [...(await calendarOf(q, actor.agencyId)).years].toSorted((a, b) => a - b),
  shared: (await q.$count(sharedCalendar, eq(sharedCalendar.agencyId, actor.agencyId))) > 0,
  above: await calendarAbove(q, actor.agencyId, year),
  may: calendarPolicy.may(actor, { agencyId: actor.agencyId }),
});

export const calendarRoutes = {
  getCalendar: api.getCalendar.handler(({ input, context: { database, actor } }) =>
    presentCalendar(database, actor, input.year),
  ),
  tryCalendarList: api.tryCalendarList.handler(({ input, context: { database, actor } }) =>
    tryCalendarList(database, actor.agencyId, input),
  ),
  importCalendar: api.importCalendar.handler(({ input, context }) =>
    context.work(async (work) => {
      await importCalendar(work, input);
      return presentCalendar(work.tx, context.actor, input.year);
    }),
  ),
  shareCalendar: api.shareCalendar.handler(({ input, context }) =>
    context.work(async (work) => {
      await shareCalendar(work, input);
      return presentCalendar(work.tx, context.actor, input.year);
    }),
  ),
  takeOverCalendar: api.takeOverCalendar.handler(({ input, context }) =>
    context.work(async (work) => {
      await takeOverCalendar(work, input);
      return presentCalendar(work.tx, context.actor, input.year);
    }),
  ),
  saveCalendarDay: api.saveCalendarDay.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveCalendarDay(work, input);
      return presentCalendar(work.tx, context.actor, yearOf(input.day));
    }),
  ),
  removeCalendarDay: api.removeCalendarDay.handler(({ input, context }) =>
    context.work(async (work) => {
      const { day } = await removeCalendarDay(work, input);
      return presentCalendar(work.tx, context.actor, yearOf(day));
    }),
  ),
};
