import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { noAi } from "./ai-use/ai-use.ts";
import { approveContent } from "./approve-content.ts";
import type { ContentFields } from "./content-fields.ts";
import { itemOfAgency, revisionOf } from "./content-queries.ts";
import { correctContent, decideCorrection } from "./correct-content.ts";
import { draftContent } from "./draft-content.ts";
import { saveContent } from "./save-content.ts";
import { scheduleContent } from "./schedule-content.ts";
import { submitForReview } from "./submit-for-review.ts";

const person = (email: string, role: Role, unit: string | null): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});

/** The sample department's people as they act. */
export const people = {
  writer: person("contributor", "contributor", "phong-mau-a"),
  head: person("head", "head", "phong-mau-a"),
  editor: person("editor", "editor", "ttbcxb"),
  secondEditor: person("editor2", "editor", "ttbcxb"),
  leader: person("leadership", "leadership", "lanh-dao"),
  clerk: person("office", "office", "van-phong"),
  auditor: person("auditor", "auditor", null),
  administrator: person("administrator", "administrator", null),
};

const sentence =
  "Phòng chuyên môn rà soát từng bước của quy trình và bỏ những giấy tờ mà cơ quan đã có sẵn trong hệ thống. ";

/** A title that no other text has: letters alone, since twelve digits in a row are judged as a person's number. */
export const ownTitle = (words: string): string =>
  `${words} ${uuidv7().replace(/\d/g, (digit) => "ghklmnpqrt"[Number(digit)]!)}`;

export const fields = (title: string, part: Partial<ContentFields> = {}): ContentFields => ({
  title,
  summary: "Một câu tóm tắt đủ dài để người đọc biết bài nói về việc gì.",
  body: {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: sentence.repeat(4).trim() }] }],
  },
  primaryTheme: "pillar.procedures",
  themes: [],
  imageId: null,
  imageAlt: "",
  own: {},
  media: [],
  aiUse: noAi,
  ...part,
});

/** Ways to bring an item to a state, through the acts themselves. */
export function newsroomOf(database: () => Database) {
  const as = <T>(actor: Actor, act: (current: Work) => Promise<T>, at?: Date) =>
    work(database(), actor, act, at ? { at } : {});
  const exact = async (id: string) => {
    const { currentRevisionId } = await itemOfAgency(database(), SAMPLE_AGENCY_ID, id);
    return {
      id,
      revisionId: currentRevisionId,
      hash: (await revisionOf(database(), currentRevisionId)).hash,
    };
  };
  const draft = (title: string) =>
    as(people.writer, (current) =>
      draftContent(current, {
        kind: "news",
        unitId: sampleUnitId("phong-mau-a"),
        fields: fields(title),
        obligationIds: [sampleObligationId("II.4.2-a")],
      }),
    );
  const submitted = async (title: string) => {
    const id = await draft(title);
    const { revisionId } = await exact(id);
    await as(people.writer, (current) => submitForReview(current, { id, revisionId }));
    return id;
  };
  const approved = async (title: string) => {
    const id = await submitted(title);
    const reviewed = await exact(id);
    await as(people.editor, (current) => approveContent(current, reviewed));
    return id;
  };
  const scheduled = async (title: string, at: Date | null = null, now?: Date) => {
    const id = await approved(title);
    await as(people.clerk, (current) => scheduleContent(current, { id, at }), now);
    return id;
  };
  const item = (id: string) => itemOfAgency(database(), SAMPLE_AGENCY_ID, id);
  let corrections = 0;
  /** A public text gets another summary by a correction that a second person lets through; gives the words it now has. */
  const corrected = async (id: string, note = "Sửa câu tóm tắt") => {
    const { currentRevisionId } = await item(id);
    const { title, summary, body, primaryTheme, themes, imageId, imageAlt, own, media, aiUse } =
      await revisionOf(database(), currentRevisionId);
    const kept = { title, body, primaryTheme, themes, imageId, imageAlt, own, media, aiUse };
    corrections += 1;
    const words = `Sửa lần ${corrections}.`;
    const saved = { ...kept, summary: `${summary} ${words}` };
    const base = { id, saveId: uuidv7(), baseRevisionId: currentRevisionId };
    await as(people.writer, (current) => saveContent(current, { ...base, fields: saved }));
    await as(people.writer, (current) => correctContent(current, { id, note }));
    const text = await exact(id);
    await as(people.secondEditor, (current) =>
      decideCorrection(current, { ...text, accepted: true, reason: "" }),
    );
    return words;
  };
  return { as, exact, draft, submitted, approved, scheduled, item, corrected };
}
