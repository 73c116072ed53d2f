import { Badge, Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";
import {
  ownEndpoint,
  type PushAbility,
  pushAbility,
  subscribeThisBrowser,
  unsubscribeThisBrowser,
} from "./this-browser.ts";

const hindrances: Record<Exclude<PushAbility, "able">, string> = {
  refused:
    "Bạn đã chặn thông báo của trang này. Muốn bật, hãy bấm biểu tượng cạnh địa chỉ trang, cho phép Thông báo rồi tải lại trang.",
  "install-first":
    "Trên iPhone, iPad: mở trang bằng Safari, chọn Chia sẻ, chọn Thêm vào MH chính, rồi mở Gần Dân từ màn hình chính và bật tại đây.",
  unable:
    "Trình duyệt này không nhận được thông báo khi trang đã đóng; hãy dùng Chrome, Edge, Firefox hoặc Safari bản mới.",
};

const NOT_REACHED =
  "Trình duyệt chưa đăng ký được với dịch vụ thông báo của hãng. Chưa có gì thay đổi; hãy thử lại khi có mạng.";

/** Devices on which one is told while no page is open; the browser asks only after the button. */
export function PushDevices() {
  const queries = useQueryClient();
  const listed = useQuery(api.organization.listPushDevices.queryOptions());
  const own = useQuery({ queryKey: ["own-push-endpoint"], queryFn: ownEndpoint, staleTime: 0 });
  const again = () => {
    void queries.invalidateQueries({ queryKey: api.organization.listPushDevices.key() });
    void queries.invalidateQueries({ queryKey: ["own-push-endpoint"] });
  };
  const add = useMutation({
    mutationFn: async (publicKey: string) => {
      const subscription = await subscribeThisBrowser(publicKey).catch(() => {
        throw new Error(NOT_REACHED);
      });
      if (subscription) await api.organization.addPushDevice.call(subscription);
      return subscription !== null;
    },
    onSuccess: (added) => {
      if (added) sayDone("Từ nay thông báo cũng đến thiết bị này.");
    },
    onError: sayFailed,
    onSettled: again,
  });
  const end = useMutation({
    mutationFn: async ({ id, isOwn }: { id: string; isOwn: boolean }) => {
      await api.organization.endPushDevice.call({ id });
      if (isOwn) await unsubscribeThisBrowser();
    },
    onSuccess: () => sayDone("Thiết bị đó không nhận thông báo nữa."),
    onError: sayFailed,
    onSettled: again,
  });
  return (
    <Box component="section" aria-labelledby="thiet-bi">
      <Stack gap="sm">
        <Title order={2} size="h3" id="thiet-bi">
          Thông báo trên thiết bị
        </Title>
        <Text size="sm">
          Điện thoại, máy tính báo cho bạn cả khi trang đã đóng. Không bật trên máy dùng chung: ai ngồi máy
          cũng thấy thông báo của bạn.
        </Text>
        <Asked query={listed}>
          {({ publicKey, devices }) => (
            <>
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
                {devices.map(({ id, name, endpoint, addedAt, lastSentAt, lastError }) => (
                  <Paper component="li" key={id} withBorder p="sm">
                    <Group justify="space-between" gap="xs">
                      <Box flex="1 1 14rem" miw={0}>
                        <Group gap="xs">
                          <Text fw={600}>{name}</Text>
                          {endpoint === own.data && (
                            <Badge color="green" variant="light" tt="none" radius="sm">
                              Thiết bị này
                            </Badge>
                          )}
                        </Group>
                        <Text size="sm" c="gray.7">
                          Bật <MomentText at={addedAt} />
                          {lastSentAt && (
                            <>
                              ; báo lần cuối <MomentText at={lastSentAt} />
                            </>
                          )}
                        </Text>
                        {lastError && <Text size="sm">Lần gần nhất không báo được: {lastError}.</Text>}
                      </Box>
                      <Button
                        size="sm"
                        variant="default"
                        loading={end.isPending && end.variables.id === id}
                        onClick={() => end.mutate({ id, isOwn: endpoint === own.data })}
                        aria-label={`Thôi báo trên ${name}`}
                      >
                        Thôi báo
                      </Button>
                    </Group>
                  </Paper>
                ))}
              </Stack>
              <ThisDevice
                publicKey={publicKey}
                told={devices.some(({ endpoint }) => endpoint === own.data)}
                pending={add.isPending}
                onAdd={(key) => add.mutate(key)}
              />
            </>
          )}
        </Asked>
      </Stack>
    </Box>
  );
}

function ThisDevice({
  publicKey,
  told,
  pending,
  onAdd,
}: {
  publicKey: string | null;
  told: boolean;
  pending: boolean;
  onAdd: (publicKey: string) => void;
}) {
  if (told) return null;
  if (publicKey === null)
    return <Text size="sm">Hệ thống của cơ quan chưa có địa chỉ https nên chưa báo trên thiết bị được.</Text>;
  const ability = pushAbility();
  if (ability !== "able") return <Text size="sm">{hindrances[ability]}</Text>;
  return (
    <Button variant="default" w="fit-content" loading={pending} onClick={() => onAdd(publicKey)}>
      Báo trên thiết bị này
    </Button>
  );
}
