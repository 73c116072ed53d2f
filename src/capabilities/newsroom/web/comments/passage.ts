import { type Anchor, AROUND, lettersOf, placeOf, UNSEEN } from "../../comments/anchor.ts";

/** A passage as it was chosen on the screen, with its words as they read there. */
export type Passage = Anchor;

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === "text");

const around = (before: string, behind: string) => ({
  lead: lettersOf(before).slice(-AROUND),
  tail: lettersOf(behind).slice(0, AROUND),
});

const passageIn = (value: string, from: number, to: number): Passage | null => {
  const quote = value.slice(from, to).trim();
  return quote === "" ? null : { quote, ...around(value.slice(0, from), value.slice(to)) };
};

function passageOf(root: HTMLElement, range: Range, quote: string): Passage | null {
  if (lettersOf(quote) === "") return null;
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const behind = document.createRange();
  behind.setStart(range.endContainer, range.endOffset);
  behind.setEnd(root, root.childNodes.length);
  return { quote: quote.trim(), ...around(before.toString(), behind.toString()) };
}

/** What is marked within `root`, in a field or in the text, and where that is on the screen; null: nothing. */
export function markedIn(root: HTMLElement | null): { passage: Passage; box: DOMRect } | null {
  if (!root) return null;
  const focused = document.activeElement;
  if (isField(focused) && root.contains(focused)) {
    const passage = passageIn(focused.value, focused.selectionStart ?? 0, focused.selectionEnd ?? 0);
    return passage && { passage, box: focused.getBoundingClientRect() };
  }
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const passage = passageOf(root, range, selection.toString());
  return passage && { passage, box: range.getBoundingClientRect() };
}

/** The text itself, as it is read and as it is written. */
const TEXT = '[data-text], [contenteditable="true"]';

/** The paragraphs of what is shown in `root`, for who cannot or will not mark with a pointer. */
export function paragraphsIn(root: HTMLElement | null): Passage[] {
  if (!root) return [];
  const places = "h1, h2, h3, h4, p, li, td, th, figcaption, input#title, textarea#summary";
  return [...root.querySelectorAll<HTMLElement>(places)].flatMap((element) => {
    if (isField(element)) return passageIn(element.value, 0, element.value.length) ?? [];
    if (element.querySelector(places) || !element.closest(TEXT)) return [];
    const range = document.createRange();
    range.selectNodeContents(element);
    return passageOf(root, range, element.textContent) ?? [];
  });
}

/** The letters of what is shown in `root`, each with where it stands. */
function lettersIn(root: HTMLElement): { letters: string; rangeOf: (from: number, to: number) => Range } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; first: number; offsets: number[] }[] = [];
  let letters = "";
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const offsets: number[] = [];
    const first = letters.length;
    for (let offset = 0; offset < node.data.length; offset += 1) {
      if (UNSEEN.test(node.data[offset]!)) continue;
      letters += node.data[offset];
      offsets.push(offset);
    }
    if (offsets.length > 0) nodes.push({ node, first, offsets });
  }
  const holding = (at: number) => nodes.findLast(({ first }) => first <= at)!;
  return {
    letters,
    rangeOf: (from, to) => {
      const [start, end] = [holding(from), holding(to - 1)];
      const range = document.createRange();
      range.setStart(start.node, start.offsets[from - start.first]!);
      range.setEnd(end.node, end.offsets[to - 1 - end.first]! + 1);
      return range;
    },
  };
}

const KEPT = "nhan-xet";
const SHOWN = "nhan-xet-dang-xem";
const mark = (name: string, ranges: Range[]) => {
  if (typeof Highlight === "function") CSS.highlights?.set(name, new Highlight(...ranges));
};
const lettersFrom = ({ quote, lead, tail }: Anchor): Anchor => ({ quote: lettersOf(quote), lead, tail });

/** Marks the passages where they stand in `root`; the text itself stays as it is. */
export function markPassages(root: HTMLElement | null, anchors: Anchor[]): void {
  if (!root || anchors.length === 0) {
    mark(KEPT, []);
    return;
  }
  const { letters, rangeOf } = lettersIn(root);
  mark(
    KEPT,
    anchors.flatMap((anchor) => {
      const place = placeOf(letters, lettersFrom(anchor));
      return place ? [rangeOf(place.from, place.to)] : [];
    }),
  );
}

export function unmarkPassages(): void {
  mark(KEPT, []);
  mark(SHOWN, []);
}

/** Leads the eye to the passage in `root`; false: it is not on the screen. */
export function showPassage(root: HTMLElement | null, anchor: Anchor): boolean {
  if (!root) return false;
  const wanted = lettersFrom(anchor);
  for (const field of root.querySelectorAll<HTMLElement>("input#title, textarea#summary")) {
    if (!isField(field)) continue;
    const at = field.value.indexOf(anchor.quote);
    if (at === -1) continue;
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
    field.setSelectionRange(at, at + anchor.quote.length);
    return true;
  }
  const { letters, rangeOf } = lettersIn(root);
  const place = placeOf(letters, wanted);
  if (!place) return false;
  const range = rangeOf(place.from, place.to);
  mark(SHOWN, [range]);
  const holder = range.startContainer.parentElement;
  holder?.scrollIntoView({ block: "center" });
  return true;
}
