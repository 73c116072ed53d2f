import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { api } from "../api.ts";
import { ContentFigures } from "../figures/content-figures.tsx";
import { DeliveryStateBadge } from "../list/delivery-state.tsx";
import { whenOf, whyOf } from "../list/delivery-words.ts";
import { ChooseAccounts } from "./choose-accounts.tsx";

/** Under which accounts a text goes out and where it stands, with the way to choose more; before it is public and after. */
export function ContentDeliveries({
  itemId,
  standing,
}: {
  itemId: string;
  standing: "ahead" | "public" | "over";
}) {
  const [choosing, choose] = useDisclosure(false);
  const found = useQuery(
    api.channels.deliveriesOfContent.queryOptions({
      input: { id: itemId },
      refetchInterval: standing === "over" ? false : 20_000,
    }),
  );
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="dang-o-dau">
      <Stack gap="sm">
        <Title order={2} size="h4" id="dang-o-dau">
          Đăng ở đâu
        </Title>
        <Asked query={found}>
          {({ deliveries, accounts, lists, embargoUntil, may }) => (
            <>
              {deliveries.length === 0 && (
                <Text size="sm" c="gray.7">
                  {standing === "ahead"
                    ? "Bài sẽ lên cổng của cơ quan; chưa chọn kênh nào khác."
                    : "Chưa lên kênh nào."}
                </Text>
              )}
              <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
                {deliveries.map((row) => (
                  <Box key={row.id} component="li" style={{ overflowWrap: "anywhere" }}>
                    <Group gap={6} justify="space-between" align="flex-start">
                      <LinkText
                        to="/dang-kenh/$id"
                        params={{ id: row.id }}
                        fw={600}
                        size="sm"
                        flex="1 1 9rem"
                      >
                        {row.account.name}
                      </LinkText>
                      <DeliveryStateBadge row={row} />
                    </Group>
                    <Text size="xs" c="gray.7">
                      {row.account.networkLabel} · {whenOf(row)}
                    </Text>
                    {whyOf(row) !== null && <Text size="xs">{whyOf(row)}</Text>}
                  </Box>
                ))}
              </Stack>
              {deliveries.some(({ outdated, recalled }) => outdated || recalled) && (
                <LinkButton to="/dang-kenh/bai/$id" params={{ id: itemId }} w="fit-content">
                  {standing === "over" ? "Gỡ trên các kênh" : "Sửa, gỡ trên các kênh"}
                </LinkButton>
              )}
              {deliveries.some(({ placedAt, takenDownAt }) => placedAt !== null && takenDownAt === null) &&
                !deliveries.some(({ outdated, recalled }) => outdated || recalled) && (
                  <LinkText to="/dang-kenh/bai/$id" params={{ id: itemId }} size="sm">
                    Nơi nào mang bản nào; sửa, gỡ
                  </LinkText>
                )}
              {standing !== "ahead" && <ContentFigures itemId={itemId} />}
              {standing !== "over" && accounts.some(({ chosen }) => !chosen) && (
                <MayButton may={may} verb="plan" variant="default" w="fit-content" onClick={choose.open}>
                  Chọn kênh
                </MayButton>
              )}
              {accounts.length === 0 && (
                <Text size="sm">
                  Sổ chưa có tài khoản nào ngoài cổng.{" "}
                  <LinkText to="/kenh" underline="always">
                    Ghi tài khoản chính thức
                  </LinkText>
                </Text>
              )}
              <ChooseAccounts
                itemId={itemId}
                accounts={accounts}
                lists={lists}
                embargoUntil={embargoUntil}
                isPublic={standing === "public"}
                opened={choosing}
                onClose={choose.close}
              />
            </>
          )}
        </Asked>
      </Stack>
    </Paper>
  );
}
