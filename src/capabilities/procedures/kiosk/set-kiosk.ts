import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { proceduresChanged } from "../procedure-changed.ts";
import { procedureKiosk } from "../tables.ts";
import { type KioskSetting, kioskSettingOf } from "./kiosk-setting.ts";

/** Says what the screen at the counter greets with and how long it waits; screens take it over by themselves. */
export async function setKiosk(work: Work, { message, idleSeconds }: KioskSetting): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const before = await kioskSettingOf(tx, agencyId);
  const after = { message: toNfc(message), idleSeconds };
  if (before.message === after.message && before.idleSeconds === idleSeconds) return;
  const values = { ...after, changedBy: personId, changedAt: at };
  await tx
    .insert(procedureKiosk)
    .values({ agencyId, ...values })
    .onConflictDoUpdate({ target: procedureKiosk.agencyId, set: values });
  await work.record({
    ...{ act: "set-kiosk", objectKind: "kiosk", objectId: agencyId },
    ...{ before: { ...before }, after },
  });
  await proceduresChanged(tx, []);
}
