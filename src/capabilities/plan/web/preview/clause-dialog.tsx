import { Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { clauseMark } from "../../clause-mark.ts";
import type { Clause } from "../../reading/plan-reading.ts";

/** The words of a clause: number, title, text. */
export interface ClauseWords extends Record<string, unknown> {
  label: string;
  title: string;
  text: string;
}

const shownLabel = (label: string): string => (/^[pb]\d+$/.test(label) ? "" : label);

/** Changes the words of a clause, or those of a new one after it. */
export function ClauseDialog({
  clause,
  adding,
  opened,
  onClose,
  submit,
}: {
  clause: Clause;
  adding: boolean;
  opened: boolean;
  onClose: () => void;
  submit: (words: ClauseWords) => Promise<unknown>;
}) {
  const { path, label, title, text } = clause;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={adding ? `Thêm mục sau ${clauseMark(path)}` : `Sửa mục ${clauseMark(path)}`}
      size="xl"
      initial={
        adding ? { label: "", title: "", text: "" } : { label: shownLabel(label), title: title ?? "", text }
      }
      verb={adding ? "Thêm mục" : "Ghi chỗ sửa"}
      submit={submit}
    >
      {(form) => (
        <>
          <TextInput
            label="Số thứ tự"
            description="Như in trong văn bản: II, 4.2, a, Điều 3. Đoạn không đánh số thì để trống."
            {...form.getInputProps("label")}
          />
          <Textarea
            label="Tiêu đề"
            description="Đoạn chỉ có lời văn thì để trống."
            autosize
            {...form.getInputProps("title")}
          />
          <Textarea
            label="Nội dung"
            autosize
            minRows={3}
            maxRows={20}
            data-autofocus
            {...form.getInputProps("text")}
          />
        </>
      )}
    </FormDialog>
  );
}
