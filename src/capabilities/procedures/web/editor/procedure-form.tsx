import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { forgetLocally, keepLocally } from "#ui/local-draft.ts";
import { useGo } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ProcedureView } from "../api.ts";
import type { ProcedureDraft } from "./draft.ts";
import { CourseFields, NamingFields, SourceFields } from "./facts-fields.tsx";
import { AddFormDialog } from "./form-files.tsx";
import { BasisFields, ComponentFields, MethodFields } from "./list-fields.tsx";

/** The whole record in one form. What is typed stays on this machine until the server has it. */
export function ProcedureForm({
  draftKey,
  start,
  isNew,
  submit,
}: {
  draftKey: string;
  start: ProcedureDraft;
  isNew: boolean;
  submit: (draft: ProcedureDraft) => Promise<ProcedureView>;
}) {
  const queries = useQueryClient();
  const go = useGo();
  const form = useForm<ProcedureDraft>({
    initialValues: start,
    onValuesChange: (text) => keepLocally(draftKey, { text, base: "", at: new Date().toISOString() }),
  });
  // Beside the form, not in it: sending the dialog would send the record too.
  const [adding, setAdding] = useState<string | null>(null);
  const sending = useRef(false);
  const send = useMutation({
    mutationFn: submit,
    onSuccess: async (view) => {
      await forgetLocally(draftKey);
      await queries.invalidateQueries({ queryKey: api.procedures.key() });
      sayDone(
        isNew ? "Đã ghi thủ tục vào sổ." : `Đã ghi; bản đang dùng là bản ${view.versions[0]!.version}.`,
      );
      go(`/thu-tuc/${view.id}`);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
    onSettled: () => {
      sending.current = false;
    },
  });
  return (
    <>
      <form
        onSubmit={form.onSubmit((draft) => {
          // A second click comes before the button is drawn as busy.
          if (sending.current) return;
          if (draft.validFrom === null) {
            form.setFieldError("validFrom", "Hãy chọn ngày bắt đầu áp dụng.");
            form.getInputNode("validFrom")?.focus();
            return;
          }
          sending.current = true;
          send.mutate(draft);
        })}
      >
        <Stack gap="lg">
          <Section id="ban-nay" title={isNew ? "Mã thủ tục" : "Bản này"}>
            {isNew ? (
              <TextInput
                label="Mã thủ tục"
                required
                placeholder="1.004628 hoặc 1.004628.000.00.00.H05"
                description="Phần đuôi của cơ quan được tách riêng"
                {...form.getInputProps("code")}
              />
            ) : (
              <>
                <TextInput
                  label="Đuôi mã của cơ quan"
                  placeholder="000.00.00.H05"
                  {...form.getInputProps("suffix")}
                />
                <Textarea
                  label="Vì sao thay đổi"
                  required
                  autosize
                  placeholder="Quyết định công bố số …, ngày …"
                  description="Hiện trong lịch sử thay đổi cho người dân"
                  {...form.getInputProps("reason")}
                />
              </>
            )}
            <DateField label="Áp dụng từ ngày" required {...form.getInputProps("validFrom")} />
          </Section>
          <NamingFields form={form} />
          <MethodFields form={form} />
          <ComponentFields form={form} onAddForm={setAdding} />
          <CourseFields form={form} />
          <BasisFields form={form} />
          <SourceFields form={form} />
          <ErrorNotice error={send.error} />
          <Group justify="space-between">
            <Text size="sm" c="gray.7">
              Những gì bạn gõ được giữ trên máy này cho tới khi ghi xong.
            </Text>
            <Button type="submit" loading={send.isPending}>
              {isNew ? "Ghi vào sổ" : "Ghi thành bản mới"}
            </Button>
          </Group>
        </Stack>
      </form>
      <AddFormDialog form={form} at={adding} onClose={() => setAdding(null)} />
    </>
  );
}
