import { Badge, Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** What the address of a machine means, in words. */
function placeOf(address: string | null): string {
  if (!address) return "không rõ địa chỉ";
  if (/^(127\.|::1$|0000:.*:0001$)/.test(address)) return "chính máy chủ này";
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(address)
    ? `mạng nội bộ, địa chỉ ${address}`
    : `địa chỉ ${address}`;
}

/** Where one is signed in, and how to end it. */
export function SessionsList() {
  const queries = useQueryClient();
  const sessions = useQuery({ ...api.organization.listSessions.queryOptions(), staleTime: 0 });
  const [asked, setAsked] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: api.organization.listSessions.key() });
  const end = useMutation(
    api.organization.endSession.mutationOptions({
      onSuccess: () => sayDone("Đã kết thúc phiên đăng nhập đó."),
      onError: sayFailed,
      onSettled: again,
    }),
  );
  const endOthers = useMutation(
    api.organization.endOtherSessions.mutationOptions({
      onSuccess: ({ ended }) => {
        setAsked(false);
        sayDone(`Đã kết thúc ${ended} phiên đăng nhập khác.`);
      },
      onSettled: again,
    }),
  );
  return (
    <Box component="section" aria-labelledby="phien-dang-nhap">
      <Stack gap="sm">
        <Title order={2} id="phien-dang-nhap">
          Nơi đang đăng nhập
        </Title>
        <Text size="sm">
          Thấy thiết bị lạ thì kết thúc phiên đó rồi đổi mật khẩu. Phiên không dùng đến tự kết thúc.
        </Text>
        <Asked query={sessions}>
          {({ sessions: rows }) => (
            <>
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
                {rows.map(({ id, device, address, signedInAt, lastSeenAt, current }) => (
                  <Paper component="li" key={id} withBorder p="sm">
                    <Group justify="space-between" gap="xs">
                      <Box flex="1 1 14rem" miw={0}>
                        <Group gap="xs">
                          <Text fw={600}>{device}</Text>
                          {current && (
                            <Badge color="green" variant="light" tt="none" radius="sm">
                              Phiên này
                            </Badge>
                          )}
                        </Group>
                        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                          Từ {placeOf(address)}
                        </Text>
                        <Text size="sm" c="gray.7">
                          Đăng nhập <MomentText at={signedInAt} />; dùng lần cuối{" "}
                          <MomentText at={lastSeenAt} />
                        </Text>
                      </Box>
                      {!current && (
                        <Button
                          size="sm"
                          variant="default"
                          loading={end.isPending && end.variables.id === id}
                          onClick={() => end.mutate({ id })}
                          aria-label={`Kết thúc phiên ${device}`}
                        >
                          Kết thúc
                        </Button>
                      )}
                    </Group>
                  </Paper>
                ))}
              </Stack>
              {rows.length > 1 && (
                <Button variant="default" w="fit-content" onClick={() => setAsked(true)}>
                  Kết thúc mọi phiên khác
                </Button>
              )}
            </>
          )}
        </Asked>
      </Stack>
      <Confirm
        opened={asked}
        onClose={() => setAsked(false)}
        title="Kết thúc mọi phiên khác"
        verb="Kết thúc các phiên khác"
        pending={endOthers.isPending}
        error={endOthers.error}
        onConfirm={() => endOthers.mutate({})}
      >
        Bạn bị đăng xuất ở mọi thiết bị khác ngay lập tức; phiên này vẫn tiếp tục. Chữ đang viết dở ở thiết bị
        khác còn trên thiết bị đó, đăng nhập lại là viết tiếp.
      </Confirm>
    </Box>
  );
}
