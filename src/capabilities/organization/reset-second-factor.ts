import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { notify } from "./notify.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { authPasskey, authSession, authTwoFactor, authUser } from "./tables.ts";

/** Takes second factor and passkeys from an account and ends its sessions; false when there was none. */
export async function dropSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  const dropped = await tx
    .delete(authTwoFactor)
    .where(eq(authTwoFactor.userId, userId))
    .returning({ verified: authTwoFactor.verified });
  await tx.update(authUser).set({ twoFactorEnabled: false }).where(eq(authUser.id, userId));
  const { rowCount: passkeys } = await tx.delete(authPasskey).where(eq(authPasskey.userId, userId));
  if (!dropped.some(({ verified }) => verified) && !passkeys) return false;
  await tx.delete(authSession).where(eq(authSession.userId, userId));
  return true;
}

/** For who lost phone and recovery codes: the password alone lets in again, and every session ends. */
export async function resetSecondFactor(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at, record } = work;
  const found = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (!found.userId || !(await dropSecondFactor(tx, found.userId)))
    throw new Conflict("Người này không bật xác thực hai lớp và không có khóa truy cập.");
  await record({ act: "reset-second-factor", objectKind: "person", objectId: id, reason });
  await notify(work, {
    personIds: [id],
    cause: `account-second-factor-reset:${id}:${at.toISOString()}`,
    kind: "security",
    title: `${actor.name} đã gỡ xác thực hai lớp và khóa truy cập của tài khoản bạn; hãy thiết lập lại`,
    href: "/workspace/tai-khoan",
  });
}
