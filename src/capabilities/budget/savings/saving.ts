import { exact, moneyText } from "../money.ts";

export const savingStates = ["proposed", "approved", "refused", "withdrawn"] as const;
export type SavingState = (typeof savingStates)[number];
export const savingStateWords: Record<SavingState, string> = {
  proposed: "Chờ duyệt",
  approved: "Đã duyệt",
  refused: "Không duyệt",
  withdrawn: "Đã rút",
};

export const savingScopes = ["all", "field", "procedure", "named"] as const;
export type SavingScope = (typeof savingScopes)[number];

/** Which dossiers are counted: four out of the sheets of the case system, or what somebody counted elsewhere. */
export const savingMeasures = ["online", "paid", "electronic", "early", "entered"] as const;
export type SavingMeasure = (typeof savingMeasures)[number];
export type CountedMeasure = Exclude<SavingMeasure, "entered">;
export const savingMeasureWords: Record<SavingMeasure, string> = {
  online: "Hồ sơ nộp trực tuyến",
  paid: "Hồ sơ thanh toán trực tuyến",
  electronic: "Hồ sơ trả kết quả điện tử",
  early: "Hồ sơ trả trước hạn",
  entered: "Số đếm ở nơi khác, ghi tay kèm nguồn",
};

/** Whole minutes, ways and đồng. */
export interface Saved {
  minutes: number;
  ways: number;
  dong: number;
}

/** What all dossiers together are saved: whole numbers times whole numbers, never rounded. */
export const savedByAll = (each: Saved, dossiers: number): Saved => ({
  minutes: exact(each.minutes * dossiers),
  ways: exact(each.ways * dossiers),
  dong: exact(each.dong * dossiers),
});

const grouped = (value: number): string => new Intl.NumberFormat("vi-VN").format(value);

/** "30 phút, 1 lượt đi lại, 50.000 đồng"; what is nought is left out. */
export const savedText = ({ minutes, ways, dong }: Saved): string =>
  [
    minutes > 0 && `${grouped(minutes)} phút`,
    ways > 0 && `${grouped(ways)} lượt đi lại`,
    dong > 0 && moneyText(dong),
  ]
    .filter(Boolean)
    .join(", ");
