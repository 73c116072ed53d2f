import { and, eq, isNotNull, lt, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#platform/database/database.ts";
import { officialDocument } from "./tables.ts";

/** A document of the register that holds no more, and what took its place. */
export interface EndedDocument {
  number: string;
  /** "" where the register does not say. */
  type: string;
  /** Number of its successor; null: none is known of. */
  successor: string | null;
  /** It came with the product and nobody has compared it with the official text. */
  toConfirm: boolean;
}

/** What the agency's register says is replaced or ended by a day (YYYY-MM-DD); one still in force is not. */
export async function endedDocuments(q: Queryable, agencyId: string, day: string): Promise<EndedDocument[]> {
  const successor = alias(officialDocument, "successor");
  const rows = await q
    .select({
      number: officialDocument.number,
      type: officialDocument.type,
      effectiveTo: officialDocument.effectiveTo,
      successor: successor.number,
      toConfirm: officialDocument.toConfirm,
    })
    .from(officialDocument)
    .leftJoin(
      successor,
      and(eq(successor.agencyId, officialDocument.agencyId), eq(successor.id, officialDocument.replacedBy)),
    )
    .where(
      and(
        eq(officialDocument.agencyId, agencyId),
        isNotNull(officialDocument.number),
        or(lt(officialDocument.effectiveTo, day), isNotNull(officialDocument.replacedBy)),
      ),
    )
    .orderBy(officialDocument.number);
  return rows
    .filter(({ effectiveTo }) => effectiveTo === null || effectiveTo < day)
    .map(({ number, type, successor: next, toConfirm }) => ({
      number: number!,
      type: type ?? "",
      successor: next,
      toConfirm,
    }));
}
