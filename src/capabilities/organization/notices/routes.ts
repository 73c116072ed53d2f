import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { noticeContract } from "./contract.ts";
import { noticeSettingsOf } from "./preference-queries.ts";
import { setNoticeHours } from "./set-notice-hours.ts";
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
};
