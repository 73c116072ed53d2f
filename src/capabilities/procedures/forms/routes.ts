import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { formContract } from "./contract.ts";
import { keepForm } from "./keep-form.ts";

const api = implement(formContract).$context<ApiContext>().use(authorised);

export const formRoutes = {
  keepForm: api.keepForm.handler(async ({ input: { id, file }, context }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return context.work((work) => keepForm(work, { id, bytes, fileName: file.name }));
  }),
};
