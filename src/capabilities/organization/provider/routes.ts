import { implement } from "@orpc/server";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { providerContract } from "./contract.ts";
import { SIGNED_OUT_PATH } from "./end-at-provider.ts";
import { linksOf, providerOfAgency, secretOf } from "./provider-queries.ts";
import { CALLBACK_PATH } from "./provider-routes.ts";
import { removeProvider, setProvider } from "./set-provider.ts";
import { tryProvider } from "./try-provider.ts";
import { unlinkProvider } from "./unlink-provider.ts";

const api = implement(providerContract).$context<ApiContext>().use(authorised);

const present = async (q: Queryable, agencyId: string) => ({
  provider: await providerOfAgency(q, agencyId),
  callbackPath: CALLBACK_PATH,
  signedOutPath: SIGNED_OUT_PATH,
});

export const providerRoutes = {
  getProvider: api.getProvider.handler(({ context: { database, actor } }) =>
    present(database, actor.agencyId),
  ),
  setProvider: api.setProvider.handler(({ input, context }) =>
    context.work(async (work) => {
      await setProvider(work, input);
      return present(work.tx, context.actor.agencyId);
    }),
  ),
  removeProvider: api.removeProvider.handler(({ context }) =>
    context.work(async (work) => {
      await removeProvider(work);
      return present(work.tx, context.actor.agencyId);
    }),
  ),
  tryProvider: api.tryProvider.handler(async ({ input, context: { database, actor, headers } }) => {
    const secret = input.secret ?? (await secretOf(database, actor.agencyId));
    if (secret === null) {
      const message = "Hãy nhập mã bí mật mà nơi đăng nhập chung đã cấp.";
      throw new Unacceptable(message, [{ field: "secret", message }]);
    }
    const redirectUri = `${headers.get("origin") ?? "http://localhost"}${CALLBACK_PATH}`;
    return { findings: await tryProvider({ ...input, secret }, redirectUri) };
  }),
  listProviderLinks: api.listProviderLinks.handler(({ context: { database, actor } }) =>
    linksOf(database, actor.personId, actor.agencyId),
  ),
  unlinkProvider: api.unlinkProvider.handler(({ input, context }) =>
    context.work(async (work) => {
      await unlinkProvider(work, input);
      return linksOf(work.tx, work.actor.personId, work.actor.agencyId);
    }),
  ),
};
