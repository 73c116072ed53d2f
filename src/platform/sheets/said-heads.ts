import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import type { Work } from "../work/work.ts";
import { guessFields, headOf, type ListWords } from "./list-fields.ts";
import { sheetHead } from "./tables.ts";

/** What people of the agency have said that heads of this sort of list mean, by their letters; "" for not taken. */
export async function saidHeads(
  q: Queryable,
  agencyId: string,
  list: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await q
    .select({ head: sheetHead.head, field: sheetHead.field })
    .from(sheetHead)
    .where(and(eq(sheetHead.agencyId, agencyId), eq(sheetHead.list, list)));
  return new Map(rows.map(({ head, field }) => [head, field]));
}

/** The same as `rememberMatches`, of a list whose heads are guessed by the words of its template. */
export function rememberHeads<Field extends string>(
  work: Work,
  list: string,
  words: ListWords<Field>,
  columns: { header: string; field: Field | null }[],
): Promise<void> {
  const guessed = guessFields(
    words,
    columns.map(({ header }) => header),
  );
  return rememberMatches(
    work,
    list,
    columns.map((column, at) => ({ ...column, guessed: guessed[at] ?? null })),
  );
}

/**
 * Keeps how a person matched the columns of a list that was brought in, for the next list of its sort: what was matched
 * otherwise than guessed, and what was said before of these heads.
 */
export async function rememberMatches(
  { tx, actor, at }: Work,
  list: string,
  columns: { header: string; field: string | null; guessed: string | null }[],
): Promise<void> {
  const before = await saidHeads(tx, actor.agencyId, list);
  const said = new Map<string, string>();
  for (const { header, field, guessed } of columns) {
    const head = headOf(header);
    // One of two columns that are called the same cannot be told by its head.
    if (head === "" || columns.filter((other) => headOf(other.header) === head).length > 1) continue;
    if (field !== guessed || before.has(head)) said.set(head, field ?? "");
  }
  if (said.size === 0) return;
  await tx
    .insert(sheetHead)
    .values([...said].map(([head, field]) => ({ agencyId: actor.agencyId, list, head, field, saidAt: at })))
    .onConflictDoUpdate({
      target: [sheetHead.agencyId, sheetHead.list, sheetHead.head],
      set: { field: sql`excluded.field`, saidAt: at },
    });
}
