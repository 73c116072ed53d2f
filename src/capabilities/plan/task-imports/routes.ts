import { implement } from "@orpc/server";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, planOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { taskImportContract } from "./contract.ts";
import { importTasks } from "./import-tasks.ts";
import { importsOfPlan } from "./task-import-queries.ts";
import type { TaskSheetField } from "./task-sheet-fields.ts";
import { faultyLines, taskTemplate } from "./task-sheets.ts";
import { tryTaskSheet } from "./try-task-sheet.ts";
import { undoTaskImport } from "./undo-task-import.ts";

const api = implement(taskImportContract).$context<ApiContext>().use(authorised);

const readFile = async ({
  file,
  outsideYear,
  sheet,
  headerLine,
  columns,
}: {
  file: File;
  outsideYear: "no" | "yes";
  sheet?: string | undefined;
  headerLine?: number | undefined;
  columns?: (TaskSheetField | "")[] | undefined;
}) => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  outsideYear: outsideYear === "yes",
  sheet,
  headerLine,
  columns,
});

const presentImports = async (q: Queryable, actor: Actor, planId: string) => ({
  imports: await importsOfPlan(q, actor.agencyId, planId),
  may: planPolicy.may(actor, await planOf(q, actor.agencyId, planId)),
});

export const taskImportRoutes = {
  taskTemplate: api.taskTemplate.handler(async ({ input, context: { database, actor } }) =>
    download(
      taskTemplate(database, await planOf(database, actor.agencyId, input.id)),
      "mau-nhiem-vu.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  tryTaskSheet: api.tryTaskSheet.handler(async ({ input, context: { database, actor } }) => {
    const plan = await planOf(database, actor.agencyId, input.id);
    const { lines, ...tried } = await tryTaskSheet(database, plan, await readFile(input));
    const units = await unitsOfAgency(database, actor.agencyId);
    const clauses = await clausesOf(database, plan.id);
    const mark = (id: string) => clauseMark(clauses.find((clause) => clause.id === id)?.path ?? "");
    return {
      ...tried,
      lines: lines.map(({ task, ...line }) => ({
        ...line,
        task: task && {
          title: task.title,
          clauseMark: task.clauseId && mark(task.clauseId),
          lead: task.allUnits
            ? "Các phòng, đơn vị"
            : (units.find(({ id }) => id === task.leadUnitId)?.name ?? null),
          due: task.due,
          deliverable: task.deliverable,
        },
      })),
    };
  }),
  faultyTaskLines: api.faultyTaskLines.handler(async ({ input, context: { database, actor } }) =>
    download(
      faultyLines(database, await planOf(database, actor.agencyId, input.id), await readFile(input)),
      "dong-chua-dung.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  importTasks: api.importTasks.handler(async ({ input, context }) => {
    const read = await readFile(input);
    return context.work((work) =>
      importTasks(work, { id: input.id, fileName: input.file.name, seen: input.seen, ...read }),
    );
  }),
  taskImports: api.taskImports.handler(({ input, context: { database, actor } }) =>
    presentImports(database, actor, input.id),
  ),
  undoTaskImport: api.undoTaskImport.handler(({ input, context }) =>
    context.work(async (work) => presentImports(work.tx, context.actor, await undoTaskImport(work, input))),
  ),
};
