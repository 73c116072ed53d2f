import { unaccent } from "#platform/text/unaccent.ts";

/** What a character is to the reader of a text. */
export const LETTER = 1;
export const MARK = 2;
export const DIGIT = 4;
export const SPACE = 8;
export const LINE = 16;
/** May end a sentence; a short one with a colon or a semicolon goes on. */
export const STOP = 32;
export const GOES_ON = 64;
/** As a capital and as none: neither, where a script has no case. */
export const CAPITAL = 128;
export const SMALL = 256;
/** First of the two units of a character outside the basic plane. */
export const PAIRED = 512;
const KNOWN = 1024;

/** Each unit is looked at once; most texts hold some two hundred. */
const kinds = new Uint16Array(0x10000);
/** The letter without diacritics and case where that is one of a to z, 0 where it is nothing; else OTHER. */
const folds = new Uint8Array(0x10000);
export const OTHER = 255;

function kindOf(written: string): number {
  let kind = KNOWN;
  if (/\p{L}/u.test(written)) kind |= LETTER;
  else if (/\p{M}/u.test(written)) kind |= MARK;
  else if (/\d/.test(written)) kind |= DIGIT;
  else if (/[.!?…:;]/.test(written)) kind |= STOP;
  if (/\s/.test(written)) kind |= SPACE;
  if (written === "\n") kind |= LINE;
  if (/[:;]/.test(written)) kind |= GOES_ON;
  if (written !== written.toLowerCase()) kind |= CAPITAL;
  if (written !== written.toUpperCase()) kind |= SMALL;
  return kind;
}

function look(unit: number): number {
  const written = String.fromCharCode(unit);
  const folded = unaccent(written).toLowerCase();
  folds[unit] = /^[a-z]?$/.test(folded) ? folded.charCodeAt(0) || 0 : OTHER;
  kinds[unit] = unit >= 0xd800 && unit < 0xdc00 ? KNOWN | PAIRED : kindOf(written);
  return kinds[unit]!;
}

/** What stands at a place of a text. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = kinds[unit]! || look(unit);
  return (kind & PAIRED) === 0 ? kind : kindOf(String.fromCodePoint(text.codePointAt(at)!)) | PAIRED;
}

/** After `kindAt`: the letter without diacritics and case, 0 where it is nothing, OTHER where it is none of a to z. */
export const foldAt = (text: string, at: number): number => folds[text.charCodeAt(at)]!;
