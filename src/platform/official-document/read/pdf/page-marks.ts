import { OPS, type PDFPageProxy } from "unpdf/pdfjs";
import { toNfc } from "#platform/text/nfc.ts";

/** How the letters of a run look. */
export interface Face {
  name: string;
  bold: boolean;
  italic: boolean;
}

/** Letters without a space between them, in points from the upper left corner of the page as it is read. */
export interface Word {
  text: string;
  x0: number;
  x1: number;
  /** The baseline. */
  y: number;
  size: number;
  face: Face;
  /** Where a space was printed before it; null where none was. */
  space: number | null;
  /** Its place in the order of printing. */
  order: number;
}

/** A straight line along an axis: `at` is its distance on the other axis. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

/** What is printed on one page. */
export interface PageMarks {
  width: number;
  height: number;
  words: Word[];
  /** Lines across and lines down, as around the cells of a table. */
  across: Rule[];
  down: Rule[];
  /** True when something other than text is placed there, such as a scanned picture. */
  pictured: boolean;
}

type Matrix = [number, number, number, number, number, number];

interface State {
  matrix: Matrix;
  font: string;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
}

interface Dot {
  x0: number;
  x1: number;
  y: number;
}

interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

/** Beyond this a page is a drawing, whose lines are no borders of cells and whose dots are no bullets. */
const mostRules = 20_000;
const mostDots = 2_000;
/** Browsers draw the bullets of lists as dots and rings: how wide they are, in points. */
const [leastDot, greatestDot] = [1.5, 9];
/** The widest filled stripe that is a line, in points. */
const thickest = 3;
/** How far from a space a word may stand that was placed anew, in letter heights. */
const farSpace = 0.5;
const strokes = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set<number>([OPS.fill, OPS.eoFill]);
const ligatures: Record<string, string> = { ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st" };

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ];
}

function at(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

const upright: Matrix = [1, 0, 0, 1, 0, 0];

function matrixOf(args: unknown): Matrix | null {
  const numbers = Array.from(
    (Array.isArray(args) && typeof args[0] === "object" ? args[0] : args) as ArrayLike<number>,
  );
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as Matrix) : null;
}

function faceOf(page: PDFPageProxy, id: string): { face: Face; unit: number } {
  const font = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  const name = String(font?.name ?? "").replace(/^[A-Z]{6}\+/, "");
  return {
    face: {
      name,
      bold: Boolean(font?.bold || font?.black) || /bold|black|heavy/i.test(name),
      italic: Boolean(font?.italic) || /italic|oblique/i.test(name),
    },
    unit: Math.abs(Number(font?.fontMatrix?.[0])) || 0.001,
  };
}

class PageReading {
  readonly words: Word[] = [];
  readonly across: Rule[] = [];
  readonly down: Rule[] = [];
  readonly dots: Dot[] = [];
  /** Letters by the direction they run in: right, down, left, up. */
  readonly turned = [0, 0, 0, 0];
  pictured = false;
  #page: PDFPageProxy;
  #faces = new Map<string, { face: Face; unit: number }>();
  #states: State[] = [];
  #state: State;
  #line: Matrix = upright;
  #text: Matrix = upright;
  #word: Word | null = null;
  /** The last space that was printed and that no word has followed. */
  #space: { x0: number; x1: number; y: number; shown: number } | null = null;
  #shown = 0;

