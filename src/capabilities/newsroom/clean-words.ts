import { toNfc } from "#platform/text/nfc.ts";

/** Composed, without the marks that turn a line around for the eye or stand unseen between letters; what joins emoji stays. */
export const unturned = (text: string): string =>
  toNfc(text).replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "");

/** Composed, without marks that no eye sees: they turn a line around or make two alike lines differ. */
export const clean = (text: string): string =>
  toNfc(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .trim();
