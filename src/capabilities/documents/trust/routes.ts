import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { trustContract } from "./contract.ts";
import { distrustCertificate } from "./distrust-certificate.ts";
import { trustCertificate } from "./trust-certificate.ts";
import { presentTrusted } from "./trusted-queries.ts";

const api = implement(trustContract).$context<ApiContext>().use(authorised);

export const trustRoutes = {
  trustedCertificates: api.trustedCertificates.handler(({ context: { database, actor } }) =>
    presentTrusted(database, actor),
  ),
  trustCertificate: api.trustCertificate.handler(({ input, context }) =>
    context.work(async (work) => {
      await trustCertificate(work, input);
      return presentTrusted(work.tx, work.actor);
    }),
  ),
  distrustCertificate: api.distrustCertificate.handler(({ input, context }) =>
    context.work(async (work) => {
      await distrustCertificate(work, input);
      return presentTrusted(work.tx, work.actor);
    }),
  ),
};
