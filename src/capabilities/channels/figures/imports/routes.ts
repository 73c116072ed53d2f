import { implement } from "@orpc/server";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import { emptyList, faultyList } from "#platform/sheets/list-sheets.ts";
import { networkLabel } from "../../networks/index.ts";
import { figureImportContract } from "./contract.ts";
import { figureImports } from "./figure-imports.ts";
import { figureWords } from "./figure-list.ts";
import { importFigures } from "./import-figures.ts";
import { type FigureTable, tryFigures } from "./try-figures.ts";
import { undoFigureImport } from "./undo-figure-import.ts";

const api = implement(figureImportContract).$context<ApiContext>().use(authorised);

const readFile = async ({
  file,
  ...said
}: Omit<FigureTable, "bytes"> & { file: File }): Promise<FigureTable> => ({
  bytes: new Uint8Array(await file.arrayBuffer()),
  ...said,
});

export const figureImportRoutes = {
  figureTemplate: api.figureTemplate.handler(() =>
    download(writeXlsx(emptyList("Số liệu", figureWords)), "mau-so-lieu-kenh.xlsx", mediaTypes.xlsx),
  ),
  tryFigures: api.tryFigures.handler(async ({ input, context: { database, actor } }) => {
    const { lines, ...tried } = await tryFigures(database, actor, await readFile(input), new Date());
    return {
      ...tried,
      lines: lines.map(({ post, figures, ...line }) => ({
        ...line,
        post: post && {
          title: post.title,
          networkLabel: networkLabel(post.network),
          accountName: post.accountName,
        },
        figures: figures.length,
      })),
    };
  }),
  faultyFigureLines: api.faultyFigureLines.handler(async ({ input, context: { database, actor } }) => {
    const { lines } = await tryFigures(database, actor, await readFile(input), new Date());
    return download(writeXlsx([faultyList(figureWords, lines)]), "dong-chua-dung.xlsx", mediaTypes.xlsx);
  }),
  importFigures: api.importFigures.handler(async ({ input: { seen, sourceName, ...table }, context }) => {
    const read = await readFile(table);
    return context.work((work) =>
      importFigures(work, { ...read, fileName: table.file.name, sourceName, seen }),
    );
  }),
  figureImports: api.figureImports.handler(({ context: { database, actor } }) =>
    figureImports(database, actor),
  ),
  undoFigureImport: api.undoFigureImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoFigureImport(work, input);
      return figureImports(work.tx, context.actor);
    }),
  ),
};
