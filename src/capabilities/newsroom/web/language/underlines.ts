import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { readable } from "#platform/text/readable.ts";
import { type Remark, type RemarkWeight, remarkKinds } from "../../language/remark.ts";
import "./underlines.css";

interface Drawn {
  remark: Remark;
  range: Range;
}

/** The scroll has paused for so long, in milliseconds, before what has come into sight is underlined. */
const PAUSE = 120;
/** So many of one block are underlined: a text without paragraphs would have thousands. */
const MOST_OF_BLOCK = 400;

const names = { must: "soat-phai", should: "soat-nen", may: "soat-can" } satisfies Record<
  RemarkWeight,
  string
>;

/** The parts of the text within two heights of the screen, the first and the last by their place; null: none is. */
function inSight(parts: HTMLCollection): { first: number; last: number } | null {
  const height = window.innerHeight;
  /** The first part that ends below a line of the screen. */
  const below = (line: number): number => {
    let [from, to] = [0, parts.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (parts[middle]!.getBoundingClientRect().bottom < line) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const first = below(-height);
  return first === parts.length ? null : { first, last: Math.min(below(2 * height), parts.length - 1) };
}

/** Where the remarks stand on the screen that are in sight and whose words are still there. */
function rangesIn({ state: { doc }, view }: Editor, remarks: ReadonlyMap<number, Remark[]>): Drawn[] {
  const sight = inSight(view.dom.children);
  if (!sight) return [];
  const from = view.posAtDOM(view.dom.children[sight.first]!, 0) - 1;
  const end = view.dom.children[sight.last]!;
  const to = view.posAtDOM(end, end.childNodes.length) + 1;
  const drawn: Drawn[] = [];
  let index = -1;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    index += 1;
    const here = position + node.nodeSize >= from && position <= to ? remarks.get(index) : undefined;
    if (!here) return false;
    const words = node.textBetween(0, node.content.size, undefined, "\n");
    for (const remark of here.slice(0, MOST_OF_BLOCK)) {
      if (remark.from >= remark.to || readable(words.slice(remark.from, remark.to)).text !== remark.passage)
        continue;
      const range = document.createRange();
      const [start, close] = [remark.from, remark.to].map((at) => view.domAtPos(position + 1 + at));
      range.setStart(start!.node, start!.offset);
      range.setEnd(close!.node, close!.offset);
      drawn.push({ remark, range });
    }
    return false;
  });
  return drawn;
}

function paint(drawn: readonly Drawn[]): void {
  if (typeof Highlight !== "function") return;
  for (const [weight, name] of Object.entries(names))
    CSS.highlights?.set(
      name,
      new Highlight(
        ...drawn.flatMap(({ remark: { kind }, range }) =>
          remarkKinds[kind].weight === weight ? [range] : [],
        ),
      ),
    );
}

/**
 * Underlines the passages of remarks in the editor, those in sight alone. They are painted over the text, which stays
 * as it is: neither the cursor nor a letter that is being put together moves. A click on one opens it.
 */
export function useUnderlines(
  editor: Editor | null,
  remarks: readonly Remark[],
  onOpen: (remark: Remark) => void,
): void {
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    const { dom } = editor.view;
    const byBlock = new Map<number, Remark[]>();
    for (const remark of remarks) {
      if (remark.field !== "body") continue;
      const others = byBlock.get(remark.block);
      if (others) others.push(remark);
      else byBlock.set(remark.block, [remark]);
    }
    let drawn: Drawn[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = () => {
      if (editor.isDestroyed) return;
      drawn = rangesIn(editor, byBlock);
      paint(drawn);
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(draw, PAUSE);
    };
    const click = ({ clientX, clientY }: MouseEvent) => {
      if (!editor.state.selection.empty) return;
      const meant = drawn.find(({ range }) =>
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
        ),
      );
      if (meant) open.current(meant.remark);
    };
    draw();
    dom.addEventListener("click", click);
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      clearTimeout(timer);
      dom.removeEventListener("click", click);
      window.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
      paint([]);
    };
  }, [editor, remarks]);
}
