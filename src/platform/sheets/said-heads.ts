import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { plain } from "../text/unit-named.ts";
import type { Work } from "../work/work.ts";
import { guessFields, type ListWords, LONGEST_HEAD } from "./list-fields.ts";
import { sheetHead } from "./tables.ts";

const headOf = (header: string): string => plain(header).slice(0, LONGEST_HEAD);

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

/**
 * Keeps how a person matched the columns of a list that was brought in, for the next list of its sort: what was matched
 * otherwise than guessed, and what was said before of these heads.
 */
export async function rememberHeads<Field extends string>(
  { tx, actor, at }: Work,
  list: string,
  words: ListWords<Field>,
  columns: { header: string; field: Field | null }[],
): Promise<void> {
  const guessed = guessFields(
    words,
    columns.map(({ header }) => header),
  );
  const before = await saidHeads(tx, actor.agencyId, list);
  const said = new Map<string, string>();
  for (const [column, { header, field }] of columns.entries()) {
    const head = headOf(header);
    // One of two columns that are called the same cannot be told by its head.
    if (head === "" || columns.filter((other) => headOf(other.header) === head).length > 1) continue;
    if (field !== guessed[column] || before.has(head)) said.set(head, field ?? "");
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