  constructor(page: PDFPageProxy, view: Matrix) {
    this.#page = page;
    this.#state = {
      matrix: view,
      font: "",
      size: 1,
      charSpace: 0,
      wordSpace: 0,
      scale: 1,
      leading: 0,
      rise: 0,
    };
  }

  apply(operator: number, args: unknown[]): void {
    const state = this.#state;
    const number = Number(args?.[0]);
    switch (operator) {
      case OPS.save:
        this.#states.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#states.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin: {
        this.#states.push({ ...state });
        const matrix = args[0] ? matrixOf(args[0]) : null;
        if (matrix) state.matrix = times(matrix, state.matrix);
        break;
      }
      case OPS.transform: {
        const matrix = matrixOf(args);
        if (matrix) state.matrix = times(matrix, state.matrix);
        this.pictured = true;
        break;
      }
      case OPS.beginText:
        this.#line = upright;
        this.#text = upright;
        break;
      case OPS.setFont:
        state.font = String(args[0]);
        state.size = Number(args[1]);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][])
          if (key === "Font" && Array.isArray(value)) [state.font, state.size] = value as [string, number];
        break;
      case OPS.setCharSpacing:
        state.charSpace = number;
        break;
      case OPS.setWordSpacing:
        state.wordSpace = number;
        break;
      case OPS.setHScale:
        state.scale = number / 100;
        break;
      case OPS.setLeading:
        state.leading = -number;
        break;
      case OPS.setTextRise:
        state.rise = number;
        break;
      case OPS.setTextMatrix: {
        const matrix = matrixOf(args);
        if (matrix) this.#begin(matrix);
        break;
      }
      case OPS.setLeadingMoveText:
        state.leading = Number(args[1]);
        this.#move(number, Number(args[1]));
        break;
      case OPS.moveText:
        this.#move(number, Number(args[1]));
        break;
      case OPS.nextLine:
        this.#move(0, state.leading);
        break;
      case OPS.showText:
        this.#show(args[0] as (Glyph | number | null)[]);
        break;
      case OPS.constructPath:
        this.#path(Number(args[0]), args[1] as ArrayLike<number>[]);
        break;
      default:
    }
  }

  #begin(matrix: Matrix): void {
    this.#line = matrix;
    this.#text = matrix;
  }

  #move(x: number, y: number): void {
    this.#begin(times([1, 0, 0, 1, x, y], this.#line));
  }

  #show(glyphs: (Glyph | number | null)[]): void {
    const state = this.#state;
    const known = this.#faces.get(state.font) ?? faceOf(this.#page, state.font);
    this.#faces.set(state.font, known);
    this.#shown += 1;
    let advance = 0;
    for (const glyph of glyphs ?? []) {
      if (typeof glyph === "number") {
        advance -= (glyph * state.size * state.scale) / 1000;
        continue;
      }
      if (!glyph) continue;
      const width = Number(glyph.width ?? 0) * known.unit * state.size;
      const wide = (width + state.charSpace + (glyph.isSpace ? state.wordSpace : 0)) * state.scale;
      this.#print(glyph.unicode ?? "", advance, width * state.scale, known.face);
      advance += wide;
    }
    this.#text = times([1, 0, 0, 1, advance, 0], this.#text);
  }

  #print(letters: string, from: number, width: number, face: Face): void {
    const text = letters.replace(/[ﬀ-ﬆ]/g, (letter) => ligatures[letter] ?? letter);
    const { matrix, size, rise } = this.#state;
    const whole = times(this.#text, matrix);
    const [x0, y] = at(whole, from, rise);
    if (text.trim() === "") {
      if (/\s/.test(text)) this.#space = { x0, x1: at(whole, from + width, rise)[0], y, shown: this.#shown };
      return;
    }
    const [x1, y1] = at(whole, from + width, rise);
    const [dx, dy] = [whole[0] * Math.sign(size || 1), whole[1] * Math.sign(size || 1)];
    const turn = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy >= 0 ? 1 : 3;
    this.turned[turn]! += 1;
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    const slanted = Math.min(Math.abs(dx), Math.abs(dy)) > 0.1 * Math.max(Math.abs(dx), Math.abs(dy));
    if (turn !== 0 || slanted || ![x0, x1, y, y1, height].every(Number.isFinite) || height < 1) return;
    // Letters that a font lacks are printed from another one after their line, and a cell may end with a space.
    const space = this.#space;
    const spaced =
      space !== null &&
      Math.abs(space.y - y) < 0.5 * height &&
      x0 > space.x0 - 0.1 * height &&
      (space.shown === this.#shown || x0 - space.x1 < farSpace * height);
    const last = this.#word;
    const near =
      last !== null &&
      !spaced &&
      last.face === face &&
      Math.abs(last.y - y) < 0.1 &&
      Math.abs(last.size - height) < 0.1 &&
      Math.abs(x0 - last.x1) < 0.15 * height;
    if (last && near) {
      last.text += text;
      last.x1 = Math.max(last.x1, x1);
      return;
    }
    this.#word = {
      text,
      x0,
      x1,
      y,
      size: height,
      face,
      space: spaced ? space.x0 : null,
      order: this.words.length,
    };
    if (spaced) this.#space = null;
    this.words.push(this.#word);
  }

  #path(painted: number, parts: ArrayLike<number>[]): void {
    const stroke = strokes.has(painted);
    if (!stroke && !fills.has(painted)) return;
    if (this.across.length + this.down.length > mostRules) return;
    for (const part of parts ?? []) if (part) this.#lines(part, stroke);
  }

  /** The straight parts of a path: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
  #lines(part: ArrayLike<number>, stroke: boolean): void {
    const { matrix } = this.#state;
    let start: [number, number] = [0, 0];
    let here = start;
    let box: [number, number][] = [];
    let curved = false;
    const endFigure = () => {
      if (curved) this.#dot(box);
      else if (!stroke && box.length > 1) this.#stripe(box);
      box = [];
      curved = false;
    };
    for (let i = 0; i < part.length; ) {
      const kind = part[i]!;
      const length = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
      const to = kind === 4 ? start : at(matrix, Number(part[i + length - 1]), Number(part[i + length]));
      if (kind === 0) {
        endFigure();
        start = to;
      } else if (kind === 2 || kind === 3) curved = true;
      else if (stroke) this.#rule(here, to);
      box.push(to);
      here = to;
      i += length + 1;
    }
    endFigure();
  }

  #rule([x0, y0]: [number, number], [x1, y1]: [number, number]): void {
    const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    if (high < 1 && wide > 2)
      this.across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (wide < 1 && high > 2)
      this.down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }

  /** A small round figure. */
  #dot(points: [number, number][]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [x0, x1, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const wide = x1 - x0;
    if (wide < leastDot || wide > greatestDot || Math.abs(bottom - top - wide) > 0.2 * wide) return;
    if (this.dots.length < mostDots) this.dots.push({ x0, x1, y: (top + bottom) / 2 });
  }

  /** A thin filled figure is a line; any other is a background. */
  #stripe(points: [number, number][]): void {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= thickest && right - left > bottom - top)
      this.#rule([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= thickest) this.#rule([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }
}

