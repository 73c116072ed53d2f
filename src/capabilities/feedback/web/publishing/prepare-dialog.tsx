import { Checkbox, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { personalKinds } from "#platform/personal-data/personal-span.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type FeedbackView } from "../api.ts";
import { type Chosen, PictureMarks } from "./picture-marks.tsx";

/** What still looks like personal data in what is written. */
const found = (texts: string[]) => {
  const all = new Map<string, string>();
  for (const text of texts)
    for (const { kind, from, to } of findPersonalData(text))
      all.set(text.slice(from, to), personalKinds[kind].label);
  return [...all];
};

/** What the public would read: suggested by the scanner, made whole by a person. */
export function PrepareDialog({
  view,
  opened,
  onClose,
  onDone,
}: {
  view: FeedbackView;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const [pictures, setPictures] = useState<Record<string, Chosen>>({});
  const [kept, setKept] = useState<string[]>(view.publication?.kept ?? []);
  const base = view.publication ?? view.suggested;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      size="xl"
      title="Soạn bản công khai"
      lead="Bản riêng, không gắn với người gửi. Phần mềm đã che những gì giống dữ liệu cá nhân; tên người dễ sót, hãy đọc lại từng câu. Người thứ hai đọc lại rồi mới công khai."
      initial={{
        title: base?.title ?? "",
        question: base?.question ?? "",
        answer: base?.answer ?? "",
        place: base?.place ?? "",
        tellsDay: view.publication?.tellsDay ?? true,
      }}
      verb="Gửi người thứ hai đọc"
      submit={(values) =>
        api.feedback.preparePublication.call({
          id: view.id,
          ...values,
          kept: kept.filter((words) =>
            [values.title, values.question, values.answer, values.place].join("\n").includes(words),
          ),
          pictures: view.pictures
            .filter(({ id }) => pictures[id])
            .map(({ id }) => ({ pictureId: id, ...pictures[id]! })),
        })
      }
      onDone={onDone}
    >
      {(form) => {
        const left = found([form.values.title, form.values.question, form.values.answer, form.values.place]);
        return (
          <>
            <TextInput label="Tiêu đề" required {...form.getInputProps("title")} />
            <Textarea
              label="Phản ánh"
              required
              autosize
              minRows={4}
              maxRows={14}
              {...form.getInputProps("question")}
            />
            <Textarea
              label="Trả lời"
              required
              autosize
              minRows={4}
              maxRows={14}
              {...form.getInputProps("answer")}
            />
            <TextInput
              label="Nơi xảy ra"
              description="Nơi ít người, dễ đoán ra ai: chỉ ghi đến xã, phường, hoặc để trống."
              {...form.getInputProps("place")}
            />
            <Checkbox
              label="Ghi đúng ngày (bỏ dấu thì chỉ ghi tháng, khi ngày có thể cho biết là ai)"
              {...form.getInputProps("tellsDay", { type: "checkbox" })}
            />
            {left.length > 0 && (
              <Stack gap={6} role="group" aria-label="Còn giống dữ liệu cá nhân">
                <Text fw={600}>Còn giống dữ liệu cá nhân: che đi, hoặc đánh dấu nếu được giữ</Text>
                {left.map(([words, label]) => (
                  <Checkbox
                    key={words}
                    label={`${words} (${label.toLowerCase()})`}
                    checked={kept.includes(words)}
                    onChange={(event) => {
                      const { checked } = event.currentTarget;
                      setKept((all) => (checked ? [...all, words] : all.filter((one) => one !== words)));
                    }}
                  />
                ))}
                {form.errors.kept && (
                  <Text size="sm" c="red.9" role="alert">
                    {form.errors.kept}
                  </Text>
                )}
              </Stack>
            )}
            {view.pictures.map(({ id }, index) => (
              <PictureMarks
                key={id}
                src={`/feedback-pictures/${id}`}
                name={`ảnh ${index + 1}`}
                chosen={pictures[id] ?? null}
                onChange={(chosen) =>
                  setPictures(({ [id]: _, ...others }) => (chosen ? { ...others, [id]: chosen } : others))
                }
              />
            ))}
          </>
        );
      }}
    </FormDialog>
  );
}
