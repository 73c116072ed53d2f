import { createHash } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { notify, peopleWithRole, queueSealedMail } from "#organization";
import { sealPersonal, sendsMail, signed } from "#platform/config/own-secret.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import { readsLikeComplaint } from "../complaint.ts";
import { usablePictures } from "../receiving/add-pictures.ts";
import { feedbackMail, feedbackMailPicture } from "../tables.ts";
import { addReply } from "./add-reply.ts";
import type { Incoming, ReadMail } from "./read-incoming.ts";

const MAILS_HREF = "/workspace/phan-anh/thu";
const DAY_MS = 86_400_000;

const keyOf = (of: string | Uint8Array): string => createHash("sha256").update(of).digest("hex").slice(0, 32);

/** Told by its writer, as long as that can be: never after it was read, nor long before. */
const cameAt = (sentAt: Date | null, now: Date): Date =>
  sentAt && sentAt < now && now.getTime() - sentAt.getTime() < 30 * DAY_MS ? sentAt : now;

/**
 * Queues the one answer that says where complaints belong; null where mail is not set up, or the same sender was told
 * within a day: two programs that answer each other end here.
 */
export async function replyTo(work: Work, address: string) {
  const { tx, actor, at } = work;
  const senderMark = signed("feedback-mail-sender", address.toLowerCase());
  const [told] = await tx
    .select({ id: feedbackMail.id })
    .from(feedbackMail)
    .where(
      and(
        eq(feedbackMail.agencyId, actor.agencyId),
        eq(feedbackMail.senderMark, senderMark),
        gt(feedbackMail.cameAt, new Date(at.getTime() - DAY_MS)),
      ),
    )
    .limit(1);
  if (told || !sendsMail()) return { senderMark, replyMailId: null, replySealed: null };
  return {
    senderMark,
    replyMailId: await queueSealedMail(tx, {
      agencyId: actor.agencyId,
      subject: "Nơi nhận khiếu nại, tố cáo",
    }),
    replySealed: await sealPersonal(address),
  };
}

/** Keeps a message that a person wrote as a draft, with the pictures that can be written anew. */
async function keepDraft(work: Work, key: string, mail: Incoming): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { pictures, refused } = await usablePictures(mail.attachments);
  const id = uuidv7();
  await tx.insert(feedbackMail).values({
    ...{ id, agencyId, messageKey: key, cameAt: cameAt(mail.sentAt, at), state: "waiting" },
    ...{
      subject: mail.subject,
      words: mail.words || mail.subject || "(Thư không có chữ.)",
      dropped: refused,
    },
    senderSealed: await sealPersonal(JSON.stringify(mail.from)),
  });
  for (const { bytes, fileName, contentType } of pictures) {
    const pictureId = uuidv7();
    const [made] = await tx
      .insert(feedbackMailPicture)
      .values({
        ...{ id: pictureId, agencyId, mailId: id, fileName, contentType, bytes: bytes.length },
        sha256: createHash("sha256").update(bytes).digest("hex"),
      })
      .onConflictDoNothing()
      .returning();
    if (made) await putFile(pictureId, bytes);
  }
  const people = [];
  for (const role of ["office", "editor"] as const)
    people.push(...(await peopleWithRole(tx, agencyId, role)));
  await notify(work, {
    personIds: people.map((person) => person.id),
    cause: `feedback-mail:${id}`,
    kind: "feedback",
    title: "Có thư gửi tới hộp thư phản ánh: xem rồi ghi thành phản ánh",
    href: MAILS_HREF,
  });
  await work.record({
    ...{ act: "receive-feedback-mail", objectKind: "feedback-mail", objectId: id },
    after: { pictures: pictures.length, dropped: refused.length },
  });
}

/**
 * Keeps what came by mail, each message once whatever number it stands under. What its own sender answers is an addition
 * to the feedback, or asks to look at it again; everything else is a draft. Of what reads like a complaint or a
 * denunciation nothing is kept but that it came; its sender is told once where it belongs. False: it was kept before.
 */
export async function keepMail(work: Work, raw: Uint8Array, read: ReadMail): Promise<boolean> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const messageId =
    read.what === "written" ? read.mail.messageId : read.what === "automatic" ? read.messageId : null;
  const messageKey = keyOf(messageId ?? raw);
  const [known] = await tx
    .select({ id: feedbackMail.id })
    .from(feedbackMail)
    .where(and(eq(feedbackMail.agencyId, agencyId), eq(feedbackMail.messageKey, messageKey)));
  if (known) return false;
  const row = { id: uuidv7(), agencyId, messageKey, cameAt: at };
  if (read.what !== "written") {
    await tx.insert(feedbackMail).values({ ...row, state: read.what });
    return true;
  }
  const { mail } = read;
  const complaint = readsLikeComplaint(`${mail.subject}\n${mail.words}`);
  if (complaint === null) {
    const feedbackId = await addReply(work, mail);
    if (feedbackId !== null) {
      await tx.insert(feedbackMail).values({ ...row, state: "added", feedbackId });
      await work.record({
        ...{ act: "add-feedback-reply", objectKind: "feedback-mail", objectId: row.id },
        after: { feedback: feedbackId },
      });
      return true;
    }
    await keepDraft(work, messageKey, mail);
    return true;
  }
  await tx
    .insert(feedbackMail)
    .values({ ...row, state: "redirected", ...(await replyTo(work, mail.from.address)) });
  await work.record({
    ...{ act: "redirect-feedback-mail", objectKind: "feedback-mail", objectId: row.id },
    after: { sort: complaint },
  });
  return true;
}
