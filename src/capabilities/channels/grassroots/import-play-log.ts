import { Conflict } from "#platform/auth/policy.ts";
import type { SheetChoice } from "#platform/sheets/read-list.ts";
import type { Work } from "#platform/work/work.ts";
import type { PlayField } from "./play-list.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { recordPlays } from "./record-plays.ts";
import { tryPlayLog } from "./try-play-log.ts";

/** Takes the new lines of a play log as they were seen; a line that is there already is not taken twice. */
export async function importPlayLog(
  work: Work,
  { fileName, seen, ...file }: SheetChoice<PlayField> & { bytes: Uint8Array; fileName: string; seen: string },
): Promise<{ plays: number; stations: number }> {
  const { actor, at } = work;
  loudspeakerPolicy.permit(actor, "record", { agencyId: actor.agencyId });
  const tried = await tryPlayLog(work.tx, actor.agencyId, file, at);
  if (tried.seen !== seen)
    throw new Conflict("Nhật ký hoặc sổ đài vừa có thay đổi; chưa ghi gì, hãy xem lại các dòng rồi nhập.");
  const plays = tried.lines.flatMap(({ play }) => (play ? [play] : []));
  const own = Map.groupBy(plays, ({ station }) => station.id);
  let accepted = 0;
  for (const [, told] of own) {
    const recorded = await recordPlays(
      work,
      told[0]!.station,
      told.map(({ receipt }) => receipt),
      { source: "import", recordedBy: actor.personId, hashOf: async () => "" },
    );
    accepted += recorded.accepted.length;
  }
  if (accepted === 0) throw new Conflict("Tệp không có lượt phát nào mới; không có gì thay đổi.");
  await work.record({
    act: "import-play-log",
    objectKind: "play-log",
    objectId: actor.agencyId,
    after: { fileName, plays: accepted, stations: own.size },
  });
  return { plays: accepted, stations: own.size };
}
