import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { planLinks } from "../plan-links.ts";
import { workItemPolicy } from "../work-programme/policy.ts";
import { programmeImportContract } from "./contract.ts";
import { importWorkItems } from "./import-work-items.ts";
import { faultyProgrammeLines, programmeTemplate } from "./programme-sheets.ts";
import { type ProgrammeToTry, tryProgramme } from "./try-programme.ts";
import { undoWorkItemImport } from "./undo-work-item-import.ts";
import { importsOfUnit } from "./work-item-import-queries.ts";

const api = implement(programmeImportContract).$context<ApiContext>().use(authorised);

const readFile = async ({
  file,
  ...said
}: Omit<ProgrammeToTry, "bytes"> & { file: File }): Promise<ProgrammeToTry> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  ...said,
});

const presentImports = async (q: Queryable, actor: Actor, unitId: string) => ({
  imports: await importsOfUnit(q, actor.agencyId, unitId),
  may: workItemPolicy.may(actor, { agencyId: actor.agencyId, unitIds: [unitId] }),
});

export const programmeImportRoutes = {
  programmeTemplate: api.programmeTemplate.handler(({ context: { database, actor } }) =>
    download(programmeTemplate(database, actor), "mau-chuong-trinh.xlsx", mediaTypes.xlsx),
  ),
  tryProgramme: api.tryProgramme.handler(async ({ input, context: { database, actor } }) => {
    const { lines, ...tried } = await tryProgramme(database, actor, await readFile(input));
    const { clauses, obligations } = await planLinks(database, actor, null);
    return {
      ...tried,
      lines: lines.map(({ item, ...line }) => ({
        ...line,
        item: item && {
          ...item,
          serves: [
            ...obligations.filter(({ id }) => item.obligationIds.includes(id)).map(({ code }) => code),
            ...clauses.filter(({ id }) => item.clauseIds.includes(id)).map(({ path }) => `mục ${path}`),
          ],
        },
      })),
    };
  }),
  faultyProgrammeLines: api.faultyProgrammeLines.handler(async ({ input, context: { database, actor } }) =>
    download(
      faultyProgrammeLines(database, actor, await readFile(input)),
      "dong-chua-dung.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  importWorkItems: api.importWorkItems.handler(async ({ input: { seen, ...table }, context }) => {
    const read = await readFile(table);
    return context.work((work) => importWorkItems(work, { ...read, fileName: table.file.name, seen }));
  }),
  workItemImports: api.workItemImports.handler(({ input, context: { database, actor } }) =>
    presentImports(database, actor, input.unitId),
  ),
  undoWorkItemImport: api.undoWorkItemImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoWorkItemImport(work, input);
      return presentImports(work.tx, context.actor, input.unitId);
    }),
  ),
};
