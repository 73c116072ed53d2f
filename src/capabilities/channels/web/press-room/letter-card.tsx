import { Button, Group, Paper, Spoiler, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { acknowledgedLabels, type MailState, mailStateLabels } from "../../contract.ts";
import { api, type PressLetter, type PressLetters } from "../api.ts";
import { LetterDialog } from "./letter-dialog.tsx";

type Recipient = PressLetter["recipients"][number];

const tones: Record<MailState, StateTone> = {
  "by-hand": "note",
  waiting: "waiting",
  sending: "waiting",
  accepted: "ahead",
  refused: "failed",
  doubt: "waiting",
  left: "none",
  returned: "failed",
};

/** Puts what an act answered with in place of what was there before. */
function useActed(): (said: string) => (next: PressLetters) => void {
  const queries = useQueryClient();
  return (said) => (next) => {
    queries.setQueryData(api.channels.pressLetters.queryKey(), next);
    sayDone(said);
  };
}

/** One letter: its words, to whom it goes, who has it. */
export function LetterCard({ letter }: { letter: PressLetter }) {
  const { id, title, body, state, recipients, accountId, may } = letter;
  const [changing, change] = useState(false);
  const acted = useActed();
  const send = useMutation(
    api.channels.sendPressLetter.mutationOptions({ onSuccess: acted("Đã duyệt gửi thư.") }),
  );
  const chase = useMutation(
    api.channels.chasePressLetter.mutationOptions({ onSuccess: acted("Đã nhắc nơi chưa xác nhận.") }),
  );
  const drop = useMutation(api.channels.dropPressLetter.mutationOptions({ onSuccess: acted("Đã bỏ thư.") }));
  const received = recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  const isSent = state === "sent";
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" flex="1 1 16rem" style={{ overflowWrap: "anywhere" }}>
            {title}
          </Title>
          {!isSent ? (
            <StateBadge tone="waiting" word="Chờ duyệt gửi" />
          ) : received < recipients.length ? (
            <StateBadge tone="waiting" word={`${received}/${recipients.length} nơi đã xác nhận`} />
          ) : (
            <StateBadge tone="done" word="Mọi nơi đã xác nhận" />
          )}
        </Group>
        <Text size="sm" c="gray.7">
          {letter.madeByName} soạn <MomentText at={letter.madeAt} />
          {letter.sentByName && (
            <>
              . {letter.sentByName} duyệt gửi <MomentText at={letter.sentAt} />
            </>
          )}
        </Text>
        <Spoiler maxHeight={140} showLabel="Xem hết" hideLabel="Thu gọn">
          <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{body}</Text>
        </Spoiler>
        {isSent && accountId === null && (
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
        <ErrorNotice error={send.error ?? chase.error ?? drop.error} />
        <Group gap="xs" align="flex-start">
          {!isSent && (
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
              <Button size="xs" variant="default" aria-label={`Sửa: ${title}`} onClick={() => change(true)}>
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
          {may.chase?.allowed && received < recipients.length && (
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
        </Group>
      </Stack>
      <LetterDialog
        letter={letter}
        opened={changing}
        onClose={() => change(false)}
        onDone={acted("Đã ghi thay đổi.")}
      />
    </Paper>
  );
}

function RecipientLine({ letter, one }: { letter: PressLetter; one: Recipient }) {
  const { outletName, name, email, acknowledgedAt, acknowledgedHow, last, reminded } = one;
  const acted = useActed();
  const acknowledge = useMutation(
    api.channels.acknowledgePressLetter.mutationOptions({
      onSuccess: acted("Đã ghi nơi nhận báo nhận thư."),
    }),
  );
  return (
    <Group component="li" gap="xs">
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {[outletName, name, email].filter(Boolean).join(" · ")}
      </Text>
      {acknowledgedAt ? (
        <>
          <StateBadge tone="done" word="Đã xác nhận" />
          <Text size="sm" c="gray.7">
            <MomentText at={acknowledgedAt} />, {acknowledgedHow && acknowledgedLabels[acknowledgedHow]}
          </Text>
        </>
      ) : (
        <>
          {last && <StateBadge tone={tones[last.state]} word={mailStateLabels[last.state]} />}
          {last && (
            <Text size="sm" c="gray.7">
              <MomentText at={last.at} />
              {last.said && last.state === "refused" && `, mã ${last.said}`}
              {reminded > 0 && `, đã nhắc ${reminded} lần`}
            </Text>
          )}
          {letter.may.acknowledge?.allowed && (
            <Button
              size="compact-xs"
              variant="default"
              loading={acknowledge.isPending}
              aria-label={`Ghi đã báo nhận: ${[outletName, name].filter(Boolean).join(", ")}`}
              onClick={() => acknowledge.mutate({ id: letter.id, recipientId: one.id })}
            >
              Ghi đã báo nhận
            </Button>
          )}
          <ErrorNotice error={acknowledge.error} />
        </>
      )}
    </Group>
  );
}
