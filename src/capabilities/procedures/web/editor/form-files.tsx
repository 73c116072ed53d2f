import { ActionIcon, Anchor, Button, FileInput, Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import {
  FORM_ENDINGS,
  type FormFile,
  formAddress,
  formFacts,
  MOST_FORMS_OF_PAPER,
} from "../../forms/form-file.ts";
import type { Paper } from "../../procedure-record.ts";
import { api } from "../api.ts";
import type { DraftForm } from "./draft.ts";

/** The files of a paper's form: each can be taken away, another added by `onAdd`. */
export function FormFiles({
  form,
  at,
  paper,
  name,
  onAdd,
}: {
  form: DraftForm;
  /** "record.components.0.papers.1" */
  at: string;
  paper: Paper;
  /** "Giấy tờ 2" */
  name: string;
  onAdd: (at: string) => void;
}) {
  const files = paper.forms ?? [];
  const isNamed = paper.formName !== "" || Boolean(paper.formUrl);
  const path = `${at}.forms`;
  return (
    <Stack gap={4} role="group" aria-label={`Tệp biểu mẫu của ${name.toLowerCase()}`}>
      <Text size="sm" fw={500}>
        Tệp biểu mẫu
      </Text>
      {files.length === 0 && (
        <Text size="sm" c={isNamed ? "orange.9" : "gray.7"}>
          {isNamed ? "Chưa có tệp: người dân chưa tải được biểu mẫu này từ cổng." : "Chưa có tệp."}
        </Text>
      )}
      {files.map((file) => (
        <Group key={file.id} gap="xs" wrap="nowrap" align="center">
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            <Anchor href={formAddress(file)} download underline="always" size="sm">
              {file.fileName}
            </Anchor>{" "}
            ({formFacts(file)})
          </Text>
          <ActionIcon
            variant="default"
            aria-label={`Bỏ tệp ${file.fileName}`}
            onClick={() =>
              form.setFieldValue(
                path,
                files.filter(({ id }) => id !== file.id),
              )
            }
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {files.length < MOST_FORMS_OF_PAPER && (
        <div>
          <Button
            variant="default"
            size="xs"
            aria-label={`Thêm tệp biểu mẫu: ${name}`}
            onClick={() => onAdd(at)}
          >
            Thêm tệp biểu mẫu
          </Button>
        </div>
      )}
    </Stack>
  );
}

/** Brings a file in for the paper at a path; it is public once the version that names it is saved. */
export function AddFormDialog({
  form,
  at,
  onClose,
}: {
  form: DraftForm;
  /** Null: closed. */
  at: string | null;
  onClose: () => void;
}) {
  // The same file sent again after a lost answer is the same one.
  const sent = useRef<{ file: File; id: string } | null>(null);
  return (
    <FormDialog
      opened={at !== null}
      onClose={onClose}
      title="Thêm tệp biểu mẫu"
      lead="Tệp được giữ nguyên và chỉ ra cổng khi bạn ghi thủ tục. Bản trước của thủ tục vẫn giữ biểu mẫu cũ."
      initial={{ file: null as File | null }}
      verb="Thêm tệp"
      check={({ file }) => (file ? {} : { file: "Hãy chọn tệp." })}
      submit={async ({ file }): Promise<{ kept: FormFile; to: string }> => {
        if (sent.current?.file !== file) sent.current = { file: file!, id: newId() };
        return { kept: await api.procedures.keepForm.call({ id: sent.current!.id, file: file! }), to: at! };
      }}
      onDone={({ kept, to }) => {
        const before = (form.getInputProps(`${to}.forms`).value ?? []) as FormFile[];
        form.setFieldValue(`${to}.forms`, [...before.filter(({ id }) => id !== kept.id), kept]);
        sayDone(`Đã thêm ${kept.fileName}; tệp ra cổng khi bạn ghi thủ tục.`);
      }}
    >
      {(dialog) => (
        <FileInput
          label="Tệp"
          description="PDF, Word (.docx, .doc), Excel (.xlsx, .xls) hoặc văn bản mở (.odt, .ods), tới 20 MB"
          placeholder="Chọn tệp"
          accept={FORM_ENDINGS}
          required
          clearable
          clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
          {...dialog.getInputProps("file")}
        />
      )}
    </FormDialog>
  );
}
