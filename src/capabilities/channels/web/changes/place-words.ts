import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { StateTone } from "#ui/state-badge.tsx";
import { type ChangeState, changeActLabels, changeStateLabels } from "../../contract.ts";
import type { Place } from "../api.ts";

type Look = { tone: StateTone; word: string };

const standingLooks: Record<Place["standing"], Look> = {
  current: { tone: "published", word: "Bản mới nhất" },
  outdated: { tone: "returned", word: "Còn bản cũ" },
  recalled: { tone: "failed", word: "Còn bài đã thu hồi" },
  gone: { tone: "withdrawn", word: "Đã gỡ" },
};

export const wayWords: Record<Place["way"], string> = {
  own: "Tự theo bài",
  network: "Hệ thống sửa, gỡ",
  letter: "Gửi thư đính chính, thu hồi",
  "by-hand": "Làm bằng tay trên kênh",
};

const tones: Record<ChangeState, StateTone> = {
  waiting: "waiting",
  handed: "waiting",
  running: "scheduled",
  accepted: "scheduled",
  done: "done",
  refused: "failed",
  failed: "returned",
  unknown: "failed",
  dropped: "withdrawn",
};

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** What stands at a place; a letter that was recalled is still in its mailbox. */
export const standingLook = ({ standing, way }: Place): Look =>
  standing === "gone" && way === "letter"
    ? { tone: "withdrawn", word: "Đã gửi thư thu hồi" }
    : standingLooks[standing];

/** Where the newest thing to be done there stands; null: nothing was. */
export function changeLook({ change }: Place): Look | null {
  if (!change) return null;
  const what = capital(changeActLabels[change.act]);
  if (change.lockedOut) return { tone: "failed", word: `${what}: chờ kết nối lại` };
  if (change.stopped !== null) return { tone: "withdrawn", word: `${what}: đang tạm dừng` };
  if (change.waitsForWords) return { tone: "waiting", word: `${what}: chờ duyệt lời mới` };
  const state = changeStateLabels[change.state];
  return {
    tone: tones[change.state],
    word: `${what}: ${state.charAt(0).toLocaleLowerCase("vi")}${state.slice(1)}`,
  };
}

/** What happened, what was kept, what comes next. */
export function changeStory({ change, way }: Place): string[] {
  if (!change) return [];
  const isLetter = way === "letter";
  const isByHand = way === "by-hand";
  const { waitsForWords, ownTextByName } = change;
  const {
    state,
    why,
    stopped,
    lockedOut,
    nextTryAt,
    attempts,
    needsPerson,
    askedByName,
    askedAt,
    settledAt,
  } = change;
  const asked = `${askedByName === null ? "Tự làm khi bài được đính chính" : `${askedByName} cho làm`} lúc ${formatDateTime(askedAt)}.`;
  if (lockedOut)
    return [
      `Tài khoản phải được người quản trị kết nối lại: ${stopped ?? ""} Kết nối lại xong thì hệ thống làm tiếp.`,
      asked,
    ];
  if (stopped !== null) return [`Tạm dừng: ${stopped}. Mở lại thì làm tiếp.`, asked];
  if (waitsForWords)
    return [
      `${ownTextByName} viết lời mới; người thứ hai duyệt thì ${isByHand ? "chép lên kênh được" : "hệ thống sửa trên kênh"}.`,
      asked,
    ];
  switch (state) {
    case "failed":
      return [
        `${why ?? "Kênh chưa nhận."} Đã thử ${attempts} lần${nextTryAt ? `, thử lại lúc ${formatDateTime(nextTryAt)}` : ""}.`,
        asked,
      ];
    case "refused":
      return [
        why ?? "Kênh không nói rõ lý do.",
        isLetter
          ? "Nơi nào đã nhận thư này thì không gửi lại. Cho làm lại, hoặc báo bằng cách khác rồi ghi lại."
          : "Bài trên kênh còn nguyên như trước. Cho làm lại, gỡ rồi đăng lại, hoặc làm bằng tay.",
      ];
    case "unknown":
      return needsPerson
        ? [
            why ?? "Kênh không cho biết đã làm hay chưa.",
            isLetter
              ? "Hệ thống dừng lại, không tự gửi lần nữa. Hãy hỏi nơi nhận rồi trả lời."
              : "Hệ thống dừng lại, không tự làm lần nữa. Hãy mở bài trên kênh để xem rồi trả lời.",
          ]
        : [
            isLetter
              ? "Mất liên lạc khi đang gửi thư; hệ thống đang xem nơi nào đã nhận."
              : "Đã gọi kênh nhưng chưa có câu trả lời; hệ thống đang đọc lại bài để so.",
          ];
    case "done":
      return [...(why ? [why] : []), ...(settledAt ? [`Xong lúc ${formatDateTime(settledAt)}.`] : []), asked];
    default:
      return [...(why ? [why] : []), asked];
  }
}

/** A person at the channel has to do it. */
export const waitsForHand = (place: Place): boolean =>
  (place.standing === "outdated" || place.standing === "recalled") &&
  (place.change?.state === "handed" || (place.way === "by-hand" && !place.change?.isOpen));

const mayBegin = (place: Place, verb: "correct" | "remove"): boolean =>
  place.can[verb] && (place.may[verb]?.allowed ?? false);

const isBegun = ({ change }: Place): boolean => change?.state === "waiting" || change?.state === "handed";

/** Where another text could be put now. */
export const correctable = (place: Place): boolean =>
  place.standing === "outdated" && mayBegin(place, "correct") && !isBegun(place);

/** From where it could be taken down now. */
export const removable = (place: Place): boolean =>
  place.standing !== "gone" &&
  mayBegin(place, "remove") &&
  !(isBegun(place) && place.change?.act === "remove");
