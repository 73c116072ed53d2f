import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import type { Work } from "#platform/work/work.ts";
import { scheduleContract } from "./contract.ts";
import { saveSchedule } from "./save-schedule.ts";
import { presentSchedules } from "./schedule-queries.ts";
import { setScheduleState } from "./set-schedule-state.ts";

const api = implement(scheduleContract).$context<ApiContext>().use(authorised);

/** Runs an act and answers with the schedules as they stand then. */
const after = (act: (work: Work) => Promise<void>) => async (work: Work) => {
  await act(work);
  return presentSchedules(work.tx, work.actor);
};

export const scheduleRoutes = {
  briefSchedules: api.briefSchedules.handler(({ context: { database, actor } }) =>
    presentSchedules(database, actor),
  ),
  saveBriefSchedule: api.saveBriefSchedule.handler(({ input, context }) =>
    context.work(after((work) => saveSchedule(work, input))),
  ),
  setBriefScheduleState: api.setBriefScheduleState.handler(({ input, context }) =>
    context.work(after((work) => setScheduleState(work, input))),
  ),
};
