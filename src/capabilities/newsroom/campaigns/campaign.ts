export const campaignKinds = ["campaign", "event"] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export const campaignKindLabels: Record<CampaignKind, string> = {
  campaign: "Đợt cao điểm",
  event: "Sự kiện",
};

/** Where it stands on a day: to come, going on, over by itself, or ended before. */
export const campaignStates = ["ahead", "on", "over", "ended"] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignStateLabels: Record<CampaignState, string> = {
  ahead: "Sắp tới",
  on: "Đang diễn ra",
  over: "Đã hết",
  ended: "Đã kết thúc",
};

export function campaignStateOf(
  { fromDay, toDay, endedAt }: { fromDay: string; toDay: string; endedAt: Date | null },
  today: string,
): CampaignState {
  if (endedAt !== null) return "ended";
  if (today < fromDay) return "ahead";
  return today <= toDay ? "on" : "over";
}
