import { uuidv7 } from "#platform/database/id.ts";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentRevision, itemOf, revisionOf } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { contentKinds, kindOf } from "../kinds/index.ts";
import type { OwnValues } from "../own-values.ts";
import { saveContent } from "../save-content.ts";
import { type Placing, withDrawing, withNewPictures, withTable } from "./body-with-drawing.ts";
import { graphicOf, graphicsBefore, inputOf, picturesOfGraphics } from "./infographic-queries.ts";
import { graphicPolicy } from "./policy.ts";

/** The kind whose texts are begun for a drawn picture. */
const drawnKind = contentKinds.find(({ drawing }) => drawing !== null);

/** Begins a text for pictures yet to be drawn, under the id that their code will lead to; one that is there is taken. */
export async function beginTextFor(
  work: Work,
  { itemId, unitId }: { itemId: string; unitId: string | null },
): Promise<void> {
  if (unitId === null) await itemOf(work.tx, work.actor, itemId);
  else await draftContent(work, { id: itemId, kind: drawnKind!.slug, unitId });
}

type Place = NonNullable<(typeof contentKinds)[number]["drawing"]>;

/** The source and day in the fields of the kind, unless the writer has put other words there. */
function ownWith({ own }: ContentRevision, place: Place, { input, before }: Placing): OwnValues {
  const told = (name: string, now: string | null, older: (string | null)[]) => {
    const written = own[name] ?? "";
    return written === "" || older.includes(written) ? { [name]: now ?? "" } : {};
  };
  const sources = before.map(({ source }) => source);
  const days = before.map(({ day }) => day);
  return { ...own, ...told(place.source, input.source, sources), ...told(place.day, input.day, days) };
}

/**
 * Saves a new revision of a text with the picture and the equal table: in the place that its kind has for it, with
 * source and day in their fields, else under the text. A picture that it takes the place of leaves this revision,
 * wherever it stood; the revisions before keep it. What is there already makes no revision.
 */
export async function placeInfographic(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<void> {
  const { tx, actor } = work;
  graphicPolicy.permit(actor, "draw", { agencyId: actor.agencyId });
  const graphic = await graphicOf(tx, actor.agencyId, id);
  const item = await itemOf(tx, actor, itemId, { lock: true });
  const current = await revisionOf(tx, item.currentRevisionId);
  const before = await graphicsBefore(tx, graphic);
  const pictures = await picturesOfGraphics(tx, [id, ...before.map((one) => one.id)]);
  const mine = pictures.get(id)!;
  const own = new Set(mine.map(({ mediaId }) => mediaId));
  const older = before.flatMap((one) => pictures.get(one.id)!);
  const newer = new Map(
    // Figures that came back are the very picture that they were: it takes no place of itself.
    older.flatMap(({ mediaId, shape }) =>
      own.has(mediaId) ? [] : [[mediaId, mine.find((one) => one.shape === shape) ?? mine[0]!] as const],
    ),
  );
  const placing: Placing = { input: inputOf(graphic), picture: mine[0]!, newer, before: before.map(inputOf) };
  const place = kindOf(item.kind)?.drawing ?? null;
  const cover = newer.get(current.imageId ?? "");
  const media = current.media.map((one) => {
    const { mediaId = one.mediaId, alt = one.alt } = newer.get(one.mediaId) ?? {};
    return { ...one, mediaId, alt };
  });
  const isThere = place && media.some(({ role, mediaId }) => role === place.role && own.has(mediaId));
  const renewed = withNewPictures(current.body, placing);
  const took = collectImages(current.body).some(({ mediaId }) => newer.has(mediaId));
  await saveContent(work, {
    id: itemId,
    saveId: uuidv7(),
    baseRevisionId: current.id,
    fields: {
      title: current.title || placing.input.title,
      summary: current.summary,
      body:
        place || took || cover
          ? withTable(renewed, placing, { always: place !== null })
          : withDrawing(renewed, placing),
      primaryTheme: current.primaryTheme,
      themes: current.themes,
      imageId: cover?.mediaId ?? current.imageId,
      imageAlt: cover?.alt ?? current.imageAlt,
      own: place ? ownWith(current, place, placing) : current.own,
      media:
        place && !isThere
          ? [
              ...media,
              { mediaId: placing.picture.mediaId, role: place.role, alt: placing.picture.alt, caption: "" },
            ]
          : media,
      aiUse: current.aiUse,
    },
  });
}
