import { Box, Button, CopyButton, Drawer, Indicator, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useIdle } from "@mantine/hooks";
import { IconBell, IconBellCog, IconCheck, IconCopy } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { useGo, WORKSPACE } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { noticeActs, noticeLinks } from "../screens.ts";

const A_MINUTE = 60_000;

/** Takes the notice's words with the link, to be pasted into a chat: most offices talk there. */
function CopyForZalo({ title, href }: { title: string; href: string }) {
  return (
    <CopyButton value={`${title}\n${location.origin}${href}`} timeout={4000}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          ml={4}
          mb={4}
          leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          onClick={copy}
          aria-label={copied ? `Đã chép: ${title}` : `Chép để gửi Zalo: ${title}`}
        >
          {copied ? "Đã chép" : "Chép để gửi Zalo"}
        </Button>
      )}
    </CopyButton>
  );
}

/** The bell: how many notices are unread, and the list. Not asked while nobody is there, so that idle stays idle. */
export function NoticesBell() {
  const idle = useIdle(5 * A_MINUTE, { initialState: false });
  const [opened, list] = useDisclosure();
  const go = useGo();
  const queryClient = useQueryClient();
  const notices = useQuery({
    ...api.organization.listNotices.queryOptions(),
    refetchInterval: idle ? false : A_MINUTE,
  });
  const read = useMutation({
    ...api.organization.readNotices.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.organization.listNotices.key() }),
  });
  const [lookedAgain, setLookedAgain] = useState(false);
  const again = useMutation(
    api.organization.lookAgainAtNotices.mutationOptions({
      onSuccess: (list) => queryClient.setQueryData(api.organization.listNotices.queryKey(), list),
      onSettled: () => setLookedAgain(true),
    }),
  );
  const show = () => {
    setLookedAgain(false);
    again.mutate({});
    list.open();
  };
  const acted = (id: string) => read.mutate({ ids: [id] }, { onSettled: () => again.mutate({}) });
  const unread = notices.data?.unread ?? 0;
  const open = (id: string, href: string) => {
    read.mutate({ ids: [id] });
    list.close();
    if (href.startsWith(`${WORKSPACE}/`)) go(href.slice(WORKSPACE.length));
    else if (href.startsWith("/") && !href.startsWith("//")) go(href);
  };
  return (
    <>
      <Indicator label={unread > 99 ? "99+" : unread} size={18} disabled={unread === 0} offset={6}>
        <Button
          variant="subtle"
          color="gray"
          c="dark"
          px="xs"
          onClick={show}
          aria-label={unread > 0 ? `Thông báo, ${unread} chưa đọc` : "Thông báo"}
        >
          <IconBell size={22} stroke={1.6} />
        </Button>
      </Indicator>
      <Drawer opened={opened} onClose={list.close} position="right" title="Thông báo" size="sm">
        <Button
          variant="subtle"
          size="compact-sm"
          mb="sm"
          leftSection={<IconBellCog size={18} aria-hidden />}
          onClick={() => {
            list.close();
            go("/cai-dat-thong-bao");
          }}
        >
          Cách nhận thông báo
        </Button>
        <Asked query={notices}>
          {({ notices: rows }) =>
            rows.length === 0 ? (
              <EmptyState
                icon={IconBell}
                title="Chưa có thông báo nào"
                why="Khi có việc đến lượt bạn, bài được duyệt hay trả lại, thông báo sẽ hiện ở đây; mỗi việc một lần."
              />
            ) : (
              <Stack gap="xs">
                {unread > 0 && (
                  <Button
                    variant="default"
                    size="xs"
                    w="fit-content"
                    onClick={() =>
                      read.mutate({ ids: rows.filter(({ readAt }) => !readAt).map(({ id }) => id) })
                    }
                  >
                    Đánh dấu tất cả là đã đọc
                  </Button>
                )}
                {rows.map(({ id, matter, about, title, why, href, at, readAt, settledWhy }) => {
                  const waits = !readAt && !settledWhy;
                  // Until the matters were looked up again nothing is offered that may be gone.
                  const stands = !settledWhy && lookedAgain;
                  const Act = stands ? noticeActs[matter] : undefined;
                  const verb = stands ? noticeLinks[matter] : undefined;
                  return (
                    <Box
                      key={id}
                      bg={waits ? "gray.0" : undefined}
                      className={waits ? "notice notice-unread" : "notice"}
                    >
                      <UnstyledButton onClick={() => open(id, href)} p="sm" pb={stands ? 4 : "sm"} w="100%">
                        <Text size="sm" fw={waits ? 600 : 400} style={{ overflowWrap: "anywhere" }}>
                          {waits && (
                            <Box component="span" className="only-read-aloud">
                              Chưa đọc:{" "}
                            </Box>
                          )}
                          {title}
                        </Text>
                        <Text size="xs" c="gray.7">
                          <MomentText at={at} /> · {why}
                        </Text>
                        {settledWhy && (
                          <Text size="xs" c="gray.7">
                            Không còn cần: {settledWhy}
                          </Text>
                        )}
                      </UnstyledButton>
                      {Act && (
                        <Box px="sm" pb="sm">
                          <Suspense>
                            <Act about={about} href={href} onDone={() => acted(id)} />
                          </Suspense>
                        </Box>
                      )}
                      {verb && (
                        <Button
                          size="xs"
                          variant="default"
                          mx="sm"
                          mb="sm"
                          aria-label={`${verb}: ${title}`}
                          onClick={() => open(id, href)}
                        >
                          {verb}
                        </Button>
                      )}
                      {stands && <CopyForZalo title={title} href={href} />}
                    </Box>
                  );
                })}
              </Stack>
            )
          }
        </Asked>
      </Drawer>
    </>
  );
}
