/** How much of what the agency published a press agency took up. */
export const pickupKinds = ["whole", "part", "mention"] as const;
export type PickupKind = (typeof pickupKinds)[number];

export const pickupKindLabels: Record<PickupKind, string> = {
  whole: "Đăng nguyên văn",
  part: "Dùng một phần",
  mention: "Nhắc tới",
};
