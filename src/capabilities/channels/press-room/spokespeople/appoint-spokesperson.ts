import { and, eq, ne, sql } from "drizzle-orm";
import { isPersonOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { spokesperson } from "../../tables.ts";
import { spokespersonPolicy } from "./policy.ts";
import { redrawSpeakers } from "./redraw-speakers.ts";
import type { Standing } from "./spokesperson.ts";
import { termOf } from "./spokesperson-queries.ts";

export interface TermFields {
  personId: string | null;
  name: string;
  position: string;
  standing: Standing;
  matter: string;
  topics: string;
  decision: string;
  decisionOn: string | null;
  fromDate: string;
  toDate: string | null;
  phone: string;
  email: string;
  isPublic: boolean;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

const twin = () =>
  refuse("fromDate", "Sổ đã có người này, cùng tư cách và ngày bắt đầu; hãy sửa dòng đã có.");

/** What is said of a matter holds where somebody speaks of one alone. */
const settled = (fields: TermFields): TermFields =>
  fields.standing === "one-matter" ? fields : { ...fields, matter: "" };

async function check({ tx, actor }: Work, fields: TermFields): Promise<void> {
  const { standing, matter, decision, decisionOn, fromDate, toDate, isPublic, phone, email } = fields;
  if (standing === "one-matter" && matter === "")
    refuse("matter", "Hãy ghi vụ việc được ủy quyền phát ngôn.");
  if (standing !== "head" && decision === "") refuse("decision", "Hãy ghi số văn bản giao, ủy quyền.");
  if (standing !== "head" && decisionOn === null)
    refuse("decisionOn", "Hãy ghi ngày của văn bản giao, ủy quyền.");
  if (decisionOn !== null && decisionOn > fromDate)
    refuse("fromDate", `Ngày bắt đầu trước ngày của văn bản (${formatDate(decisionOn)}).`);
  if (toDate !== null && toDate < fromDate) refuse("toDate", "Ngày hết thời hạn trước ngày bắt đầu.");
  if (isPublic && phone === "" && email === "")
    refuse("phone", "Công khai thì cần điện thoại hoặc thư điện tử công vụ để báo chí liên hệ.");
  if (fields.personId !== null && !(await isPersonOfAgency(tx, actor.agencyId, fields.personId)))
    refuse("personId", "Người này không còn trong cơ quan; hãy chọn người khác hoặc để trống.");
}

/** Enters who speaks for the agency, by which decision; `id` is a new one. */
export async function appointSpokesperson(work: Work, input: TermFields & { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: madeBy } = actor;
  spokespersonPolicy.permit(actor, "keep", { agencyId });
  const { id, ...given } = input;
  const fields = settled(given);
  await check(work, fields);
  const [made] = await tx
    .insert(spokesperson)
    .values({ id, agencyId, ...fields, madeBy, madeAt: at })
    .onConflictDoNothing()
    .returning({ id: spokesperson.id });
  if (!made) twin();
  await work.record({
    act: "appoint-spokesperson",
    objectKind: "spokesperson",
    objectId: id,
    after: fields,
  });
  await redrawSpeakers(tx, agencyId);
}

/** Sets right what was entered; when a term ends before its day is said by its own act. */
export async function changeSpokesperson(work: Work, input: TermFields & { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { id, ...given } = input;
  const found = await termOf(tx, agencyId, id);
  spokespersonPolicy.permit(actor, "keep", { agencyId });
  const fields = settled(given);
  await check(work, { ...fields, personId: fields.personId === found.personId ? null : fields.personId });
  const [other] = await tx
    .select({ id: spokesperson.id })
    .from(spokesperson)
    .where(
      and(
        eq(spokesperson.agencyId, agencyId),
        ne(spokesperson.id, id),
        sql`lower(${spokesperson.name}) = lower(${fields.name})`,
        eq(spokesperson.standing, fields.standing),
        eq(spokesperson.matter, fields.matter),
        eq(spokesperson.fromDate, fields.fromDate),
      ),
    );
  if (other) twin();
  const runsOn = fields.toDate === null || fields.toDate >= toVietnamDate(at).toString();
  const endedReason = runsOn ? null : found.endedReason;
  await tx
    .update(spokesperson)
    .set({ ...fields, endedReason })
    .where(eq(spokesperson.id, id));
  const { agencyId: _, madeBy: __, madeAt: ___, id: ____, ...before } = found;
  await work.record({
    act: "change-spokesperson",
    objectKind: "spokesperson",
    objectId: id,
    before,
    after: { ...fields, endedReason },
  });
  await redrawSpeakers(tx, agencyId);
}
