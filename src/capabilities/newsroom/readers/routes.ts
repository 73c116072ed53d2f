import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { readersContract } from "./contract.ts";
import { limitReaders } from "./limit-readers.ts";
import { presentReaders } from "./present-readers.ts";

const api = implement(readersContract).$context<ApiContext>().use(authorised);

export const readersRoutes = {
  readers: api.readers.handler(({ input, context: { database, actor } }) =>
    presentReaders(database, actor, input.id),
  ),
  limitReaders: api.limitReaders.handler(({ input, context: { actor, work } }) =>
    work(async (current) => {
      await limitReaders(current, input);
      return presentReaders(current.tx, actor, input.id);
    }),
  ),
};