/** The dots that stand before the first word of a line, as bullets. */
function bulletsOf(dots: Dot[], words: Word[]): Word[] {
  return dots.flatMap((dot) => {
    const beside = words.filter(
      ({ x0, x1, y, size }) =>
        Math.abs(y - 0.32 * size - dot.y) < 0.25 * size && x1 > dot.x0 - 2 * size && x0 < dot.x1 + 2.5 * size,
    );
    const first = beside.find(({ x0 }) => x0 > dot.x1);
    if (!first || beside.some(({ x0 }) => x0 < dot.x0)) return [];
    const { y, size, face, order } = first;
    first.space = dot.x1;
    return { text: "•", x0: dot.x0, x1: dot.x1, y, size, face, space: null, order: order - 1 };
  });
}

/** Reads what one page prints, turned so that most of its letters run from left to right. */
export async function readPage(page: PDFPageProxy): Promise<PageMarks> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const read = (rotation: number) => {
    const view = page.getViewport({ scale: 1, rotation });
    const reading = new PageReading(page, view.transform as Matrix);
    for (const [index, operator] of fnArray.entries()) reading.apply(operator, argsArray[index]);
    return { view, reading };
  };
  let { view, reading } = read(page.rotate);
  const most = reading.turned.indexOf(Math.max(...reading.turned));
  if (most > 0) ({ view, reading } = read((page.rotate + 360 - 90 * most) % 360));
  const { words, across, down, pictured } = reading;
  for (const word of words) word.text = toNfc(word.text);
  words.push(...bulletsOf(reading.dots, words));
  return { width: view.width, height: view.height, words, across, down, pictured };
}
