import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { MailboxDialog } from "./mailbox-dialog.tsx";

/** The mailbox to which citizens write. */
export function MailboxSection() {
  const queries = useQueryClient();
  const found = useQuery(api.feedback.mails.queryOptions());
  const [setting, set] = useDisclosure();
  const [dropping, drop] = useDisclosure();
  const keep = (answer: NonNullable<typeof found.data>) =>
    queries.setQueryData(api.feedback.mails.queryKey(), answer);
  const away = useMutation(
    api.feedback.dropMailbox.mutationOptions({
      onSuccess: (answer) => {
        keep(answer);
        drop.close();
        sayDone("Hệ thống thôi đọc hộp thư.");
      },
    }),
  );
  return (
    <Section id="hop-thu" title="Hộp thư nhận phản ánh">
      <Asked query={found}>
        {({ mailbox, may }) => (
          <>
            <Text>
              {mailbox === null ? (
                "Chưa đặt: thư gửi tới cơ quan chưa tự vào đây. Đặt rồi, thư mới thành bản chờ người ghi."
              ) : (
                <>
                  {mailbox.address}
                  {mailbox.lastReadAt && (
                    <>
                      , đọc lần cuối <MomentText at={mailbox.lastReadAt} />
                    </>
                  )}
                </>
              )}
            </Text>
            {mailbox?.why && <Text c="red.9">{mailbox.why}</Text>}
            <Group>
              <MayButton may={may} verb="mailbox" variant="default" onClick={set.open}>
                {mailbox ? "Đổi hộp thư" : "Đặt hộp thư"}
              </MayButton>
              {mailbox && may.mailbox?.allowed && (
                <Button variant="default" onClick={drop.open}>
                  Thôi đọc
                </Button>
              )}
            </Group>
            {setting && <MailboxDialog mailbox={mailbox} onClose={set.close} onDone={keep} />}
            <Confirm
              opened={dropping}
              onClose={drop.close}
              title="Thôi đọc hộp thư?"
              verb="Thôi đọc"
              onConfirm={() => away.mutate(undefined)}
              pending={away.isPending}
              error={away.error}
            >
              Thư mới không vào đây nữa; thư đang chờ vẫn còn.
            </Confirm>
          </>
        )}
      </Asked>
    </Section>
  );
}
