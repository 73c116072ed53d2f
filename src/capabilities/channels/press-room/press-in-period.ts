import { and, asc, eq, gte, inArray, lt, ne, or, sql } from "drizzle-orm";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { networks } from "../networks/index.ts";
import {
  channelAccount,
  placement,
  pressEnquiry,
  pressLetter,
  pressLetterRecipient,
  pressOutlet,
  pressRecipient,
} from "../tables.ts";
import { ruleOf } from "./enquiries/answer-clock.ts";
import { enquiryStateLabels, lightOf } from "./enquiries/enquiry.ts";
import { pickupKindLabels } from "./pickups/pickup.ts";
import { pickupsBetween } from "./pickups/pickup-queries.ts";

const many = sql<number>`count(*)::int`;
const toPress = networks.filter(({ channel }) => channel === "press").map(({ slug }) => slug);

/** Releases that went out in a span, with how many addresses each went to. */
const releasesBetween = (q: Queryable, agencyId: string, begin: Date, end: Date) =>
  q
    .select({
      placementId: placement.id,
      recipients: sql<number>`(select count(*)::int from ${pressRecipient} where ${pressRecipient.deliveryId} = ${placement.deliveryId})`,
    })
    .from(placement)
    .innerJoin(channelAccount, eq(channelAccount.id, placement.accountId))
    .where(
      and(
        eq(placement.agencyId, agencyId),
        inArray(channelAccount.network, toPress),
        gte(placement.placedAt, begin),
        lt(placement.placedAt, end),
      ),
    )
    .orderBy(asc(placement.placedAt), asc(placement.id));

/** Letters that were sent in a span, with how many have said since that they have it. */
const lettersBetween = (q: Queryable, agencyId: string, begin: Date, end: Date) =>
  q
    .select({
      id: pressLetter.id,
      sentAt: pressLetter.sentAt,
      isWithdrawn: sql<boolean>`${pressLetter.state} = 'withdrawn'`,
      recipients: many,
      acknowledged: sql<number>`count(${pressLetterRecipient.acknowledgedAt})::int`,
    })
    .from(pressLetter)
    .innerJoin(pressLetterRecipient, eq(pressLetterRecipient.letterId, pressLetter.id))
    .where(
      and(
        eq(pressLetter.agencyId, agencyId),
        // What was taken back later was sent all the same.
        ne(pressLetter.state, "draft"),
        gte(pressLetter.sentAt, begin),
        lt(pressLetter.sentAt, end),
      ),
    )
    .groupBy(pressLetter.id)
    .orderBy(asc(pressLetter.sentAt), asc(pressLetter.id));

/** What the press took up in a period, with words for how much. */
const pickedUp = async (q: Queryable, agencyId: string, period: { from: string; to: string }) =>
  (await pickupsBetween(q, agencyId, period)).map((one) => ({
    ...one,
    kindLabel: pickupKindLabels[one.kind],
  }));

/**
 * What passed between the agency and the press in a period (days, both included), as the log has it now. Of a question
 * only who asked and its clock: its words are read in the log, by those who may.
 */
export async function pressInPeriod(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
  now = new Date(),
) {
  const begin = startOfDay(from);
  const end = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const enquiries = await q
    .select({ enquiry: pressEnquiry, registered: pressOutlet.name })
    .from(pressEnquiry)
    .leftJoin(pressOutlet, eq(pressOutlet.id, pressEnquiry.outletId))
    .where(
      and(
        eq(pressEnquiry.agencyId, agencyId),
        lt(pressEnquiry.receivedAt, end),
        or(gte(pressEnquiry.receivedAt, begin), eq(pressEnquiry.state, "open")),
      ),
    )
    .orderBy(asc(pressEnquiry.receivedAt), asc(pressEnquiry.id));
  return {
    answerHours: (await ruleOf(q, agencyId)).answerHours,
    enquiries: enquiries.map(({ enquiry, registered }) => ({
      id: enquiry.id,
      outletName: registered ?? enquiry.outletName,
      receivedAt: enquiry.receivedAt,
      dueAt: enquiry.dueAt,
      closedAt: enquiry.closedAt,
      state: enquiry.state,
      stateLabel: enquiryStateLabels[enquiry.state],
      isLate: lightOf(enquiry, now) === "red",
      isCarried: enquiry.receivedAt < begin,
    })),
    releases: await releasesBetween(q, agencyId, begin, end),
    letters: (await lettersBetween(q, agencyId, begin, end)).map((one) => ({ ...one, sentAt: one.sentAt! })),
    pickups: await pickedUp(q, agencyId, { from, to }),
  };
}
