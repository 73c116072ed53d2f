import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { forgetFailures } from "./lock-out.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";

/** Lets a person who typed a wrong password too often try again at once. */
export async function liftLockOut(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const { email, lockedUntil } = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (!lockedUntil) throw new Conflict("Tài khoản này không bị tạm khóa; người dùng đăng nhập được ngay.");
  await forgetFailures(tx, email);
  await work.record({
    act: "lift-lock-out",
    objectKind: "person",
    objectId: id,
    before: { lockedUntil },
    after: { lockedUntil: null },
  });
}
