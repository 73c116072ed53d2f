import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type LegalInstrument, legalInstruments } from "./legal-instruments.ts";
import { documentPolicy } from "./policy.ts";
import { officialDocument } from "./tables.ts";

/**
 * Brings the list of legal instruments that comes with the product into the agency's register. An instrument that is
 * there already (cited by a plan, typed by hand) only gets its topic; whatever a person wrote or confirmed stays.
 * Loading again adds only what is new.
 */
export async function loadInstruments(work: Work): Promise<{ added: number; completed: number }> {
  const { tx, actor } = work;
  documentPolicy.permit(actor, "load-instruments", { agencyId: actor.agencyId });
  const known = new Map(
    (
      await tx
        .select()
        .from(officialDocument)
        .where(
          and(
            eq(officialDocument.agencyId, actor.agencyId),
            inArray(
              sql`lower(${officialDocument.number})`,
              legalInstruments.map(({ number }) => number.toLowerCase()),
            ),
          ),
        )
        .orderBy(officialDocument.createdAt)
        .for("update")
    ).map((document) => [document.number!.toLowerCase(), document]),
  );
  const ids = new Map(
    legalInstruments.map(({ number }) => [number, known.get(number.toLowerCase())?.id ?? uuidv7()]),
  );
  const successor = ({ replacedBy }: LegalInstrument) =>
    replacedBy === undefined ? null : (ids.get(replacedBy) ?? null);
  const unknown = legalInstruments.filter(({ number }) => !known.has(number.toLowerCase()));
  if (unknown.length > 0)
    await tx.insert(officialDocument).values(
      unknown.map((instrument) => ({
        id: ids.get(instrument.number)!,
        agencyId: actor.agencyId,
        number: instrument.number,
        type: instrument.type,
        abstract: instrument.abstract ?? null,
        effectiveFrom: instrument.effectiveFrom ?? null,
        effectiveTo: instrument.effectiveTo ?? null,
        replacedBy: successor(instrument),
        topic: instrument.topic,
        toConfirm: instrument.toConfirm === true,
      })),
    );
  const incomplete = legalInstruments.filter(({ number }) => {
    const there = known.get(number.toLowerCase());
    return there !== undefined && there.topic === null && there.keptBy === null;
  });
  for (const instrument of incomplete)
    await tx
      .update(officialDocument)
      .set({
        topic: instrument.topic,
        toConfirm: instrument.toConfirm === true,
        effectiveFrom: sql`coalesce(${officialDocument.effectiveFrom}, ${instrument.effectiveFrom ?? null}::date)`,
        effectiveTo: sql`coalesce(${officialDocument.effectiveTo}, ${instrument.effectiveTo ?? null}::date)`,
        replacedBy: sql`coalesce(${officialDocument.replacedBy}, ${successor(instrument)}::uuid)`,
      })
      .where(eq(officialDocument.id, ids.get(instrument.number)!));
  const counts = { added: unknown.length, completed: incomplete.length };
  if (counts.added + counts.completed > 0)
    await work.record({
      act: "load-instruments",
      objectKind: "instrument-list",
      objectId: actor.agencyId,
      after: { ...counts, numbers: [...unknown, ...incomplete].map(({ number }) => number) },
    });
  return counts;
}
