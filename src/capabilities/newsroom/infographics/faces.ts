import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as library from "opentype.js";
import { root } from "#platform/config/root.ts";

// Node gives the package as one object, the bundler its names.
const { parse } = "default" in library ? (library.default as typeof library) : library;

const FOLDER = join(root, "node_modules", "@fontsource", "be-vietnam-pro", "files");
const UNITS = 1000;

export type Weight = 400 | 600;

/** Over and under the base line the ink of every letter stays within so many em, marks on capitals included. */
export const ASCENT = 1.22;
export const DESCENT = 0.27;

/** One letter: its outline in thousandths of an em, y downwards, and how far the next one stands from it. */
export interface Letter {
  /** Names it within all pictures. */
  id: string;
  outline: string;
  advance: number;
}

interface Face {
  /** Null: the face has no such letter. */
  glyphOf: (letter: string) => library.Glyph | null;
  kerning: (left: library.Glyph, right: library.Glyph) => number;
  name: string;
}

function openFace(subset: string, weight: Weight): Face {
  const bytes = readFileSync(join(FOLDER, `be-vietnam-pro-${subset}-${weight}-normal.woff`));
  const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  if (font.unitsPerEm !== UNITS) throw new Error(`${subset} ${weight}: ${font.unitsPerEm} units`);
  return {
    glyphOf: (letter) => (font.charToGlyphIndex(letter) === 0 ? null : font.charToGlyph(letter)),
    kerning: (left, right) => font.getKerningValue(left, right),
    name: `${subset.replaceAll("-", "")}${weight}`,
  };
}

const opened = new Map<Weight, Face[]>();

/** The parts of Be Vietnam Pro, the one that has most of a text first. */
function facesOf(weight: Weight): Face[] {
  let faces = opened.get(weight);
  if (!faces) {
    faces = ["latin", "vietnamese", "latin-ext"].map((subset) => openFace(subset, weight));
    opened.set(weight, faces);
  }
  return faces;
}

interface Found {
  face: Face;
  glyph: library.Glyph;
  letter: Letter;
}

const found = new Map<string, Found | null>();

function find(letter: string, weight: Weight): Found | null {
  const key = `${weight} ${letter}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  let answer: Found | null = null;
  for (const face of facesOf(weight)) {
    const glyph = face.glyphOf(letter);
    if (!glyph) continue;
    const outline = glyph.getPath(0, 0, UNITS).toPathData(0);
    const id = `${face.name}-${glyph.index}`;
    answer = { face, glyph, letter: { id, outline, advance: glyph.advanceWidth ?? 0 } };
    break;
  }
  found.set(key, answer);
  return answer;
}

/** A mark that stands above or below no letter of its own in the font would fall beside it. */
const isLooseMark = (letter: string) => /\p{M}/u.test(letter);

/** Letters of a composed text that cannot be drawn, each once, as they stand in it with their marks. */
export function undrawable(text: string): string[] {
  const shown = [...new Intl.Segmenter("vi").segment(text)].map(({ segment }) => segment);
  return [
    ...new Set(
      shown.filter((cluster) =>
        [...cluster].some((letter) => isLooseMark(letter) || find(letter, 400) === null),
      ),
    ),
  ];
}

/** The letters of a line with how far from its beginning each stands, and how long it is; thousandths of an em. */
export function setLine(
  text: string,
  weight: Weight,
): { letters: { letter: Letter; at: number }[]; length: number } {
  let at = 0;
  let before: Found | null = null;
  const letters = [...text].flatMap((sign) => {
    const now = find(sign, weight);
    if (!now) return [];
    if (before && before.face === now.face) at += now.face.kerning(before.glyph, now.glyph);
    const placed = { letter: now.letter, at: Math.round(at) };
    at += now.letter.advance;
    before = now;
    return [placed];
  });
  return { letters, length: Math.ceil(at) };
}
