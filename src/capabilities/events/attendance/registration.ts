/** Most people that one invitation is for. */
export const MOST_PEOPLE = 20;

/** Where an invitation stands, under the event's page. */
export const ticketPath = (eventAddress: string, code: string): string => `${eventAddress}/giay-moi/${code}`;

/** The code in what was scanned or typed: the address of an invitation, or the code itself; null: none. */
export function codeIn(scanned: string): string | null {
  const text = scanned.trim().toUpperCase();
  const [found] = /DK-?[2-9A-HJ-NP-Z]{10}(?![0-9A-Z])/.exec(text) ?? [];
  if (found) return `DK-${found.replace("DK", "").replace("-", "")}`;
  return /^[2-9A-HJ-NP-Z]{10}$/.test(text) ? `DK-${text}` : null;
}

/** May be registered for: it stands, asks for it, and is not over. */
export const takesRegistration = (
  { state, takesRegistration: asks, endsAt }: { state: string; takesRegistration: boolean; endsAt: Date },
  now: Date,
): boolean => state === "announced" && asks && now < endsAt;

/** What became of a check-in at the server. */
export const checkInWords = {
  new: "Đã ghi nhận",
  again: "Giấy mời này đã được ghi nhận trước đó",
  unknown: "Không có giấy mời này ở sự kiện",
  cancelled: "Giấy mời này đã hủy đăng ký",
} as const;
export type CheckInAnswer = keyof typeof checkInWords;
