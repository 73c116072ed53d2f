import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { openSealed, seal } from "../accounts/credentials.ts";
import { webhookPolicy } from "./policy.ts";
import { BOTH_SIGN_HOURS, newSecret, type SigningSecret } from "./sign-webhook.ts";
import { webhookSecret } from "./tables.ts";
import { webhookOf } from "./webhook-queries.ts";

/** A new secret, told once; the former one signs beside it for a day, so that the system can be changed over in peace. */
export async function renewWebhookSecret(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor, at } = work;
  webhookPolicy.permit(actor, "renewSecret", await webhookOf(tx, actor.agencyId, id, { lock: true }));
  const [row] = await tx.select().from(webhookSecret).where(eq(webhookSecret.webhookId, id));
  const former = (await openSealed(row!.sealed)) as SigningSecret;
  const secret: SigningSecret = {
    current: newSecret(),
    former: former.current,
    formerUntil: new Date(at.getTime() + BOTH_SIGN_HOURS * 3_600_000).toISOString(),
  };
  await tx
    .update(webhookSecret)
    .set({ sealed: await seal(secret), savedAt: at })
    .where(eq(webhookSecret.webhookId, id));
  await work.record({ act: "renew-webhook-secret", objectKind: "webhook", objectId: id });
  return secret.current;
}
