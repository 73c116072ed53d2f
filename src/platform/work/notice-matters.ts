import type { Actor } from "../auth/actor.ts";
import type { Queryable } from "../database/database.ts";

/** A notice as its matter is looked up again. */
export interface ToldMatter {
  /** What stands behind the first word of its cause: ids and moments, as whoever told it wrote them. */
  about: string[];
  /** The moment or date with which the cause ends, where it does. */
  moment: string;
}

/** Why the recipient need not be told any more, in a Vietnamese sentence; null: it stands as it was told. */
export type LookUpMatter = (q: Queryable, told: ToldMatter, recipient: Actor) => Promise<string | null>;

/** The same of many at once, in the order in which they were handed in. */
export interface LookUpMatters {
  all: (q: Queryable, told: ToldMatter[], recipient: Actor) => Promise<(string | null)[]>;
}

/** How a capability looks up what it tells of, by the first word of the cause; one by one only what is rare. */
export type NoticeMatters = Record<string, LookUpMatter | LookUpMatters>;

/** Looks up many matters: `load` asks for all of them together, `judge` says of each whether it stands. */
export const inBulk = <Found>(
  load: (q: Queryable, told: ToldMatter[], recipient: Actor) => Promise<Found>,
  judge: (found: Found, told: ToldMatter, recipient: Actor) => string | null,
): LookUpMatters => ({
  all: async (q, told, recipient) => {
    const found = await load(q, told, recipient);
    return told.map((one) => judge(found, one, recipient));
  },
});

/** Looks up the rows whose ids stand first in the causes. */
export const byFirstId = <Row extends { id: string }>(
  load: (q: Queryable, ids: string[], agencyId: string) => Promise<Row[]>,
  judge: (row: Row | undefined, told: ToldMatter, recipient: Actor) => string | null,
): LookUpMatters =>
  inBulk(
    async (q, told, { agencyId }) => {
      const rows = await load(q, [...new Set(told.map(({ about }) => about[0]!))], agencyId);
      return new Map(rows.map((row) => [row.id, row]));
    },
    (rows, told, recipient) => judge(rows.get(told.about[0]!), told, recipient),
  );

const known = new Map<string, LookUpMatter | LookUpMatters>();

export function learnNoticeMatters(matters: NoticeMatters): void {
  for (const [word, lookUp] of Object.entries(matters)) known.set(word, lookUp);
}

/** A cause taken apart: what it is about, by its first word, and what stands behind it. */
export function matterOfCause(cause: string): { word: string; told: ToldMatter } {
  const [word = "", ...about] = cause.split(":");
  // A moment has colons of its own.
  const moment = /\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(cause)?.[0] ?? about.at(-1) ?? "";
  return { word, told: { about, moment } };
}

/** Why notices with these causes are needed no more by the recipient; what no capability knows stands as it was told. */
export async function whySettledOf(
  q: Queryable,
  causes: string[],
  recipient: Actor,
): Promise<(string | null)[]> {
  const answers: (string | null)[] = causes.map(() => null);
  const asked = causes.map((cause, at) => ({ at, ...matterOfCause(cause) }));
  for (const [word, matters] of Map.groupBy(asked, (one) => one.word)) {
    const lookUp = known.get(word);
    if (!lookUp) continue;
    if (typeof lookUp === "function") {
      for (const { at, told } of matters) answers[at] = await lookUp(q, told, recipient);
    } else {
      const found = await lookUp.all(
        q,
        matters.map(({ told }) => told),
        recipient,
      );
      matters.forEach(({ at }, index) => {
        answers[at] = found[index] ?? null;
      });
    }
  }
  return answers;
}

/** Why a notice with this cause is needed no more by the recipient. */
export async function whySettled(q: Queryable, cause: string, recipient: Actor): Promise<string | null> {
  return (await whySettledOf(q, [cause], recipient))[0] ?? null;
}
