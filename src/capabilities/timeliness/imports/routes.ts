import { implement } from "@orpc/server";
import { Unacceptable } from "#platform/auth/policy.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { writeXlsxAside } from "#platform/official-document/write/write-xlsx-aside.ts";
import { countHead } from "../counts/count-columns.ts";
import { importCounts } from "../counts/import-counts.ts";
import { lookAtCounts } from "../counts/look-at-counts.ts";
import { headOf } from "../reading/dossier-columns.ts";
import { importContract } from "./contract.ts";
import { presentImports } from "./dossier-imports.ts";
import { faultyCounts, faultySheet } from "./faulty-sheet.ts";
import { importDossiers } from "./import-dossiers.ts";
import { readSheet, type Sheet, type SheetMode } from "./read-sheet.ts";
import { progressOf, stopRun, underWatch } from "./running-imports.ts";
import { tryDossiers } from "./try-dossiers.ts";
import { undoDossierImport } from "./undo-dossier-import.ts";

const api = implement(importContract).$context<ApiContext>().use(authorised);

/** So many faults and remarks are told one by one. */
const MOST_TOLD = 500;

const sheetOf = async ({
  file,
  period,
  mode = "upsert",
}: {
  file: File;
  period: string;
  mode?: SheetMode;
}): Promise<Sheet & { mode: SheetMode }> => ({
  ...{ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name, period, mode },
});

/** A file that is no such sheet is refused in its own words. */
async function readable<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
  }
}

const told = (issues: { row: number; message: string }[]) =>
  issues.slice(0, MOST_TOLD).map(({ row, message }) => ({ row, message }));

export const importRoutes = {
  imports: api.imports.handler(({ context: { database, actor } }) => presentImports(database, actor)),
  trySheet: api.trySheet.handler(async ({ input, context: { database, actor } }) => {
    const sheet = await sheetOf(input);
    const trial = await readable(
      underWatch(actor, input.runId, (run) =>
        tryDossiers(database, actor.agencyId, sheet, { at: new Date(), run }),
      ),
    );
    const { reading, already, added, changed, unchanged, doubted, unknown, absent } = trial;
    const { rows, errors, warnings } = reading;
    return {
      ...{
        already,
        added,
        changed,
        unchanged,
        doubted,
        absent,
        unknownProcedures: unknown.slice(0, MOST_TOLD),
      },
      ...{ sheet: reading.sheet, headerLine: reading.headerLine, missing: reading.missing.map(headOf) },
      columns: reading.columns.map(({ header, field, dropped }) => ({
        ...{ header, dropped, taken: field !== null && !dropped },
      })),
      ...{ read: rows.read, duplicates: rows.duplicates, superseded: rows.superseded },
      ...{ rejected: rows.rejected, skipped: rows.skipped },
      ...{ errors: told(errors), warnings: told(warnings) },
      ...{ errorCount: errors.length, warningCount: warnings.length },
    };
  }),
  faultyRows: api.faultyRows.handler(async ({ input, context: { actor } }) => {
    const sheet = await sheetOf(input);
    const bytes = await readable(
      underWatch(actor, input.runId, async (run) => {
        const { rejected } = await readSheet(sheet, new Date(), run);
        return writeXlsxAside(faultySheet(rejected), run.signal);
      }),
    );
    return download(bytes, "dong-chua-dung.xlsx", mediaTypes.xlsx);
  }),
  faultyCountRows: api.faultyCountRows.handler(async ({ input, context: { database, actor } }) => {
    const { reading } = await readable(
      lookAtCounts(database, actor.agencyId, await sheetOf(input), new Date()),
    );
    return download(
      writeXlsxAside(faultyCounts(reading.rejected), new AbortController().signal),
      "dong-chua-dung.xlsx",
      mediaTypes.xlsx,
    );
  }),
  importSheet: api.importSheet.handler(async ({ input, context }) => {
    const sheet = await sheetOf(input);
    return readable(
      underWatch(context.actor, input.runId, (run) =>
        context.work((work) => importDossiers(work, sheet, run)),
      ),
    );
  }),
  tryCounts: api.tryCounts.handler(async ({ input, context: { database, actor } }) => {
    const sheet = await sheetOf(input);
    const trial = await readable(lookAtCounts(database, actor.agencyId, sheet, new Date()));
    const { reading, before, added, changed, unchanged, doubted, warnings } = trial;
    const { rows, errors } = reading;
    const periods = Map.groupBy(reading.counts, ({ period }) => period);
    return {
      ...{ already: before !== null, added: added.length, changed: changed.length, unchanged, doubted },
      ...{ sheet: reading.sheet, headerLine: reading.headerLine, missing: reading.missing.map(countHead) },
      columns: reading.columns.map(({ header, field }) => ({ header, taken: field !== null })),
      ...rows,
      ...{ errors: told(errors), warnings: told(warnings) },
      ...{ errorCount: errors.length, warningCount: warnings.length },
      periods: [...periods]
        .map(([period, { length }]) => ({ period, rows: length }))
        .toSorted((a, b) => a.period.localeCompare(b.period)),
    };
  }),
  importCounts: api.importCounts.handler(async ({ input, context }) => {
    const sheet = await sheetOf(input);
    return readable(context.work((work) => importCounts(work, sheet)));
  }),
  undoImport: api.undoImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoDossierImport(work, input);
      return presentImports(work.tx, context.actor);
    }),
  ),
  runProgress: api.runProgress.handler(({ input, context: { actor } }) => progressOf(actor, input.id)),
  stopRun: api.stopRun.handler(({ input, context: { actor } }) => {
    stopRun(actor, input.id);
    return {};
  }),
};
