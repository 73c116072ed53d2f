import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { speechServer } from "../../tables.ts";
import { machineVoicePolicy } from "./policy.ts";
import { type SpeechServer, sealedKeyFor, sealKey, speechServerOf } from "./speech-server.ts";

/**
 * States which server of its own reads for the agency. A key stands in no audit; null keeps the one of this host, and
 * one of another host is never kept; empty: it asks for none.
 */
export async function setSpeechServer(
  work: Work,
  { key, ...server }: SpeechServer & { key: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  machineVoicePolicy.permit(actor, "allow", { agencyId });
  const before = await speechServerOf(tx, agencyId);
  const sealedKey =
    key === null ? await sealedKeyFor(tx, agencyId, server.host) : key === "" ? null : await sealKey(key);
  const kept = { ...server, sealedKey, changedBy: actor.personId, changedAt: at };
  await tx
    .insert(speechServer)
    .values({ agencyId, ...kept })
    .onConflictDoUpdate({ target: speechServer.agencyId, set: kept });
  await work.record({
    act: "set-speech-server",
    objectKind: "speech-server",
    objectId: agencyId,
    before,
    after: { ...server, hasKey: sealedKey !== null, ...(key && before?.hasKey && { keyRenewed: true }) },
  });
}

/** Takes the server and its key away; the engine that is here reads from now on. */
export async function removeSpeechServer(work: Work): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  machineVoicePolicy.permit(actor, "allow", { agencyId });
  const before = await speechServerOf(tx, agencyId);
  if (!before) return;
  await tx.delete(speechServer).where(eq(speechServer.agencyId, agencyId));
  await work.record({ act: "remove-speech-server", objectKind: "speech-server", objectId: agencyId, before });
}
