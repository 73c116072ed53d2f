import sharp from "sharp";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId, sampleTaskOfObligation } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { RichNode, RichText } from "#platform/rich-text/render-rich-text.ts";
import { type Work, work } from "#platform/work/work.ts";
import { noAi } from "./ai-use/ai-use.ts";
import { approveContent } from "./approve-content.ts";
import { bundleContent } from "./bundles/bundle-content.ts";
import { loadSampleCommendations } from "./commendations/sample-commendations.ts";
import { commentOnContent } from "./comments/comment-on-content.ts";
import type { ContentFields, PlacedMedia } from "./content-fields.ts";
import { itemOfAgency, revisionOf } from "./content-queries.ts";
import { correctContent, decideCorrection } from "./correct-content.ts";
import { draftContent } from "./draft-content.ts";
import { loadSamplePractices } from "./good-practices/sample-practices.ts";
import { tableHeading, tableOf } from "./infographics/equal-table.ts";
import { altOf } from "./infographics/infographic.ts";
import { picturesOfGraphics } from "./infographics/infographic-queries.ts";
import { makeInfographic } from "./infographics/make-infographic.ts";
import { shapes } from "./infographics/template.ts";
import { templateOf } from "./infographics/templates/index.ts";
import { loadSampleTips } from "./intake/sample-tips.ts";
import { kindOf } from "./kinds/index.ts";
import type { MediaAsset } from "./media-library/media-queries.ts";
import { uploadMedia } from "./media-library/upload-media.ts";
import { answerCheck } from "./outside-checks/answer-check.ts";
import { askOutside } from "./outside-checks/ask-outside.ts";
import { MOST_DAYS } from "./outside-checks/outside-check.ts";
import { loadSampleStories } from "./planning/sample-stories.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { returnContent } from "./return-content.ts";
import { paragraphsOf, type SampleItem, sampleItems } from "./sample-content.ts";
import { samplePictures } from "./sample-pictures.ts";
import { saveContent } from "./save-content.ts";
import { scheduleContent } from "./schedule-content.ts";
import { submitForReview } from "./submit-for-review.ts";
import { withdrawContent } from "./withdraw-content.ts";

const actor = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});

const people: Record<string, Actor> = {
  contributor: actor("contributor", "Nguyễn Văn Mẫu", "contributor", "phong-mau-a"),
  editor: actor("editor", "Lê Thị Mẫu", "editor", "ttbcxb"),
  editor2: actor("editor2", "Vũ Văn Thí Dụ", "editor", "ttbcxb"),
  leadership: actor("leadership", "Trần Thị Mẫu", "leadership", "lanh-dao"),
};

const DAY = 24 * 60 * 60 * 1000;

type Pictures = Map<string, MediaAsset>;

/** A long text shows its picture inside as well, a short one only above it. */
function bodyOf(item: SampleItem, picture: MediaAsset | undefined): RichText {
  const table = item.drawn ? [tableHeading, tableOf(item.drawn)] : [];
  const paragraphs: RichNode[] = paragraphsOf(item).map((text) => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  }));
  if (picture && item.paragraphs.length > 3) {
    const { id, alt, width, height } = picture;
    const attrs = { src: `/media/${id}`, alt, width, height, caption: "Hình vẽ cho bài mẫu." };
    paragraphs.splice(2, 0, { type: "image", attrs });
  }
  return { type: "doc", content: [...paragraphs, ...table] };
}

function fieldsOf(item: SampleItem, pictures: Pictures, drawn: PlacedMedia[] = []): ContentFields {
  const picture = pictures.get(item.picture ?? "");
  return {
    title: item.title,
    summary: item.summary,
    body: bodyOf(item, picture),
    primaryTheme: item.theme,
    themes: [],
    imageId: picture?.id ?? null,
    imageAlt: picture?.alt ?? "",
    aiUse: item.aiUse ?? noAi,
    own: item.own ?? {},
    media: [
      ...(item.media ?? []).flatMap(({ picture: name, role, caption }) => {
        const placed = pictures.get(name);
        return placed ? [{ mediaId: placed.id, role, alt: placed.alt, caption }] : [];
      }),
      ...drawn,
    ],
  };
}

/** Draws the table of an item; the first of its pictures stands beside the text. */
async function drawFor(work: Work, { drawn, kind }: SampleItem): Promise<PlacedMedia[]> {
  const place = kindOf(kind)?.drawing;
  const template = templateOf(drawn?.template ?? "");
  if (!drawn || !place || !template) return [];
  const alt = altOf(template, drawn);
  const id = await makeInfographic(work, {
    ...drawn,
    id: uuidv7(),
    shapes: shapes.map(({ slug }) => slug),
    articleId: null,
    replacesId: null,
    facts: { alt, credit: "Ảnh minh họa mẫu", source: drawn.source, licence: "own" },
  });
  const [picture] = (await picturesOfGraphics(work.tx, [id])).get(id)!;
  return [{ mediaId: picture!.mediaId, role: place.role, alt, caption: "" }];
}

/** The drawings go into the library as any picture does. */
async function loadPictures(database: Database): Promise<Pictures> {
  const pictures: Pictures = new Map();
  for (const { slug, fileName, alt, svg } of samplePictures) {
    const bytes = await sharp(Buffer.from(svg)).flatten().jpeg({ quality: 90 }).toBuffer();
    const facts = {
      alt,
      decorative: false,
      credit: "Ảnh minh họa mẫu",
      source: null,
      licence: "own" as const,
      consent: "not-needed" as const,
      consentReference: null,
    };
    const made = await work(
      database,
      people.editor!,
      (current) => uploadMedia(current, { bytes, fileName, ...facts }),
      { at: new Date(Date.now() - 70 * DAY) },
    );
    pictures.set(slug, made);
  }
  return pictures;
}

