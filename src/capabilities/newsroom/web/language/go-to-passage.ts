import type { Editor } from "@tiptap/react";
import { readable } from "../../language/readable.ts";
import type { Remark } from "../../language/remark.ts";

type Passage = Pick<Remark, "field" | "block" | "from" | "to" | "passage">;

/** Where the words stand in a text now: they may have moved since they were remarked on. */
function placeIn(text: string, { from, to, passage }: Passage): { from: number; to: number } | null {
  if (readable(text.slice(from, to)).text === passage) return { from, to };
  const moved = text.indexOf(passage);
  return moved < 0 || passage === "" ? null : { from: moved, to: moved + passage.length };
}

function goInEditor(editor: Editor, passage: Passage): boolean {
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
  const range = meant ?? elsewhere;
  if (!range) return false;
  editor.chain().focus().setTextSelection(range).scrollIntoView().run();
  return true;
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
