import { Button, Group, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { acknowledgedLabels, type MailState, mailStateLabels } from "../../contract.ts";
import { api, type PressLetter, type PressLetters } from "../api.ts";

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
  stopped: "none",
};

/** How far the mail is that takes a letter back. */
const withdrawalLabels: Record<MailState, string> = {
  "by-hand": "Hãy báo thu hồi bằng tay",
  waiting: "Chờ báo thu hồi",
  sending: "Đang báo thu hồi",
  accepted: "Đã báo thu hồi",
  refused: "Chưa báo được thu hồi, hãy gọi",
  doubt: "Không rõ thư thu hồi đã tới chưa",
  left: "Không còn nhận thư, hãy gọi báo thu hồi",
  returned: "Thư thu hồi bị trả về, hãy gọi",
  stopped: "Không phải báo thu hồi",
};

/** Puts what an act answered with in place of what was there before. */
export function useLettersActed(): (said: string) => (next: PressLetters) => void {
  const queries = useQueryClient();
  return (said) => (next) => {
    queries.setQueryData(api.channels.pressLetters.queryKey(), next);
    sayDone(said);
  };
}

function Mail({ mail, words }: { mail: NonNullable<Recipient["last"]>; words: Record<MailState, string> }) {
  const { state, said, at } = mail;
  return (
    <>
      <StateBadge tone={tones[state]} word={words[state]} />
      <Text size="sm" c="gray.7" style={{ overflowWrap: "anywhere" }}>
        <MomentText at={at} />
        {said && state === "refused" && `, mã ${said}`}
        {said && state === "stopped" && `, ${said}`}
      </Text>
    </>
  );
}

/** One of those a letter goes to: who has it, who said so, who was told that it is taken back. */
export function RecipientLine({ letter, one }: { letter: PressLetter; one: Recipient }) {
  const { outletName, name, email, acknowledgedAt, acknowledgedHow, last, withdrawal, reminded } = one;
  const acted = useLettersActed();
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
          {last && <Mail mail={last} words={mailStateLabels} />}
          {reminded > 0 && (
            <Text size="sm" c="gray.7">
              đã nhắc {reminded} lần
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
      {withdrawal && <Mail mail={withdrawal} words={withdrawalLabels} />}
    </Group>
  );
}
