import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { ToldMatter } from "#platform/work/notice-matters.ts";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { goodPractice } from "../tables.ts";
import { practicePolicy } from "./policy.ts";
import type { GoodPractice } from "./practice-queries.ts";

const ofPractice = (why: (found: GoodPractice, told: ToldMatter, recipient: Actor) => string | null) =>
  byFirstId<GoodPractice>(
    (q, ids, agencyId) =>
      q
        .select()
        .from(goodPractice)
        .where(and(eq(goodPractice.agencyId, agencyId), inArray(goodPractice.id, ids))),
    (found, told, recipient) => {
      if (!found) return "Không còn mục này trong sổ.";
      return practicePolicy.hindrance(recipient, "read", found) ?? why(found, told, recipient);
    },
  );

/** What the register tells of, looked up again. */
export const practiceMatters: NoticeMatters = {
  "practice-proposed": ofPractice((found, _, recipient) =>
    found.state === "proposed"
      ? practicePolicy.hindrance(recipient, "accept", found)
      : "Đề nghị này đã được quyết định.",
  ),
  "practice-decided": ofPractice(({ state }, { about }) =>
    state === about[1] ? null : "Mục này đã được quyết định lại.",
  ),
};
