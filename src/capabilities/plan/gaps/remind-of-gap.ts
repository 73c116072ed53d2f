import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import type { Role } from "#platform/auth/actor.ts";
import { Conflict } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { lacksOfCell } from "../coverage.ts";
import type { CoverageCellQuestion } from "../coverage-question.ts";
import { gapReminder } from "../tables.ts";
import { gapRowOf } from "./gap-row.ts";
import { gapPolicy } from "./policy.ts";

const LONGEST_NAME = 100;
const told: Role[] = ["head", "contributor", "office", "finance", "editor"];

/** Heads of these units and who does their work; null: of every unit. */
async function peopleOf(q: Queryable, agencyId: string, unitIds: string[] | null): Promise<string[]> {
  const units = unitIds ?? (await unitsOfAgency(q, agencyId)).map(({ id }) => id);
  const found = new Set<string>();
  for (const role of told)
    for (const unitId of units)
      for (const { id } of await peopleWithRole(q, agencyId, role, unitId)) found.add(id);
  return [...found];
}

/** The address of a cell, as the screen keeps it. */
const hrefOf = ({ id, by, kind, basis, rowId, period }: CoverageCellQuestion) =>
  `/workspace/bao-phu?${new URLSearchParams({
    "ke-hoach": id,
    xem: by === "unit" ? "don-vi" : "muc",
    ky: kind,
    "cach-tinh": basis,
    o: `${rowId}_${period}`,
  })}`;

/** Tells the units that answer for what is lacking in a cell, once a day. Gives how many people were told. */
export async function remindOfGap(work: Work, cell: CoverageCellQuestion): Promise<number> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  gapPolicy.permit(actor, "remind", { agencyId });
  const { row, period, open, unitIds } = await lacksOfCell(tx, agencyId, cell, at);
  const advice = "Chưa nhắc ai.";
  if (open === 0) throw new Conflict("Ô này không còn gì chưa có minh chứng mà chưa rõ lý do.", { advice });
  if (unitIds?.length === 0)
    throw new Conflict("Việc ở ô này chưa giao cho đơn vị nào.", {
      advice: "Chưa nhắc ai. Hãy giao nhiệm vụ cho một đơn vị trước.",
    });
  const personIds = (await peopleOf(tx, agencyId, unitIds)).filter((id) => id !== personId);
  if (personIds.length === 0)
    throw new Conflict("Các đơn vị này chưa có người dùng để nhận nhắc việc.", { advice });
  const day = toVietnamDate(at).toString();
  const id = uuidv7();
  const [first] = await tx
    .insert(gapReminder)
    .values({
      id,
      agencyId,
      planId: cell.id,
      ...gapRowOf(cell.by, row.id),
      firstDay: period.from,
      lastDay: period.to,
      day,
      sentBy: personId,
      sentAt: at,
      people: personIds.length,
    })
    .onConflictDoNothing()
    .returning();
  if (!first)
    throw new Conflict("Hôm nay đã nhắc về ô này rồi; mỗi ngày chỉ nhắc một lần.", {
      advice: "Chưa nhắc thêm ai. Ngày mai có thể nhắc lại nếu vẫn chưa có minh chứng.",
    });
  await work.record({
    act: "remind-of-gap",
    objectKind: "gap",
    objectId: id,
    after: {
      planId: cell.id,
      row: `${row.path} ${row.name}`,
      from: period.from,
      to: period.to,
      unitIds,
      people: personIds.length,
    },
  });
  await notify(work, {
    personIds,
    cause: ["gap", cell.id, cell.by, cell.kind, cell.basis, row.id, period.code, day].join(":"),
    kind: "gap",
    title: `Chưa có minh chứng ${period.label}: ${row.path} ${beginning(row.name, LONGEST_NAME)}`,
    href: hrefOf(cell),
  });
  return personIds.length;
}
