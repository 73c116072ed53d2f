import { z } from "zod";

export const messageStates = ["waiting", "sent", "given-up"] as const;
export type MessageState = (typeof messageStates)[number];

export const messageStateLabels: Record<MessageState, string> = {
  waiting: "Chờ gửi",
  sent: "Đã nhận",
  "given-up": "Thôi gửi",
};

/** What a message is about, by ids; its words are made when it is first sent. */
export type About =
  | { itemId: string; revisionId: string }
  | { deliveryId: string; reason: string | null }
  | { webhookId: string };

const content = z.object({
  contentId: z.uuid(),
  revisionId: z.uuid(),
  agency: z.object({ id: z.uuid(), name: z.string() }),
  /** Null where another text is public by the time of the call, or none. */
  title: z.string().nullable(),
  kind: z.string().nullable(),
  url: z.url().nullable(),
  hash: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
});

const delivery = z.object({
  deliveryId: z.uuid(),
  contentId: z.uuid(),
  agency: z.object({ id: z.uuid(), name: z.string() }),
  channel: z.string(),
  account: z.string(),
  /** Where it stands on the channel; null where it has no address, or stands there no more. */
  url: z.url().nullable(),
  placedAt: z.iso.datetime().nullable(),
  revisionId: z.uuid().nullable(),
  hash: z.string().nullable(),
  reason: z.string().nullable(),
});

const test = z.object({ agency: z.object({ id: z.uuid(), name: z.string() }), message: z.string() });

export type ContentData = z.infer<typeof content>;
export type DeliveryData = z.infer<typeof delivery>;

/** Everything that a system outside can be told of: only what is public, or became of what was to be. */
export const webhookKinds = [
  { slug: "content.published", label: "Bài lên cổng", data: content },
  { slug: "content.corrected", label: "Bài trên cổng có bản đính chính", data: content },
  { slug: "content.withdrawn", label: "Bài bị thu hồi", data: content },
  { slug: "content.removed", label: "Bài bị gỡ bỏ", data: content },
  { slug: "delivery.placed", label: "Bài đã lên một kênh", data: delivery },
  { slug: "delivery.refused", label: "Kênh không nhận bài", data: delivery },
  { slug: "delivery.unknown", label: "Chưa rõ bài đã lên kênh chưa", data: delivery },
  { slug: "delivery.taken-down", label: "Bài đã gỡ khỏi một kênh", data: delivery },
] as const;

/** Sent by a press of the button, to nobody who asked for it by kind. */
export const TEST_KIND = { slug: "webhook.test", label: "Báo thử", data: test } as const;

const all = [...webhookKinds, TEST_KIND];
export type WebhookKind = (typeof all)[number]["slug"];
export const kindLabel = (slug: string): string => all.find((kind) => kind.slug === slug)?.label ?? slug;

const SECOND = 1000;
/** Seconds between attempts; the last one goes on until the system takes it or is switched off. */
const BACK_OFF = [5, 60, 300, 1_800, 7_200, 21_600, 43_200];

/** When it is tried again after so many attempts; up to a fifth later, so that not all come back at once. */
export function nextCall(now: Date, attempts: number, atLeast = 0, random = Math.random): Date {
  const base = BACK_OFF[Math.min(Math.max(attempts, 1), BACK_OFF.length) - 1]!;
  const most = BACK_OFF.at(-1)!;
  return new Date(now.getTime() + Math.max(base * (1 + 0.2 * random()), Math.min(atLeast, most)) * SECOND);
}

/** A system that has taken nothing for so long is switched off. */
export const OFF_AFTER_DAYS = 5;
/** What is over, or waited in vain, is kept so long. */
export const KEPT_DAYS = 30;
/** A message that the system itself refuses so often does not hold up the next ones any more. */
export const MOST_REFUSALS = 3;
