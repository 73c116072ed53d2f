/** How an item speaks of the agency or of its work, as a person found it. */
export const tones = {
  praise: "Khen, tích cực",
  neutral: "Trung tính",
  criticism: "Phê bình, tiêu cực",
} as const;
export type Tone = keyof typeof tones;
export const toneNames = Object.keys(tones) as [Tone, ...Tone[]];
