import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { reminderSetting } from "../tables.ts";
import { reminderPolicy } from "./policy.ts";
import { remindersOf } from "./reminder-queries.ts";
import type { ReminderSettings } from "./reminder-step.ts";

/** States when people of the agency are reminded of their tasks, in working days. */
export async function setReminders(work: Work, settings: ReminderSettings): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  reminderPolicy.permit(actor, "set", { agencyId });
  const wrong = [
    settings.lastBefore >= settings.firstBefore && {
      field: "lastBefore",
      message: "Lần nhắc cuối phải gần hạn hơn lần nhắc đầu.",
    },
    settings.editorAfter <= settings.headAfter && {
      field: "editorAfter",
      message: "Biên tập được báo sau trưởng đơn vị ít nhất một ngày làm việc.",
    },
    settings.leadershipAfter <= settings.editorAfter && {
      field: "leadershipAfter",
      message: "Lãnh đạo được báo sau biên tập ít nhất một ngày làm việc.",
    },
  ].filter((issue) => issue !== false);
  if (wrong.length > 0) throw new Unacceptable("Thứ tự các lần nhắc chưa đúng.", wrong);
  const before = await remindersOf(tx, agencyId);
  await tx
    .insert(reminderSetting)
    .values({ agencyId, ...settings })
    .onConflictDoUpdate({ target: reminderSetting.agencyId, set: settings });
  await work.record({
    act: "set-reminders",
    objectKind: "reminder-setting",
    objectId: agencyId,
    before,
    after: settings,
  });
}
