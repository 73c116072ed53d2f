import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { rememberHeads } from "#platform/sheets/said-heads.ts";
import type { Work } from "#platform/work/work.ts";
import { addPerson } from "../add-person.ts";
import { appointPerson } from "../appoint-person.ts";
import { organizationPolicy } from "../policy.ts";
import { saveUnit } from "../save-unit.ts";
import { agency, rosterImport, rosterImportLine } from "../tables.ts";
import { rosterList } from "./roster-list.ts";
import { type RosterToTry, tryRoster } from "./try-roster.ts";
import { inOneWord } from "./written-roster.ts";

export interface RosterBrought {
  importId: string;
  units: number;
  people: number;
  /** One-time links with which the people enter; made this once. */
  invitations: { name: string; email: string; token: string }[];
}

/**
 * Adds the units of a list that are not there yet, then its people with their roles, all in one act; lines with faults
 * are left out, as the trial that was `seen` has said.
 */
export async function importRoster(
  work: Work,
  { fileName, seen, ...sheet }: RosterToTry & { fileName: string; seen: string },
): Promise<RosterBrought> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  organizationPolicy.permit(actor, "manage", { agencyId });
  // One import after the other, so that the second of two clicks finds everybody present.
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
  const trial = await tryRoster(tx, agencyId, sheet);
  if (trial.seen !== seen)
    throw new Conflict("Đơn vị, người dùng hoặc tệp đã thay đổi từ lúc xem thử nên chưa nhập.", {
      advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
    });
  const fresh = trial.lines.flatMap(({ state, line, item }) =>
    state === "new" && item ? [{ line, item }] : [],
  );
  if (fresh.length === 0) throw new Conflict("Không có đơn vị hay người dùng mới nào để nhập.");

  if (sheet.columns) await rememberHeads(work, "roster", rosterList.words, trial.columns);
  const importId = uuidv7();
  await tx
    .insert(rosterImport)
    .values({ id: importId, agencyId, fileName, importedBy: actor.personId, importedAt: at });
  const unitIds = new Map<number, string>();
  const lines: (typeof rosterImportLine.$inferInsert)[] = [];
  for (const { line, item } of fresh) {
    if (item.what !== "unit") continue;
    const { what: _, ...written } = item;
    const { id } = await saveUnit(work, written);
    unitIds.set(line, id);
    lines.push({ agencyId, importId, line, unitId: id, written });
  }
  const invitations: RosterBrought["invitations"] = [];
  for (const { line, item } of fresh) {
    if (item.what !== "person") continue;
    const { what: _, roles, unit, ...fields } = item;
    const unitId = unit && (unit.id ?? unitIds.get(unit.line!) ?? null);
    const [first, ...others] = roles;
    const { id, token } = await addPerson(work, { ...fields, role: first!, unitId });
    for (const role of others)
      await appointPerson(work, { id, role, unitId, fromDate: today().toString(), toDate: null });
    const appointments = roles.map((role) => inOneWord(role, unitId)).toSorted();
    lines.push({ agencyId, importId, line, personId: id, written: { ...fields, appointments } });
    invitations.push({ name: fields.name, email: fields.email, token });
  }
  await tx.insert(rosterImportLine).values(lines);
  await work.record({
    act: "import-roster",
    objectKind: "roster-import",
    objectId: importId,
    after: { fileName, units: unitIds.size, people: invitations.map(({ name }) => name) },
  });
  return { importId, units: unitIds.size, people: invitations.length, invitations };
}
