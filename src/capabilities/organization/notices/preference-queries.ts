import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { kindNames, kindOf } from "../notice-kinds.ts";
import { noticeDefault, noticeHours, noticeHoursDefault, noticePreference, person } from "../tables.ts";
import { type NoticeHours, usualHours } from "./notice-hours.ts";
import { type KindPreference, mailOf, pushes } from "./notice-preferences.ts";
import { sendsMail } from "./ways.ts";

/** Who has said how somebody is told: the person, else the agency, else it is as usual. */
export type SaidBy = "own" | "agency" | "usual";

/** What agencies have said for those who chose nothing. */
export const defaultsOf = async (q: Queryable, agencyIds: string[]) =>
  q.select().from(noticeDefault).where(inArray(noticeDefault.agencyId, agencyIds));

/** What a person has chosen of a kind; null where nothing. */
export async function ownChoice(
  q: Queryable,
  personId: string,
  kind: string,
): Promise<Omit<KindPreference, "kind">> {
  const [own] = await q
    .select({ mail: noticePreference.mail, push: noticePreference.push })
    .from(noticePreference)
    .where(and(eq(noticePreference.personId, personId), eq(noticePreference.kind, kind)));
  return own ?? { mail: null, push: null };
}

/** What a person has chosen over what the agency says, kind by kind. */
const over = (own: KindPreference[], agency: KindPreference[]): KindPreference[] =>
  [...new Set([...own, ...agency].map(({ kind }) => kind))].map((kind) => {
    const [mine, theirs] = [own, agency].map((rows) => rows.find((row) => row.kind === kind));
    return { kind, mail: mine?.mail ?? theirs?.mail ?? null, push: mine?.push ?? theirs?.push ?? null };
  });

/** What holds of people by person: their own choices, and their agency's where they chose nothing. */
export async function chosenOf(q: Queryable, personIds: string[]): Promise<Map<string, KindPreference[]>> {
  if (personIds.length === 0) return new Map();
  const people = await q
    .select({ id: person.id, agencyId: person.agencyId })
    .from(person)
    .where(inArray(person.id, personIds));
  const own = Map.groupBy(
    await q.select().from(noticePreference).where(inArray(noticePreference.personId, personIds)),
    ({ personId }) => personId,
  );
  const agencies = Map.groupBy(
    await defaultsOf(q, [...new Set(people.map(({ agencyId }) => agencyId))]),
    ({ agencyId }) => agencyId,
  );
  return new Map(
    people.map(({ id, agencyId }) => [id, over(own.get(id) ?? [], agencies.get(agencyId) ?? [])]),
  );
}

/** When an agency's people are not to be disturbed who chose no hours. */
export async function hoursOfAgency(
  q: Queryable,
  agencyId: string,
): Promise<{ hours: NoticeHours; by: SaidBy }> {
  const [found] = await q.select().from(noticeHoursDefault).where(eq(noticeHoursDefault.agencyId, agencyId));
  if (!found) return { hours: usualHours, by: "usual" };
  const { agencyId: _, ...hours } = found;
  return { hours, by: "agency" };
}

async function hoursHeld(q: Queryable, personId: string): Promise<{ hours: NoticeHours; by: SaidBy }> {
  const [own] = await q.select().from(noticeHours).where(eq(noticeHours.personId, personId));
  if (own) {
    const { personId: _, agencyId: __, ...hours } = own;
    return { hours, by: "own" };
  }
  const [whose] = await q.select({ agencyId: person.agencyId }).from(person).where(eq(person.id, personId));
  return whose ? hoursOfAgency(q, whose.agencyId) : { hours: usualHours, by: "usual" };
}

/** When the person is not to be disturbed: the own hours, else the agency's, else the usual. */
export const hoursOf = async (q: Queryable, personId: string): Promise<NoticeHours> =>
  (await hoursHeld(q, personId)).hours;

const said = (rows: KindPreference[], kind: string) =>
  rows.some((row) => row.kind === kind && (row.mail !== null || row.push !== null));

const kindsBy = (held: KindPreference[], saidBy: (kind: string) => SaidBy) =>
  kindNames.map((kind) => {
    const { group, label, always = null, urgent = false } = kindOf(kind)!;
    const by = saidBy(kind);
    return { kind, group, label, always, urgent, by, mail: mailOf(kind, held), push: pushes(kind, held) };
  });

/** How the person is told of each kind, and who has said so, as the settings show it. */
export async function noticeSettingsOf(q: Queryable, personId: string) {
  const own = await q.select().from(noticePreference).where(eq(noticePreference.personId, personId));
  const held = (await chosenOf(q, [personId])).get(personId) ?? [];
  const { hours, by } = await hoursHeld(q, personId);
  return {
    sendsMail: sendsMail(),
    hours,
    hoursBy: by,
    kinds: kindsBy(held, (kind) => (said(own, kind) ? "own" : said(held, kind) ? "agency" : "usual")),
  };
}

/** How an agency's people are told who have chosen nothing, as its administrators set it. */
export async function noticeDefaultsOf(q: Queryable, agencyId: string) {
  const defaults = await defaultsOf(q, [agencyId]);
  const { hours, by } = await hoursOfAgency(q, agencyId);
  return {
    sendsMail: sendsMail(),
    hours,
    hoursBy: by,
    kinds: kindsBy(defaults, (kind) => (said(defaults, kind) ? "agency" : "usual")),
  };
}
