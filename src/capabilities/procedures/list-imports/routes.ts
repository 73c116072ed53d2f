import { implement } from "@orpc/server";
import { today } from "#platform/clock/vietnam-time.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { writeXlsxAside } from "#platform/official-document/write/write-xlsx-aside.ts";
import { emptyList, faultyList } from "#platform/sheets/list-sheets.ts";
import { listImportContract } from "./contract.ts";
import { countsOf, importProcedures } from "./import-procedures.ts";
import { procedureImports } from "./import-queries.ts";
import type { JudgedRow } from "./judge-list.ts";
import { procedureListWords } from "./list-words.ts";
import { listRuns } from "./running-lists.ts";
import { type ListToTry, tryProcedureList } from "./try-procedure-list.ts";
import { undoProcedureImport } from "./undo-procedure-import.ts";

const api = implement(listImportContract).$context<ApiContext>().use(authorised);

type Given = Omit<ListToTry, "bytes" | "isFull" | "today"> & { file: File; isFull: "no" | "yes" };

async function readFile({ file, isFull, ...given }: Given): Promise<ListToTry> {
  const { reason, sheet, headerLine, columns } = given;
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    isFull: isFull === "yes",
    ...{ reason, sheet, headerLine, columns },
    today: today().toString(),
  };
}

/** Of each state so many rows are shown; whoever wants more looks into the file. */
const MOST_SHOWN = 500;

function firstOfEach(rows: JudgedRow[]): JudgedRow[] {
  const shown = new Map<JudgedRow["state"], number>();
  return rows.filter(({ state }) => {
    const before = shown.get(state) ?? 0;
    shown.set(state, before + 1);
    return before < MOST_SHOWN;
  });
}

export const listImportRoutes = {
  listTemplate: api.listTemplate.handler(() =>
    download(
      writeXlsx(emptyList("Danh mục thủ tục", procedureListWords)),
      "mau-danh-muc-thu-tuc.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  tryList: api.tryList.handler(async ({ input, context: { database, actor } }) => {
    const given = { ...(await readFile(input)), toBeMatched: true };
    const { sheet, sheets, headerLine, columns, lacking, judged } = await listRuns.underWatch(
      actor,
      input.runId,
      (run) => tryProcedureList(database, actor.agencyId, given, run),
    );
    return {
      ...{ sheet, sheets, headerLine, lacking, seen: judged.seen, counts: countsOf(judged.rows) },
      columns: columns.map(({ header, field }) => ({ header, field })),
      rows: firstOfEach(judged.rows).map(({ line, state, code, name, changes, errors, notes }) => ({
        ...{ line, state, code, name, changes, errors, notes },
      })),
    };
  }),
  faultyListRows: api.faultyListRows.handler(async ({ input, context: { database, actor } }) => {
    const given = await readFile(input);
    const bytes = await listRuns.underWatch(actor, input.runId, async (run) => {
      const { judged } = await tryProcedureList(database, actor.agencyId, given, run);
      const lines = judged.rows.flatMap((row) => (row.line === null ? [] : [{ ...row, line: row.line }]));
      run.tell({ step: "packing", done: 0, total: null });
      return writeXlsxAside(faultyList(procedureListWords, lines), run.signal);
    });
    return download(bytes, "dong-chua-dung.xlsx", mediaTypes.xlsx);
  }),
  importList: api.importList.handler(async ({ input: { validFrom, seen, runId, ...given }, context }) => {
    const read = await readFile(given);
    return listRuns.underWatch(context.actor, runId, (run) =>
      context.work((work) =>
        importProcedures(work, { ...read, fileName: given.file.name, validFrom, seen }, run),
      ),
    );
  }),
  imports: api.imports.handler(({ context: { database, actor } }) => procedureImports(database, actor)),
  undoImport: api.undoImport.handler(({ input: { id, runId }, context }) =>
    listRuns.underWatch(context.actor, runId, (run) =>
      context.work(async (work) => {
        await undoProcedureImport(work, { id }, run);
        return procedureImports(work.tx, context.actor);
      }),
    ),
  ),
  listProgress: api.listProgress.handler(({ input, context: { actor } }) =>
    listRuns.progressOf(actor, input.id),
  ),
  stopList: api.stopList.handler(({ input, context: { actor } }) => {
    listRuns.stop(actor, input.id);
    return {};
  }),
};
