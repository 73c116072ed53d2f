import Image from "@tiptap/extension-image";
import { NodeSelection } from "@tiptap/pm/state";
import type { Editor } from "@tiptap/react";
import type { ChosenPicture } from "./pictures/picture-facts.ts";

/**
 * A picture of the library in the text, with its caption. Only own pictures are taken in: what is pasted from elsewhere
 * would be refused by the server.
 */
export const Picture = Image.extend({
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: "" },
      caption: { default: null },
      width: { default: null },
      height: { default: null },
    };
  },
  parseHTML() {
    return [
      {
        tag: "figure:has(> img[src^='/media/'])",
        getAttrs: (figure) => {
          const image = figure.querySelector("img")!;
          const caption = figure.querySelector("figcaption")?.textContent?.trim() || null;
          return { ...attributesOf(image), caption };
        },
      },
      { tag: "img[src^='/media/']", getAttrs: attributesOf },
    ];
  },
  renderHTML({ node: { attrs } }) {
    const { src, alt, width, height, caption } = attrs;
    const image = ["img", { src, alt, width, height }] as const;
    return caption ? ["figure", {}, image, ["figcaption", {}, caption]] : ["figure", {}, image];
  },
});

const attributesOf = (image: Element) => ({
  src: image.getAttribute("src"),
  alt: image.getAttribute("alt") ?? "",
  width: Number(image.getAttribute("width")) || null,
  height: Number(image.getAttribute("height")) || null,
});

/** Where the caret is; at the end when the writer has not been in the text yet. */
export function insertPicture(editor: Editor, { id, below = [], ...attrs }: ChosenPicture): void {
  const { selection, doc } = editor.state;
  const untouched = selection.empty && selection.from <= 1;
  // The picture put in just before is still selected: the next one stands after it.
  const place = selection instanceof NodeSelection ? selection.to : selection;
  editor
    .chain()
    .insertContentAt(untouched ? doc.content.size : place, [
      { type: "image", attrs: { src: `/media/${id}`, ...attrs } },
      ...below,
    ])
    .focus()
    .run();
}

/** Puts other words to each place where the text shows the picture. */
export function setPictureWords(
  editor: Editor,
  mediaId: string,
  words: { alt: string; caption: string | null },
): void {
  editor
    .chain()
    .command(({ tr, state }) => {
      state.doc.descendants((node, at) => {
        if (node.type.name === "image" && node.attrs.src === `/media/${mediaId}`)
          tr.setNodeMarkup(at, null, { ...node.attrs, ...words });
      });
      return true;
    })
    .run();
}
