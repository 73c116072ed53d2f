import type { Editor } from "@tiptap/react";
import { readable } from "#platform/text/readable.ts";
import type { Remark } from "../../language/remark.ts";

/** The words of a remark, and where they stood. */
export type Passage = Pick<Remark, "field" | "block" | "from" | "to" | "passage">;

/** Where the words stand in a text now: they may have moved since they were remarked on. */
function placeIn(text: string, { from, to, passage }: Passage): { from: number; to: number } | null {
  if (readable(text.slice(from, to)).text === passage) return { from, to };
  const moved = text.indexOf(passage);
  return moved < 0 || passage === "" ? null : { from: moved, to: moved + passage.length };
}

/** Where the words of a remark stand in the editor now; null: they are not there any more. */
function findInEditor(editor: Editor, passage: Passage): { from: number; to: number } | null {
  let index = -1;
  let meant: { from: number; to: number } | null = null;
  let elsewhere: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    index += 1;
    const place = placeIn(node.textBetween(0, node.content.size, undefined, "\n"), passage);
    const found = place && { from: position + 1 + place.from, to: position + 1 + place.to };
    if (index === passage.block) meant = found ?? meant;
    else elsewhere ??= found;
    return false;
  });
  return meant ?? elsewhere;
}

function goInEditor(editor: Editor, passage: Passage): boolean {
  const range = findInEditor(editor, passage);
  if (!range) return false;
  editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  return true;
}

/** Puts other words to the place of a remark in the body; undone like anything typed. False: its words are gone. */
export function replacePassage(editor: Editor | null, passage: Passage, words: string): boolean {
  const range = editor && findInEditor(editor, passage);
  if (!editor || !range) return false;
  return editor
    .chain()
    .focus()
    .command(({ tr }) => {
      tr.insertText(words, range.from, range.to);
      return true;
    })
    .run();
}

/** Puts other words to the place of a remark in a field; undone like anything typed. False: its words are gone. */
export function replaceInField(passage: Passage, words: string): boolean {
  // The one way by which a browser's own undo knows of it.
  return goToPassage(null, passage) && document.execCommand("insertText", false, words);
}

/** Where the selected words, or the field that has the focus, stand on the page. */
export function boxOfSelection(editor: Editor | null, { field }: Passage) {
  const element = field === "body" ? null : document.getElementById(field);
  const on = (box: { left: number; top: number; width: number; height: number }) => ({
    ...box,
    left: box.left + window.scrollX,
    top: box.top + window.scrollY,
  });
  if (element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    return on({ left, top, width, height });
  }
  if (!editor) return null;
  const { from } = editor.state.selection;
  const { left, top, bottom } = editor.view.coordsAtPos(from, 1);
  return on({ left, top, width: 1, height: bottom - top });
}

/** The block and the place in it where the cursor of the editor stands; null: it has not the focus. */
export function cursorIn(editor: Editor | null): { block: number; at: number } | null {
  if (!editor?.isFocused) return null;
  const { $to } = editor.state.selection;
  let block = -1;
  editor.state.doc.nodesBetween(0, $to.pos, (node) => {
    if (node.isTextblock) block += 1;
    return !node.isTextblock;
  });
  return { block, at: $to.parentOffset };
}

/** Takes the cursor to the words of a remark, and selects them. False: they are not there any more. */
export function goToPassage(editor: Editor | null, passage: Passage): boolean {
  if (passage.field === "body") return editor !== null && goInEditor(editor, passage);
  const field = document.getElementById(passage.field);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  const place = placeIn(field.value, passage);
  if (!place) return false;
  field.focus();
  field.setSelectionRange(place.from, place.to);
  field.scrollIntoView({ block: "center" });
  return true;
}
