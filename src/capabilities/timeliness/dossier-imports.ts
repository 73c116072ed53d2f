import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { dossierImport } from "./tables.ts";

/** The sheets that came in, the newest first, also those that were taken back. */
export const dossierImports = (database: Database | Transaction, agencyId: string) =>
  database
    .select()
    .from(dossierImport)
    .where(eq(dossierImport.agencyId, agencyId))
    .orderBy(desc(dossierImport.importedAt))
    .limit(100);
