import {
  collectImages,
  type RichNode,
  type RichText,
  richTextToPlainText,
} from "#platform/rich-text/render-rich-text.ts";
import { contentOf } from "#platform/rich-text/rich-text.ts";
import { drawingCaption, tableHeading, tableOf } from "./equal-table.ts";
import type { GraphicInput } from "./infographic.ts";
import type { KeptPicture } from "./infographic-queries.ts";

const wordsOf = (node: RichNode) => richTextToPlainText({ type: "doc", content: [node] });

const ADDRESS = "/media/";

const shownAs = ({ mediaId, alt, width, height }: KeptPicture) => ({
  src: `${ADDRESS}${mediaId}`,
  alt,
  width,
  height,
});

/** A drawing and what it takes the place of. */
export interface Placing {
  input: GraphicInput;
  /** The one that is put in where no older one stands. */
  picture: KeptPicture;
  /** The new picture of the same shape for each that it takes the place of, by that one's id. */
  newer: Map<string, KeptPicture>;
  /** The tables from which those were drawn. */
  before: GraphicInput[];
}

/** The body with the new pictures wherever older ones stood; a caption that told the old source tells the new one. */
export function withNewPictures(body: RichText, { input, newer, before }: Placing): RichText {
  const olderCaptions = before.map(drawingCaption);
  const renewed = (node: RichNode): RichNode => {
    const picture =
      node.type === "image" ? newer.get(String(node.attrs?.src).slice(ADDRESS.length)) : undefined;
    if (!picture) return node.content ? { ...node, content: contentOf(node).map(renewed) } : node;
    const caption = node.attrs?.caption;
    const told = typeof caption === "string" && olderCaptions.includes(caption);
    return {
      ...node,
      attrs: { ...node.attrs, ...shownAs(picture), ...(told && { caption: drawingCaption(input) }) },
    };
  };
  return { type: "doc", content: contentOf(body).map(renewed) };
}

/**
 * The body with the equal table: where an older one of the same drawing stood, else under the text; where it is there
 * already, as it was. `always` false: a text that has no table at all goes on without.
 */
export function withTable(
  body: RichText,
  { input, before }: Placing,
  { always }: { always: boolean },
): RichText {
  const nodes = contentOf(body);
  const has = (words: string) => nodes.findIndex((node) => node.type === "table" && wordsOf(node) === words);
  const table = tableOf(input);
  if (has(wordsOf(table)) >= 0) return body;
  const old = before.map((one) => has(wordsOf(tableOf(one)))).find((at) => at >= 0);
  if (old !== undefined) return { type: "doc", content: nodes.with(old, table) };
  if (!always && !nodes.some(({ type }) => type === "table")) return body;
  const isEmpty = richTextToPlainText(body).trim() === "" && collectImages(body).length === 0;
  return { type: "doc", content: [...(isEmpty ? [] : nodes), tableHeading, table] };
}

/** The body with the picture and its equal table under the text; what is there already is not put in again. */
export function withDrawing(body: RichText, placing: Placing): RichText {
  const { input, picture } = placing;
  if (collectImages(body).some(({ mediaId }) => mediaId === picture.mediaId))
    return withTable(body, placing, { always: true });
  const image: RichNode = { type: "image", attrs: { ...shownAs(picture), caption: drawingCaption(input) } };
  const nodes = contentOf(body);
  const isEmpty = nodes.every((node) => node.type === "paragraph" && wordsOf(node).trim() === "");
  return withTable({ type: "doc", content: [...(isEmpty ? [] : nodes), image] }, placing, { always: true });
}
