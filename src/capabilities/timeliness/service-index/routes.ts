import { implement } from "@orpc/server";
import { Unacceptable } from "#platform/auth/policy.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { serviceIndexContract } from "./contract.ts";
import { importScores } from "./import-scores.ts";
import { readScores } from "./read-scores.ts";
import { readPoints, type ScoreKey, scoreKeys, scoreLabels } from "./score.ts";
import { presentScores } from "./score-queries.ts";
import { undoScores } from "./undo-scores.ts";

const api = implement(serviceIndexContract).$context<ApiContext>().use(authorised);

async function read({ file, url }: { file: File; url: string }) {
  try {
    return await readScores(new Uint8Array(await file.arrayBuffer()), url);
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
  }
}

/** Typed scores in hundredths. @throws Unacceptable for what is no score */
function pointsOf(typed: Record<ScoreKey, string>): Record<ScoreKey, number | null> {
  const points = scoreKeys.map((key) => [key, readPoints(typed[key])] as const);
  const issues = points
    .filter(([, value]) => value === false)
    .map(([key]) => ({ field: key, message: `${scoreLabels[key]}: hãy ghi điểm từ 0 đến 100, ví dụ 92,8.` }));
  if (points.every(([, value]) => value === null))
    issues.push({ field: "total", message: "Hãy ghi ít nhất một điểm." });
  if (issues[0]) throw new Unacceptable(issues[0].message, issues);
  return Object.fromEntries(points) as Record<ScoreKey, number | null>;
}

export const serviceIndexRoutes = {
  serviceIndex: api.serviceIndex.handler(({ context: { database, actor } }) =>
    presentScores(database, actor),
  ),
  tryScores: api.tryScores.handler(({ input }) => read(input)),
  importScores: api.importScores.handler(async ({ input, context }) => {
    const { scores, errors } = await read(input);
    const [first] = errors;
    if (first) {
      const message = `Có ${errors.length} dòng chưa đúng nên chưa nhập dòng nào. ${first.message}`;
      throw new Unacceptable(message, [{ field: "file", message }]);
    }
    return context.work((work) => importScores(work, { scores, fileName: input.file.name }));
  }),
  typeScore: api.typeScore.handler(({ input: { entity, scoredOn, url, ...typed }, context }) =>
    context.work(async (work) => {
      const score = { entity, scoredOn, url, ...pointsOf(typed) };
      await importScores(work, { scores: [score], fileName: null });
      return presentScores(work.tx, context.actor);
    }),
  ),
  undoScores: api.undoScores.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoScores(work, input);
      return presentScores(work.tx, context.actor);
    }),
  ),
};
