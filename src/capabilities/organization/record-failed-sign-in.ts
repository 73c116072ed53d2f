import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { lockedUntil } from "./lock-out.ts";

/**
 * Writes down a wrong password, after it a wrong code, or a wrong proof of who is signed in, for an account: from
 * where, and until when the account is locked by it.
 */
export async function recordFailedSignIn(
  database: Database,
  { id, agencyId, email }: { id: string; agencyId: string; email: string },
  address: string,
  what: "password" | "code" | "proof" = "password",
): Promise<void> {
  await work(database, systemActor(agencyId, "Chưa rõ người"), async ({ tx, record }) => {
    const until = (await lockedUntil(tx, [email])).get(email);
    await record({
      act: "fail-sign-in",
      objectKind: "person",
      objectId: id,
      after: {
        address,
        ...(what === "code" && { secondFactor: "mã không đúng" }),
        ...(what === "proof" && { where: "khi đang đăng nhập, trước một việc cần xác nhận" }),
        ...(until && { lockedUntil: until }),
      },
    });
  });
}
