import { Text } from "@mantine/core";
import { useRef } from "react";
import { formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { momentOf } from "#ui/moment-text.ts";
import type { Entry } from "../api.ts";
import { titleOf } from "./entry-words.ts";
import { sendMove } from "./send-move.ts";

/** Moves what is planned to a day and an hour that are typed. */
export function MoveDialog({
  asked,
  onClose,
  onMoved,
}: {
  /** What is moved and to which moment it is meant to go ("2026-12-08T08:30"); null: closed. */
  asked: { entry: Entry; local: string } | null;
  onClose: () => void;
  onMoved: (entry: Entry, at: string) => void;
}) {
  // What is asked stays drawn while the dialog closes.
  const last = useRef(asked);
  if (asked) last.current = asked;
  if (!last.current) return null;
  const { entry, local } = last.current;
  const isOut = entry.move.what === "publication";
  return (
    <FormDialog
      key={`${entry.id} ${local}`}
      opened={asked !== null}
      onClose={onClose}
      title={isOut ? "Chuyển giờ đăng" : "Chuyển hạn"}
      lead={
        <>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {titleOf(entry)}
          </Text>
          <Text size="sm">
            {isOut ? "Đang hẹn đăng" : "Đang phải xong"} lúc {formatDateTime(entry.at!)}.{" "}
            {isOut && "Lượt duyệt vẫn giữ; đúng bản đã duyệt sẽ đăng vào giờ mới. "}
            Theo giờ Việt Nam.
          </Text>
        </>
      }
      initial={{ at: local }}
      verb="Chuyển"
      check={({ at }) => (isWholeMoment(at) ? {} : { at: "Hãy chọn đủ ngày và giờ." })}
      submit={({ at }) => sendMove(entry, momentOf(at))}
      onDone={(at) => onMoved(entry, at)}
    >
      {(form) => (
        <>
          <MomentField
            dayLabel="Ngày mới"
            timeLabel="Giờ mới"
            required
            value={form.values.at}
            onChange={(at) => form.setFieldValue("at", at)}
          />
          {form.values.at.slice(0, 10) < today().toString() && isWholeMoment(form.values.at) && (
            <Text size="sm" c="gray.9" fw={600}>
              Ngày này đã qua.
            </Text>
          )}
          {form.errors.at && (
            <Text size="sm" c="red.8" role="alert">
              {form.errors.at}
            </Text>
          )}
        </>
      )}
    </FormDialog>
  );
}
