import { Group, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { saveFile } from "#ui/save-file.ts";
import { Section } from "#ui/section.tsx";
import { api, type EventView } from "../api.ts";

/** Minutes in official layout, out of what is kept of the event. */
export function Minutes({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const [open, setOpen] = useState(false);
  const { minutes } = view;
  const file = useMutation({
    mutationFn: () => api.events.minutesFile.call({ id: view.id }),
    onSuccess: ({ body }) => saveFile(body),
  });
  if (view.state !== "held") return null;
  return (
    <Section id="bien-ban" title="Biên bản">
      <Text size="sm">
        {minutes ? (
          <>
            Chủ trì: {minutes.chair}; thư ký: {minutes.secretary}. {minutes.writtenByName} ghi,{" "}
            <MomentText at={minutes.writtenAt} />.
          </>
        ) : (
          "Ghi chủ trì, thư ký, diễn biến; chương trình, câu hỏi, trả lời, cam kết được lấy từ trang này."
        )}
      </Text>
      <Group gap="xs">
        <MayButton may={view.may} verb="answer" hideReason variant="default" onClick={() => setOpen(true)}>
          {minutes ? "Sửa biên bản" : "Lập biên bản"}
        </MayButton>
        {minutes && (
          <MayButton may={view.may} verb="minutes" loading={file.isPending} onClick={() => file.mutate()}>
            Tải biên bản (.docx)
          </MayButton>
        )}
      </Group>
      {file.isError && <ErrorNotice error={file.error} />}
      <FormDialog
        key={minutes?.writtenAt ?? "moi"}
        opened={open}
        onClose={() => setOpen(false)}
        size="xl"
        title="Biên bản"
        lead="Số, chữ ký do văn thư cấp khi phát hành; ở đây để trống."
        initial={{
          chair: minutes?.chair ?? "",
          secretary: minutes?.secretary ?? "",
          present: minutes?.present ?? "",
          course: minutes?.course ?? "",
          conclusion: minutes?.conclusion ?? "",
        }}
        verb="Ghi biên bản"
        submit={(values) => api.events.keepMinutes.call({ id: view.id, ...values })}
        onDone={() => onDone("Đã ghi biên bản.")}
      >
        {(form) => (
          <>
            <TextInput label="Chủ trì" required {...form.getInputProps("chair")} />
            <TextInput label="Thư ký" required {...form.getInputProps("secretary")} />
            <TextInput label="Thành phần tham dự" {...form.getInputProps("present")} />
            <Textarea label="Diễn biến" autosize minRows={4} {...form.getInputProps("course")} />
            <Textarea label="Kết luận" autosize minRows={2} {...form.getInputProps("conclusion")} />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
