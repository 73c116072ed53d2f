import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { agencyById, portalBase } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf } from "../content-queries.ts";
import type { MediaFacts } from "../media-library/describe-media.ts";
import { uploadMedia } from "../media-library/upload-media.ts";
import { articleAddress } from "../publish-due-content.ts";
import { contentItem, infographic, infographicPicture } from "../tables.ts";
import { drawInThread } from "./draw-in-thread.ts";
import type { Drawing, Drawn, Identity } from "./draw-picture.ts";
import { cleanInput, type GraphicInput, type GraphicIssue, unfitFields } from "./infographic.ts";
import { graphicOf } from "./infographic-queries.ts";
import { graphicPolicy } from "./policy.ts";
import { printedBase } from "./printed-address.ts";
import type { Shape } from "./template.ts";
import { templateOf } from "./templates/index.ts";

/** Whose pictures they are, and where their QR code leads: to the text of this id, whatever its address will be. */
async function identityOf(q: Queryable, agencyId: string, articleId: string | null): Promise<Identity> {
  const { name, superiorName } = (await agencyById(q, agencyId))!;
  const address =
    articleId === null ? null : printedBase() + articleAddress(await portalBase(q, agencyId), articleId);
  return { agencyName: name, superiorName, address };
}

/** A text that is only about to be begun is nobody's yet. @throws NotFound */
async function needNoOthersText(q: Queryable, agencyId: string, id: string): Promise<void> {
  const [found] = await q
    .select({ agencyId: contentItem.agencyId })
    .from(contentItem)
    .where(eq(contentItem.id, id));
  if (found && found.agencyId !== agencyId) throw new NotFound("Không có nội dung này trong cơ quan.");
}

/** The pictures as they would be drawn now, with what does not fit. */
export const previewPictures = async (
  q: Queryable,
  agencyId: string,
  { articleId, ...input }: GraphicInput & { articleId: string | null },
): Promise<Drawn & { address: string | null }> => {
  if (articleId !== null) await needNoOthersText(q, agencyId, articleId);
  const identity = await identityOf(q, agencyId, articleId);
  const drawn = await drawInThread(input, identity);
  return { ...drawn, address: drawn.drawings.length > 0 ? identity.address : null };
};

export interface NewGraphic extends GraphicInput {
  id: string;
  /** At least one. */
  shapes: Shape[];
  articleId: string | null;
  replacesId: string | null;
  facts: Pick<MediaFacts, "alt" | "credit" | "source" | "licence">;
}

/** The pixels of a drawing, the same for the same outlines. */
const pixelsOf = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).timeout({ seconds: 30 }).toBuffer();

/** The picture goes into the library, unless the very same one is there already. */
async function keepPicture(
  work: Work,
  graphicId: string,
  { shape, svg }: Drawing & { svg: string },
  fileName: string,
  facts: NewGraphic["facts"],
): Promise<void> {
  const { tx, actor } = work;
  const hash = createHash("sha256").update(svg).digest("hex");
  const [same] = await tx
    .select({ mediaId: infographicPicture.mediaId })
    .from(infographicPicture)
    .where(and(eq(infographicPicture.agencyId, actor.agencyId), eq(infographicPicture.hash, hash)))
    .limit(1);
  const mediaId =
    same?.mediaId ??
    (
      await uploadMedia(work, {
        bytes: await pixelsOf(svg),
        fileName,
        ...facts,
        decorative: false,
        consent: "not-needed",
        consentReference: null,
      })
    ).id;
  await tx
    .insert(infographicPicture)
    .values({ agencyId: actor.agencyId, infographicId: graphicId, shape, mediaId, svg, hash });
}

/**
 * Draws a table in the shapes asked for and takes the pictures into the library, with what is stated of them. What it
 * takes the place of stays as it is, with the texts that show it. The same id sent again is drawn once. Gives the id.
 * @throws Unacceptable naming each field that is wrong or does not fit
 */
export async function makeInfographic(
  work: Work,
  { id, shapes, articleId, replacesId, facts, ...given }: NewGraphic,
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  graphicPolicy.permit(actor, "draw", { agencyId });
  const [made] = await tx
    .select({ id: infographic.id })
    .from(infographic)
    .where(and(eq(infographic.agencyId, agencyId), eq(infographic.id, id)));
  if (made) return made.id;
  if (articleId !== null) await itemOf(tx, actor, articleId);
  if (replacesId !== null) await graphicOf(tx, agencyId, replacesId);
  const { issues, drawings } = await drawInThread(given, await identityOf(tx, agencyId, articleId));
  const wanted = drawings.filter(({ shape }) => shapes.includes(shape));
  const refuse = (faults: GraphicIssue[]) => {
    if (faults.length > 0) throw new Unacceptable("Chưa vẽ được hình; hãy sửa những ô được nêu.", faults);
  };
  refuse(issues);
  const template = templateOf(given.template)!;
  refuse(unfitFields(template, given, wanted));
  const { title, rows, source, day } = cleanInput(template, given);
  const values = {
    id,
    agencyId,
    template: template.slug,
    title,
    rows,
    source,
    figuresDay: day,
    articleId,
    replacesId,
    madeBy: actor.personId,
    madeAt: at,
  };
  const [added] = await tx.insert(infographic).values(values).onConflictDoNothing().returning();
  if (!added) throw new Conflict("Hình này đang được vẽ; hãy đợi vài giây rồi mở danh sách đồ họa.");
  const name = slugify(title, 60) || template.slug;
  for (const { shape, svg, issues: none } of wanted)
    if (svg !== null)
      await keepPicture(work, id, { shape, svg, issues: none }, `${name}-${shape}.png`, facts);
  await work.record({ act: "draw-infographic", objectKind: "infographic", objectId: id, after: values });
  return id;
}
