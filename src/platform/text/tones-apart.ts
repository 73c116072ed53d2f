const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A text whose syllables carry their tone at the end, so that "hóa" and "hoá" are one; for comparing only. */
export const tonesApart = (text: string): string =>
  text
    .normalize("NFD")
    .replace(
      /[\p{L}\p{M}]+/gu,
      (syllable) => syllable.replace(tones, "") + (syllable.match(tones)?.join("") ?? ""),
    );
