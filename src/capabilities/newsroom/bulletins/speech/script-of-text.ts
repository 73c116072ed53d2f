import { contentOf, MAX_DEPTH, type RichNode, type RichText } from "#platform/rich-text/rich-text.ts";
import { sayWhole } from "./say-number.ts";
import { type Manner, type Piece, saidOf, sayText } from "./say-text.ts";

/** What of an article is not said, and why. */
export interface LeftOut {
  what: string;
  why: string;
}

/** A text for the ear: its lines, each of what is written and said, and what was left out. */
export interface Script {
  lines: Piece[][];
  leftOut: LeftOut[];
}

/** A table of more is not taken in by listening. */
const MOST_ROWS = 12;
const MOST_COLUMNS = 5;
/** So much of what was left out is named. */
const MOST_LEFT_OUT = 100;

const own = (said: string, why: string | null = null, check = false): Piece => ({
  written: "",
  said,
  why,
  check,
});

const asText = (value: unknown): string => (typeof value === "string" ? value.trim() : "");
const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** The words of a node, its blocks parted by spaces. */
function wordsOf(node: RichNode, depth = 0): string {
  if (node?.type === "text") return typeof node.text === "string" ? node.text : "";
  if (node?.type === "hardBreak") return " ";
  if (depth > MAX_DEPTH) return "";
  const block = contentOf(node).some((child) => child?.type !== "text" && child?.type !== "hardBreak");
  return contentOf(node)
    .map((child) => wordsOf(child, depth + 1))
    .join(block ? " " : "");
}

/** The line with a capital in front and a stop behind it. */
function sentence(pieces: Piece[]): Piece[] {
  const first = pieces.find(({ said }) => /\p{L}/u.test(said));
  const capital = pieces.map((piece) =>
    piece === first
      ? { ...piece, said: piece.said.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase("vi")) }
      : piece,
  );
  return /[.!?…:;]["”’)]?\s*$/u.test(saidOf(pieces)) ? capital : [...capital, own(".")];
}

/** Takes in so many characters and no more, however long the article is. */
class Writer {
  readonly lines: Piece[][] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #manner: Manner;
  #room: number;
  #full = false;

  constructor(manner: Manner, room: number) {
    this.#manner = manner;
    this.#room = room;
  }

  say(text: string): Piece[] {
    return sayText(text, this.#manner);
  }

  /** From here on nothing more is taken in. */
  #fill(from: string): void {
    this.#full = true;
    this.leftOut.unshift({
      what: `Phần cuối bài, từ “${cut(from)}”`,
      why: "Lời bản tin dài quá mức nhận; hãy rút gọn hoặc tách thành nhiều bản tin.",
    });
  }

