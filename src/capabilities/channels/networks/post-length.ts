import type { LengthUnit, Network, PostField, PostWords } from "./network.ts";

/** The length of a text as a network counts it; the text is NFC. */
export function lengthIn(unit: LengthUnit, text: string): number {
  const nfc = text.normalize("NFC");
  if (unit === "utf-16") return nfc.length;
  return unit === "bytes" ? Buffer.byteLength(nfc, "utf8") : [...nfc].length;
}

export const unitWords: Record<LengthUnit, string> = {
  "code-points": "ký tự",
  "utf-16": "ký tự",
  bytes: "byte",
};

export interface MeasuredField extends PostField {
  length: number;
  /** Longer than the network takes. */
  tooLong: boolean;
  /** What is seen before "xem thêm"; null: all of it. */
  cut: { desktop: string | null; phone: string | null };
}

const cutAt = (text: string, most: number | undefined): string | null => {
  const letters = [...text];
  return most === undefined || letters.length <= most ? null : letters.slice(0, most).join("").trimEnd();
};

/** A post laid out for a network and measured as the network measures. */
export function layOut(network: Network, words: PostWords): MeasuredField[] {
  const fewer = { ...words, hashtags: words.hashtags.slice(0, network.hashtags.most) };
  return network.fields(fewer).map((field) => {
    const text = field.text.normalize("NFC");
    const length = lengthIn(network.unit, text);
    return {
      ...field,
      text,
      length,
      tooLong: field.most !== null && length > field.most,
      cut: { desktop: cutAt(text, field.shown?.desktop), phone: cutAt(text, field.shown?.phone) },
    };
  });
}

/** Why the network would refuse it; empty: it takes it. */
export function postIssues(
  network: Network,
  words: PostWords,
  media: { pictures: number; videos: number },
): string[] {
  const long = layOut(network, words).flatMap(({ label, tooLong, length, most }) =>
    tooLong
      ? [
          `${label} dài ${length.toLocaleString("vi")} ${unitWords[network.unit]}; ${network.label} nhận nhiều nhất ${most!.toLocaleString("vi")}.`,
        ]
      : [],
  );
  const { fewest } = network.pictures;
  return [
    ...long,
    ...(network.needs === "video" && media.videos === 0
      ? [`${network.label} cần một video; bài này chưa có.`]
      : []),
    ...(network.needs === "video-or-picture" && media.videos + media.pictures === 0
      ? [`${network.label} cần một video hoặc ảnh; bài này chưa có.`]
      : []),
    ...(media.pictures < fewest ? [`${network.label} cần ít nhất ${fewest} ảnh.`] : []),
  ];
}
