import { implement } from "@orpc/server";
import { today } from "#platform/clock/vietnam-time.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { themeChannelsContract } from "./contract.ts";
import { exportThemeChannels } from "./export-theme-channels.ts";
import { themeChannelCell, themeChannels } from "./theme-channels.ts";

const api = implement(themeChannelsContract).$context<ApiContext>().use(authorised);

export const themeChannelsRoutes = {
  themeChannels: api.themeChannels.handler(({ input, context: { database, actor } }) =>
    themeChannels(database, actor.agencyId, input),
  ),
  themeChannelCell: api.themeChannelCell.handler(({ input, context: { database, actor } }) =>
    themeChannelCell(database, actor.agencyId, input),
  ),
  exportThemeChannels: api.exportThemeChannels.handler(async ({ input, context: { work } }) => {
    const table = await work((current) => exportThemeChannels(current, input));
    return new File([new Uint8Array(table)], `chu-de-kenh-${today()}.xlsx`, {
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  }),
};
