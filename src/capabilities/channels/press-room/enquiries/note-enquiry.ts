import { isPersonOfAgency, notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { pressEnquiry } from "../../tables.ts";
import { contactOf, outletOf } from "../press-queries.ts";
import { clockOf } from "./answer-clock.ts";
import type { EnquiryWay } from "./enquiry.ts";
import { bareOf, type Enquiry } from "./enquiry-queries.ts";
import { enquiryPolicy } from "./policy.ts";

export interface EnquiryFields {
  outletId: string | null;
  outletName: string;
  contactId: string | null;
  askedBy: string;
  reach: string;
  way: EnquiryWay;
  subject: string;
  questions: string;
  receivedAt: Date;
  handlerId: string;
}

const MINUTE = 60_000;
/** One that came earlier is a slip of the year. */
const OLDEST = 366 * 24 * 60 * MINUTE;

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

export const enquiryHref = (id: string) => `/workspace/bao-chi?the=hoi&mo=${id}`;

export const tellHandler = (
  work: Work,
  { id, subject, handlerId }: Pick<Enquiry, "id" | "subject" | "handlerId">,
) =>
  notify(work, {
    personIds: [handlerId].filter((personId) => personId !== work.actor.personId),
    cause: `press-enquiry:${id}:${handlerId}`,
    kind: "press",
    title: `Báo chí hỏi, giao bạn theo dõi trả lời: ${subject}`,
    href: enquiryHref(id),
  });

export async function checkHandler({ tx, actor }: Work, handlerId: string): Promise<void> {
  if (!(await isPersonOfAgency(tx, actor.agencyId, handlerId)))
    refuse("handlerId", "Người theo dõi không còn trong cơ quan; hãy chọn người khác.");
}

/** Notes what the press asks and who sees to it; the clock runs from when it came. The same id sent again is the same one. */
export async function noteEnquiry(
  work: Work,
  { id, ...fields }: EnquiryFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  enquiryPolicy.permit(actor, "note", { agencyId });
  const { receivedAt, outletId, outletName, contactId, handlerId } = fields;
  if (receivedAt.getTime() > at.getTime() + MINUTE) refuse("receivedAt", "Giờ nhận ở tương lai.");
  if (receivedAt.getTime() < at.getTime() - OLDEST)
    refuse("receivedAt", "Giờ nhận cách đây hơn một năm; hãy xem lại ngày, nhất là năm.");
  if (outletId === null && outletName === "") refuse("outletName", "Hãy chọn hoặc ghi tên cơ quan báo chí.");
  const named = outletId === null ? outletName : (await outletOf(tx, agencyId, outletId)).name;
  if (contactId !== null && (await contactOf(tx, agencyId, contactId)).outletId !== outletId)
    refuse("contactId", "Người này không thuộc cơ quan báo chí đã chọn.");
  await checkHandler(work, handlerId);
  const clock = await clockOf(tx, agencyId, receivedAt);
  const search = bareOf([fields.subject, fields.questions, named].join(" "));
  const [made] = await tx
    .insert(pressEnquiry)
    .values({ id, agencyId, ...fields, ...clock, search, state: "open", notedBy: personId, notedAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) return;
  await work.record({
    act: "note-enquiry",
    objectKind: "press-enquiry",
    objectId: id,
    after: {
      ...{ subject: fields.subject, way: fields.way, outletName, outletId, receivedAt },
      ...{ dueAt: clock.dueAt, handlerId },
    },
  });
  await tellHandler(work, made);
}
