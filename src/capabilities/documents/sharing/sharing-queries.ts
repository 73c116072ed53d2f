import { desc, eq, sql } from "drizzle-orm";
import { agenciesBeside, agencyById, personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { documentById } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { presentDocuments } from "../present-document.ts";
import { officialDocument, sharedDocument } from "../tables.ts";

/** With which agencies of the installation a document of the register is shared, and with which it could be. @throws NotFound */
export async function sharingOf(q: Queryable, actor: Actor, id: string) {
  const document = await documentById(q, actor.agencyId, id);
  if (!document) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  const rows = await q.select().from(sharedDocument).where(eq(sharedDocument.documentId, id));
  const names = await personNames(
    q,
    rows.map(({ sharedBy }) => sharedBy),
  );
  const receivers = new Map(rows.map((row) => [row.receiverId, row]));
  return {
    agencies: (await agenciesBeside(q, actor.agencyId)).map((one) => {
      const row = receivers.get(one.id);
      return {
        slug: one.slug,
        name: one.name,
        shared: row ? { at: row.sharedAt, by: names.get(row.sharedBy) ?? null } : null,
      };
    }),
    may: documentPolicy.may(actor, document),
  };
}

/** What other agencies share of their registers with the caller's, the newest document first, without their ids. */
export async function receivedDocuments(q: Queryable, actor: Actor) {
  const rows = await q
    .select({ document: officialDocument, sharedAt: sharedDocument.sharedAt })
    .from(sharedDocument)
    .innerJoin(officialDocument, eq(officialDocument.id, sharedDocument.documentId))
    .where(eq(sharedDocument.receiverId, actor.agencyId))
    .orderBy(sql`${officialDocument.issuedOn} desc nulls last`, desc(officialDocument.id));
  const givers = new Map<string, string>();
  for (const { document } of rows)
    if (!givers.has(document.agencyId))
      givers.set(document.agencyId, (await agencyById(q, document.agencyId))!.name);
  const shown = await presentDocuments(
    q,
    actor,
    rows.map(({ document }) => document),
  );
  return {
    documents: shown.map(({ replacedBy, force, agencyId, ...one }, index) => ({
      from: givers.get(agencyId)!,
      sharedAt: rows[index]!.sharedAt,
      number: one.number,
      type: one.type,
      issuedOn: one.issuedOn,
      issuer: one.issuer,
      abstract: one.abstract,
      topic: one.topic,
      url: one.url,
      effectiveFrom: one.effectiveFrom,
      effectiveTo: one.effectiveTo,
      force,
      replacedBy: replacedBy?.number ?? null,
    })),
  };
}
