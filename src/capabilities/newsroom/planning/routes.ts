import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { campaignsBetween } from "../campaigns/campaign-queries.ts";
import { contentPolicy } from "../policy.ts";
import { addDeliverable, assignDeliverable } from "./assign-deliverable.ts";
import { boardEntries } from "./board-entries.ts";
import { calendarEntries, clashesBetween, daysOffBetween } from "./calendar-entries.ts";
import { planningContract } from "./contract.ts";
import { dropStory, resumeStory } from "./drop-story.ts";
import { countEntries, listEntries, MOST_COUNTED } from "./entry-queries.ts";
import { moveContentTime, moveDeliverable } from "./move-entry.ts";
import { presentEntries } from "./present-entries.ts";
import { changeStory, proposeStory } from "./propose-story.ts";
import { removeDeliverable } from "./remove-deliverable.ts";
import { linkDeliverable, startDeliverable } from "./start-deliverable.ts";
import { listStories, presentStory } from "./story-queries.ts";

const api = implement(planningContract).$context<ApiContext>().use(authorised);

export const planningRoutes = {
  planning: api.planning.handler(({ context: { actor } }) => ({
    may: contentPolicy.may(actor, { agencyId: actor.agencyId }),
  })),
  listEntries: api.listEntries.handler(
    async ({ input: { after, ...filter }, context: { database, actor } }) => {
      const { entries, next } = await listEntries(database, actor, filter, { after });
      const counted = await countEntries(database, actor, filter);
      return {
        entries: await presentEntries(database, actor, entries),
        next,
        total: Math.min(counted, MOST_COUNTED),
        isMore: counted > MOST_COUNTED,
        may: contentPolicy.may(actor, { agencyId: actor.agencyId }),
      };
    },
  ),
  calendarEntries: api.calendarEntries.handler(
    async ({ input: { from, to, ...filter }, context: { database, actor } }) => {
      const span = { from, to };
      const { entries, isCut } = await calendarEntries(database, actor, filter, span);
      const clashes = await clashesBetween(database, actor, span);
      const shown = await presentEntries(database, actor, entries);
      return {
        entries: shown
          .map((entry) => ({ ...entry, clash: clashes.get(entry.id) ?? null }))
          .toSorted((one, other) => Number(one.at) - Number(other.at)),
        isCut,
        daysOff: await daysOffBetween(database, actor.agencyId, span),
        bands: await campaignsBetween(database, actor.agencyId, span),
      };
    },
  ),
  boardEntries: api.boardEntries.handler(async ({ input, context: { database, actor } }) => {
    const columns = await boardEntries(database, actor, input);
    const shown = await presentEntries(
      database,
      actor,
      columns.flatMap(({ entries }) => entries),
    );
    return {
      columns: columns.map(({ state, isMore }) => ({
        state,
        isMore,
        entries: shown.filter((entry) => entry.state === state),
      })),
    };
  }),
  moveDeliverable: api.moveDeliverable.handler(({ input, context }) =>
    context.work(async (work) => {
      await moveDeliverable(work, input);
      return { at: input.at };
    }),
  ),
  moveContentTime: api.moveContentTime.handler(({ input, context }) =>
    context.work(async (work) => ({ at: await moveContentTime(work, input) })),
  ),
  listStories: api.listStories.handler(({ input, context: { database, actor } }) =>
    listStories(database, actor, input),
  ),
  getStory: api.getStory.handler(({ input, context: { database, actor } }) =>
    presentStory(database, actor, input.id),
  ),
  proposeStory: api.proposeStory.handler(({ input, context }) =>
    context.work(async (work) => presentStory(work.tx, work.actor, await proposeStory(work, input))),
  ),
  changeStory: api.changeStory.handler(({ input, context }) =>
    context.work(async (work) => {
      await changeStory(work, input);
      return presentStory(work.tx, work.actor, input.id);
    }),
  ),
  dropStory: api.dropStory.handler(({ input, context }) =>
    context.work(async (work) => {
      await dropStory(work, input);
      return presentStory(work.tx, work.actor, input.id);
    }),
  ),
  resumeStory: api.resumeStory.handler(({ input, context }) =>
    context.work(async (work) => {
      await resumeStory(work, input);
      return presentStory(work.tx, work.actor, input.id);
    }),
  ),
  addDeliverable: api.addDeliverable.handler(({ input, context }) =>
    context.work(async (work) => {
      await addDeliverable(work, input);
      return presentStory(work.tx, work.actor, input.id);
    }),
  ),
  assignDeliverable: api.assignDeliverable.handler(({ input, context }) =>
    context.work(async (work) => presentStory(work.tx, work.actor, await assignDeliverable(work, input))),
  ),
  startDeliverable: api.startDeliverable.handler(({ input, context }) =>
    context.work(async (work) => ({ itemId: await startDeliverable(work, input) })),
  ),
  linkDeliverable: api.linkDeliverable.handler(({ input, context }) =>
    context.work(async (work) => presentStory(work.tx, work.actor, await linkDeliverable(work, input))),
  ),
  removeDeliverable: api.removeDeliverable.handler(({ input, context }) =>
    context.work(async (work) => presentStory(work.tx, work.actor, await removeDeliverable(work, input))),
  ),
};
