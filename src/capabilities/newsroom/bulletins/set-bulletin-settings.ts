import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { bulletinSetting } from "../tables.ts";
import { type BulletinSettings, bulletinSettingsOf } from "./manner.ts";
import { bulletinPolicy } from "./policy.ts";

/** States how the agency has its bulletins said; scripts that are there already stay as they are. */
export async function setBulletinSettings(work: Work, given: BulletinSettings): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  bulletinPolicy.permit(actor, "set", { agencyId });
  const words = given.words.map(({ written, spoken }) => ({
    written: toNfc(written),
    spoken: toNfc(spoken),
  }));
  const twice = words.find(
    ({ written }, place) => words.findIndex((other) => other.written === written) !== place,
  );
  if (twice)
    throw new Unacceptable(`“${twice.written}” có hai cách đọc.`, [
      { field: "words", message: `“${twice.written}” đứng hai lần; hãy giữ một cách đọc.` },
    ]);
  const settings = { ...given, words };
  const before = await bulletinSettingsOf(tx, agencyId);
  const kept = { ...settings, changedBy: actor.personId, changedAt: at };
  await tx
    .insert(bulletinSetting)
    .values({ agencyId, ...kept })
    .onConflictDoUpdate({ target: bulletinSetting.agencyId, set: kept });
  await work.record({
    act: "set-bulletin-settings",
    objectKind: "bulletin-setting",
    objectId: agencyId,
    before,
    after: settings,
  });
}
