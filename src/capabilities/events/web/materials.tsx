import { Anchor, Button, FileInput, Group, Select, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { api, type EventView } from "./api.ts";

/** What is handed out: texts of the newsroom and files. */
export function Materials({ view, onDone }: { view: EventView; onDone: (words: string) => void }) {
  const [open, setOpen] = useState<"text" | "file" | null>(null);
  const [fileId, renew] = useState(newId);
  const [words, setWords] = useState("");
  const texts = useQuery({
    ...api.newsroom.list.queryOptions({ input: { q: words } }),
    enabled: open === "text",
    placeholderData: (before) => before,
  });
  const remove = useMutation({
    mutationFn: (materialId: string) => api.events.removeMaterial.call({ id: view.id, materialId }),
    onSuccess: () => onDone("Đã bỏ tài liệu."),
  });
  const close = () => setOpen(null);
  return (
    <Section id="tai-lieu" title="Tài liệu phát, trình chiếu">
      {view.materials.length === 0 && <Text size="sm">Chưa có tài liệu nào.</Text>}
      {view.materials.map(({ id, label, path, fileName }) => (
        <Group key={id} justify="space-between" gap="xs">
          <Text style={{ overflowWrap: "anywhere" }}>
            {path ? (
              <Anchor href={path} target="_blank" rel="noopener" underline="always">
                {label}
              </Anchor>
            ) : (
              `${label} (bài chưa đăng nên người dân chưa thấy)`
            )}
            {fileName && ` · ${fileName}`}
          </Text>
          {view.may.hold?.allowed && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Bỏ tài liệu ${label}`}
              onClick={() => remove.mutate(id)}
            >
              Bỏ
            </Button>
          )}
        </Group>
      ))}
      {remove.isError && <ErrorNotice error={remove.error} />}
      <Group gap="xs">
        <MayButton may={view.may} verb="hold" hideReason variant="default" onClick={() => setOpen("text")}>
          Thêm bài
        </MayButton>
        <MayButton may={view.may} verb="hold" hideReason variant="default" onClick={() => setOpen("file")}>
          Thêm tệp
        </MayButton>
      </Group>
      <FormDialog<{ contentId: string | null }, unknown>
        opened={open === "text"}
        onClose={close}
        title="Thêm bài làm tài liệu"
        lead="Người dân được dẫn tới bài khi bài đã đăng."
        initial={{ contentId: null }}
        check={({ contentId }) => (contentId ? {} : { contentId: "Hãy chọn một bài." })}
        verb="Thêm bài"
        submit={({ contentId }) => api.events.addText.call({ id: view.id, contentId: contentId ?? "" })}
        onDone={() => onDone("Đã thêm tài liệu.")}
      >
        {(form) => (
          <Select
            label="Bài"
            description="Tìm theo tiêu đề."
            required
            searchable
            nothingFoundMessage="Không có bài này"
            onSearchChange={setWords}
            filter={({ options }) => options}
            data={(texts.data?.items ?? []).map(({ id, title }) => ({
              value: id,
              label: title || "Chưa có tiêu đề",
            }))}
            {...form.getInputProps("contentId")}
          />
        )}
      </FormDialog>
      <FormDialog<{ label: string; file: File | null }, unknown>
        opened={open === "file"}
        onClose={close}
        title="Thêm tệp làm tài liệu"
        lead="Ảnh, PDF, .docx, .xlsx, nhiều nhất 25 MB. Khi sự kiện đã công bố, ai cũng tải được tệp này."
        initial={{ label: "", file: null }}
        check={({ file }) => (file ? {} : { file: "Hãy chọn một tệp." })}
        verb="Thêm tệp"
        submit={({ label, file }) =>
          api.events.addFile.call({ id: view.id, materialId: fileId, label, file: file! })
        }
        onDone={() => {
          renew(newId());
          onDone("Đã thêm tài liệu.");
        }}
      >
        {(form) => (
          <>
            <FileInput label="Tệp" required placeholder="Chọn tệp" {...form.getInputProps("file")} />
            <TextInput
              label="Tên tài liệu"
              description="Để trống thì dùng tên tệp."
              {...form.getInputProps("label")}
            />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
