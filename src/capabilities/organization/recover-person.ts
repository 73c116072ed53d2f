import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { RECOVERY_MINUTES } from "./accounts.ts";
import { makeRecoveryToken } from "./make-account.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";

/** A one-time token for a person who cannot get in, where no mail can be sent: the administrator hands it over. */
export async function recoverPerson(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor } = work;
  const found = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (!found.userId || !found.active) throw new Conflict("Tài khoản này đang khóa; hãy mở lại trước.");
  await work.record({ act: "recover-person", objectKind: "person", objectId: id });
  return makeRecoveryToken(tx, found.userId, RECOVERY_MINUTES);
}
