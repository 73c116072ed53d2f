import { and, eq } from "drizzle-orm";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";
import { documentById } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { sharedDocument } from "./tables.ts";

/** What the register tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "document-shared": async (q, { about: [id] }, recipient) => {
    const { agencyId } = recipient;
    const shared = await q
      .select({ at: sharedDocument.sharedAt })
      .from(sharedDocument)
      .where(and(eq(sharedDocument.documentId, id!), eq(sharedDocument.receiverId, agencyId)));
    if (shared.length === 0) return "Văn bản này không còn được chia sẻ cho cơ quan.";
    return documentPolicy.hindrance(recipient, "read", { agencyId });
  },
  "document-late": async (q, { about: [id] }, recipient) => {
    const found = await documentById(q, recipient.agencyId, id!);
    if (!found) return "Văn bản này không còn trong sổ.";
    if (found.publishedAt !== null) return "Văn bản này đã lên cổng.";
    if (found.takenOffAt !== null) return "Văn bản này đã được rút khỏi cổng.";
    return documentPolicy.hindrance(recipient, "read", found);
  },
};
