/**
 * Vietnamese before Unicode: fonts that draw other letters in the places of Latin-1. TCVN3 (ABC; fonts ".Vn…", those
 * ending in "H" draw capitals) has one place a letter; VNI ("VNI-…") writes a vowel and then its mark.
 */
export type LetterCoding = "tcvn3" | "tcvn3-capitals" | "vni";

const tcvn3Places = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢£¤¥¦§";
const tcvn3Letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ";
const tcvn3 = new Map([...tcvn3Places].map((place, at) => [place, tcvn3Letters[at]!]));

const vniBases: Record<string, string> = { ô: "ơ", ö: "ư", Ô: "Ơ", Ö: "Ư" };
const [acute, grave, hook, tilde, dot] = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const [circumflex, breve] = ["\u0302", "\u0306"];
const vniMarks: Record<string, string> = {
  ù: acute!,
  ø: grave!,
  û: hook!,
  õ: tilde!,
  ï: dot!,
  â: circumflex!,
  á: circumflex! + acute,
  à: circumflex! + grave,
  å: circumflex! + hook,
  ã: circumflex! + tilde,
  ä: circumflex! + dot,
  ê: breve!,
  é: breve! + acute,
  è: breve! + grave,
  ú: breve! + hook,
  ü: breve! + tilde,
  ë: breve! + dot,
};
const vniAlone = new Map([..."ñíìæóòîÑÍÌÆÓÒÎ"].map((place, at) => [place, "đíìỉĩịỵĐÍÌỈĨỊỴ"[at]!]));
const vniPair = /([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])/gu;
const vniLetter = new RegExp(`${vniPair.source}|[ôöÔÖñíìæóòîÑÍÌÆÓÒÎ]`, "gu");
const vniMarkFirst = /^[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]/u;

/** Letters that only Unicode has, composed or not. */
const surelyUnicode =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0303]|\u0306|\u0309|\u0323/u;
/** Vietnamese letters of Latin-1 that are no place of TCVN3. */
const unicodeNotTcvn3 = /[àÀÁÂÃÙÚ]/u;
const latinLetters = new Set("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ");

/** The letters that a font draws; null for a font that needs no conversion. */
export function codingOf(font: string | undefined): LetterCoding | null {
  if (font === undefined) return null;
  const name = font.trim().replace(/^['"]|['"]$/g, "");
  if (/^\.vn[a-z]/i.test(name)) return /[a-z]H$|\sH$/.test(name) ? "tcvn3-capitals" : "tcvn3";
  return /^vni[-\s]/i.test(name) ? "vni" : null;
}

function fromTcvn3(text: string): string {
  let letters = "";
  for (const place of text) letters += tcvn3.get(place) ?? place;
  return letters;
}

function fromVni(text: string): string {
  return text.replace(vniLetter, (place, base: string | undefined, mark: string | undefined) => {
    if (base === undefined || mark === undefined) return vniAlone.get(place) ?? vniBases[place] ?? place;
    const letter = ((vniBases[base] ?? base) + vniMarks[mark.toLowerCase()]!).normalize("NFC");
    return letter.length === 1 ? letter : (vniBases[base] ?? base) + (vniAlone.get(mark) ?? mark);
  });
}

/** The text in Unicode. Symbol fonts keep their places in U+F0xx. */
export function fromLegacy(text: string, coding: LetterCoding): string {
  const plain = text.replace(/[\uf020-\uf0ff]/g, (place) => String.fromCharCode(place.charCodeAt(0) & 0xff));
  if (coding === "vni") return fromVni(plain);
  const letters = fromTcvn3(plain);
  return coding === "tcvn3-capitals" ? letters.toUpperCase() : letters;
}

/** Whether a text in such a font is Unicode nevertheless, is surely not, or could be either. */
export function judgeLetters(text: string, coding: LetterCoding): "unicode" | "legacy" | "either" {
  if (surelyUnicode.test(text)) return "unicode";
  if (coding === "vni") {
    let rest = text.replace(vniPair, "");
    const pairs = rest.length < text.length;
    rest = rest.replace(/[ôöÔÖñíìæóòîÑÍÌÆÓÒÎ]/gu, "");
    if (/[àáâãèéêùúýõÀÁÂÃÈÉÊÙÚÝÕ]/u.test(rest)) return "unicode";
    return pairs || /[æîïñöÆÎÏÑÖ]/u.test(text) ? "legacy" : "either";
  }
  if (unicodeNotTcvn3.test(text)) return "unicode";
  for (const place of text) if (tcvn3.has(place) && !latinLetters.has(place)) return "legacy";
  return "either";
}

/** True when a text begins with the mark of a vowel that stands before it. */
export function beginsWithMark(text: string, coding: LetterCoding | null): boolean {
  return coding === "vni" && vniMarkFirst.test(text);
}
