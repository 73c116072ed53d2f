import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { machineVoice } from "../../tables.ts";
import { engineHere } from "./engines.ts";
import { type MachineVoice, machineVoiceOf } from "./machine-voice.ts";
import { machineVoicePolicy } from "./policy.ts";
import { speechServerOf } from "./speech-server.ts";

/** States whether a machine's voice may go out, which, and what it says of itself. */
export async function setMachineVoice(work: Work, given: MachineVoice): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  machineVoicePolicy.permit(actor, "allow", { agencyId });
  const here = engineHere();
  // Where no engine is here, the agency's own server reads, in the voice that is stated with it.
  const known = here
    ? here.voices.some(({ slug }) => slug === given.voice)
    : (await speechServerOf(tx, agencyId)) !== null;
  if (!known)
    throw new Unacceptable("Máy chủ không có giọng này.", [
      { field: "voice", message: "Hãy chọn một giọng trong danh sách." },
    ]);
  const before = await machineVoiceOf(tx, agencyId);
  const after = { ...given, label: toNfc(given.label).trim() };
  const kept = { ...after, changedBy: actor.personId, changedAt: at };
  await tx
    .insert(machineVoice)
    .values({ agencyId, ...kept })
    .onConflictDoUpdate({ target: machineVoice.agencyId, set: kept });
  await work.record({
    act: "set-machine-voice",
    objectKind: "machine-voice",
    objectId: agencyId,
    before,
    after,
  });
}
