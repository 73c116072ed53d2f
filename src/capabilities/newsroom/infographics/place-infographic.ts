import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type RichNode, type RichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { contentOf } from "#platform/rich-text/rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentItem, itemOf, revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { contentKinds, kindOf } from "../kinds/index.ts";
import { saveContent } from "../save-content.ts";
import type { GraphicInput } from "./infographic.ts";
import { graphicOf, inputOf, picturesOfGraphics, replacedMedia } from "./infographic-queries.ts";
import { graphicPolicy } from "./policy.ts";
import { templateOf } from "./templates/index.ts";

const paragraph = (text: string): RichNode => ({
  type: "paragraph",
  ...(text !== "" && { content: [{ type: "text", text }] }),
});

/** The same as the picture says, as a table of the text; columns with nothing in them are left out. */
export function tableOf(input: GraphicInput): RichNode {
  const filled = (templateOf(input.template)?.columns ?? []).filter(({ name }) =>
    input.rows.some((row) => (row[name] ?? "") !== ""),
  );
  const row = (type: string, cells: string[]): RichNode => ({
    type: "tableRow",
    content: cells.map((words) => ({ type, content: [paragraph(words)] })),
  });
  return {
    type: "table",
    content: [
      row(
        "tableHeader",
        filled.map(({ label }) => label),
      ),
      ...input.rows.map((cells) =>
        row(
          "tableCell",
          filled.map(({ name }) => cells[name] ?? ""),
        ),
      ),
    ],
  };
}

export const tableHeading: RichNode = {
  type: "heading",
  attrs: { level: 2 },
  content: [{ type: "text", text: "Số liệu trong hình" }],
};

const wordsOf = (node: RichNode) => richTextToPlainText({ type: "doc", content: [node] });

/** The table stands where the one stood that it takes the place of, else under the text. */
function withTable(body: RichText, table: RichNode, before: RichNode | null): RichText {
  const nodes = contentOf(body);
  const has = (one: RichNode) =>
    nodes.findIndex((node) => node.type === "table" && wordsOf(node) === wordsOf(one));
  if (has(table) >= 0) return body;
  const old = before === null ? -1 : has(before);
  if (old >= 0) return { type: "doc", content: nodes.with(old, table) };
  const text = richTextToPlainText(body).trim() === "" ? [] : nodes;
  return { type: "doc", content: [...text, tableHeading, table] };
}

/** The kind whose texts are begun for a drawn picture. */
const drawnKind = contentKinds.find(({ drawing }) => drawing !== null);

/** Begins a text for pictures yet to be drawn, under the id that their code will lead to; one that is there is taken. */
export async function beginTextFor(
  work: Work,
  { itemId, unitId }: { itemId: string; unitId: string | null },
): Promise<void> {
  if (unitId === null) await itemOf(work.tx, work.actor.agencyId, itemId);
  else await draftContent(work, { id: itemId, kind: drawnKind!.slug, unitId });
}

function drawingPlace({ kind }: ContentItem) {
  const place = kindOf(kind)?.drawing;
  if (place) return place;
  const message = `Loại “${kindOf(kind)?.label ?? "khác"}” không có chỗ cho đồ họa vẽ từ số liệu; hãy chọn bài khác.`;
  throw new Unacceptable(message, [{ field: "itemId", message }]);
}

/**
 * Saves a new revision of a text with the picture in its place, the equal table under its words, source and day in
 * their fields. A picture that it takes the place of leaves this revision; the ones before keep it.
 */
export async function placeInfographic(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const { tx, actor } = work;
  graphicPolicy.permit(actor, "draw", { agencyId: actor.agencyId });
  const graphic = await graphicOf(tx, actor.agencyId, id);
  const item = await itemOf(tx, actor.agencyId, itemId, { lock: true });
  const place = drawingPlace(item);
  const current = await revisionOf(tx, item.currentRevisionId);
  const [picture] = (await picturesOfGraphics(tx, [id])).get(id)!;
  const gone = await replacedMedia(tx, graphic);
  const input = inputOf(graphic);
  const old =
    graphic.replacesId === null ? null : inputOf(await graphicOf(tx, actor.agencyId, graphic.replacesId));
  const { mediaId, alt } = picture!;
  const mine = { mediaId, role: place.role, alt, caption: "" };
  const isMine = (one: { mediaId: string; role: string }) =>
    one.role === place.role && (one.mediaId === mediaId || gone.has(one.mediaId));
  const at = current.media.findIndex(isMine);
  const others = current.media.filter((one) => !isMine(one));
  const own = (name: string, before: string | null | undefined, now: string | null) => {
    const written = current.own[name] ?? "";
    return written === "" || written === before ? { [name]: now ?? "" } : {};
  };
  await saveContent(work, {
    id: itemId,
    saveId: uuidv7(),
    baseRevisionId: current.id,
    fields: {
      title: current.title || input.title,
      summary: current.summary,
      body: withTable(current.body, tableOf(input), old && tableOf(old)),
      primaryTheme: current.primaryTheme,
      themes: current.themes,
      imageId: current.imageId,
      imageAlt: current.imageAlt,
      own: {
        ...current.own,
        ...own(place.source, old?.source, input.source),
        ...own(place.day, old?.day, input.day),
      },
      media: at < 0 ? [...others, mine] : others.toSpliced(at, 0, mine),
      aiUse: current.aiUse,
    },
  });
}
