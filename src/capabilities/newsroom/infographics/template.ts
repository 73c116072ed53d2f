/**
 * The three pictures that are drawn of the same table. Pixels; `smallest` is the size under which no text is set,
 * `enlarged` how much larger than on the first one it may be.
 */
export const shapes = [
  { slug: "post", label: "Bài đăng (vuông)", width: 1080, height: 1080, smallest: 26, enlarged: 1 },
  { slug: "story", label: "Khuôn dọc điện thoại", width: 1080, height: 1920, smallest: 30, enlarged: 1.2 },
  { slug: "a4", label: "Khổ A4", width: 1414, height: 2000, smallest: 28, enlarged: 1.5 },
] as const;

export type Shape = (typeof shapes)[number]["slug"];
export const shapeSlugs = shapes.map(({ slug }) => slug) as [Shape, ...Shape[]];

/** The colours of all pictures: white ground, one red, two that go with it. */
export const colours = {
  ink: "#2b2624",
  quiet: "#5b524d",
  red: "#9b1420",
  teal: "#1f6a66",
  sand: "#f7efe3",
  line: "#d9cbb6",
  white: "#ffffff",
} as const;

export type Colour = keyof typeof colours;

/** Words that are set as large as their box lets them, from `largest` down; nothing of them is ever left out. */
export interface TextPart {
  kind: "text";
  /** Where they were typed: "title", "source", "rows.2.name". */
  field: string;
  words: string;
  x: number;
  y: number;
  width: number;
  height: number;
  largest: number;
  weight: 400 | 600;
  colour: Colour;
  across: "left" | "center" | "right";
  down: "top" | "middle" | "bottom";
  /** Texts of one group are set in one size. */
  group: string;
  /** A group set before: what explains a name is set no larger than the name. */
  noLargerThan?: string;
}

export type Part =
  | TextPart
  | { kind: "box"; x: number; y: number; width: number; height: number; round: number; colour: Colour }
  | { kind: "dot"; x: number; y: number; radius: number; colour: Colour };

/** Room for the table inside a picture. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of the picture's shape. */
  smallest: number;
  /** The even arrangement left no room for some text: each row is given what it needs. */
  tight: boolean;
}

export interface Column {
  name: string;
  label: string;
  hint: string;
  /** Characters. */
  longest: number;
  required: boolean;
  /** "measure": a number with its unit, all rows in the same unit. */
  holds: "words" | "measure";
  /** What of a list of figures goes in here; null: nothing. */
  takes: "name" | "value" | null;
  /** Said before its words where nobody sees the heads: "trước 15 ngày". */
  saidWith: string;
  /** Its share of the width of the form, out of 12. */
  wide: number;
}

export type Row = Readonly<Record<string, string>>;

/** A way to draw a table as data: every property stated. A new one is one new file and a line in index.ts. */
export interface Template {
  slug: string;
  label: string;
  /** What it is good for, in one sentence. */
  hint: string;
  columns: Column[];
  fewestRows: number;
  mostRows: number;
  /** Shown in the form until something is typed. */
  example: { title: string; rows: Row[] };
  /** Where the cells of a table without faults stand. */
  arrange: (rows: Row[], frame: Frame) => Part[];
}

/** A measure as it is read in Việt Nam: "1.234,5 hồ sơ" is 1234.5 of "hồ sơ". Null: no number begins it. */
export function measureOf(words: string): { value: number; unit: string } | null {
  const found = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(.*)$/su.exec(words.trim());
  if (!found) return null;
  const [, whole = "", part, unit = ""] = found;
  return { value: Number(`${whole.replaceAll(".", "")}.${part ?? 0}`), unit: unit.toLowerCase() };
}

/** Of a letter on the average, with what is lost where lines end, and of a line; em. */
const LETTER = 0.56;
const LINE = 1.49;

/** About the height in which words stand in this width at the smallest size. */
export const needed = (words: string, width: number, { smallest }: Pick<Frame, "smallest">): number =>
  words === "" ? 0 : Math.ceil((words.length * LETTER * smallest) / width) * smallest * LINE + 1;

/**
 * Rows under one another, no higher than `tallest`, around the middle of what is left over: of equal height, or in a
 * tight frame by what each needs.
 */
export function rowsIn(
  { x, y, width, height, tight }: Frame,
  needs: number[],
  tallest: number,
): { x: number; y: number; width: number; height: number }[] {
  const count = needs.length;
  if (tight) {
    const all = needs.reduce((sum, need) => sum + need, 0);
    const spare = (height - all) / count;
    let top = y;
    return needs.map((need) => {
      const each = spare >= 0 ? need + spare : (need * height) / all;
      top += each;
      return { x, y: top - each, width, height: each };
    });
  }
  const each = Math.min(height / count, tallest);
  const spare = Math.min((height - each * count) / 2, each);
  return needs.map((_, row) => ({ x, y: y + spare + row * each, width, height: each }));
}

/** How much of a room the upper of two texts takes: its share, in a tight frame by what both need. */
export const shareOf = (upper: number, lower: number, usual: number, { tight }: Frame): number =>
  tight && upper + lower > 0 ? upper / (upper + lower) : usual;
