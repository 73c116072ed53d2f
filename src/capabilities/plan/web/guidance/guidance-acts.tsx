import { Button, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import type { Signature } from "#ui/signing-choice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { GuidanceView } from "./guidance-view.ts";
import { InWhoseName } from "./in-whose-name.tsx";

/** What the caller may do with a piece of guidance: acknowledge, ask, revise, withdraw. */
export function GuidanceActs({ note, signing }: { note: GuidanceView; signing: Signature[] }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<"ask" | "revise" | "withdraw" | null>(null);
  const close = () => setStep(null);
  const refresh = () => void queries.invalidateQueries({ queryKey: api.plan.guidance.key() });
  const done = (said: string) => () => {
    refresh();
    sayDone(said);
  };
  const acknowledge = useMutation(
    api.plan.acknowledgeGuidance.mutationOptions({ onSuccess: done("Đã xác nhận."), onError: refresh }),
  );
  const remind = useMutation(
    api.plan.remindGuidance.mutationOptions({
      onSuccess: done("Đã nhắc các đơn vị chưa xác nhận."),
      onError: refresh,
    }),
  );
  const { id, current } = note;
  const isAwaited = note.receipts.some(
    ({ edition, acknowledgedAt }) => edition === current.edition && acknowledgedAt === null,
  );
  const toAcknowledge = note.receipts.filter(({ may }) => may.acknowledge?.allowed);
  const may = (verb: string) => note.may[verb]?.allowed;
  return (
    <>
      <ErrorNotice error={acknowledge.error ?? remind.error} />
      <Group gap="xs" mt="xs">
        {toAcknowledge.map(({ unitId, unitName, edition }) => (
          <Button
            key={unitId}
            size="sm"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ id, unitId, edition })}
          >
            {toAcknowledge.length === 1 ? "Xác nhận đã nhận" : `Xác nhận đã nhận: ${unitName}`}
          </Button>
        ))}
        {note.askFor.length > 0 && (
          <Button size="sm" variant="default" onClick={() => setStep("ask")}>
            Hỏi về hướng dẫn này
          </Button>
        )}
        {may("remind") && isAwaited && (
          <Button
            size="sm"
            variant="default"
            loading={remind.isPending}
            onClick={() => remind.mutate({ id })}
          >
            Nhắc đơn vị chưa xác nhận
          </Button>
        )}
        {may("revise") && (
          <Button size="sm" variant="default" onClick={() => setStep("revise")}>
            Sửa thành bản mới
          </Button>
        )}
        {may("withdraw") && (
          <Button size="sm" variant="default" onClick={() => setStep("withdraw")}>
            Rút
          </Button>
        )}
      </Group>
      <FormDialog
        opened={step === "ask"}
        onClose={close}
        title="Hỏi về hướng dẫn"
        lead={<Text>{current.title}</Text>}
        initial={{ unitId: note.askFor[0]?.id ?? "", question: "" }}
        verb="Gửi câu hỏi"
        submit={(values) => api.plan.askAboutGuidance.call({ id, ...values })}
        onDone={done("Đã gửi câu hỏi; nơi hướng dẫn được báo để trả lời.")}
      >
        {(form) => (
          <>
            {note.askFor.length > 1 && (
              <Select
                label="Đơn vị hỏi"
                required
                allowDeselect={false}
                data={note.askFor.map((unit) => ({ value: unit.id, label: unit.name }))}
                {...form.getInputProps("unitId")}
              />
            )}
            <Textarea
              label="Câu hỏi"
              description="Đơn vị bạn và nơi hướng dẫn đọc được; nơi hướng dẫn chọn trả lời cho mọi đơn vị hay riêng đơn vị bạn"
              required
              autosize
              minRows={3}
              data-autofocus
              {...form.getInputProps("question")}
            />
          </>
        )}
      </FormDialog>
      <FormDialog
        opened={step === "revise"}
        onClose={close}
        title="Sửa hướng dẫn thành bản mới"
        lead="Các đơn vị được báo và xác nhận lại. Bản trước và những gì đã xác nhận được giữ nguyên."
        initial={{
          edition: current.edition,
          title: current.title,
          text: current.text,
          changed: "",
          authorityId: null as string | null,
        }}
        verb="Gửi bản mới"
        submit={(values) => api.plan.reviseGuidance.call({ id, ...values })}
        onDone={done("Đã gửi bản mới; các đơn vị được báo để xác nhận lại.")}
      >
        {(form) => (
          <>
            <TextInput label="Tên hướng dẫn" required {...form.getInputProps("title")} />
            <Textarea
              label="Nội dung"
              required
              autosize
              minRows={5}
              maxRows={16}
              {...form.getInputProps("text")}
            />
            <Textarea
              label="Đổi gì so với bản trước"
              required
              autosize
              minRows={2}
              {...form.getInputProps("changed")}
            />
            <InWhoseName
              signing={signing}
              value={form.values.authorityId}
              onChange={(authorityId) => form.setFieldValue("authorityId", authorityId)}
              error={form.errors.authorityId}
            />
          </>
        )}
      </FormDialog>
      <FormDialog
        opened={step === "withdraw"}
        onClose={close}
        title="Rút hướng dẫn"
        lead={<Text>{current.title}</Text>}
        initial={{ reason: "" }}
        verb="Rút hướng dẫn"
        submit={({ reason }) => api.plan.withdrawGuidance.call({ id, reason })}
        onDone={done("Đã rút; các đơn vị được báo.")}
      >
        {(form) => (
          <Textarea
            label="Lý do rút"
            description="Hướng dẫn đã rút vẫn đọc được cùng lý do; không đơn vị nào phải xác nhận nữa"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </>
  );
}
