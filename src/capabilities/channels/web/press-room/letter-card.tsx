import { Anchor, Button, Group, List, Paper, Spoiler, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type PressLetter } from "../api.ts";
import { LetterDialog } from "./letter-dialog.tsx";
import { RecipientLine, useLettersActed } from "./letter-recipient.tsx";

/** One letter: its words, what goes along, to whom it goes, who has it. */
export function LetterCard({ letter }: { letter: PressLetter }) {
  const { id, title, body, recipients, files, replaces, replacedBy } = letter;
  return (
    <Paper withBorder p="md" component="article" id={`thu-${id}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" flex="1 1 16rem" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          <LetterState letter={letter} />
        </Group>
        <Text size="sm" c="gray.7">
          {letter.madeByName} soạn <MomentText at={letter.madeAt} />
          {letter.sentByName && (
            <>
              . {letter.sentByName} duyệt gửi <MomentText at={letter.sentAt} />
            </>
          )}
        </Text>
        {letter.withdrawnAt && (
          <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
            {letter.withdrawnByName} thu hồi <MomentText at={letter.withdrawnAt} />: {letter.withdrawnWhy}
          </Text>
        )}
        {replaces && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {letter.state === "draft" ? "Sẽ thay" : "Thay"} cho thư <LetterLink letter={replaces} />
            {letter.state === "draft" &&
              replaces.state === "sent" &&
              `; thư ấy được thu hồi khi thư này được duyệt gửi. Lý do: ${letter.replacesWhy}`}
          </Text>
        )}
        {replacedBy && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {replacedBy.state === "draft" ? "Thư thay thế đang chờ duyệt gửi: " : "Thư thay thế: "}
            <LetterLink letter={replacedBy} />
          </Text>
        )}
        <Spoiler maxHeight={140} showLabel="Xem hết" hideLabel="Thu gọn">
          <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{body}</Text>
        </Spoiler>
        {files.length > 0 && (
          <div>
            <Text size="sm" fw={600}>
              Tệp đính kèm
            </Text>
            <List size="sm">
              {files.map((file) => (
                <List.Item key={file.id} style={{ overflowWrap: "anywhere" }}>
                  {file.issues.length === 0 ? (
                    <Anchor
                      href={`/press-letter-files/${id}/${file.id}`}
                      download={file.fileName}
                      underline="always"
                    >
                      {file.fileName}
                    </Anchor>
                  ) : (
                    `${file.fileName} (không gửi: ${file.issues.join(", ")})`
                  )}
                </List.Item>
              ))}
            </List>
          </div>
        )}
        {letter.state === "sent" && letter.accountId === null && (
          <Text size="sm">
            Chưa có tài khoản thư báo chí đăng tự động: hãy chép thư, gửi tay tới các địa chỉ dưới đây rồi ghi
            ai đã báo nhận.
          </Text>
        )}
        <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: "none" }} aria-label="Nơi nhận">
          {recipients.map((one) => (
            <RecipientLine key={one.id} letter={letter} one={one} />
          ))}
        </Stack>
        <LetterActs letter={letter} />
      </Stack>
    </Paper>
  );
}

const received = ({ recipients }: PressLetter): number =>
  recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;

function LetterLink({ letter }: { letter: { id: string; title: string } }) {
  return (
    <Anchor href={`#thu-${letter.id}`} underline="always" inherit>
      {letter.title}
    </Anchor>
  );
}

function LetterState({ letter }: { letter: PressLetter }) {
  const { state, recipients } = letter;
  const count = received(letter);
  if (state === "draft") return <StateBadge tone="waiting" word="Chờ duyệt gửi" />;
  if (state === "withdrawn")
    return <StateBadge tone="withdrawn" word={`Đã thu hồi, ${count}/${recipients.length} nơi đã xác nhận`} />;
  return count < recipients.length ? (
    <StateBadge tone="waiting" word={`${count}/${recipients.length} nơi đã xác nhận`} />
  ) : (
    <StateBadge tone="done" word="Mọi nơi đã xác nhận" />
  );
}

function LetterActs({ letter }: { letter: PressLetter }) {
  const { id, title, state, recipients, may } = letter;
  const [asked, ask] = useState<"change" | "withdraw" | "replace" | null>(null);
  const close = () => ask(null);
  const acted = useLettersActed();
  const send = useMutation(
    api.channels.sendPressLetter.mutationOptions({ onSuccess: acted("Đã duyệt gửi thư.") }),
  );
  const chase = useMutation(
    api.channels.chasePressLetter.mutationOptions({ onSuccess: acted("Đã nhắc nơi chưa xác nhận.") }),
  );
  const drop = useMutation(api.channels.dropPressLetter.mutationOptions({ onSuccess: acted("Đã bỏ thư.") }));
  return (
    <>
      <ErrorNotice error={send.error ?? chase.error ?? drop.error} />
      <Group gap="xs" align="flex-start">
        {state === "draft" && (
          <MayButton
            may={may}
            verb="send"
            size="xs"
            loading={send.isPending}
            aria-label={`Duyệt gửi: ${title}`}
            onClick={() => send.mutate({ id })}
          >
            Duyệt gửi
          </MayButton>
        )}
        {may.write?.allowed && (
          <>
            <Button size="xs" variant="default" aria-label={`Sửa: ${title}`} onClick={() => ask("change")}>
              Sửa
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={drop.isPending}
              aria-label={`Bỏ: ${title}`}
              onClick={() => drop.mutate({ id })}
            >
              Bỏ thư
            </Button>
          </>
        )}
        {may.chase?.allowed && received(letter) < recipients.length && (
          <Button
            size="xs"
            variant="default"
            loading={chase.isPending}
            aria-label={`Nhắc nơi chưa xác nhận: ${title}`}
            onClick={() => chase.mutate({ id })}
          >
            Nhắc nơi chưa xác nhận
          </Button>
        )}
        {may.replace?.allowed && (
          <Button
            size="xs"
            variant="default"
            aria-label={`Soạn thư thay thế: ${title}`}
            onClick={() => ask("replace")}
          >
            Soạn thư thay thế
          </Button>
        )}
        {may.withdraw?.allowed && (
          <Button
            size="xs"
            variant="outline"
            color="red.9"
            aria-label={`Thu hồi: ${title}`}
            onClick={() => ask("withdraw")}
          >
            Thu hồi
          </Button>
        )}
      </Group>
      <LetterDialog
        letter={letter}
        opened={asked === "change"}
        onClose={close}
        onDone={acted("Đã ghi thay đổi.")}
      />
      <LetterDialog
        former={letter}
        opened={asked === "replace"}
        onClose={close}
        onDone={acted("Đã lưu; người khác duyệt gửi thì thư thay thế có hiệu lực.")}
      />
      <FormDialog
        opened={asked === "withdraw"}
        onClose={close}
        title={`Thu hồi thư: ${title}`}
        lead="Thư còn chờ gửi thì dừng; nơi đã có thư nhận một thư báo thu hồi, trong cùng chuỗi thư. Xác nhận đã ghi được giữ lại; không hoàn tác được."
        initial={{ reason: "" }}
        verb="Thu hồi thư"
        submit={({ reason }) => api.channels.withdrawPressLetter.call({ id, reason })}
        onDone={acted("Đã thu hồi thư.")}
      >
        {(form) => (
          <Textarea
            label="Lý do"
            description="Nơi nhận đọc được lý do này"
            required
            autosize
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </>
  );
}
