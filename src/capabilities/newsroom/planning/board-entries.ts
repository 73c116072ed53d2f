import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type Entry, type EntryFilter, listEntries } from "./entry-queries.ts";
import { type BoardState, boardStates } from "./story.ts";

/** So many cards of a column are drawn; the others are in the table. */
const CARDS_SHOWN = 20;

interface BoardColumn {
  state: BoardState;
  entries: Entry[];
  /** There are more than are drawn. */
  isMore: boolean;
}

/** What is planned by where it stands, what changed last first; narrowed to one state, that column alone. */
export async function boardEntries(q: Queryable, actor: Actor, filter: EntryFilter): Promise<BoardColumn[]> {
  const columns: BoardColumn[] = [];
  for (const state of boardStates) {
    if (filter.state && filter.state !== state) continue;
    const { entries, next } = await listEntries(q, actor, { ...filter, state }, { limit: CARDS_SHOWN });
    columns.push({ state, entries, isMore: next !== null });
  }
  return columns;
}
