import { Button, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyInWords, moneyText } from "../../money.ts";
import { type EntryKind, entryStateWords } from "../../spending/entry.ts";
import { type Account, api, type Commitment, type Expense } from "../api.ts";
import { useKeep } from "../use-keep.ts";

type Entry = Commitment | Expense;

/** Where a record stands, who recorded and decided it, and what may be done while it waits. */
export function EntryState({ kind, entry, name }: { kind: EntryKind; entry: Entry; name: string }) {
  const [open, setOpen] = useState<"decide" | "withdraw" | null>(null);
  const { state, may, isOwn, decidedAt, decidedByName, decisionWords } = entry;
  const hindrance = may.confirm?.allowed ? null : may.confirm?.why;
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm" fw={state === "pending" ? 600 : undefined}>
        {entryStateWords[state]}
      </Text>
      <Text size="xs" c="gray.7">
        {entry.recordedByName} ghi
        {decidedAt && `; ${decidedByName} quyết định lúc ${formatDateTime(decidedAt)}`}
        {decisionWords && `: ${decisionWords}`}
      </Text>
      {state === "pending" && (
        <Group gap={6}>
          {may.confirm?.allowed && (
            <Button
              size="xs"
              miw="max-content"
              aria-label={`Xác nhận ${name}`}
              onClick={() => setOpen("decide")}
            >
              Xác nhận
            </Button>
          )}
          {isOwn && may.record?.allowed && (
            <Button
              size="xs"
              miw="max-content"
              variant="default"
              aria-label={`Rút lại ${name}`}
              onClick={() => setOpen("withdraw")}
            >
              Rút lại
            </Button>
          )}
        </Group>
      )}
      {state === "pending" && hindrance && (
        <Text size="xs" c="gray.7">
          {hindrance}
        </Text>
      )}
      {open === "decide" && (
        <DecideForm kind={kind} entry={entry} name={name} onClose={() => setOpen(null)} />
      )}
      {open === "withdraw" && (
        <Withdraw kind={kind} entry={entry} name={name} onClose={() => setOpen(null)} />
      )}
    </Stack>
  );
}

interface Props {
  kind: EntryKind;
  entry: Entry;
  name: string;
  onClose: () => void;
}

interface Decision extends Record<string, unknown> {
  confirm: string;
  words: string;
}

function DecideForm({ kind, entry, name, onClose }: Props) {
  const keep = useKeep();
  return (
    <FormDialog<Decision, Account>
      opened
      onClose={onClose}
      title={`Xác nhận ${name}`}
      lead={`${entry.what}: ${moneyText(entry.amount)} (${moneyInWords(entry.amount)}). Đối chiếu với chứng từ trước; quyết định rồi thì không đổi. Không xác nhận thì tiền trở lại dòng.`}
      initial={{ confirm: "", words: "" }}
      verb="Ghi quyết định"
      check={({ confirm, words }) => ({
        ...(confirm === "" && { confirm: "Hãy chọn quyết định." }),
        ...(confirm === "no" && words.trim() === "" && { words: "Hãy ghi lý do." }),
      })}
      submit={({ confirm, words }) =>
        api.budget.decideEntry.call({ kind, id: entry.id, confirm: confirm === "yes", words })
      }
      onDone={(answer) => {
        keep.account(answer);
        sayDone("Đã ghi quyết định.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Quyết định" required {...form.getInputProps("confirm")}>
            <Group mt={4}>
              <Radio value="yes" label="Xác nhận" data-autofocus />
              <Radio value="no" label="Không xác nhận" />
            </Group>
          </Radio.Group>
          <Textarea label="Lý do, ý kiến" autosize minRows={1} {...form.getInputProps("words")} />
        </>
      )}
    </FormDialog>
  );
}

function Withdraw({ kind, entry, name, onClose }: Props) {
  const keep = useKeep();
  const withdraw = useMutation(
    api.budget.withdrawEntry.mutationOptions({
      onSuccess: (answer) => {
        keep.account(answer);
        sayDone("Đã rút lại.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Rút lại ${name}?`}
      verb="Rút lại"
      reasonLabel="Lý do"
      onConfirm={(reason) => withdraw.mutate({ kind, id: entry.id, reason })}
      pending={withdraw.isPending}
      error={withdraw.error}
    >
      Mục vẫn đứng trong sổ với lý do; tiền trở lại dòng và có thể ghi lại cho đúng.
    </Confirm>
  );
}
