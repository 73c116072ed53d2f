import { Button, Group, List, Radio, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { closingStateWords } from "../../closing/closing.ts";
import { api, type Closing } from "../api.ts";
import { useKeep } from "../use-keep.ts";

type One = Closing["closings"][number];
type Open = { what: "ask"; id: string } | { what: "decide" | "reopen"; one: One };

/** How a year stands, what keeps it from being closed, and the acts of closing and opening it. */
export function ClosingSection({ year }: { year: number }) {
  const found = useQuery(api.budget.budgetClosing.queryOptions({ input: { year } }));
  return (
    <Section id="dong-nam" title={`Đóng năm ngân sách ${year}`}>
      <Asked query={found}>{(closing) => <Standing closing={closing} />}</Asked>
    </Section>
  );
}

function Standing({ closing: { year, open, closings, may } }: { closing: Closing }) {
  const [act, setAct] = useState<Open | null>(null);
  const asked = closings.find(({ state }) => state === "asked");
  const closed = closings.find(({ state }) => state === "closed");
  const close = () => setAct(null);
  return (
    <>
      <Text>
        {closed
          ? `Năm ${year} đã đóng: không ghi, sửa, duyệt hay xác nhận được mục nào của năm này.`
          : `Năm ${year} đang mở. Đóng sau quyết toán; từ lúc đóng, số liệu của năm không đổi được nữa.`}
      </Text>
      <List size="sm">
        {closings.map((one) => (
          <List.Item key={one.id}>
            {closingStateWords[one.state]}: {one.askedByName} đề nghị lúc {formatDateTime(one.askedAt)}, theo{" "}
            {one.documentNumber} ngày {formatDate(one.documentDay)}
            {one.decidedAt && `; ${one.decidedByName} quyết định lúc ${formatDateTime(one.decidedAt)}`}
            {one.decisionWords && `: ${one.decisionWords}`}
            {one.reopenedAt &&
              `; ${one.reopenedByName} mở lại lúc ${formatDateTime(one.reopenedAt)}: ${one.reopenReason}`}
            .
          </List.Item>
        ))}
      </List>
      {!closed && open.length > 0 && (
        <>
          <Text fw={600}>Việc phải xong trước khi đóng</Text>
          <List size="sm">
            {open.map(({ id, label, to }) => (
              <List.Item key={id}>
                <LinkText to={to as never} size="sm" underline="always">
                  {label}
                </LinkText>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Group align="flex-start">
        {!asked && !closed && open.length === 0 && (
          <MayButton may={may} verb="askClosing" onClick={() => setAct({ what: "ask", id: newId() })}>
            Đề nghị đóng năm
          </MayButton>
        )}
        {asked && (
          <MayButton may={may} verb="close" onClick={() => setAct({ what: "decide", one: asked })}>
            Quyết định đóng năm
          </MayButton>
        )}
        {closed && may.reopen?.allowed && (
          <Button variant="default" onClick={() => setAct({ what: "reopen", one: closed })}>
            Mở lại năm
          </Button>
        )}
      </Group>
      {act?.what === "ask" && <AskForm id={act.id} year={year} onClose={close} />}
      {act?.what === "decide" && <DecideForm one={act.one} onClose={close} />}
      {act?.what === "reopen" && <Reopen one={act.one} onClose={close} />}
    </>
  );
}

interface Asking extends Record<string, unknown> {
  documentNumber: string;
  documentDay: string | null;
}

function AskForm({ id, year, onClose }: { id: string; year: number; onClose: () => void }) {
  const keep = useKeep();
  return (
    <FormDialog<Asking, Closing>
      opened
      onClose={onClose}
      title={`Đề nghị đóng năm ngân sách ${year}`}
      lead="Lãnh đạo quyết định; người đề nghị không tự đóng."
      initial={{ documentNumber: "", documentDay: null }}
      verb="Gửi đề nghị"
      check={({ documentDay }) => (documentDay === null ? { documentDay: "Hãy ghi ngày." } : {})}
      submit={({ documentNumber, documentDay }) =>
        api.budget.askClosing.call({ id, year, documentNumber, documentDay: documentDay! })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã gửi đề nghị đóng năm.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Số văn bản quyết toán"
            required
            data-autofocus
            {...form.getInputProps("documentNumber")}
          />
          <DateField label="Ngày văn bản quyết toán" required {...form.getInputProps("documentDay")} />
        </>
      )}
    </FormDialog>
  );
}

interface Decision extends Record<string, unknown> {
  approve: string;
  words: string;
}

function DecideForm({ one, onClose }: { one: One; onClose: () => void }) {
  const keep = useKeep();
  return (
    <FormDialog<Decision, Closing>
      opened
      onClose={onClose}
      title={`Đóng năm ngân sách ${one.year}?`}
      lead="Đóng rồi thì không ghi, sửa, duyệt hay xác nhận được mục nào của năm này; muốn đổi phải mở lại kèm lý do."
      initial={{ approve: "", words: "" }}
      verb="Ghi quyết định"
      check={({ approve, words }) => ({
        ...(approve === "" && { approve: "Hãy chọn quyết định." }),
        ...(approve === "no" && words.trim() === "" && { words: "Hãy ghi lý do không đóng." }),
      })}
      submit={({ approve, words }) =>
        api.budget.decideClosing.call({ id: one.id, approve: approve === "yes", words })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã ghi quyết định.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Quyết định" required {...form.getInputProps("approve")}>
            <Group mt={4}>
              <Radio value="yes" label="Đóng năm" data-autofocus />
              <Radio value="no" label="Không đóng" />
            </Group>
          </Radio.Group>
          <Textarea label="Ý kiến" autosize minRows={1} {...form.getInputProps("words")} />
        </>
      )}
    </FormDialog>
  );
}

function Reopen({ one, onClose }: { one: One; onClose: () => void }) {
  const keep = useKeep();
  const reopen = useMutation(
    api.budget.reopenYear.mutationOptions({
      onSuccess: () => {
        keep.all();
        sayDone("Đã mở lại năm.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Mở lại năm ngân sách ${one.year}?`}
      verb="Mở lại năm"
      reasonLabel="Lý do"
      onConfirm={(reason) => reopen.mutate({ id: one.id, reason })}
      pending={reopen.isPending}
      error={reopen.error}
    >
      Số liệu của năm lại đổi được; lần đóng cũ, lý do và mọi thay đổi sau đó còn trong nhật ký.
    </Confirm>
  );
}
