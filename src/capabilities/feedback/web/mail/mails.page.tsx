import { Anchor, Button, Group, Image, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type MailView } from "../api.ts";
import { TakeDialog } from "./take-dialog.tsx";

/** What came to the mailbox for feedback and waits for a person. */
export default function MailsPage() {
  const queries = useQueryClient();
  const found = useQuery(api.feedback.mails.queryOptions({ refetchInterval: 60_000 }));
  const [taking, setTaking] = useState<MailView | null>(null);
  const [ending, setEnding] = useState<{ mail: MailView; how: "dismiss" | "redirect" } | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.feedback.key() });
  const end = useMutation({
    mutationFn: ({ mail: { id }, how, reason }: { mail: MailView; how: string; reason: string }) =>
      how === "dismiss"
        ? api.feedback.dismissMail.call({ id, reason })
        : api.feedback.redirectMail.call({ id }),
    onSuccess: (_, { how }) => {
      renew();
      setEnding(null);
      sayDone(
        how === "dismiss" ? "Đã bỏ qua thư." : "Đã chỉ nơi nhận cho người gửi; nội dung không được giữ.",
      );
    },
  });
  return (
    <Page
      title="Thư gửi tới hộp thư phản ánh"
      crumbs={[{ label: "Phản ánh, kiến nghị", to: "/phan-anh" }]}
      lead="Thư chỉ thành phản ánh khi có người đọc và ghi. Thư tự động bị bỏ qua; thư khiếu nại, tố cáo được chỉ đúng nơi nhận và không giữ nội dung."
    >
      <Asked query={found}>
        {({ mails, counts, mailbox, may }) => (
          <Stack>
            <Text size="sm">
              {mailbox === null ? (
                <>
                  Cơ quan chưa đặt hộp thư nhận phản ánh; quản trị đặt trong{" "}
                  <LinkText to="/phan-anh/thiet-lap" underline="always">
                    Lĩnh vực, mẫu, thời hạn
                  </LinkText>
                  .
                </>
              ) : (
                <>
                  Hộp thư {mailbox.address}
                  {mailbox.lastReadAt ? (
                    <>
                      , đọc lần cuối <MomentText at={mailbox.lastReadAt} />
                    </>
                  ) : (
                    ", chưa đọc lần nào"
                  )}
                  . Ba mươi ngày qua: {counts.taken ?? 0} thư thành phản ánh, {counts.added ?? 0} thư người
                  gửi trả lời đã ghi vào phản ánh của họ, {counts.redirected ?? 0} thư chỉ nơi nhận khiếu nại,
                  tố cáo, {counts.dismissed ?? 0} thư bỏ qua, {counts.automatic ?? 0} thư tự động.
                </>
              )}
            </Text>
            {mailbox?.why && (
              <Text size="sm" c="red.9">
                {mailbox.why}
              </Text>
            )}
            {mails.length === 0 && (
              <EmptyState title="Không có thư nào đang chờ" why="Thư mới được đọc 5 phút một lần." />
            )}
            {mails.map((mail) => (
              <Paper key={mail.id} withBorder p="md" component="article">
                <Stack gap="xs">
                  <Title order={2} size="h4" style={{ overflowWrap: "anywhere" }}>
                    {mail.subject || "Thư không có tiêu đề"}
                  </Title>
                  <Text size="sm" c="gray.7">
                    <MomentText at={mail.cameAt} />
                  </Text>
                  <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} lineClamp={12}>
                    {mail.words}
                  </Text>
                  {mail.pictures.length > 0 && (
                    <Group>
                      {mail.pictures.map((picture, at) => (
                        <Anchor
                          key={picture.id}
                          href={`/feedback-pictures/${picture.id}`}
                          target="_blank"
                          rel="noreferrer"
                        >
                          <Image
                            src={`/feedback-pictures/${picture.id}`}
                            alt={`Ảnh ${at + 1} gửi kèm thư, mở trang khác`}
                            h={96}
                            w="auto"
                          />
                        </Anchor>
                      ))}
                    </Group>
                  )}
                  {mail.dropped.length > 0 && (
                    <List size="sm">
                      {mail.dropped.map((why) => (
                        <List.Item key={why}>{why}</List.Item>
                      ))}
                    </List>
                  )}
                  {mail.mentioned.map(({ id, code }) => (
                    <Text key={id} size="sm">
                      Thư nhắc tới phản ánh{" "}
                      <LinkText to="/phan-anh/$id" params={{ id }} underline="always">
                        {code}
                      </LinkText>
                      : nếu là bổ sung thì ghi ở đó rồi bỏ qua thư này.
                    </Text>
                  ))}
                  <Group>
                    <MayButton may={may} verb="enter" hideReason onClick={() => setTaking(mail)}>
                      Ghi thành phản ánh
                    </MayButton>
                    {may.enter?.allowed && (
                      <>
                        <Button variant="default" onClick={() => setEnding({ mail, how: "redirect" })}>
                          Là khiếu nại, tố cáo
                        </Button>
                        <Button variant="default" onClick={() => setEnding({ mail, how: "dismiss" })}>
                          Bỏ qua
                        </Button>
                      </>
                    )}
                  </Group>
                </Stack>
              </Paper>
            ))}
          </Stack>
        )}
      </Asked>
      {taking && (
        <TakeDialog
          mail={taking}
          onClose={() => setTaking(null)}
          onDone={() => {
            renew();
            setTaking(null);
          }}
        />
      )}
      <Confirm
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={ending?.how === "redirect" ? "Thư này là khiếu nại, tố cáo?" : "Bỏ qua thư này?"}
        verb={ending?.how === "redirect" ? "Chỉ nơi nhận, không giữ nội dung" : "Bỏ qua"}
        {...(ending?.how === "dismiss" && {
          reasonLabel: "Lý do",
          quickReasons: ["Quảng cáo, thư rác", "Đã ghi bổ sung vào phản ánh đã có", "Không phải phản ánh"],
        })}
        onConfirm={(reason) => ending && end.mutate({ ...ending, reason })}
        pending={end.isPending}
        error={end.error}
      >
        {ending?.how === "redirect"
          ? "Người gửi nhận một thư nói nơi nhận khiếu nại, tố cáo (mỗi ngày nhiều nhất một thư). Chữ và ảnh của thư bị xóa khỏi hệ thống, không lấy lại được."
          : "Chữ và ảnh của thư bị xóa khỏi hệ thống; thư vẫn còn trong hộp thư."}
      </Confirm>
    </Page>
  );
}
