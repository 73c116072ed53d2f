import { isPlainSyllable, isSyllable } from "../text/syllable.ts";
import { apartFromTone, withTone } from "../text/tone.ts";
import { unaccent } from "../text/unaccent.ts";

const TELEX_TONES: Record<string, string> = {
  s: "\u0301",
  f: "\u0300",
  r: "\u0309",
  x: "\u0303",
  j: "\u0323",
};
const VNI_TONES: Record<string, string> = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" };
const ROOFED: Record<string, string> = { a: "â", e: "ê", o: "ô" };
const HAS_VOWEL = /[aăâeêioôơuưy]/u;

/** Puts a horn or a bow on the vowels typed so far: "uo" takes two, "ua" the first ("mưa"), else the last that can. */
function horned(typed: string, letters = "aou"): string {
  if (letters.includes("o") && letters.includes("u") && /u[oơ]/u.test(typed) && !/^quo/u.test(typed))
    return typed.replace(/u[oơ]/u, "ươ");
  if (letters.includes("u") && /ua$/u.test(typed) && !/^qua/u.test(typed)) return typed.replace(/ua$/u, "ưa");
  for (let at = typed.length - 1; at >= 0; at -= 1) {
    const letter = typed[at]!;
    if (!letters.includes(letter)) continue;
    const marked = { a: "ă", o: "ơ", u: "ư" }[letter]!;
    return typed.slice(0, at) + marked + typed.slice(at + 1);
  }
  return typed;
}

/** Puts a roof on the last vowel of this letter that has none; the word as it is where there is none. */
function roofed(typed: string, letters: string): string {
  for (let at = typed.length - 1; at >= 0; at -= 1) {
    const roof = letters.includes(typed[at]!) && ROOFED[typed[at]!];
    if (roof) return typed.slice(0, at) + roof + typed.slice(at + 1);
  }
  return typed;
}

interface Typed {
  base: string;
  tone: string;
}

function telexKey({ base, tone }: Typed, key: string): Typed {
  if (HAS_VOWEL.test(base)) {
    const sign = TELEX_TONES[key];
    if (sign !== undefined) return { base, tone: sign };
    if (key === "z") return { base, tone: "" };
    if (key === "w") return { base: horned(base), tone };
    if (ROOFED[key] && base.includes(key)) {
      const marked = roofed(base, key);
      // Apart from its twin only consonants may stand between: "hiene" is "hiên".
      if (/^[^aăâeêioôơuưy]*$/u.test(base.slice(base.lastIndexOf(key) + 1))) return { base: marked, tone };
    }
  } else if (key === "w") return { base: `${base}ư`, tone };
  if (key === "d" && base.startsWith("d")) return { base: `đ${base.slice(1)}`, tone };
  return { base: base + key, tone };
}

function vniKey({ base, tone }: Typed, key: string): Typed {
  if (VNI_TONES[key]) return { base, tone: VNI_TONES[key] };
  if (key === "0") return { base, tone: "" };
  if (key === "6") return { base: roofed(base, "aeo"), tone };
  if (key === "7") return { base: horned(base, "ou"), tone };
  if (key === "8") return { base: horned(base, "a"), tone };
  if (key === "9") return { base: base.replace(/^d/u, "đ"), tone };
  return { base: base + key, tone };
}

function decoded(word: string, press: (typed: Typed, key: string) => Typed): string | null {
  let typed: Typed = { base: "", tone: "" };
  for (const letter of word) {
    const { base, tone } = apartFromTone(letter);
    typed = press(typed, base);
    if (tone !== "") typed = { ...typed, tone };
  }
  const made = withTone(typed.base, typed.tone);
  return made !== word && isSyllable(made) ? made : null;
}

/**
 * The syllable that somebody meant whose keys were taken as letters: Telex ("thur", "ddawng", "dangw") or VNI
 * ("thu3", "d9ang8"), also what an input method left behind ("thủr"). Null: it is a syllable as it stands, or no keys
 * make one of it. All in small letters.
 */
export function syllableOfKeys(word: string): string | null {
  if (word.length > 12 || isSyllable(word) || isPlainSyllable(unaccent(word))) return null;
  if (/^\p{L}+$/u.test(word)) return decoded(word, telexKey);
  if (/^\p{L}[\p{L}0-9]*$/u.test(word)) return decoded(word, vniKey);
  return null;
}
