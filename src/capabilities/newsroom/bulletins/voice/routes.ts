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
import { machineVoiceOf } from "./machine-voice.ts";
import { machineVoicePolicy } from "./policy.ts";
import { recordByMachine } from "./record-by-machine.ts";
import { setMachineVoice } from "./set-machine-voice.ts";
import { removeSpeechServer, setSpeechServer } from "./set-speech-server.ts";
import { speechServerOf } from "./speech-server.ts";
import { trySpeechServer } from "./try-speech-server.ts";
import { readerFor } from "./who-reads.ts";

const api = implement(machineVoiceContract).$context<ApiContext>().use(authorised);

async function voiceFor(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const set = await machineVoiceOf(q, agencyId);
  const engine = engineHere();
  const server = await speechServerOf(q, agencyId);
  return {
    ...set,
    engine: engine && { name: engine.name, voices: [...engine.voices] },
    server: server?.isActive ? { name: server.model, isOwn: server.isOwn } : null,
    may: machineVoicePolicy.may(actor, { agencyId, isAllowed: set.isAllowed }),
  };
}

async function serverFor(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  machineVoicePolicy.permit(actor, "inspect", { agencyId });
  return { server: await speechServerOf(q, agencyId) };
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
    const reader = await readerFor(database, actor.agencyId, text, new Date());
    return withReceivedFile((wavPath) =>
      withReceivedFile(async (mp3Path) => {
        const { name: tool, source, slug } = (await reader.read(wavPath, signal)).engine;
        const mark = { title: "Bản đọc thử bằng giọng máy", source, tool, label: reader.label };
        await checkRecording({ wavPath, mp3Path, mark });
        return new File([await readFile(mp3Path)], `nghe-thu-${slug}.mp3`, { type: "audio/mpeg" });
      }),
    );
  }),
  recordByMachine: api.recordByMachine.handler(
    async ({ input, signal, context: { database, actor, work } }) => {
      const { mp3, ...who } = await recordByMachine(work, input, signal);
      return { ...(await presentMedia(database, actor, [mp3]))[0]!, ...who };
    },
  ),
  speechServer: api.speechServer.handler(({ context: { database, actor } }) => serverFor(database, actor)),
  setSpeechServer: api.setSpeechServer.handler(({ input, context }) =>
    context.work(async (work) => {
      await setSpeechServer(work, input);
      return serverFor(work.tx, context.actor);
    }),
  ),
  removeSpeechServer: api.removeSpeechServer.handler(({ context }) =>
    context.work(async (work) => {
      await removeSpeechServer(work);
      return serverFor(work.tx, context.actor);
    }),
  ),
  trySpeechServer: api.trySpeechServer.handler(({ input, signal, context: { database, actor } }) =>
    trySpeechServer(database, actor, input, signal),
  ),
};
