import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type FeedbackQueue } from "../api.ts";
import { MailboxSection } from "../mail/mailbox-section.tsx";

type Field = FeedbackQueue["fields"][number];
type Template = FeedbackQueue["templates"][number];
type Open =
  | { what: "rule" }
  | { what: "field"; one: Field | null }
  | { what: "template"; one: Template | null };

const numbers: [keyof FeedbackQueue["rule"], string, string][] = [
  ["classifyDays", "Phân loại trong (ngày làm việc)", ""],
  ["handleDays", "Trả lời trong (ngày làm việc)", "Hiện trên trang gửi phản ánh."],
  ["extendDays", "Gia hạn thêm (ngày làm việc)", "Một lần."],
  ["warnDays", "Báo trước (ngày làm việc)", ""],
  ["reopenDays", "Được đề nghị xem lại trong (ngày)", ""],
  ["keepDays", "Giữ thông tin người gửi (ngày sau khi xong)", "Hết hạn, phần mềm tự xóa."],
];

function Dialogs({ found, open, onClose }: { found: FeedbackQueue; open: Open | null; onClose: () => void }) {
  const queries = useQueryClient();
  const done = () => {
    void queries.invalidateQueries({ queryKey: api.feedback.key() });
    sayDone("Đã lưu.");
  };
  const field = open?.what === "field" ? open.one : null;
  const template = open?.what === "template" ? open.one : null;
  return (
    <>
      <FormDialog
        opened={open?.what === "rule"}
        onClose={onClose}
        title="Thời hạn xử lý"
        lead="Phản ánh đã nhận giữ thời hạn cũ. Đối chiếu quy định hiện hành của tỉnh trước khi đổi."
        initial={{ ...found.rule } as Record<string, string | number>}
        verb="Lưu"
        submit={(values) => api.feedback.setRule.call(values as unknown as FeedbackQueue["rule"])}
        onDone={done}
      >
        {(form) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {numbers.map(([name, label, description]) => (
                <NumberInput
                  key={name}
                  label={label}
                  description={description || undefined}
                  required
                  min={1}
                  hideControls
                  {...form.getInputProps(name)}
                />
              ))}
            </SimpleGrid>
            <TextInput
              label="Căn cứ"
              description="Văn bản quy định thời hạn, như cơ quan đã đối chiếu; để trống nếu chưa đối chiếu."
              {...form.getInputProps("basis")}
            />
            <Textarea
              label="Nơi nhận khiếu nại, tố cáo"
              required
              autosize
              minRows={2}
              {...form.getInputProps("complaintPlace")}
            />
          </>
        )}
      </FormDialog>
      <FormDialog
        opened={open?.what === "field"}
        onClose={onClose}
        title={field ? `Sửa lĩnh vực: ${field.name}` : "Thêm lĩnh vực"}
        initial={{ name: field?.name ?? "", unitId: field?.unitId ?? "", isOpen: field?.isOpen ?? true }}
        verb="Lưu lĩnh vực"
        submit={({ unitId, ...rest }) =>
          api.feedback.saveField.call({ id: field?.id ?? null, unitId: unitId || null, ...rest })
        }
        onDone={done}
      >
        {(form) => (
          <>
            <TextInput label="Tên, như người dân gọi" required {...form.getInputProps("name")} />
            <Select
              label="Đơn vị trả lời"
              placeholder="Chọn khi phân loại"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị trả lời" }}
              data={found.units.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("unitId")}
            />
            <Checkbox label="Đang dùng" {...form.getInputProps("isOpen", { type: "checkbox" })} />
          </>
        )}
      </FormDialog>
      <FormDialog
        opened={open?.what === "template"}
        onClose={onClose}
        title={template ? `Sửa mẫu: ${template.name}` : "Thêm mẫu trả lời"}
        initial={{
          name: template?.name ?? "",
          words: template?.words ?? "",
          isOpen: template?.isOpen ?? true,
        }}
        verb="Lưu mẫu"
        submit={(values) => api.feedback.saveTemplate.call({ id: template?.id ?? null, ...values })}
        onDone={done}
      >
        {(form) => (
          <>
            <TextInput label="Tên mẫu" required {...form.getInputProps("name")} />
            <Textarea
              label="Lời của mẫu"
              required
              autosize
              minRows={5}
              maxRows={16}
              {...form.getInputProps("words")}
            />
            <Checkbox label="Đang dùng" {...form.getInputProps("isOpen", { type: "checkbox" })} />
          </>
        )}
      </FormDialog>
    </>
  );
}

