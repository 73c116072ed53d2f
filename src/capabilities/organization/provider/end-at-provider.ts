import { eq } from "drizzle-orm";
import * as oidc from "openid-client";
import type { Queryable } from "#platform/database/database.ts";
import { authSession } from "../tables.ts";
import { discover } from "./ask-provider.ts";
import type { Provider } from "./provider.ts";
import { allowedHosts, openSecret, providerAt } from "./provider-queries.ts";

/** Where the provider sends the browser once its session has ended. */
export const SIGNED_OUT_PATH = "/api/auth/provider/signed-out";

/** Nobody who signs out waits longer for a provider. */
const PATIENCE = 3_000;

/** The provider that let a session in, with the token that it gave. */
export interface ThereToo {
  provider: Provider;
  idToken: string;
}

/** Where a session was let in; null: it began here, or the provider is used no more. */
export async function letInAt(q: Queryable, token: string): Promise<ThereToo | null> {
  const [found] = await q
    .select({ key: authSession.providerKey, sealed: authSession.sealedIdToken })
    .from(authSession)
    .where(eq(authSession.token, token));
  if (!found?.key || !found.sealed) return null;
  try {
    const provider = await providerAt(q, found.key);
    return provider && { provider, idToken: await openSecret(found.sealed) };
  } catch {
    // The secret of this installation is another one now: what was sealed with the old one is of no use.
    return null;
  }
}

/**
 * The address at which the provider ends its own session (RP-initiated logout); null: it offers none, or does not
 * answer soon.
 */
export async function endAddressAt({ provider, idToken }: ThereToo, backTo: string): Promise<string | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null).unref());
  const asked = discover(provider)
    .then((configuration) => {
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      const url = oidc.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: backTo,
      });
      return url.protocol === "https:" || allowedHosts().includes(url.hostname) ? url.href : null;
    })
    .catch(() => null);
  return Promise.race([asked, late]);
}
