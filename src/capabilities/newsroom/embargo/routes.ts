import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { embargoContract } from "./contract.ts";
import { setEmbargo } from "./set-embargo.ts";

const api = implement(embargoContract).$context<ApiContext>().use(authorised);

export const embargoRoutes = {
  setEmbargo: api.setEmbargo.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await setEmbargo(current, input);
      return { embargoUntil: input.until };
    }),
  ),
};
