import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { notify } from "./notify.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";

/** Signs a person out everywhere at once, without locking the account. */
export async function endPersonSessions(work: Work, { id }: { id: string }): Promise<{ ended: number }> {
  const { tx, actor, at, record } = work;
  organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  const { rowCount } = await tx.execute(
    sql`delete from auth_session where user_id = (select user_id from person where id = ${id})`,
  );
  const ended = rowCount ?? 0;
  if (ended === 0) return { ended };
  await record({ act: "end-person-sessions", objectKind: "person", objectId: id, after: { ended } });
  await notify(work, {
    personIds: [id],
    cause: `account-sessions-ended:${id}:${at.toISOString()}`,
    kind: "security",
    title: `${actor.name} đã kết thúc mọi phiên đăng nhập của bạn`,
    href: "/workspace/tai-khoan",
  });
  return { ended };
}
