import { implement } from "@orpc/server";
import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { pathOfFile, withReceivedFile } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { mediaByIds, presentMedia } from "../../media-library/media-queries.ts";
import { mediaLoudness } from "../../tables.ts";
import { checkRecording } from "./check-recording.ts";
import { loudnessContract } from "./contract.ts";
import { keepLevelled, recordingsToLevel } from "./keep-levelled.ts";
import { noteLoudness } from "./note-loudness.ts";

const api = implement(loudnessContract).$context<ApiContext>().use(authorised);

export const loudnessRoutes = {
  loudnessOf: api.loudnessOf.handler(async ({ input, context: { database, actor } }) => {
    if (!(await mediaByIds(database, actor.agencyId, [input.id])).has(input.id))
      throw new NotFound("Không có tư liệu này trong kho.");
    const [found] = await database
      .select()
      .from(mediaLoudness)
      .where(and(eq(mediaLoudness.agencyId, actor.agencyId), eq(mediaLoudness.mediaId, input.id)));
    return { loudness: found ? { ...found, isSetRight: found.madeFrom !== null } : null };
  }),
  noteLoudness: api.noteLoudness.handler(({ input, context: { work } }) =>
    work(async (current) => {
      await noteLoudness(current, input);
      return {};
    }),
  ),
  levelRecording: api.levelRecording.handler(async ({ input, context: { actor, work } }) => {
    // Looked at before the long work, and once more in the act itself.
    await work((current) => recordingsToLevel(current, input));
    return withReceivedFile(async (mp3Path) => {
      const measured = await checkRecording({ wavPath: pathOfFile(input.wavId), mp3Path });
      return work(async (current) => {
        const mp3 = await keepLevelled(current, { ...input, mp3Path, measured });
        return (await presentMedia(current.tx, actor, [mp3]))[0]!;
      });
    });
  }),
};
