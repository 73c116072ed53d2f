import { Button, Group, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { type Account, api, type Register } from "../api.ts";
import { AccountFields, sentOf, valuesOf } from "./account-fields.tsx";
import { AdministratorsDialog } from "./administrators-dialog.tsx";
import { ConnectDialog } from "./connect-dialog.tsx";
import { MailboxDialog } from "./mailbox-dialog.tsx";

/** Puts the register that an act answered with in place of the one before. */
export function useKeepRegister(): (register: Register) => void {
  const queries = useQueryClient();
  return (register) => {
    queries.setQueryData(api.channels.accounts.queryKey(), register);
    void queries.invalidateQueries({ queryKey: api.channels.deliveries.key() });
    void queries.invalidateQueries({ queryKey: api.channels.deliveriesOfContent.key() });
  };
}

/** What may be done with an account of the register, each act with what it asks for. */
export function AccountActs({
  account,
  units,
}: {
  account: Account;
  units: { value: string; label: string }[];
}) {
  const { id, name, may } = account;
  const keep = useKeepRegister();
  const [asked, ask] = useState<
    "change" | "people" | "connect" | "disconnect" | "mailbox" | "dropMailbox" | "pause" | "close" | null
  >(null);
  const close = () => ask(null);
  const resume = useMutation({
    mutationFn: () => api.channels.resumeAccount.call({ id }),
    onSuccess: (register) => {
      keep(register);
      sayDone(`Đăng tiếp trên ${name}; bài đang chờ đăng theo thứ tự.`);
    },
    onError: sayFailed,
  });
  const disconnect = useMutation({
    mutationFn: () => api.channels.disconnectAccount.call({ id }),
    onSuccess: (register) => {
      close();
      keep(register);
      sayDone(`Đã bỏ kết nối ${name}; bài được đăng tay.`);
    },
  });
  const dropMailbox = useMutation({
    mutationFn: () => api.channels.dropPressMailbox.call({ id }),
    onSuccess: (register) => {
      close();
      keep(register);
      sayDone("Đã thôi đọc hộp thư trả về.");
    },
  });
  const act = (verb: string, label: string, onClick: () => void, loading = false) =>
    may[verb]?.allowed && (
      <Button
        size="xs"
        variant="default"
        loading={loading}
        onClick={onClick}
        aria-label={`${label}: ${name}`}
      >
        {label}
      </Button>
    );
  if (account.way === "own") return <Text size="sm">Có sẵn, không sửa</Text>;
  return (
    <Group gap={6}>
      {act("change", "Sửa", () => ask("change"))}
      {act("change", "Người quản trị", () => ask("people"))}
      {account.connectable &&
        act("connect", account.connection ? "Kết nối lại" : "Kết nối", () => ask("connect"))}
      {account.connection !== null && act("connect", "Bỏ kết nối", () => ask("disconnect"))}
      {account.mails &&
        act("connect", account.mailbox ? "Đổi hộp thư trả về" : "Đặt hộp thư trả về", () => ask("mailbox"))}
      {account.mailbox !== null && act("connect", "Thôi đọc hộp thư trả về", () => ask("dropMailbox"))}
      {act("pause", "Tạm dừng", () => ask("pause"))}
      {act("resume", "Đăng tiếp", () => resume.mutate(), resume.isPending)}
      {act("close", "Đóng", () => ask("close"))}
      <FormDialog
        opened={asked === "change"}
        onClose={close}
        title={`Sửa tài khoản: ${name}`}
        initial={valuesOf(account)}
        verb="Ghi bản sửa"
        submit={(values) => api.channels.changeAccount.call({ id, ...sentOf(values) })}
        onDone={(register) => {
          keep(register);
          sayDone("Đã sửa; bản trước được giữ trong nhật ký.");
        }}
      >
        {(form) => (
          <AccountFields form={form} isNew={false} connectable={account.connectable} units={units} />
        )}
      </FormDialog>
      {asked === "people" && <AdministratorsDialog account={account} onClose={close} onDone={keep} />}
      {asked === "connect" && <ConnectDialog account={account} onClose={close} onDone={keep} />}
      {asked === "mailbox" && <MailboxDialog account={account} onClose={close} onDone={keep} />}
      <Confirm
        opened={asked === "dropMailbox"}
        onClose={close}
        title={`Thôi đọc hộp thư trả về: ${name}`}
        verb="Thôi đọc"
        pending={dropMailbox.isPending}
        error={dropMailbox.error}
        onConfirm={() => dropMailbox.mutate()}
      >
        Hệ thống quên cách vào hộp thư {account.mailbox?.address}; từ giờ thư bị trả về phải ghi bằng tay ở sổ
        báo chí. Những gì đã đọc giữ nguyên.
      </Confirm>
      <Confirm
        opened={asked === "disconnect"}
        onClose={close}
        title={`Bỏ kết nối: ${name}`}
        verb="Bỏ kết nối"
        pending={disconnect.isPending}
        error={disconnect.error}
        onConfirm={() => disconnect.mutate()}
      >
        Hệ thống quên cách vào tài khoản này; từ giờ bài được đăng tay. Bài đã lên và bài đang chờ giữ nguyên.
        Muốn đăng tự động lại thì kết nối lại.
      </Confirm>
      <FormDialog
        opened={asked === "pause"}
        onClose={close}
        title={`Tạm dừng đăng trên ${name}`}
        lead="Bài đến giờ vẫn giữ nguyên chỗ, không lên tài khoản này cho đến khi có người bấm Đăng tiếp; các kênh khác vẫn đăng. Bài đã lên không bị gỡ."
        initial={{ reason: "" }}
        verb="Tạm dừng"
        submit={({ reason }) => api.channels.pauseAccount.call({ id, reason })}
        onDone={(register) => {
          keep(register);
          sayDone(`Đã tạm dừng đăng trên ${name}.`);
        }}
      >
        {(form) => (
          <Textarea
            label="Lý do"
            description="Người đang chờ đăng sẽ thấy lý do này."
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={asked === "close"}
        onClose={close}
        title={`Đóng tài khoản: ${name}`}
        lead="Tài khoản đã đóng không chọn để đăng được nữa và không mở lại; muốn dùng lại thì ghi tài khoản mới. Sổ, bài đã lên và nhật ký giữ nguyên. Trang trên kênh không tự mất: hãy đóng ở đó nếu cần."
        initial={{ reason: "" }}
        verb="Đóng tài khoản"
        submit={({ reason }) => api.channels.closeAccount.call({ id, reason })}
        onDone={(register) => {
          keep(register);
          sayDone(`Đã đóng ${name} trong sổ.`);
        }}
      >
        {(form) => (
          <Textarea
            label="Lý do"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </Group>
  );
}
