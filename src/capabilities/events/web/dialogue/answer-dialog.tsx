import { Checkbox, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type EventView, type QuestionView } from "../api.ts";

interface Values extends Record<string, unknown> {
  question: string;
  answer: string;
  basis: string;
  unitId: string | null;
  kept: string[];
  send: boolean;
}

const foundIn = ({ question, answer, basis }: Values): string[] => [
  ...new Set(
    [question, answer, basis].flatMap((text) =>
      findPersonalData(text).map(({ from, to }) => text.slice(from, to)),
    ),
  ),
];

/** Writes what the public will read: the question made clean, and its answer. */
export function AnswerDialog({
  view,
  question,
  opened,
  onClose,
  onDone,
}: {
  view: EventView;
  question: QuestionView;
  opened: boolean;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { answer } = question;
  return (
    <FormDialog<Values, boolean>
      opened={opened}
      onClose={onClose}
      size="xl"
      title={`Soạn trả lời ${question.code}`}
      lead="Người thứ hai đọc và duyệt rồi mới công khai ở trang sự kiện."
      initial={{
        question: answer?.question ?? question.words ?? "",
        answer: answer?.answer ?? "",
        basis: answer?.basis ?? "",
        unitId: answer?.unitId ?? view.leadUnitId,
        kept: answer?.kept ?? [],
        send: true,
      }}
      verb="Ghi trả lời"
      submit={async (values) => {
        const found = foundIn(values);
        await api.events.draftAnswer.call({
          ...values,
          id: view.id,
          questionId: question.id,
          unitId: values.unitId ?? "",
          kept: values.kept.filter((words) => found.includes(words)),
        });
        return values.send;
      }}
      onDone={(sent) => onDone(sent ? "Đã gửi người thứ hai duyệt." : "Đã lưu bản thảo.")}
    >
      {(form) => {
        const values = form.getValues();
        const found = foundIn(values);
        return (
          <>
            <Textarea
              label="Câu hỏi như người dân sẽ đọc"
              description="Bỏ tên, địa chỉ, số điện thoại và những gì cho biết ai hỏi."
              required
              autosize
              minRows={2}
              {...form.getInputProps("question")}
            />
            <Textarea label="Trả lời" required autosize minRows={4} {...form.getInputProps("answer")} />
            <TextInput label="Căn cứ" {...form.getInputProps("basis")} />
            <Select
              label="Đơn vị trả lời"
              required
              searchable
              nothingFoundMessage="Không có đơn vị này"
              data={view.units.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("unitId")}
            />
            {found.length > 0 && (
              <Checkbox.Group
                label="Chỗ giống dữ liệu cá nhân"
                description="Bỏ khỏi lời ở trên; chỉ đánh dấu giữ lại nếu không phải dữ liệu cá nhân."
                error={form.errors.kept}
                value={values.kept}
                onChange={(kept) => form.setFieldValue("kept", kept)}
              >
                <Stack gap="xs" mt="xs">
                  {found.map((words) => (
                    <Checkbox key={words} value={words} label={`Giữ lại “${words}”`} />
                  ))}
                </Stack>
              </Checkbox.Group>
            )}
            <Checkbox
              label="Gửi người thứ hai duyệt ngay"
              {...form.getInputProps("send", { type: "checkbox" })}
            />
            {!values.send && <Text size="sm">Lưu bản thảo; chưa ai duyệt.</Text>}
          </>
        );
      }}
    </FormDialog>
  );
}