/** How long things take, what citizens write about and who answers, words that come up again. */
export default function SettingsPage() {
  const [open, setOpen] = useState<Open | null>(null);
  const queue = useQuery(api.feedback.list.queryOptions({ input: { page: 1 } }));
  return (
    <Page
      title="Lĩnh vực, mẫu, thời hạn"
      crumbs={[{ label: "Phản ánh, kiến nghị", to: "/phan-anh" }]}
      width="text"
    >
      <Asked query={queue}>
        {(found) => {
          const mayChange = found.may.rule?.allowed ?? false;
          const unitName = (id: string | null) => found.units.find((unit) => unit.id === id)?.name;
          return (
            <Stack>
              <Section id="thoi-han" title="Thời hạn">
                <Text>
                  Phân loại trong {found.rule.classifyDays}, trả lời trong {found.rule.handleDays} ngày làm
                  việc; gia hạn một lần {found.rule.extendDays} ngày làm việc
                  {found.rule.basis ? ` (${found.rule.basis})` : "; chưa ghi căn cứ"}. Người gửi được đề nghị
                  xem lại trong {found.rule.reopenDays} ngày; thông tin người gửi xóa sau{" "}
                  {found.rule.keepDays} ngày.
                </Text>
                <Group>
                  <MayButton
                    may={found.may}
                    verb="rule"
                    variant="default"
                    onClick={() => setOpen({ what: "rule" })}
                  >
                    Đổi thời hạn
                  </MayButton>
                </Group>
              </Section>
              <Section id="linh-vuc" title="Lĩnh vực và đơn vị trả lời">
                {found.fields.length === 0 && (
                  <Text>Chưa có lĩnh vực nào; thêm lĩnh vực để phản ánh tự đến đúng đơn vị.</Text>
                )}
                {found.fields.map((one) => (
                  <Group key={one.id} justify="space-between" gap="xs">
                    <Text flex="1 1 14rem">
                      {one.name}: {unitName(one.unitId) ?? "chọn khi phân loại"}
                      {!one.isOpen && " (không dùng nữa)"}
                    </Text>
                    {mayChange && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Sửa lĩnh vực ${one.name}`}
                        onClick={() => setOpen({ what: "field", one })}
                      >
                        Sửa
                      </Button>
                    )}
                  </Group>
                ))}
                {mayChange && (
                  <Group>
                    <Button variant="default" onClick={() => setOpen({ what: "field", one: null })}>
                      Thêm lĩnh vực
                    </Button>
                  </Group>
                )}
              </Section>
              <Section id="mau" title="Mẫu trả lời">
                {found.templates.length === 0 && <Text>Chưa có mẫu nào.</Text>}
                {found.templates.map((one) => (
                  <Group key={one.id} justify="space-between" gap="xs">
                    <Text flex="1 1 14rem">
                      {one.name}
                      {!one.isOpen && " (không dùng nữa)"}
                    </Text>
                    {mayChange && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Sửa mẫu ${one.name}`}
                        onClick={() => setOpen({ what: "template", one })}
                      >
                        Sửa
                      </Button>
                    )}
                  </Group>
                ))}
                {mayChange && (
                  <Group>
                    <Button variant="default" onClick={() => setOpen({ what: "template", one: null })}>
                      Thêm mẫu
                    </Button>
                  </Group>
                )}
              </Section>
              <MailboxSection />
              <Dialogs found={found} open={open} onClose={() => setOpen(null)} />
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}
