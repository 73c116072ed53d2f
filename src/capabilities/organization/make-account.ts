import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { and, eq, like } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { authAccount, authUser, authVerification } from "./tables.ts";

/** Makes a sign-in account with a password that was looked at before; without a password it can only be entered through a one-time link. Gives its id. */
export async function makeAccount(
  tx: Transaction,
  { name, email, password }: { name: string; email: string; password: string | null },
): Promise<string> {
  const address = email.trim().toLowerCase();
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
