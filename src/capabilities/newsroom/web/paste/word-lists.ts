/** How the printed number or bullet of an item counts. */
export type Marker =
  | { tag: "ul" }
  | { tag: "ol"; type: "1" | "a" | "A" | "i" | "I"; number: number }
  /** Counts in a way that no list of the web can show; the mark stays as text. */
  | { tag: "text" };

const roman = (letters: string): number | null => {
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(letters) || letters === "")
    return null;
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
  return [...letters].reduce((sum, letter, place) => {
    const value = values[letter]!;
    return sum + (value < (values[letters[place + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);
};

/** Reads "1.", "b)", "IV.", "1.2.", "·", "-"; `before` is the item before in the same list, `nested` that it has a parent. */
export function readMarker(text: string, before: Marker | null, nested: boolean): Marker {
  const mark = text.replace(/[\s\u00a0]/g, "");
  if (/^[^\p{L}\p{N}]+$/u.test(mark) || /^[o§]$/.test(mark) || mark === "") return { tag: "ul" };
  const decimal = /^\(?(\d+)[.)/]*$/.exec(mark);
  if (decimal) return { tag: "ol", type: "1", number: Number(decimal[1]) };
  const chained = /^(?:\d+\.)+(\d+)[.)]?$/.exec(mark);
  if (chained) return nested ? { tag: "ol", type: "1", number: Number(chained[1]) } : { tag: "text" };
  const lettered = /^\(?([a-z]+)[.)]+$/i.exec(mark)?.[1];
  if (!lettered) return { tag: "text" };
  const small = lettered.toLowerCase();
  const upper = lettered !== small;
  const letter = small.length === 1 ? small.charCodeAt(0) - 96 : null;
  const numeral = roman(small);
  const counted = before?.tag === "ol" ? before : null;
  const goesOn = (type: "a" | "i", number: number | null) =>
    number !== null && counted?.type.toLowerCase() === type && counted.number + 1 === number;
  const isRoman =
    numeral !== null &&
    (goesOn("i", numeral) || (!goesOn("a", letter) && (letter === null || /^[ivx]$/.test(small))));
  if (isRoman) return { tag: "ol", type: upper ? "I" : "i", number: numeral };
  return letter === null ? { tag: "text" } : { tag: "ol", type: upper ? "A" : "a", number: letter };
}

interface OpenList {
  level: number;
  list: Element;
  item: Element;
  marker: Marker;
}

const levelOf = (element: Element): number | null => {
  const found = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute("style") ?? "");
  return found ? Number(found[1]) : null;
};
const isContinuation = (element: Element) => /^MsoListParagraph/i.test(element.className);

/** Takes the printed mark out of the paragraph. */
function takeMark(paragraph: Element): string {
  const span = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const text = span?.textContent ?? "";
  span?.remove();
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

const paragraphOf = (source: Element, mark = ""): Element => {
  const paragraph = source.ownerDocument.createElement("p");
  if (mark) paragraph.append(`${mark} `);
  paragraph.append(...source.childNodes);
  return paragraph;
};

/**
 * Word writes each list item as a paragraph that names its list and level; runs of them become nested lists. Where
 * a list begins again after other text, it goes on counting. A numbered heading keeps its number as text.
 */
export function makeLists(body: Element): void {
  let open: OpenList[] = [];
  let end: Element | null = null;
  for (const source of [...body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const level = levelOf(source);
    const adjoins = end !== null && source.previousElementSibling === end;
    if (level === null) {
      const last = open.at(-1);
      if (last && adjoins && isContinuation(source)) {
        last.item.append(paragraphOf(source));
        source.remove();
      }
      continue;
    }
    const mark = takeMark(source);
    if (!source.matches("p")) {
      source.prepend(`${mark} `);
      continue;
    }
    if (!adjoins) open = [];
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const same = open.at(-1)?.level === level ? open.at(-1)! : null;
    const parent = same ? open.at(-2) : open.at(-1);
    const marker = readMarker(mark, same?.marker ?? null, parent !== undefined);
    if (marker.tag === "text") {
      if (same) open.pop();
      const paragraph = paragraphOf(source, mark);
      if (parent) {
        parent.item.append(paragraph);
        source.remove();
      } else {
        source.replaceWith(paragraph);
        open = [];
      }
      continue;
    }
    const item = source.ownerDocument.createElement("li");
    item.append(paragraphOf(source));
    if (same && goesOn(same.marker, marker)) {
      same.list.append(item);
      Object.assign(same, { item, marker });
    } else {
      if (same) open.pop();
      const list = newList(source, marker);
      list.append(item);
      if (parent) parent.item.append(list);
      else {
        source.before(list);
        end = list;
      }
      open.push({ level, list, item, marker });
    }
    source.remove();
  }
}

const goesOn = (before: Marker, now: Marker): boolean =>
  before.tag === "ol" && now.tag === "ol"
    ? before.type === now.type && before.number + 1 === now.number
    : before.tag === now.tag;

function newList(source: Element, marker: Exclude<Marker, { tag: "text" }>): Element {
  const list = source.ownerDocument.createElement(marker.tag);
  if (marker.tag === "ol") {
    if (marker.type !== "1") list.setAttribute("type", marker.type);
    if (marker.number !== 1) list.setAttribute("start", String(marker.number));
  }
  return list;
}
