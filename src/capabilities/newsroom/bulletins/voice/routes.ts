import { readFile } from "node:fs/promises";
import { implement } from "@orpc/server";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { withReceivedFile } from "#platform/files/files.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { presentMedia } from "../../media-library/media-queries.ts";
import { checkRecording } from "../loudness/check-recording.ts";
import { machineVoiceContract } from "./contract.ts";
import { engineHere } from "./engines.ts";
import { machineVoiceOf, readingOf } from "./machine-voice.ts";
import { machineVoicePolicy } from "./policy.ts";
import { readAloud } from "./read-aloud.ts";
import { recordByMachine } from "./record-by-machine.ts";
import { setMachineVoice } from "./set-machine-voice.ts";

const api = implement(machineVoiceContract).$context<ApiContext>().use(authorised);

async function voiceFor(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const set = await machineVoiceOf(q, agencyId);
  const engine = engineHere();
  return {
    ...set,
    engine: engine && { name: engine.name, voices: [...engine.voices] },
    may: machineVoicePolicy.may(actor, { agencyId, isAllowed: set.isAllowed }),
  };
}

export const machineVoiceRoutes = {
  machineVoice: api.machineVoice.handler(({ context: { database, actor } }) => voiceFor(database, actor)),
  setMachineVoice: api.setMachineVoice.handler(({ input, context }) =>
    context.work(async (work) => {
      await setMachineVoice(work, input);
      return voiceFor(work.tx, context.actor);
    }),
  ),
  hearScript: api.hearScript.handler(async ({ input: { text }, signal, context: { database, actor } }) => {
    const reading = await readingOf(database, actor.agencyId, text);
    return withReceivedFile((wavPath) =>
      withReceivedFile(async (mp3Path) => {
        const { name: tool, source } = await readAloud({ ...reading, wavPath }, signal);
        const mark = { title: "Bản đọc thử bằng giọng máy", source, tool, label: reading.label };
        await checkRecording({ wavPath, mp3Path, mark });
        return new File([await readFile(mp3Path)], "nghe-thu.mp3", { type: "audio/mpeg" });
      }),
    );
  }),
  recordByMachine: api.recordByMachine.handler(
    async ({ input, signal, context: { database, actor, work } }) => {
      const mp3 = await recordByMachine(work, input, signal);
      return (await presentMedia(database, actor, [mp3]))[0]!;
    },
  ),
};
