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

/** How a capability looks up what it tells of, by the first word of the cause. */
export type NoticeMatters = Record<string, LookUpMatter>;

const known = new Map<string, LookUpMatter>();

export function learnNoticeMatters(matters: NoticeMatters): void {
  for (const [word, lookUp] of Object.entries(matters)) known.set(word, lookUp);
}

/** Why a notice with this cause is needed no more by the recipient; what no capability knows stands as it was told. */
export async function whySettled(q: Queryable, cause: string, recipient: Actor): Promise<string | null> {
  const [word, ...about] = cause.split(":");
  // A moment has colons of its own.
  const moment = /\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(cause)?.[0] ?? about.at(-1) ?? "";
  return (await known.get(word!)?.(q, { about, moment }, recipient)) ?? null;
}
