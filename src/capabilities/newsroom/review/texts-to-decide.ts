import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { workFor } from "../content-queries.ts";
import { type ListedContent, presentList } from "../present-content.ts";

/** A text, a correction or a post-check that waits for somebody's decision. */
export interface TextToDecide {
  id: string;
  title: string;
  kindLabel: string;
  unitName: string;
  waitsFor: "approval" | "correction" | "post-check";
  since: Date;
  /** Whether this person may decide. */
  isMine: boolean;
}

/** What waits for a decision among the texts that a person may see, each text once, what stands in public unseen first. */
export async function textsToDecide(q: Queryable, actor: Actor): Promise<TextToDecide[]> {
  const found = await workFor(q, actor);
  const of = async (
    rows: ListedContent[],
    waitsFor: TextToDecide["waitsFor"],
    verb: "approve" | "decideCorrection" | "clearPostCheck",
  ): Promise<TextToDecide[]> =>
    (await presentList(q, actor, rows)).map(({ id, title, kindLabel, unitName, updatedAt, may }) => ({
      ...{ id, title: title || "Bài chưa có tiêu đề", kindLabel, unitName, waitsFor, since: updatedAt },
      isMine: may[verb].allowed,
    }));
  const every = [
    ...(await of(found.postChecks, "post-check", "clearPostCheck")),
    ...(await of(found.submitted, "approval", "approve")),
    ...(await of(found.corrections, "correction", "decideCorrection")),
  ];
  return every.filter(({ id }, index) => every.findIndex((one) => one.id === id) === index);
}
