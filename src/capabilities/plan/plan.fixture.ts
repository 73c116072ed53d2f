import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { confirmImport } from "./confirm-import.ts";
import { importPlan } from "./import-plan.ts";

const person = (account: string, role: Role, unit: string | null): Actor => ({
  personId: samplePersonId(account),
  name: account,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});

/** People of the sample department, each in the role that the account is named after. */
export const people = {
  editor: person("editor", "editor", "ttbcxb"),
  leadership: person("leadership", "leadership", "lanh-dao"),
  head: person("head", "head", "phong-mau-a"),
  contributor: person("contributor", "contributor", "phong-mau-a"),
  clerk: person("office", "office", "van-phong"),
  finance: person("finance", "finance", "khtc"),
  auditor: person("auditor", "auditor", null),
  administrator: person("administrator", "administrator", null),
};

/** Somebody of another agency, with every right there. */
export const stranger: Actor = {
  ...people.editor,
  agencyId: "01970000-0000-7000-8000-00ff00000001",
};

/** A plan document in plain text that can be read in; `tasks` are further lines of section II. */
export const planDocument = (title: string, tasks = ""): Buffer =>
  Buffer.from(
    `SỞ MẪU\n\nSố: /KH-SM\n\nNơi Mẫu, ngày tháng năm 2027\n\nKẾ HOẠCH\n\n${title}\n\nCăn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2027 của UBND tỉnh Mẫu về cải cách.\n\nI. MỤC ĐÍCH\n\nLàm cho gọn việc.\n\nII. NỘI DUNG\n\n1. Rà soát thủ tục\n\nĐơn vị chủ trì: Văn phòng Sở.\n\nThời gian thực hiện: thường xuyên.\n\n${tasks}Nơi nhận:\n\n- Các phòng, đơn vị thuộc Sở;\n- Lưu: VT.\n`,
  );

/** Ways to a preview and to a plan, through the acts themselves. */
export function plansOn(database: () => Database) {
  const as = <T>(actor: Actor, act: (current: Work) => Promise<T>) => work(database(), actor, act);
  const readIn = (title: string, tasks?: string) =>
    as(people.editor, (w) => importPlan(w, { bytes: planDocument(title, tasks), fileName: "ke-hoach.txt" }));
  const confirmed = async (title: string, year = 2027, tasks?: string) => {
    const { id, version } = await readIn(title, tasks);
    return as(people.editor, (w) => confirmImport(w, { id, year, version }));
  };
  return { as, readIn, confirmed };
}
