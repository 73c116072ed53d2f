import { implement } from "@orpc/server";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { planOf } from "../plan-queries.ts";
import { adoptTemplate } from "./adopt-template.ts";
import { templateContract } from "./contract.ts";
import { removeTemplate } from "./remove-template.ts";
import { saveTemplate } from "./save-template.ts";
import { templatesFor } from "./template-queries.ts";

const api = implement(templateContract).$context<ApiContext>().use(authorised);

const present = async (q: Queryable, agencyId: string, planId: string) => ({
  templates: await templatesFor(q, await planOf(q, agencyId, planId)),
});

export const templateRoutes = {
  templates: api.templates.handler(({ input, context: { database, actor } }) =>
    present(database, actor.agencyId, input.id),
  ),
  adoptTemplate: api.adoptTemplate.handler(({ input, context }) =>
    context.work(async (work) => {
      const adopted = await adoptTemplate(work, input);
      return { ...(await present(work.tx, context.actor.agencyId, input.id)), adopted };
    }),
  ),
  saveTemplate: api.saveTemplate.handler(({ input, context }) =>
    context.work(async (work) => {
      await saveTemplate(work, input);
      return present(work.tx, context.actor.agencyId, input.id);
    }),
  ),
  removeTemplate: api.removeTemplate.handler(({ input, context }) =>
    context.work(async (work) => {
      await removeTemplate(work, input);
      return present(work.tx, context.actor.agencyId, input.id);
    }),
  ),
};
