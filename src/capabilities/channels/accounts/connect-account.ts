import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Database } from "#platform/database/database.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import type { AccountLimit } from "../connectors/connector.ts";
import { connectorOf } from "../connectors/index.ts";
import { DELIVER_QUEUE } from "../deliveries/delivery-queues.ts";
import { hasAddressForOthers } from "../deliveries/post-of-delivery.ts";
import { spaceWaiting } from "../posting-times/space-waiting.ts";
import { channelAccount, channelCredential } from "../tables.ts";
import { trialCall } from "./account-call.ts";
import { accountOf, isLockedOut, pauseOf } from "./account-queries.ts";
import { refuseSameRemote } from "./account-twins.ts";
import { seal } from "./credentials.ts";
import { accountPolicy } from "./policy.ts";

const LONGEST = 4000;

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** What was tried and let in. */
export interface Tried {
  secret: unknown;
  name: string | null;
  /** What the network calls the account. */
  remoteId?: string | null;
  expiresAt: Date | null;
  limits?: AccountLimit[];
}

/**
 * Tries at the network what an administrator filled in, before anything is kept. @throws Unacceptable with the network's
 * own reason
 */
export async function tryConnection(
  database: Database,
  { agencyId, id, values }: { agencyId: string; id: string; values: Record<string, string> },
): Promise<Tried> {
  const { network } = await accountOf(database, agencyId, id);
  const connector = connectorOf(network);
  if (!connector) throw new Unacceptable("Kênh này chưa đăng tự động được; hãy đăng tay.");
  if (!hasAddressForOthers())
    throw new Unacceptable(
      "Hệ thống chưa có địa chỉ công khai nên đường liên kết trong bài đăng sẽ không mở được; người quản trị máy chủ đặt GANDAN_BASE_URL rồi khởi động lại.",
    );
  const secret = Object.fromEntries(
    connector.connection.map(({ name, label, required, options }) => {
      const value = (values[name] ?? "").trim();
      if (options && value !== "" && !options.some((one) => one.value === value))
        refuse(name, `Hãy chọn ${label}.`);
      if (required && value === "")
        refuse(name, options ? `Hãy chọn một câu trả lời: ${label}?` : `Hãy điền ${label}.`);
      if (value.length > LONGEST) refuse(name, `${label} dài bất thường.`);
      return [name, value];
    }),
  );
  const { call, latest } = trialCall(secret);
  const found = await connector.check(call).catch(() => null);
  if (found === null)
    throw new Unacceptable("Không gọi được mạng nên chưa kết nối; hãy xem lại máy chủ và đường truyền.");
  if (!found.ok) {
    const { why, field } = found;
    throw new Unacceptable(`Chưa kết nối được. ${why}`, field ? [{ field, message: why }] : []);
  }
  const { name, remoteId = null, expiresAt, limits = [] } = found;
  return { secret: latest(), name, remoteId, expiresAt, limits };
}

/** Keeps what lets us in, sealed; the account posts by itself from now on, and what waited goes out in its order. */
export async function connectAccount(work: Work, { id, ...tried }: Tried & { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const account = accountPolicy.permit(
    actor,
    "connect",
    await accountOf(tx, actor.agencyId, id, { lock: true }),
  );
  const remoteId = tried.remoteId ?? null;
  await refuseSameRemote(work, account, remoteId);
  const kept = {
    sealed: await seal(tried.secret),
    isDead: false,
    why: null,
    expiresAt: tried.expiresAt,
    limits: tried.limits ?? [],
    savedBy: actor.personId,
    savedAt: at,
  };
  await tx
    .insert(channelCredential)
    .values({ accountId: id, agencyId: actor.agencyId, ...kept })
    .onConflictDoUpdate({ target: channelCredential.accountId, set: kept });
  // Stopped because the way in was lost: it goes on. What a person stopped a person lets go on.
  const lockedOut = isLockedOut(account);
  await tx
    .update(channelAccount)
    .set({
      way: "connected",
      remoteId,
      heldUntil: null,
      ...(lockedOut && { state: "open" as const, stateReason: null, stateBy: actor.personId, stateAt: at }),
    })
    .where(eq(channelAccount.id, id));
  await work.record({
    act: "connect-account",
    objectKind: "channel-account",
    objectId: id,
    before: { way: account.way },
    after: { way: "connected", expiresAt: tried.expiresAt },
  });
  if (lockedOut && !(await pauseOf(tx, actor.agencyId))) await spaceWaiting(work, [account]);
  await later(work, DELIVER_QUEUE, at);
}

/** Forgets what lets us in; from now on people post by hand. */
export async function disconnectAccount(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const account = accountPolicy.permit(
    actor,
    "connect",
    await accountOf(tx, actor.agencyId, id, { lock: true }),
  );
  await tx.delete(channelCredential).where(eq(channelCredential.accountId, id));
  const way = account.way === "connected" ? ("manual" as const) : account.way;
  await tx.update(channelAccount).set({ way }).where(eq(channelAccount.id, id));
  await work.record({
    act: "disconnect-account",
    objectKind: "channel-account",
    objectId: id,
    before: { way: account.way },
    after: { way },
  });
}
