import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { presentMedia } from "../media-queries.ts";
import { aiMarkContract } from "./contract.ts";
import { statePictureAi } from "./state-picture-ai.ts";

const api = implement(aiMarkContract).$context<ApiContext>().use(authorised);

export const aiMarkRoutes = {
  statePictureAi: api.statePictureAi.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      const changed = await statePictureAi(current, input);
      return (await presentMedia(current.tx, actor, [changed]))[0]!;
    }),
  ),
};
