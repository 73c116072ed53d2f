import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { noticeContract } from "./contract.ts";
import { followAgencyHours } from "./follow-agency-hours.ts";
import { noticeDefaultsOf, noticeSettingsOf } from "./preference-queries.ts";
import { setNoticeDefault } from "./set-notice-default.ts";
import { setNoticeHours } from "./set-notice-hours.ts";
import { setNoticeHoursDefault } from "./set-notice-hours-default.ts";
import { setNoticePreference } from "./set-notice-preference.ts";

const api = implement(noticeContract).$context<ApiContext>().use(authorised);

export const noticeRoutes = {
  getNoticeSettings: api.getNoticeSettings.handler(({ context: { database, actor } }) =>
    noticeSettingsOf(database, actor.personId),
  ),
  setNoticeHours: api.setNoticeHours.handler(({ input, context }) =>
    context.work(async (work) => {
      await setNoticeHours(work, input);
      return noticeSettingsOf(work.tx, work.actor.personId);
    }),
  ),
  setNoticePreference: api.setNoticePreference.handler(({ input, context }) =>
    context.work(async (work) => {
      await setNoticePreference(work, input);
      return noticeSettingsOf(work.tx, work.actor.personId);
    }),
  ),
  followAgencyHours: api.followAgencyHours.handler(({ context }) =>
    context.work(async (work) => {
      await followAgencyHours(work);
      return noticeSettingsOf(work.tx, work.actor.personId);
    }),
  ),
  getNoticeDefaults: api.getNoticeDefaults.handler(({ context: { database, actor } }) =>
    noticeDefaultsOf(database, actor.agencyId),
  ),
  setNoticeHoursDefault: api.setNoticeHoursDefault.handler(({ input, context }) =>
    context.work(async (work) => {
      await setNoticeHoursDefault(work, input);
      return noticeDefaultsOf(work.tx, work.actor.agencyId);
    }),
  ),
  setNoticeDefault: api.setNoticeDefault.handler(({ input, context }) =>
    context.work(async (work) => {
      await setNoticeDefault(work, input);
      return noticeDefaultsOf(work.tx, work.actor.agencyId);
    }),
  ),
};
