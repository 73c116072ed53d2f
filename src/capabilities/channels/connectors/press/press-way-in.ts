import type { AccountCall } from "../connector.ts";
import { freshSecret } from "../fresh-secret.ts";
import { isStale, renewToken } from "./mail-token.ts";
import { type PressSecret, pressSecret } from "./press-secret.ts";

/** What lets us in at the mail server now; `refused`: a token that it took for ended. @throws NotLetIn */
export async function pressWayIn(
  { credentials, fetch, now }: Pick<AccountCall, "credentials" | "fetch" | "now">,
  refused: string | null = null,
): Promise<PressSecret> {
  const saved = await freshSecret<Record<string, unknown>>(
    { credentials },
    {
      read: (one) => (one ?? {}) as Record<string, unknown>,
      isOld: (one) => {
        const { oauth } = pressSecret(one);
        return oauth !== null && (isStale(oauth, now()) || oauth.accessToken === refused);
      },
      renew: async (one) => ({ ...one, ...(await renewToken(pressSecret(one).oauth!, fetch, now())) }),
    },
  );
  return pressSecret(saved);
}
