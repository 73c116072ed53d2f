import { Checkbox, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayDone } from "#ui/undo.tsx";
import { type Apology, api } from "../api.ts";

type Asked = "letter" | "send" | "withdraw" | "publish" | "remove" | null;

/** What can be done with an apology as it stands. */
export function ApologyActs({ one }: { one: Apology }) {
  const { id, may, state } = one;
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const done = (words: string) => () => {
    void queries.invalidateQueries({ queryKey: api.timeliness.key() });
    sayDone(words);
  };
  const approve = useMutation({
    mutationFn: () => api.timeliness.approveApology.call({ id }),
    onSuccess: done("Đã duyệt thư."),
  });
  const dialog = { one, asked, onClose: () => setAsked(null), done };
  const quiet = { may, hideReason: true, size: "xs" } as const;
  return (
    <>
      <Group gap="xs">
        {state === "draft" && (
          <MayButton
            may={may}
            verb="approve"
            size="xs"
            loading={approve.isPending}
            onClick={() => approve.mutate()}
          >
            Duyệt
          </MayButton>
        )}
        {state !== "withdrawn" && (
          <MayButton {...quiet} verb="print" variant="default" onClick={() => setAsked("letter")}>
            Tải thư
          </MayButton>
        )}
        {state === "approved" && (
          <MayButton {...quiet} verb="send" onClick={() => setAsked("send")}>
            Ghi đã gửi
          </MayButton>
        )}
        {state === "sent" && one.publishedAt === null && (
          <MayButton {...quiet} verb="publish" variant="default" onClick={() => setAsked("publish")}>
            Công khai
          </MayButton>
        )}
        {one.publishedAt !== null && one.removedAt === null && (
          <MayButton {...quiet} verb="remove" variant="subtle" onClick={() => setAsked("remove")}>
            Gỡ khỏi cổng
          </MayButton>
        )}
        {(state === "draft" || state === "approved") && (
          <MayButton {...quiet} verb="withdraw" variant="subtle" onClick={() => setAsked("withdraw")}>
            Rút thư
          </MayButton>
        )}
      </Group>
      <ErrorNotice error={approve.error} />
      <LetterDialog {...dialog} />
      <SendDialog {...dialog} />
      <PublishDialog {...dialog} />
      <WithdrawDialog {...dialog} />
      <RemoveDialog {...dialog} />
    </>
  );
}

interface DialogOf {
  one: Apology;
  asked: Asked;
  onClose: () => void;
  done: (words: string) => () => void;
}

function LetterDialog({ one: { id }, asked, onClose }: DialogOf) {
  return (
    <FormDialog
      opened={asked === "letter"}
      onClose={onClose}
      title="Tải thư xin lỗi"
      lead="Tên và địa chỉ chỉ in lên thư, hệ thống không lưu. Để trống thì trên thư là dòng chấm. Số, ngày và chữ ký do văn thư, người ký ghi."
      initial={{ name: "", address: "", format: "docx" as "docx" | "pdf" }}
      verb="Tải thư"
      submit={async (values) => ({
        ...(await api.timeliness.apologyLetter.call({ id, ...values })),
        name: `thu-xin-loi.${values.format}`,
      })}
      onDone={({ body, name }) => saveFile(new File([body], name, { type: body.type }))}
    >
      {(form) => (
        <>
          <TextInput label="Người nhận" autoComplete="off" maxLength={200} {...form.getInputProps("name")} />
          <TextInput label="Địa chỉ" autoComplete="off" maxLength={300} {...form.getInputProps("address")} />
          <Select
            label="Loại tệp"
            allowDeselect={false}
            data={[
              { value: "docx", label: "Word (.docx)" },
              { value: "pdf", label: "PDF" },
            ]}
            {...form.getInputProps("format")}
          />
        </>
      )}
    </FormDialog>
  );
}

function SendDialog({ one: { id }, asked, onClose, done }: DialogOf) {
  return (
    <FormDialog
      opened={asked === "send"}
      onClose={onClose}
      title="Ghi thư đã gửi"
      initial={{ sentOn: today().toString(), sentHow: "" }}
      verb="Ghi đã gửi"
      submit={(values) => api.timeliness.sendApology.call({ id, ...values })}
      onDone={done("Đã ghi thư đã gửi.")}
    >
      {(form) => (
        <>
          <DateField
            label="Ngày gửi"
            required
            value={form.values.sentOn || null}
            onChange={(day) => form.setFieldValue("sentOn", day ?? "")}
            error={form.errors.sentOn}
          />
          <TextInput
            label="Gửi bằng cách nào"
            description="Trao tại bộ phận một cửa, bưu điện, tin nhắn…; không ghi tên, số điện thoại"
            required
            maxLength={200}
            {...form.getInputProps("sentHow")}
          />
        </>
      )}
    </FormDialog>
  );
}

function PublishDialog({ one, asked, onClose, done }: DialogOf) {
  return (
    <FormDialog
      opened={asked === "publish"}
      onClose={onClose}
      title="Công khai lời xin lỗi"
      lead="Trên cổng chỉ có: mã hồ sơ đã che, thủ tục, đơn vị, chậm mấy ngày, nhóm lý do, ngày xin lỗi, ngày hẹn mới."
      initial={{ isProof: true }}
      verb="Công khai"
      submit={({ isProof }) => api.timeliness.publishApology.call({ id: one.id, isProof })}
      onDone={done("Đã công khai lời xin lỗi.")}
    >
      {(form) => (
        <>
          <Text size="sm" fw={600}>
            {one.maskedCode} · {one.procedureName} · {one.unit} · {one.reason}
          </Text>
          <Checkbox
            label="Ghi làm minh chứng cho nội dung kế hoạch về hồ sơ chậm, xin lỗi"
            {...form.getInputProps("isProof", { type: "checkbox" })}
          />
        </>
      )}
    </FormDialog>
  );
}

function WithdrawDialog({ one: { id }, asked, onClose, done }: DialogOf) {
  return (
    <FormDialog
      opened={asked === "withdraw"}
      onClose={onClose}
      title="Rút thư xin lỗi"
      initial={{ reason: "" }}
      verb="Rút thư"
      submit={({ reason }) => api.timeliness.withdrawApology.call({ id, reason })}
      onDone={done("Đã rút thư.")}
    >
      {(form) => <Textarea label="Vì sao rút" required maxLength={500} {...form.getInputProps("reason")} />}
    </FormDialog>
  );
}

function RemoveDialog({ one: { id }, asked, onClose, done }: DialogOf) {
  return (
    <FormDialog
      opened={asked === "remove"}
      onClose={onClose}
      title="Gỡ lời xin lỗi khỏi cổng"
      lead="Địa chỉ cũ báo đã gỡ, kèm ngày và lý do; không đưa lên lại được. Lời xin lỗi thôi là minh chứng."
      initial={{ reason: "" }}
      verb="Gỡ khỏi cổng"
      submit={({ reason }) => api.timeliness.removeApology.call({ id, reason })}
      onDone={done("Đã gỡ khỏi cổng.")}
    >
      {(form) => (
        <Textarea
          label="Vì sao gỡ"
          description="Ai mở địa chỉ cũ cũng đọc được; không ghi tên ai"
          required
          maxLength={500}
          {...form.getInputProps("reason")}
        />
      )}
    </FormDialog>
  );
}
