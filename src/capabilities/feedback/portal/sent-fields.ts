import { z } from "zod";
import {
  type FeedbackKind,
  feedbackKinds,
  LONGEST_WORDS,
  readsLikeComplaint,
  sendsMail,
} from "../published.ts";

/** The steps of the form, one thing each. */
export const steps = ["loai", "noi-dung", "lien-he", "xem-lai"] as const;
export type FormStep = (typeof steps)[number];

export const stepTitles: Record<FormStep, string> = {
  loai: "Bạn muốn nói về việc gì?",
  "noi-dung": "Việc gì đã xảy ra?",
  "lien-he": "Cơ quan liên hệ với bạn thế nào?",
  "xem-lai": "Xem lại rồi gửi",
};

/** Everything that is typed, carried from step to step by the form itself: nothing is kept before it is sent. */
export interface Typed {
  ma: string;
  loai: string;
  "linh-vuc": string;
  "loi-ke": string;
  noi: string;
  /** "co": who writes says that it is no complaint and no denunciation. */
  "khong-phai": string;
  ten: string;
  "dien-thoai": string;
  "dia-chi": string;
  thu: string;
}

const names: (keyof Typed)[] = [
  ...([
    "ma",
    "loai",
    "linh-vuc",
    "loi-ke",
    "noi",
    "khong-phai",
    "ten",
    "dien-thoai",
    "dia-chi",
    "thu",
  ] as const),
];

export const typedIn = (form: URLSearchParams): Typed =>
  Object.fromEntries(names.map((name) => [name, (form.get(name) ?? "").trim()])) as unknown as Typed;

export const nothingTyped: Typed = typedIn(new URLSearchParams());

export interface Fault {
  field: string;
  message: string;
}

const address = z.email().max(200);
const ADDRESSES = /https?:\/\/|www\./giu;
const MOST_ADDRESSES = 3;

/** What is lacking in a step. */
export function faultsIn(step: FormStep, typed: Typed): Fault[] {
  const faults: Fault[] = [];
  const say = (field: string, message: string) => faults.push({ field, message });
  if (step === "loai" && !(typed.loai in feedbackKinds))
    say("loai", "Chọn một việc gần nhất với điều bạn muốn nói.");
  if (step === "noi-dung") {
    const words = typed["loi-ke"];
    if (words.length < 20) say("loi-ke", "Kể rõ hơn một chút: việc gì, ở đâu, khi nào.");
    if (words.length > LONGEST_WORDS)
      say("loi-ke", `Nội dung dài quá ${LONGEST_WORDS.toLocaleString("vi-VN")} ký tự; hãy viết ngắn lại.`);
    if ((words.match(ADDRESSES) ?? []).length > MOST_ADDRESSES)
      say("loi-ke", "Nội dung có nhiều đường dẫn quá; hãy giữ nhiều nhất ba đường dẫn.");
    if (typed.noi.length > 300) say("noi", "Nơi xảy ra dài quá 300 ký tự.");
  }
  if (step === "lien-he") {
    if (typed.thu !== "" && !address.safeParse(typed.thu).success)
      say("thu", "Địa chỉ thư chưa đúng; sửa lại hoặc để trống.");
    if (typed["dien-thoai"] !== "" && !/^[+\d][\d .()-]{6,20}$/.test(typed["dien-thoai"]))
      say("dien-thoai", "Số điện thoại chưa đúng; sửa lại hoặc để trống.");
    if (typed.ten.length > 200) say("ten", "Tên dài quá 200 ký tự.");
    if (typed["dia-chi"].length > 300) say("dia-chi", "Địa chỉ dài quá 300 ký tự.");
  }
  return faults;
}

/** Reads like a matter for another door, and nobody has said that it is none. */
export const needsOtherDoor = (typed: Typed) =>
  typed["khong-phai"] === "co" ? null : readsLikeComplaint(typed["loi-ke"]);

/** What is sent, of what was typed. */
export const sentOf = (typed: Typed) => ({
  kind: typed.loai as FeedbackKind,
  fieldId: z.uuid().safeParse(typed["linh-vuc"]).success ? typed["linh-vuc"] : null,
  words: typed["loi-ke"],
  place: typed.noi || null,
  sender: { name: typed.ten, phone: typed["dien-thoai"], address: typed["dia-chi"] },
  mail: sendsMail() ? typed.thu : "",
});
