import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import { isWholeMoment } from "#ui/moment-field.tsx";
import { newId } from "#ui/new-id.ts";
import type { EventKind } from "../contract.ts";
import type { EventView } from "./api.ts";

/** What stands in the form of an event; moments as the clock on a wall in Việt Nam shows them. */
export interface Values extends Record<string, unknown> {
  kind: EventKind;
  title: string;
  summary: string;
  place: string;
  startsAt: string;
  endsAt: string;
  leadUnitId: string | null;
  audience: string;
  expected: number | "";
  reformPart: string;
  questionsUntil: string;
  takesRegistration: boolean;
  capacity: number | "";
  items: { key: string; atHour: string; words: string; isReform: boolean }[];
  obligationIds: string[];
  reason: string;
}

const localOf = (at: string | null | undefined): string =>
  at
    ? Temporal.Instant.from(at)
        .toZonedDateTimeISO(VIETNAM)
        .toPlainDateTime()
        .toString({ smallestUnit: "minute" })
    : "";
export const momentOf = (local: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(VIETNAM).toInstant().toString();

export const valuesOf = (one: EventView | undefined): Values => ({
  kind: one?.kind ?? "conference",
  title: one?.title ?? "",
  summary: one?.summary ?? "",
  place: one?.place ?? "",
  startsAt: localOf(one?.startsAt),
  endsAt: localOf(one?.endsAt),
  leadUnitId: one?.leadUnitId ?? null,
  audience: one?.audience ?? "",
  expected: one?.expected ?? "",
  reformPart: one?.reformPart ?? "",
  questionsUntil: localOf(one?.questionsUntil),
  takesRegistration: one?.takesRegistration ?? false,
  capacity: one?.capacity ?? "",
  items: one?.items.map((item) => ({ ...item, key: newId() })) ?? [],
  obligationIds: one?.obligations.map(({ id }) => id) ?? [],
  reason: "",
});

/** What is missing before it can be sent, by field. */
export const lacks = (values: Values): Partial<Record<string, string>> => ({
  ...(!isWholeMoment(values.startsAt) && { startsAt: "Hãy ghi ngày, giờ bắt đầu." }),
  ...(!isWholeMoment(values.endsAt) && { endsAt: "Hãy ghi ngày, giờ kết thúc." }),
  ...(values.questionsUntil.length > 1 &&
    !isWholeMoment(values.questionsUntil) && { questionsUntil: "Hạn nhận câu hỏi cần đủ ngày và giờ." }),
});
