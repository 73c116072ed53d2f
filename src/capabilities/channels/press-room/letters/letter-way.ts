import { and, eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { channelAccount } from "../../tables.ts";
import { goesToRecipients } from "../goes-to-recipients.ts";

/**
 * The account by which the agency writes to the press by itself, the one that it wrote by before where it still may;
 * null: letters go by hand.
 */
export async function accountFor({ tx, actor }: Work, before: string | null = null): Promise<string | null> {
  const accounts = await tx
    .select()
    .from(channelAccount)
    .where(and(eq(channelAccount.agencyId, actor.agencyId), eq(channelAccount.way, "connected")))
    .orderBy(channelAccount.madeAt, channelAccount.id);
  const open = accounts.filter((one) => one.state !== "closed" && goesToRecipients(one));
  return (open.find(({ id }) => id === before) ?? open[0])?.id ?? null;
}
