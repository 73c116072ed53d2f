import { Group, Pagination, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type LoudspeakerBulletin } from "../api.ts";

/** Where a bulletin stands, as one word. */
function standing({ stations, plays, waitsForSecond, playedAt, state }: LoudspeakerBulletin) {
  if (state === "withdrawn") return { tone: "withdrawn", word: "Đã thôi" } as const;
  if (waitsForSecond) return { tone: "waiting", word: "Khẩn cấp, chờ xác nhận" } as const;
  if (stations === 0 && plays === 0) return { tone: "none", word: "Chưa giao đài nào" } as const;
  if (plays === 0) return { tone: "scheduled", word: "Chờ phát" } as const;
  return playedAt < stations
    ? ({ tone: "waiting", word: `Đã phát ở ${playedAt}/${stations}` } as const)
    : ({ tone: "done", word: "Đã phát đủ" } as const);
}

const lengthOf = (seconds: number) => `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`;

/** Bulletins on their way to loudspeakers, each with how far it has come. */
export function Bulletins() {
  const [{ trang }, setView] = useFilters({ trang: "1" });
  const page = Math.max(1, Math.floor(Number(trang)) || 1);
  const list = useQuery(
    api.channels.loudspeakerBulletins.queryOptions({
      input: { page },
      placeholderData: (before) => before,
      refetchInterval: 30_000,
    }),
  );
  return (
    <Asked query={list}>
      {({ bulletins, isLast }) => (
        <Stack>
          {bulletins.length === 0 && (
            <EmptyState
              title="Chưa có bản tin nào phát ở loa"
              why="Mở bản tin phát thanh, ở mục “Đăng ở đâu” bấm “Chọn kênh” rồi chọn tài khoản Truyền thanh cơ sở; sau đó giao cho từng đài ở trang của lượt đăng."
              action={
                <LinkButton to="/noi-dung" variant="default">
                  Xem tin, bài
                </LinkButton>
              }
            />
          )}
          {bulletins.map((row) => (
            <Paper key={row.id} withBorder p="md" component="article">
              <Group justify="space-between" align="flex-start" gap="sm">
                <Stack gap={4} flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
                  <Title order={2} size="h4">
                    <LinkText to="/dang-kenh/$id" params={{ id: row.id }} inherit>
                      {row.title}
                    </LinkText>
                  </Title>
                  <Text size="sm">
                    {row.seconds === null ? "Chưa có bản thu" : lengthOf(row.seconds)} · {row.stations} đài,
                    cụm loa · {row.plays.toLocaleString("vi-VN")} lượt phát
                  </Text>
                  {row.firstAt !== null && row.lastAt !== null && (
                    <Text size="sm" c="gray.7">
                      Phát từ {formatDateTime(row.firstAt)} đến {formatDateTime(row.lastAt)}
                    </Text>
                  )}
                  {row.doubtful > 0 && (
                    <Text size="sm" c="red.8">
                      {row.doubtful} lượt phát không tính; mở bản tin để xem vì sao.
                    </Text>
                  )}
                </Stack>
                <StateBadge {...standing(row)} />
              </Group>
            </Paper>
          ))}
          {(page > 1 || !isLast) && (
            <Pagination
              total={isLast ? page : page + 1}
              value={page}
              onChange={(next) => setView({ trang: String(next) })}
              getControlProps={(control) => ({
                "aria-label": control === "next" ? "Trang sau" : "Trang trước",
              })}
            />
          )}
        </Stack>
      )}
    </Asked>
  );
}
