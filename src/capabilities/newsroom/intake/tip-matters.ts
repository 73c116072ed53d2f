import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Actor } from "#platform/auth/actor.ts";
import {
  byFirstId,
  type LookUpMatters,
  type NoticeMatters,
  type ToldMatter,
} from "#platform/work/notice-matters.ts";
import { tip } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import type { Tip } from "./tip-queries.ts";

/** The tip that it was merged into, or the tip itself. */
const root = alias(tip, "root");

interface Found extends Tip {
  root: Tip;
}

const ofTip = (why: (found: Found, told: ToldMatter, recipient: Actor) => string | null): LookUpMatters =>
  byFirstId<Found>(
    async (q, ids, agencyId) => {
      const rows = await q
        .select({ tip, root })
        .from(tip)
        .innerJoin(root, eq(root.id, sql`coalesce(${tip.mergedInto}, ${tip.id})`))
        .where(and(eq(tip.agencyId, agencyId), inArray(tip.id, ids)));
      return rows.map((row) => ({ ...row.tip, root: row.root }));
    },
    (found, told, recipient) => {
      if (!found) return "Không còn tin này.";
      return tipPolicy.hindrance(recipient, "read", found) ?? why(found, told, recipient);
    },
  );

const LOOKED_AT_AGAIN = "Biên tập đã xem lại tin này.";

/** What the intake of tips tells of, looked up again. */
export const tipMatters: NoticeMatters = {
  "tip-sent": ofTip((found, _, recipient) => {
    if (found.state === "withdrawn") return "Người gửi đã rút tin.";
    if (found.state !== "sent") return "Tin đã có người nhận.";
    return tipPolicy.hindrance(recipient, "take", found);
  }),
  "tip-taken": ofTip(() => null),
  "tip-used": ofTip(({ root: { state, itemId, storyId, practiceId } }, { about }) =>
    state === "used" && about[1] === (itemId ?? storyId ?? practiceId) ? null : LOOKED_AT_AGAIN,
  ),
  "tip-published": ofTip(() => null),
  "tip-taken-back": ofTip(() => null),
  "tip-merged": ofTip(({ mergedInto }, { about }) => (mergedInto === about[1] ? null : LOOKED_AT_AGAIN)),
  "tip-declined": ofTip(({ root: { state, decidedAt } }, { moment }) =>
    state === "declined" && decidedAt?.toISOString() === moment ? null : LOOKED_AT_AGAIN,
  ),
};
