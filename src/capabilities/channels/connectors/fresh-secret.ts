import type { AccountCall, Found, Outcome } from "./connector.ts";

/** The network does not serve us, now or for good, which `result` says; nothing came of the call. */
export class NotLetIn extends Error {
  override name = "NotLetIn";
  readonly result: Exclude<Outcome, { outcome: "done" }>;
  constructor(result: Exclude<Outcome, { outcome: "done" }>) {
    super(result.outcome);
    this.result = result;
  }
}

/** The secret to call with, renewed where it is old; only one worker renews, the others get what it got. @throws NotLetIn */
export async function freshSecret<Secret>(
  { credentials }: Pick<AccountCall, "credentials">,
  {
    read,
    isOld,
    renew,
  }: {
    read: (saved: unknown) => Secret;
    isOld: (secret: Secret) => boolean;
    renew: (secret: Secret) => Promise<Secret>;
  },
): Promise<Secret> {
  const secret = read(await credentials.read());
  if (!isOld(secret)) return secret;
  const renewed = await credentials.rotate(async (saved) => {
    const current = read(saved);
    return isOld(current) ? renew(current) : current;
  });
  return read(renewed);
}

/** What it means for a call that the network does not serve us. */
export async function letIn(call: Promise<Outcome>): Promise<Outcome> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof NotLetIn) return error.result;
    throw error;
  }
}

/** The same for looking. */
export async function foundWhenLetIn(call: Promise<Found>): Promise<Found> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof NotLetIn)) throw error;
    return { outcome: "unknown", why: error.result.why, askAgainIn: 600 };
  }
}
