import { Button, Group, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api, type Webhook, type Webhooks } from "../api.ts";
import { SecretDialog } from "./secret-dialog.tsx";
import { SystemForm } from "./system-form.tsx";
import { useKeepWebhooks } from "./use-keep-webhooks.ts";

/** What may be done with a system that is told. */
export function SystemActs({ system, kinds }: { system: Webhook; kinds: Webhooks["kinds"] }) {
  const { id, name, may } = system;
  const keep = useKeepWebhooks();
  const queries = useQueryClient();
  const go = useGo();
  const [asked, ask] = useState<"change" | "secret" | "stop" | "remove" | null>(null);
  const [secret, show] = useState<string | null>(null);
  const [told, tell] = useState("");
  const close = () => ask(null);
  const start = useMutation({
    mutationFn: () => api.channels.startWebhook.call({ id }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone(`Báo lại cho ${name}; tin đang chờ được gửi theo thứ tự.`);
    },
    onError: sayFailed,
  });
  const trial = useMutation({
    mutationFn: () => api.channels.tryWebhook.call({ id }),
    onSuccess: ({ taken, words, status }) => {
      void queries.invalidateQueries({ queryKey: api.channels.webhookLog.key() });
      void queries.invalidateQueries({ queryKey: api.channels.webhooks.key() });
      tell(taken ? `Báo thử: đã nhận (mã ${status}).` : `Báo thử: chưa nhận được. ${words}`);
    },
    onError: sayFailed,
  });
  const renew = useMutation({
    mutationFn: () => api.channels.renewWebhookSecret.call({ id }),
    onSuccess: (answer) => {
      close();
      keep(answer);
      show(answer.secret);
    },
  });
  const remove = useMutation({
    mutationFn: () => api.channels.removeWebhook.call({ id }),
    onSuccess: (answer) => {
      close();
      go("/bao-he-thong-khac");
      keep(answer);
      sayDone(`Thôi báo cho ${name}.`);
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
  return (
    <Group gap={6}>
      {act("try", "Báo thử", () => trial.mutate(), trial.isPending)}
      {act("change", "Sửa", () => ask("change"))}
      {act("renewSecret", "Đổi khóa", () => ask("secret"))}
      {act("stop", "Ngừng báo", () => ask("stop"))}
      {act("start", "Báo lại", () => start.mutate(), start.isPending)}
      {act("remove", "Thôi báo", () => ask("remove"))}
      <Text size="sm" role="status" w="100%">
        {told}
      </Text>
      <SystemForm
        opened={asked === "change"}
        onClose={close}
        title={`Sửa: ${name}`}
        initial={{ name, url: system.url, kinds: system.kinds }}
        verb="Ghi bản sửa"
        kinds={kinds}
        submit={(values) => api.channels.changeWebhook.call({ id, ...values })}
        onDone={(answer) => {
          keep(answer);
          sayDone("Đã sửa; tin đang chờ được gửi tới địa chỉ mới.");
        }}
      />
      <Confirm
        opened={asked === "secret"}
        onClose={close}
        title={`Đổi khóa ký: ${name}`}
        verb="Đổi khóa"
        pending={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate()}
      >
        Khóa mới hiện một lần. Trong 24 giờ mỗi tin có cả chữ ký của khóa cũ, để bên nhận kịp đổi mà không mất
        tin nào.
      </Confirm>
      <FormDialog
        opened={asked === "stop"}
        onClose={close}
        title={`Ngừng báo cho ${name}`}
        lead="Việc xảy ra từ nay vẫn được ghi lại và chờ, nhiều nhất 30 ngày; bấm “Báo lại” thì gửi theo thứ tự."
        initial={{ reason: "" }}
        verb="Ngừng báo"
        submit={({ reason }) => api.channels.stopWebhook.call({ id, reason })}
        onDone={(answer) => {
          keep(answer);
          sayDone(`Đã ngừng báo cho ${name}.`);
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
      <Confirm
        opened={asked === "remove"}
        onClose={close}
        title={`Thôi báo cho ${name}`}
        verb="Thôi báo"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        Khóa ký, tin đang chờ và nhật ký gửi của hệ thống này bị xóa, không lấy lại được; nhật ký của cơ quan
        vẫn giữ ai đã thêm, đã thôi. Muốn báo lại thì thêm mới, với khóa khác. Chỉ tạm dừng thì bấm “Ngừng
        báo”.
      </Confirm>
      <SecretDialog name={name} secret={secret} onClose={() => show(null)} />
    </Group>
  );
}
