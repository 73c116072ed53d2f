import { inheritEvents } from "#events";
import { inheritFeedback } from "#feedback";
import { inheritContent } from "#newsroom";
import { notify, peopleWithRole, takeUnitChange, type UnitSuccession } from "#organization";
import { type Inherited, inheritDuties } from "#plan";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";

/** Lets a recorded change of units take effect, in every capability at once. False: it took effect before. */
export async function letChangeTakeEffect(work: Work, id: string): Promise<boolean> {
  const succession = await takeUnitChange(work, id);
  if (!succession) return false;
  const duties = await inheritDuties(work, succession);
  const content = await inheritContent(work, succession);
  const events = await inheritEvents(work, succession);
  await tell(work, succession, duties, { content, events, ...(await inheritFeedback(work, succession)) });
  return true;
}

/** Those who keep people and plans, and those who answer for the heirs from now on. */
async function tell(
  { tx, ...work }: Work,
  { changeId, inWords, from, heirIds }: UnitSuccession,
  { tasks, obligations }: Inherited,
  { content, events, feedback, cases }: Record<"content" | "events" | "feedback" | "cases", number>,
): Promise<void> {
  const { agencyId } = work.actor;
  const told = [
    ...(await peopleWithRole(tx, agencyId, "administrator")),
    ...(await peopleWithRole(tx, agencyId, "editor")),
  ];
  for (const unitId of heirIds) told.push(...(await peopleWithRole(tx, agencyId, "head", unitId)));
  const moved = [
    tasks > 0 && `${tasks} nhiệm vụ`,
    obligations > 0 && `${obligations} nghĩa vụ`,
    content > 0 && `${content} tin, bài`,
    events > 0 && `${events} sự kiện`,
    feedback > 0 && `${feedback} phản ánh, kiến nghị`,
    cases > 0 && `${cases} trường hợp trước và sau`,
  ].filter((part) => part !== false);
  await notify(
    { tx, ...work },
    {
      personIds: told.map((person) => person.id),
      cause: `unit-change:${changeId}`,
      kind: "restructuring",
      title: `Từ ${formatDate(from)}: ${inWords}${moved.length > 0 ? `; ${moved.join(", ")} chuyển sang đơn vị kế tiếp` : ""}`,
      href: "/workspace/",
    },
  );
}
