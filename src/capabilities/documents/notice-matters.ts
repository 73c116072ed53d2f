import { and, eq } from "drizzle-orm";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";
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
};
