import { and, eq, isNull, ne } from "drizzle-orm";
import { notify, peopleStanding, peopleWithRole } from "#organization";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { accountAdministrator, channelAccount } from "../tables.ts";

/**
 * Looks once a day whether somebody who may sign in to official accounts leaves or has left, and tells who keeps the
 * register which accounts that person holds; once for each last day. Gives how many people.
 */
export async function watchAdministrators(database: Database, now = new Date()): Promise<number> {
  const rows = await database
    .select({
      agencyId: accountAdministrator.agencyId,
      personId: accountAdministrator.personId,
      name: channelAccount.name,
    })
    .from(accountAdministrator)
    .innerJoin(channelAccount, eq(channelAccount.id, accountAdministrator.accountId))
    .where(and(isNull(accountAdministrator.until), ne(channelAccount.state, "closed")));
  let told = 0;
  for (const [agencyId, own] of Map.groupBy(rows, (row) => row.agencyId)) {
    const people = await peopleStanding(
      database,
      agencyId,
      own.map(({ personId }) => personId),
    );
    for (const [personId, held] of Map.groupBy(own, (row) => row.personId)) {
      const person = people.get(personId);
      if (!person || (person.active && person.leavesOn === null)) continue;
      told += 1;
      const when = person.leavesOn
        ? `làm việc đến hết ngày ${formatDate(person.leavesOn)}`
        : "đã bị khóa tài khoản";
      await work(
        database,
        systemActor(agencyId, "Sổ tài khoản"),
        async (current) => {
          const keepers = [
            ...(await peopleWithRole(current.tx, agencyId, "administrator")),
            ...(await peopleWithRole(current.tx, agencyId, "editor")),
          ].map(({ id }) => id);
          await notify(current, {
            personIds: keepers.filter((id) => id !== personId),
            cause: `account-administrator-leaves:${personId}:${person.leavesOn ?? "khoa"}`,
            kind: "people",
            title: `${person.name} ${when} mà còn quản trị ${held.map(({ name }) => name).join(", ")}; hãy giao người khác và đổi mật khẩu trên kênh`,
            href: "/workspace/kenh",
          });
        },
        { at: now },
      );
    }
  }
  return told;
}
