import { eq } from "drizzle-orm";
import { agencyById, portalBase } from "#organization";
import { openText } from "#platform/config/seal.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { MailSite, OutgoingMail } from "#platform/work/compose-mail.ts";
import { followRequest, readerNews } from "../tables.ts";
import { CONFIRM_HOURS, paces } from "./following.ts";
import { newsItems } from "./news-items.ts";
import { ownLink } from "./reader-address.ts";
import { followedBy } from "./stop-following.ts";
import { topicLabels } from "./topics.ts";

/** The letter that asks for a confirmation; undefined: the mail is of another matter. */
export async function composeConfirmation(
  q: Queryable,
  mailId: string,
  { baseUrl, secretFile }: MailSite,
): Promise<OutgoingMail | null | undefined> {
  const [asked] = await q.select().from(followRequest).where(eq(followRequest.mailId, mailId));
  if (!asked) return undefined;
  if (asked.addressSealed === null || asked.expiresAt <= new Date()) return null;
  const [token, address] = (await openText(secretFile, asked.addressSealed)).split(" ");
  const agency = await agencyById(q, asked.agencyId);
  const base = baseUrl + (await portalBase(q, asked.agencyId));
  const labels = await topicLabels(q, asked.agencyId, asked.topics);
  const text = [
    "Kính gửi bạn đọc,",
    `Địa chỉ này vừa được ghi để nhận tin của ${agency?.name ?? "cổng thông tin"} (${paces[asked.pace].toLowerCase()}):\n${[...labels.values()].map((label) => `• ${label}`).join("\n")}`,
    `Nếu đúng là bạn, mở liên kết sau và bấm “Xác nhận” trong ${CONFIRM_HOURS} giờ:\n${base}/theo-doi/xac-nhan/${token}`,
    "Nếu không phải bạn, xin bỏ qua thư này: chưa có gì được gửi và địa chỉ sẽ tự xóa.",
  ].join("\n\n");
  return { to: address!, subject: "Xác nhận nhận tin qua thư", text: `${text}\n`, sealed: true };
}

/** The headers by which a mail program offers to stop it; only where the answer comes back encrypted (RFC 8058). */
const stopHeaders = (address: string): Record<string, string> =>
  address.startsWith("https:")
    ? { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
    : {};

/** What a reader is told, as it stands now: what was taken back meanwhile is left out; null: nothing is left. */
export async function composeNews(
  q: Queryable,
  mailId: string,
  { baseUrl, secretFile }: MailSite,
): Promise<OutgoingMail | null | undefined> {
  const rows = await q.select().from(readerNews).where(eq(readerNews.mailId, mailId));
  const [first] = rows;
  if (!first) return undefined;
  const { agencyId, addressHash } = first;
  const followed = await followedBy(q, agencyId, addressHash);
  const items = await newsItems(
    q,
    agencyId,
    rows.map(({ objectId }) => objectId),
  );
  const sealed = followed[0]?.addressSealed;
  if (!sealed || items.length === 0) return null;
  const agency = await agencyById(q, agencyId);
  const base = baseUrl + (await portalBase(q, agencyId));
  const own = `${base}/theo-doi/cua-toi/${ownLink(agencyId, addressHash)}`;
  const name = agency?.name ?? "cổng thông tin";
  const labels = await topicLabels(
    q,
    agencyId,
    followed.map(({ topic }) => topic),
  );
  const text = [
    ...items.map(({ title, summary, path }) =>
      [title, ...(summary ? [summary] : []), base + path].join("\n"),
    ),
    `Bạn nhận thư này vì đã xác nhận theo dõi: ${[...labels.values()].join("; ")}.\nThôi nhận hoặc đổi chủ đề: ${own}\n${name}`,
  ].join("\n\n");
  return {
    to: await openText(secretFile, sealed),
    subject: items.length === 1 ? items[0]!.title : `${items.length} tin mới từ ${name}`,
    text: `${text}\n`,
    headers: stopHeaders(own),
    sealed: true,
  };
}
