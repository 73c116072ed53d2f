import { Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { useLeaveFor } from "./provider-buttons.tsx";
import { ProviderRefusal } from "./provider-refusal.tsx";

/** With which accounts elsewhere one may sign in; nothing where there is no such place. */
export function ProviderLinks() {
  const queries = useQueryClient();
  const [{ loi }] = useFilters({ loi: "" });
  const asked = useQuery(api.organization.listProviderLinks.queryOptions());
  const [leaving, setLeaving] = useState<{ issuer: string; name: string } | null>(null);
  const leave = useLeaveFor();
  const remove = useMutation(
    api.organization.unlinkProvider.mutationOptions({
      onSuccess: () => {
        setLeaving(null);
        sayDone("Đã gỡ liên kết; muốn dùng lại thì liên kết ở đây.");
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.organization.listProviderLinks.key() }),
    }),
  );
  const { links = [], open = [] } = asked.data ?? {};
  if (links.length + open.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="dang-nhap-chung">
      <Stack gap="sm">
        <Title order={2} id="dang-nhap-chung">
          Đăng nhập chung
        </Title>
        <Text size="sm">Đăng nhập bằng tài khoản ở nơi khác, khi thư điện tử ở đó giống ở đây.</Text>
        <ProviderRefusal code={loi} />
        <ErrorNotice error={leave.error} />
        {links.map(({ issuer, name, linkedAt }) => (
          <Paper key={issuer} withBorder p="sm">
            <Group justify="space-between" gap="xs">
              <Box flex="1 1 12rem" miw={0}>
                <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                  {name}
                </Text>
                <Text size="sm" c="gray.7">
                  Liên kết lúc <MomentText at={linkedAt} />
                </Text>
              </Box>
              <Button
                size="sm"
                variant="default"
                aria-label={`Gỡ liên kết với ${name}`}
                onClick={() => setLeaving({ issuer, name })}
              >
                Gỡ liên kết
              </Button>
            </Group>
          </Paper>
        ))}
        {open.map(({ key, name }) => (
          <Button
            key={key}
            variant="default"
            w="fit-content"
            loading={leave.isPending && leave.variables.key === key}
            onClick={() => leave.mutate({ key, link: true })}
          >
            Liên kết với {name}
          </Button>
        ))}
      </Stack>
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`Gỡ liên kết với ${leaving?.name ?? ""}`}
        verb="Gỡ liên kết"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate({ issuer: leaving.issuer })}
      >
        Từ lần sau không đăng nhập bằng nơi này được nữa, cho đến khi bạn liên kết lại. Hãy chắc rằng bạn nhớ
        mật khẩu hoặc có khóa truy cập.
      </Confirm>
    </Box>
  );
}
