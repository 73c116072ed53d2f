import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { pressEnquiry, pressEnquiryFile } from "../../tables.ts";
import { speaksOn } from "../spokespeople/spokesperson.ts";
import { termOf } from "../spokespeople/spokesperson-queries.ts";
import type { Outcome } from "./enquiry.ts";
import { enquiryOf, enquirySubject } from "./enquiry-queries.ts";
import { enquiryPolicy } from "./policy.ts";

export interface Closing {
  id: string;
  outcome: Outcome;
  /** What was answered, why not, or why it is for somebody else. */
  words: string;
  closedAt: Date;
  /** Who spoke; only where it was answered. */
  spokespersonId: string | null;
  /** To whom it was passed on; only where it was. */
  forwardedTo: string;
  file: { bytes: Uint8Array; fileName: string } | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

async function keep({ tx, actor, at }: Work, enquiryId: string, given: NonNullable<Closing["file"]>) {
  const file = await usableFile(given.bytes, given.fileName).catch((error: unknown) => {
    if (error instanceof UnusableFile) return refuse("file", error.message);
    throw error;
  });
  const id = uuidv7();
  const { fileName, contentType } = file;
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  await putFile(id, file.bytes);
  await tx
    .insert(pressEnquiryFile)
    .values({
      ...{ id, agencyId: actor.agencyId, enquiryId, fileName, contentType, sha256 },
      ...{ bytes: file.bytes.byteLength, addedBy: actor.personId, addedAt: at },
    })
    .onConflictDoNothing();
  return { fileName, sha256 };
}

/** Says how it was answered and by whom, why not, or to whom it was passed on, and when; what was late stays so. */
export async function closeEnquiry(work: Work, input: Closing): Promise<void> {
  const { tx, actor, at } = work;
  const { id, outcome, words, closedAt, file } = input;
  const found = await enquiryOf(tx, actor.agencyId, id);
  enquiryPolicy.permit(actor, "close", enquirySubject(found));
  if (closedAt < found.receivedAt) refuse("closedAt", "Giờ trả lời trước lúc nhận yêu cầu.");
  if (closedAt.getTime() > at.getTime() + 60_000) refuse("closedAt", "Giờ trả lời ở tương lai.");
  const spokespersonId = outcome === "answered" ? input.spokespersonId : null;
  const forwardedTo = outcome === "forwarded" ? input.forwardedTo : "";
  if (outcome === "forwarded" && forwardedTo === "")
    refuse("forwardedTo", "Hãy ghi đã chuyển đến cơ quan nào.");
  if (outcome === "answered") {
    if (spokespersonId === null) refuse("spokespersonId", "Hãy chọn người phát ngôn đã trả lời.");
    const speaker = await termOf(tx, actor.agencyId, spokespersonId!);
    if (!speaksOn(speaker, toVietnamDate(closedAt).toString()))
      refuse("spokespersonId", `Ngày ấy ${speaker.name} không trong thời hạn được phát ngôn.`);
  }
  const [closed] = await tx
    .update(pressEnquiry)
    .set({ state: outcome, closedAt, closedBy: actor.personId, spokespersonId, words, forwardedTo })
    .where(and(eq(pressEnquiry.id, id), eq(pressEnquiry.state, "open")))
    .returning({ id: pressEnquiry.id });
  if (!closed) throw new Conflict("Yêu cầu vừa được khép lại; hãy tải lại trang.");
  const kept = file && (await keep(work, id, file));
  await work.record({
    act: "close-enquiry",
    objectKind: "press-enquiry",
    objectId: id,
    after: {
      ...{ outcome, closedAt, words },
      ...(spokespersonId && { spokespersonId }),
      ...(forwardedTo && { forwardedTo }),
      ...kept,
    },
  });
}