/** The exact text of an item as it stands, as whoever decides on it names it. */
async function exact(current: Work, id: string) {
  const { currentRevisionId } = await itemOfAgency(current.tx, SAMPLE_AGENCY_ID, id);
  const { hash } = await revisionOf(current.tx, currentRevisionId);
  return { id, revisionId: currentRevisionId, hash };
}

/** An expert outside is asked by a link, and answers. */
async function askExpert(database: Database, item: SampleItem, id: string, at: Date): Promise<void> {
  if (!item.outside) return;
  const { verdict, words, ...asked } = item.outside;
  const { token } = await work(
    database,
    people[item.author]!,
    async (current) =>
      askOutside(current, {
        ...asked,
        id,
        checkId: uuidv7(),
        revisionId: (await exact(current, id)).revisionId,
        endsOn: toVietnamDate(at).add({ days: MOST_DAYS }).toString(),
      }),
    { at },
  );
  await answerCheck(database, token, { verdict, words, name: asked.name });
}

/** Texts that were written to be decided on together are sent so. */
async function sendTogether(database: Database, item: SampleItem, ids: string[], at: Date): Promise<void> {
  const [id, ...itemIds] = ids as [string, ...string[]];
  await work(
    database,
    people[item.author]!,
    async (current) => {
      await bundleContent(current, { id, itemIds });
      const [first, ...others] = await Promise.all(ids.map((one) => exact(current, one)));
      await submitForReview(current, { ...first!, others });
    },
    { at },
  );
}

/** Each item goes the way a real one goes, through the same acts, at its own moments. */
async function load(database: Database, item: SampleItem, pictures: Pictures): Promise<string> {
  const begun = Date.now() - item.daysAgo * DAY - 3 * 60 * 60 * 1000;
  const step = <T>(who: Actor, minutes: number, act: (current: Work) => Promise<T>) =>
    work(database, who, act, { at: new Date(begun + minutes * 60_000) });
  const author = people[item.author]!;
  const approver = people.leadership!;
  const id = await step(author, 0, async (current) =>
    draftContent(current, {
      kind: item.kind,
      unitId: sampleUnitId(item.unit),
      fields: fieldsOf(item, pictures, await drawFor(current, item)),
      obligationIds: item.obligations.map(sampleObligationId),
      taskIds: [...new Set(item.obligations.map(sampleTaskOfObligation))],
    }),
  );
  await askExpert(database, item, id, new Date(begun + 10 * 60_000));
  if (item.state === "draft" || item.bundle) return id;
  await step(author, 20, async (current) => submitForReview(current, await exact(current, id)));
  if (item.state === "submitted") return id;
  if (item.state === "returned") {
    const { comment } = item;
    const commentIds = comment ? [uuidv7()] : [];
    for (const commentId of commentIds) {
      await step(approver, 35, async (current) => {
        const { revisionId } = await exact(current, id);
        const about = { id, commentId, revisionId, parentId: null, lead: "", tail: "" };
        await commentOnContent(current, { ...about, ...comment! });
      });
    }
    await step(approver, 40, (current) =>
      returnContent(current, {
        id,
        reason: "Bổ sung số ngày trước và sau khi rút ngắn, nêu nguồn.",
        commentIds,
      }),
    );
    return id;
  }
  await step(approver, 45, async (current) => approveContent(current, await exact(current, id)));
  if (item.state === "approved") return id;
  if (item.state === "scheduled") {
    await step(people.editor!, 50, (current) =>
      scheduleContent(current, { id, at: new Date(Date.now() + 3 * DAY) }),
    );
    return id;
  }
  await step(people.editor!, 50, (current) => scheduleContent(current, { id, at: null }));
  await publishDueContent(database, new Date(begun + 52 * 60_000));
  if (item.state === "withdrawn") {
    await step(approver, 300, (current) =>
      withdrawContent(current, { id, reason: "Lịch thay đổi, sẽ thông báo lại." }),
    );
  }
  if (item.state === "corrected") {
    await step(author, 400, async (current) => {
      const { revisionId } = await exact(current, id);
      const fields = fieldsOf(item, pictures);
      const summary = `${item.summary} Số liệu tính đến cuối tháng trước.`;
      await saveContent(current, {
        id,
        saveId: uuidv7(),
        baseRevisionId: revisionId,
        fields: { ...fields, summary },
      });
      await correctContent(current, { id, note: "Nêu rõ thời điểm của số liệu trong phần tóm tắt." });
    });
    await step(approver, 420, async (current) =>
      decideCorrection(current, { ...(await exact(current, id)), accepted: true, reason: "" }),
    );
  }
  return id;
}

/** Loads some weeks of the sample department's content. */
export async function loadSampleContent(database: Database): Promise<void> {
  const pictures = await loadPictures(database);
  const loaded = [];
  for (const item of sampleItems) loaded.push({ item, id: await load(database, item, pictures) });
  const bundled = loaded.filter(({ item }) => item.bundle);
  for (const [, together] of Map.groupBy(bundled, ({ item }) => item.bundle)) {
    const { item } = together[0]!;
    const ids = together.map(({ id }) => id);
    await sendTogether(database, item, ids, new Date(Date.now() - item.daysAgo * DAY));
  }
  await loadSampleStories(database);
  await loadSampleTips(database);
  await loadSamplePractices(database);
  await loadSampleCommendations(database);
}
