import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, eq, like } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SHORTEST_PASSWORD } from "./accounts.ts";
import { authAccount, authUser, authVerification } from "./tables.ts";

const obvious = ["password", "matkhau", "123456", "qwerty", "gandan2026", "abcdef"];

/** Why a password cannot be taken, or null. */
export function passwordHindrance(password: string, email: string): string | null {
  if (password.length < SHORTEST_PASSWORD) return `Mật khẩu cần ít nhất ${SHORTEST_PASSWORD} ký tự.`;
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, "");
  const tooPlain =
    obvious.some((word) => plain.includes(word) && plain.length - word.length < 6) ||
    new Set(password).size < 5 ||
    plain === email.toLowerCase().replace(/[^a-z0-9]/g, "");
  return tooPlain ? "Mật khẩu quá dễ đoán; hãy chọn một câu dài mà chỉ bạn biết." : null;
}

/** Makes a sign-in account; without a password it can only be entered through a one-time link. Gives its id. */
export async function makeAccount(
  tx: Transaction,
  { name, email, password }: { name: string; email: string; password: string | null },
): Promise<string> {
  const address = email.trim().toLowerCase();
  if (password !== null) {
    const why = passwordHindrance(password, address);
    if (why) throw new Unacceptable(why, [{ field: "password", message: why }]);
  }
  const [taken] = await tx.select({ id: authUser.id }).from(authUser).where(eq(authUser.email, address));
  if (taken) {
    const message = "Địa chỉ thư điện tử này đã có tài khoản.";
    throw new Unacceptable(message, [{ field: "email", message }]);
  }
  const id = uuidv7();
  await tx.insert(authUser).values({ id, name, email: address, emailVerified: true });
  await tx.insert(authAccount).values({
    id: uuidv7(),
    userId: id,
    accountId: id,
    providerId: "credential",
    password: password === null ? null : await hashPassword(password),
  });
  return id;
}

/** Older links of an account stop working when a newer one is made or one was used. */
export async function forgetLinks(tx: Transaction, userId: string): Promise<void> {
  await tx
    .delete(authVerification)
    .where(and(eq(authVerification.value, userId), like(authVerification.identifier, "reset-password:%")));
}

/** A one-time link's token with which the account can set a new password, for so many minutes. */
export async function makeRecoveryToken(tx: Transaction, userId: string, minutes: number): Promise<string> {
  await forgetLinks(tx, userId);
  const token = randomBytes(24).toString("base64url");
  await tx.insert(authVerification).values({
    id: uuidv7(),
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + minutes * 60_000),
  });
  return token;
}