  /** A line of the article, between what is said before and instead of it. */
  write(written: string, before: Piece[] = [], why: string | null = null): void {
    if (this.#full) return;
    if (written.length > this.#room) {
      this.#fill(written);
      return;
    }
    const said = this.say(written).map((piece) => (piece.why === null ? { ...piece, why } : piece));
    this.line(...before, ...said);
  }

  line(...pieces: Piece[]): void {
    const said = saidOf(pieces);
    if (this.#full || !/\p{L}/u.test(said)) return;
    const whole = sentence(pieces);
    const length = saidOf(whole).length + 1;
    if (length > this.#room) {
      this.#fill(said);
      return;
    }
    this.#room -= length;
    this.lines.push(whole);
  }

  leave(what: string, why: string): void {
    if (this.leftOut.length < MOST_LEFT_OUT) this.leftOut.push({ what, why });
  }

  picture(called: string, name: string): void {
    const what = name ? `${called} “${cut(name)}”` : `${called} không có chú thích`;
    this.leave(what, "Người nghe không nhìn thấy ảnh.");
  }

  /** A run of text and breaks as one line; where its links lead is not said. */
  inline(nodes: RichNode[], ...before: Piece[]): void {
    for (const node of nodes)
      if (node?.marks?.some(({ type }) => type === "link"))
        this.leave(
          `Địa chỉ của liên kết ở chữ “${cut(asText(node.text))}”`,
          "Trên loa chỉ đọc chữ, không đọc địa chỉ.",
        );
    const words = nodes.map((node) => wordsOf(node)).join("");
    this.write(words.trim(), before);
  }

  block(node: RichNode, depth: number): void {
    if (!node || typeof node !== "object" || depth > MAX_DEPTH) return;
    switch (node.type) {
      case "image":
        this.picture("Ảnh", asText(node.attrs?.caption) || asText(node.attrs?.alt));
        return;
      case "table":
        this.table(node);
        return;
      case "orderedList":
        this.counted(node, depth);
        return;
      default: {
        const content = contentOf(node);
        if (content.some((child) => child?.type === "text")) this.inline(content);
        else for (const child of content) this.block(child, depth + 1);
      }
    }
  }

  /** Items that are counted in writing are counted aloud: "Một là, …". */
  counted(node: RichNode, depth: number): void {
    const start = Number.isInteger(node.attrs?.start) ? Number(node.attrs?.start) : 1;
    contentOf(node).forEach((item, place) => {
      const [first, ...rest] = contentOf(item);
      const number = String(Math.max(0, start + place));
      if (first?.type === "paragraph" && /[\p{L}\p{N}]/u.test(wordsOf(first)))
        this.inline(contentOf(first), {
          written: `${number}. `,
          said: `${sayWhole(number)} là, `,
          why: "Số thứ tự đọc thành lời",
          check: false,
        });
      else if (first) this.block(first, depth + 2);
      for (const child of rest) this.block(child, depth + 2);
    });
  }

  /** A small table as sentences, one a row; a larger one is named, and where it stands. */
  table(node: RichNode): void {
    const rows = contentOf(node).map((row) => contentOf(row));
    const [head = [], ...body] = rows;
    const spans = rows
      .flat()
      .some((cell) => [cell?.attrs?.colspan, cell?.attrs?.rowspan].some((span) => Number(span) > 1));
    const headed = head.length > 0 && head.every((cell) => cell?.type === "tableHeader");
    const names = head.map((cell) => wordsOf(cell).trim());
    const called = `Bảng “${cut(names.filter(Boolean).join(", ") || "không có tên cột")}”`;
    const even = rows.every((row) => row.length === head.length);
    if (
      !headed ||
      spans ||
      !even ||
      body.length > MOST_ROWS ||
      head.length > MOST_COLUMNS ||
      head.length < 2
    ) {
      this.leave(called, "Bảng này không đọc thành câu được; lời bản tin nói nơi xem.");
      this.line(
        own(
          "Số liệu chi tiết có trong bảng đăng trên cổng thông tin điện tử của cơ quan.",
          "Bảng được thay bằng lời chỉ nơi xem",
          true,
        ),
      );
      return;
    }
    const numbered = /^(?:tt|stt|số tt|số thứ tự)$/iu.test(names[0]!) ? 1 : 0;
    for (const row of body) {
      const cells = row.map((cell) => wordsOf(cell).trim());
      const rest = cells.flatMap((cell, column) =>
        column > numbered && cell ? [`${lowered(names[column]!)} ${cell}`] : [],
      );
      const written = [cells[numbered], rest.join("; ")].filter(Boolean).join(": ");
      this.write(written, [], "Dòng của bảng đọc thành câu");
    }
  }
}

/** Inside a sentence a name of a column begins small, unless it is an abbreviation. */
const lowered = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLocaleLowerCase("vi") + name.slice(1) : name;

/**
 * What is said of an article: opening, title, summary, the text and closing, at most `longest` characters. Pictures and
 * the addresses of links are left out, a table becomes sentences or is named. Never throws, whatever the text is.
 */
export function scriptOf(
  {
    title,
    summary,
    body,
    imageId,
    imageAlt,
  }: { title: string; summary: string; body: RichText; imageId: string | null; imageAlt: string },
  { opening, closing, longest, ...manner }: Manner & { opening: string; closing: string; longest: number },
): Script {
  const ends = (text: string) =>
    text
      .split(/\n+/)
      .map((line) => saidOf(sayText(line.trim(), manner)))
      .filter(Boolean)
      .map((said) => [own(said)]);
  const [before, after] = [ends(opening), ends(closing)];
  const writer = new Writer(manner, longest - textOf({ lines: [...before, ...after] }).length - 1);
  for (const text of [title, summary]) for (const line of text.split(/\n+/)) writer.write(line.trim());
  if (imageId !== null) writer.picture("Ảnh đại diện", imageAlt);
  for (const node of contentOf(body)) writer.block(node, 1);
  return { lines: [...before, ...writer.lines, ...after], leftOut: writer.leftOut };
}

/** The script as ordinary text, a line a paragraph. */
export const textOf = ({ lines }: Pick<Script, "lines">): string => lines.map(saidOf).join("\n");
