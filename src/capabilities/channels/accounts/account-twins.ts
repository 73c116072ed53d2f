import { and, eq, ne, or, sql } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { channelAccount } from "../tables.ts";
import type { ChannelAccount } from "./account-queries.ts";

interface Named {
  id: string;
  network: string;
  name: string;
  handle: string;
  url: string | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

const others = (agencyId: string, { id, network }: Pick<Named, "id" | "network">) =>
  and(
    eq(channelAccount.agencyId, agencyId),
    eq(channelAccount.network, network),
    ne(channelAccount.state, "closed"),
    ne(channelAccount.id, id),
  );

/** The same account twice would be posted to twice: by its name, its address however written, or its handle. */
export async function refuseTwin({ tx, actor }: Work, named: Named): Promise<void> {
  const addressKey = sql`account_address_key(${named.url}::text)`;
  const handleKey = sql`nullif(ltrim(lower(btrim(${named.handle}::text)), '@'), '')`;
  const [twin] = await tx
    .select({
      name: channelAccount.name,
      sameName: sql<boolean>`lower(${channelAccount.name}) = lower(${named.name})`,
      sameAddress: sql<boolean>`coalesce(${channelAccount.addressKey} = ${addressKey}, false)`,
    })
    .from(channelAccount)
    .where(
      and(
        others(actor.agencyId, named),
        or(
          sql`lower(${channelAccount.name}) = lower(${named.name})`,
          sql`${channelAccount.addressKey} = ${addressKey}`,
          sql`${channelAccount.handleKey} = ${handleKey}`,
        ),
      ),
    );
  if (!twin) return;
  if (twin.sameName) refuse("name", "Sổ đã có tài khoản cùng tên trên kênh này.");
  if (twin.sameAddress) refuse("url", `Địa chỉ này đã ghi cho tài khoản “${twin.name}”.`);
  refuse("handle", `Tên định danh này đã ghi cho tài khoản “${twin.name}”.`);
}

/** The network itself says which account let us in: one page is not connected under two names. */
export async function refuseSameRemote(
  { tx, actor }: Work,
  account: ChannelAccount,
  remoteId: string | null,
): Promise<void> {
  if (remoteId === null) return;
  const [twin] = await tx
    .select({ name: channelAccount.name })
    .from(channelAccount)
    .where(and(others(actor.agencyId, account), eq(channelAccount.remoteId, remoteId)));
  if (twin)
    throw new Conflict(
      `Mã vào này mở đúng tài khoản đã ghi với tên “${twin.name}”, nên chưa kết nối; hãy xem lại mã, hoặc đóng một trong hai tài khoản trong sổ.`,
    );
}
