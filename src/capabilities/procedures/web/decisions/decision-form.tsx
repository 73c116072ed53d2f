import {
  Alert,
  Button,
  FileButton,
  Group,
  List,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { forgetLocally, keepLocally } from "#ui/local-draft.ts";
import { useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { actionLabels, type DecisionRow } from "../../decisions/decision.ts";
import { levelLabels } from "../../procedure-record.ts";
import { api, type DecisionView } from "../api.ts";
import { FieldRows } from "../editor/field-rows.tsx";

export interface DecisionDraft extends Record<string, unknown> {
  number: string;
  issuedOn: string | null;
  issuer: string;
  abstract: string;
  url: string;
  effectiveOn: string | null;
  note: string;
  rows: DecisionRow[];
}

export const emptyDecision = (): DecisionDraft => ({
  ...{ number: "", issuedOn: null, issuer: "", abstract: "", url: "", note: "", rows: [] },
  effectiveOn: today().toString(),
});

export const draftOfDecision = (view: DecisionView): DecisionDraft => ({
  ...{ number: view.number, issuedOn: view.issuedOn, issuer: view.issuer, abstract: view.abstract },
  ...{ url: view.url ?? "", effectiveOn: view.effectiveOn, note: view.note },
  rows: view.rows.map(({ code, name, action, replacesCode, field, level }) => ({
    ...{ code, name, action, replacesCode, field, level },
  })),
});

const newRow = (): DecisionRow => ({
  ...{ code: "", name: "", action: "amended", replacesCode: "", field: "", level: null },
});

/** A decision with its rows; a file fills them in, and a person compares. Nothing happens to the register yet. */
export function DecisionForm({
  id,
  start,
  draftKey,
  isNew,
}: {
  id: string;
  start: DecisionDraft;
  draftKey: string;
  isNew: boolean;
}) {
  const queries = useQueryClient();
  const go = useGo();
  const form = useForm<DecisionDraft>({
    initialValues: start,
    onValuesChange: (text) => keepLocally(draftKey, { text, base: "", at: new Date().toISOString() }),
  });
  const read = useMutation({
    mutationFn: (file: File) => api.procedures.readDecision.call({ file }),
    onSuccess: ({ number, issuedOn, issuer, abstract, effectiveOn, rows }) => {
      const now = form.getValues();
      form.setValues({
        ...now,
        ...{ number: number ?? now.number, issuedOn: issuedOn ?? now.issuedOn },
        ...{ issuer: issuer ?? now.issuer, abstract: abstract ?? now.abstract },
        effectiveOn: effectiveOn ?? now.effectiveOn,
        rows: rows.length > 0 ? rows : now.rows,
      });
    },
  });
  const send = useMutation({
    mutationFn: (draft: DecisionDraft) =>
      (isNew ? api.procedures.addDecision : api.procedures.changeDecision).call({
        ...draft,
        ...{ id, issuedOn: draft.issuedOn!, effectiveOn: draft.effectiveOn!, url: draft.url || null },
      }),
    onSuccess: async () => {
      await forgetLocally(draftKey);
      await queries.invalidateQueries({ queryKey: api.procedures.key() });
      sayDone("Đã ghi quyết định; hãy đối chiếu các dòng rồi xác nhận.");
      go(`/cong-khai-thu-tuc/quyet-dinh/${id}`);
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form
      onSubmit={form.onSubmit((draft) => {
        if (send.isPending) return;
        const missing = (["issuedOn", "effectiveOn"] as const).find((key) => draft[key] === null);
        if (missing) {
          form.setFieldError(missing, "Hãy chọn ngày.");
          form.getInputNode(missing)?.focus();
          return;
        }
        send.mutate(draft);
      })}
    >
      <Stack gap="lg">
        <Section id="tu-tep" title="Đọc từ tệp">
          <Text size="sm">
            Tệp .docx, .odt hoặc .pdf có chữ; bản chụp thì hệ thống nói rõ và bạn ghi tay. Kết quả đọc điền
            vào các ô dưới đây để bạn đối chiếu.
          </Text>
          <Group>
            <FileButton onChange={(file) => file && read.mutate(file)} accept=".docx,.odt,.pdf">
              {(props) => (
                <Button variant="default" loading={read.isPending} {...props}>
                  Chọn tệp quyết định
                </Button>
              )}
            </FileButton>
          </Group>
          <ErrorNotice error={read.error} />
          {read.data && (
            <Alert
              color={read.data.warnings.length > 0 ? "orange" : "blue"}
              title={`Đọc được ${read.data.rows.length} thủ tục; hãy đối chiếu từng dòng`}
            >
              {read.data.warnings.length > 0 && (
                <List size="sm">
                  {read.data.warnings.map((warning) => (
                    <List.Item key={warning}>{warning}</List.Item>
                  ))}
                </List>
              )}
            </Alert>
          )}
        </Section>
        <Section id="quyet-dinh" title="Quyết định">
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput
              label="Số, ký hiệu"
              required
              placeholder="12/QĐ-UBND"
              {...form.getInputProps("number")}
            />
            <DateField
              key={`ban-hanh-${read.submittedAt}-${read.isSuccess}`}
              label="Ngày ban hành"
              required
              {...form.getInputProps("issuedOn")}
            />
            <DateField
              key={`hieu-luc-${read.submittedAt}-${read.isSuccess}`}
              label="Có hiệu lực từ ngày"
              required
              {...form.getInputProps("effectiveOn")}
            />
          </SimpleGrid>
          <TextInput label="Cơ quan ban hành" {...form.getInputProps("issuer")} />
          <Textarea label="Trích yếu" autosize {...form.getInputProps("abstract")} />
          <TextInput
            label="Địa chỉ văn bản"
            type="url"
            placeholder="https://…"
            {...form.getInputProps("url")}
          />
          <TextInput label="Ghi chú" {...form.getInputProps("note")} />
        </Section>
        <Section id="cac-dong" title={`Thủ tục được công bố (${form.values.rows.length})`}>
          <FieldRows
            form={form}
            path="rows"
            rows={form.values.rows}
            rowName="Dòng"
            addLabel="Thêm dòng"
            newRow={newRow}
          >
            {(at, row) => (
              <>
                <SimpleGrid cols={{ base: 1, sm: 2, md: 4 }}>
                  <TextInput label="Mã thủ tục" required {...form.getInputProps(`${at}.code`)} />
                  <Select
                    label="Việc"
                    allowDeselect={false}
                    data={optionsOf(actionLabels)}
                    {...form.getInputProps(`${at}.action`)}
                  />
                  <TextInput label="Lĩnh vực" {...form.getInputProps(`${at}.field`)} />
                  <Select
                    label="Cấp thực hiện"
                    clearable
                    data={optionsOf(levelLabels)}
                    {...form.getInputProps(`${at}.level`)}
                  />
                </SimpleGrid>
                {row.action === "replaced" && (
                  <TextInput
                    label="Thay cho thủ tục mang mã"
                    description="Những thủ tục ấy được ghi là bãi bỏ khi xác nhận; nhiều mã thì cách nhau bằng dấu phẩy"
                    {...form.getInputProps(`${at}.replacesCode`)}
                  />
                )}
                <Textarea label="Tên thủ tục" autosize {...form.getInputProps(`${at}.name`)} />
              </>
            )}
          </FieldRows>
        </Section>
        <ErrorNotice error={send.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={send.isPending}>
            Ghi, chờ xác nhận
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
