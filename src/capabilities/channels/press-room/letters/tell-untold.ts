import { and, eq, gte, inArray } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import {
  pressContact,
  pressLetter,
  pressLetterMail,
  pressLetterRecipient,
  pressOutlet,
} from "../../tables.ts";

const DAY_MS = 24 * 3_600_000;

/** Which newsrooms have a letter that was taken back, and could not be told so by mail, lately. */
const untold = (database: Database, since: Date) =>
  database
    .select({
      ...{ agencyId: pressLetter.agencyId, id: pressLetter.id, title: pressLetter.title },
      ...{ mailId: pressLetterMail.id, outlet: pressOutlet.name },
    })
    .from(pressLetterMail)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
    .innerJoin(pressLetter, eq(pressLetter.id, pressLetterRecipient.letterId))
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .innerJoin(pressOutlet, eq(pressOutlet.id, pressContact.outletId))
    .where(
      and(
        eq(pressLetterMail.kind, "withdrawal"),
        inArray(pressLetterMail.state, ["refused", "left", "returned"]),
        gte(pressLetterMail.changedAt, since),
      ),
    );

async function tell(
  current: Work,
  agencyId: string,
  letter: { mailId: string; title: string; outlet: string },
) {
  const personIds: string[] = [];
  for (const role of ["editor", "office"] as const)
    personIds.push(...(await peopleWithRole(current.tx, agencyId, role)).map(({ id }) => id));
  await notify(current, {
    personIds,
    cause: `press-letter-untold:${letter.mailId}`,
    kind: "press",
    title: `${letter.outlet} chưa nhận được thư báo thu hồi “${letter.title}”: hãy báo nơi ấy bằng cách khác.`,
    href: "/workspace/bao-chi?the=thu&tt=da-thu-hoi",
  });
}

/** Who keeps letters is told once of each newsroom that has to be told otherwise. Gives how many there are. */
export async function tellUntold(database: Database, now = new Date()): Promise<number> {
  const found = await untold(database, new Date(now.getTime() - DAY_MS));
  for (const letter of found)
    await work(
      database,
      systemActor(letter.agencyId, "Thư định hướng"),
      (current) => tell(current, letter.agencyId, letter),
      { at: now },
    );
  return found.length;
}
