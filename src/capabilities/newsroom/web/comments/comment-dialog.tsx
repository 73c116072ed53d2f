import { Blockquote, Select, Textarea } from "@mantine/core";
import { beginning } from "#platform/text/beginning.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import type { Passage } from "./passage.ts";

const WHOLE = "ca-bai";
const LONGEST_OPTION = 90;

/** What is said about which passage; `sent` are the passages to choose from, the marked one first. */
export function CommentDialog({
  opened,
  onClose,
  passages,
  marked,
  onSend,
}: {
  opened: boolean;
  onClose: () => void;
  /** Those that can be chosen. */
  passages: Passage[];
  /** Whether the first of them was marked on the screen. */
  marked: boolean;
  onSend: (comment: { commentId: string; passage: Passage | null; body: string }) => Promise<unknown>;
}) {
  const options = [
    { value: WHOLE, label: "Cả bài" },
    ...passages.map(({ quote }, index) => ({
      value: String(index),
      label: `${marked && index === 0 ? "Đoạn đang chọn: " : ""}${beginning(quote, LONGEST_OPTION)}`,
    })),
  ];
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Nhận xét"
      lead="Chỉ người trong cơ quan đọc được; nhận xét không bao giờ lên cổng."
      initial={{ commentId: newId(), about: marked ? "0" : WHOLE, body: "" }}
      verb="Gửi nhận xét"
      check={({ body }) => (body.trim() === "" ? { body: "Hãy viết nhận xét." } : {})}
      submit={({ commentId, about, body }) =>
        onSend({ commentId, passage: about === WHOLE ? null : (passages[Number(about)] ?? null), body })
      }
    >
      {(form) => (
        <>
          <Select
            label="Về đoạn"
            data={options}
            searchable
            allowDeselect={false}
            nothingFoundMessage="Không có đoạn này"
            {...form.getInputProps("about")}
            error={form.errors.quote}
          />
          {form.values.about !== WHOLE && passages[Number(form.values.about)] && (
            <Blockquote p="xs" fz="sm" mah="8rem" style={{ overflow: "auto" }} tabIndex={0} aria-label="Đoạn">
              {passages[Number(form.values.about)]!.quote}
            </Blockquote>
          )}
          <Textarea
            label="Nhận xét"
            autosize
            minRows={3}
            maxRows={12}
            data-autofocus
            {...form.getInputProps("body")}
          />
        </>
      )}
    </FormDialog>
  );
}
