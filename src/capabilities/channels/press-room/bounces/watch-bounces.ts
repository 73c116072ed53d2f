import { and, eq, gte, notExists, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { recipientKey } from "../../connectors/press/ledger.ts";
import {
  delivery,
  pressBounce,
  pressContact,
  pressLetterMail,
  pressLetterRecipient,
  pressRecipient,
} from "../../tables.ts";
import { contactOf } from "../press-queries.ts";
import { bounceKindOf } from "./bounce.ts";
import { keepBounce } from "./suspend-contact.ts";

/** So far back ledgers are looked through; what came earlier was seen by the sweeps before. */
const LOOKED_MS = 3 * 24 * 3_600_000;

const REFUSED = "refused";

/** What servers refused of releases and letters since, that was not kept yet. */
async function refusedSince(database: Database, since: Date) {
  const line = sql<string>`${delivery.handles} ->> ('to:' || ${pressRecipient.key})`;
  const ofReleases = await database
    .select({
      agencyId: pressRecipient.agencyId,
      contactId: pressRecipient.contactId,
      sourceId: pressRecipient.id,
      key: pressRecipient.key,
      line,
    })
    .from(pressRecipient)
    .innerJoin(delivery, eq(delivery.id, pressRecipient.deliveryId))
    .where(
      and(
        gte(sql`coalesce(${delivery.settledAt}, ${delivery.plannedAt})`, since),
        sql`${line} like ${`${REFUSED}%`}`,
        notExists(
          database
            .select()
            .from(pressBounce)
            .where(and(eq(pressBounce.sourceId, pressRecipient.id), eq(pressBounce.key, pressRecipient.key))),
        ),
      ),
    );
  const ofLetters = await database
    .select({
      agencyId: pressLetterMail.agencyId,
      contactId: pressLetterRecipient.contactId,
      sourceId: pressLetterMail.id,
      said: pressLetterMail.said,
      email: pressContact.email,
    })
    .from(pressLetterMail)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.id, pressLetterMail.recipientId))
    .innerJoin(pressContact, eq(pressContact.id, pressLetterRecipient.contactId))
    .where(
      and(
        eq(pressLetterMail.state, REFUSED),
        gte(pressLetterMail.changedAt, since),
        notExists(database.select().from(pressBounce).where(eq(pressBounce.sourceId, pressLetterMail.id))),
      ),
    );
  return [
    ...ofReleases.map(({ line: told, ...rest }) => ({ ...rest, said: told.slice(REFUSED.length).trim() })),
    ...ofLetters.flatMap(({ email, ...rest }) =>
      email === null ? [] : [{ ...rest, key: recipientKey(email) }],
    ),
  ];
}

/** Keeps what servers refused and stops the addresses that are no mailboxes. Gives how many were kept. */
export async function watchBounces(database: Database, now = new Date()): Promise<number> {
  const found = await refusedSince(database, new Date(now.getTime() - LOOKED_MS));
  for (const { agencyId, contactId, sourceId, key, said } of found)
    await work(
      database,
      systemActor(agencyId, "Thư báo chí bị trả về"),
      async (current) => {
        const contact = await contactOf(current.tx, agencyId, contactId);
        await keepBounce(current, contact, {
          ...{ sourceId, key, said, kind: bounceKindOf(said) },
          recordedBy: null,
        });
      },
      { at: now },
    );
  return found.length;
}
