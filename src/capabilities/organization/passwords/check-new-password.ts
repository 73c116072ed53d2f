import { verifyPassword } from "better-auth/crypto";
import { desc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { authPassword } from "../tables.ts";
import { type PasswordOwner, passwordHindrance } from "./password-rule.ts";
import { isListed, passwordAsked } from "./password-rule-queries.ts";

/**
 * Why an account cannot take this password, as a sentence; null: it can. Asked wherever one is set. `userId` null:
 * the account is not made yet; `agencyId` null: nor is its agency.
 */
export async function newPasswordHindrance(
  q: Queryable,
  password: string,
  {
    agencyId,
    userId,
    owner,
  }: { agencyId: string | null; userId: string | null; owner: PasswordOwner | null },
): Promise<string | null> {
  const { rule, words } = await passwordAsked(q, agencyId, owner);
  const why = passwordHindrance(password, rule, words);
  if (why) return why;
  if (isListed(password))
    return "Mật khẩu này có trong danh sách mật khẩu bị lộ hoặc cấm dùng; hãy chọn một câu khác.";
  if (userId === null || rule.remembered === 0) return null;
  const earlier = await q
    .select({ hash: authPassword.hash })
    .from(authPassword)
    .where(eq(authPassword.userId, userId))
    .orderBy(desc(authPassword.setAt))
    .limit(rule.remembered);
  for (const { hash } of earlier) {
    if (await verifyPassword({ hash, password }))
      return "Mật khẩu này bạn đang dùng hoặc mới dùng gần đây; hãy chọn mật khẩu khác.";
  }
  return null;
}
