import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { listCampaigns } from "./campaign-queries.ts";
import { campaignContract } from "./contract.ts";
import { endCampaign, resumeCampaign } from "./end-campaign.ts";
import { changeCampaign, makeCampaign } from "./make-campaign.ts";
import { placeStory } from "./place-story.ts";

const api = implement(campaignContract).$context<ApiContext>().use(authorised);

export const campaignRoutes = {
  campaigns: api.campaigns.handler(({ context: { database, actor } }) => listCampaigns(database, actor)),
  makeCampaign: api.makeCampaign.handler(({ input, context }) =>
    context.work(async (work) => {
      await makeCampaign(work, input);
      return listCampaigns(work.tx, work.actor);
    }),
  ),
  changeCampaign: api.changeCampaign.handler(({ input, context }) =>
    context.work(async (work) => {
      await changeCampaign(work, input);
      return listCampaigns(work.tx, work.actor);
    }),
  ),
  endCampaign: api.endCampaign.handler(({ input, context }) =>
    context.work(async (work) => {
      await endCampaign(work, input);
      return listCampaigns(work.tx, work.actor);
    }),
  ),
  resumeCampaign: api.resumeCampaign.handler(({ input, context }) =>
    context.work(async (work) => {
      await resumeCampaign(work, input);
      return listCampaigns(work.tx, work.actor);
    }),
  ),
  placeStory: api.placeStory.handler(({ input, context }) =>
    context.work(async (work) => {
      await placeStory(work, input);
      return input;
    }),
  ),
};
