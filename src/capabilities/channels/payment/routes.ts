import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download } from "#platform/http/download.ts";
import { acceptProduct, takeBackAcceptance } from "./accept-product.ts";
import { paymentContract } from "./contract.ts";
import { listDossiers, presentDossier } from "./dossier-queries.ts";
import { writeBundle } from "./write-bundle.ts";

const api = implement(paymentContract).$context<ApiContext>().use(authorised);

export const paymentRoutes = {
  paymentDossiers: api.paymentDossiers.handler(({ input, context: { database, actor } }) =>
    listDossiers(database, actor, input),
  ),
  paymentDossier: api.paymentDossier.handler(({ input, context: { database, actor } }) =>
    presentDossier(database, actor, input.id),
  ),
  paymentBundle: api.paymentBundle.handler(async ({ input: { id }, context: { database, actor, work } }) => {
    const { bytes, name } = await writeBundle(database, actor, id);
    await work((current) =>
      current.record({
        act: "export-payment-dossier",
        objectKind: "product-acceptance",
        objectId: id,
        after: { fileName: name },
      }),
    );
    return download(bytes, name, "application/zip");
  }),
  acceptProduct: api.acceptProduct.handler(({ input: { id: itemId, ...given }, context }) =>
    context.work(async (work) => {
      await acceptProduct(work, { itemId, ...given });
      return presentDossier(work.tx, context.actor, itemId);
    }),
  ),
  takeBackAcceptance: api.takeBackAcceptance.handler(({ input: { id: itemId, reason }, context }) =>
    context.work(async (work) => {
      await takeBackAcceptance(work, { itemId, reason });
      return presentDossier(work.tx, context.actor, itemId);
    }),
  ),
};
