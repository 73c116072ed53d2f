import { Badge, Button, Group, Pagination, Paper, Stack, Tabs, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import type { DeliveryGroup } from "../../contract.ts";
import { api, type DeliveryRow } from "../api.ts";
import { LockedOut } from "../register/locked-out.tsx";
import { PauseBanner } from "../register/pause-banner.tsx";
import { DeliveryStateBadge } from "./delivery-state.tsx";
import { nextActOf, whenOf, whyOf } from "./delivery-words.ts";

interface Tab {
  the: string;
  group: DeliveryGroup;
  label: string;
  emptyTitle: string;
  why: string;
}

const tabs: Tab[] = [
  {
    the: "can-xu-ly",
    group: "todo",
    label: "Cần xử lý",
    emptyTitle: "Không có bài nào cần người xử lý",
    why: "Bài đến giờ đăng tay, bài kênh không nhận, bài chưa rõ đã lên chưa và lời riêng chờ duyệt sẽ hiện ở đây, bài chờ lâu nhất đứng trước.",
  },
  {
    the: "dang-cho",
    group: "waiting",
    label: "Đang chờ",
    emptyTitle: "Không có bài nào đang chờ",
    why: "Muốn bài lên kênh, mở bài, ở mục “Đăng ở đâu” bấm “Chọn kênh”; chọn được trước cả khi bài được duyệt.",
  },
  {
    the: "da-len",
    group: "placed",
    label: "Đã lên",
    emptyTitle: "Chưa có bài nào lên kênh",
    why: "Bài lên cổng của cơ quan và các kênh được ghi ở đây cùng địa chỉ, giờ lên và ảnh chụp làm minh chứng.",
  },
  {
    the: "da-thoi",
    group: "over",
    label: "Đã thôi",
    emptyTitle: "Chưa có lượt đăng nào đã thôi",
    why: "Lượt đăng thôi trước khi lên kênh và bài đã gỡ khỏi kênh được giữ ở đây cùng lý do.",
  },
];

/** What goes out to the channels: what asks for a person first, what waits, what stands, what is over. */
export default function DeliveriesPage() {
  const [view, setView] = useFilters({ the: "can-xu-ly", "tai-khoan": "", trang: "1" });
  const tab = tabs.find(({ the }) => the === view.the) ?? tabs[0]!;
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const register = useQuery(api.channels.accounts.queryOptions());
  const list = useQuery(
    api.channels.deliveries.queryOptions({
      input: { group: tab.group, page, ...(view["tai-khoan"] && { accountId: view["tai-khoan"] }) },
      placeholderData: (before) => before,
      refetchInterval: 20_000,
    }),
  );
  const counts: Partial<Record<DeliveryGroup, number>> = list.data?.counts ?? {};
  const narrowed = view["tai-khoan"] !== "";
  return (
    <Page
      title="Đăng trên các kênh"
      lead="Bài đã duyệt lên từng tài khoản chính thức đúng một lần; kênh nào chưa nối thì có bộ tài liệu để đăng tay."
    >
      <PauseBanner paused={list.data?.paused ?? null}>
        <LinkButton to="/kenh" size="xs" variant="white">
          Mở sổ tài khoản
        </LinkButton>
      </PauseBanner>
      <LockedOut accounts={register.data?.accounts ?? []} />
      <Tabs
        value={tab.the}
        onChange={(the) => setView({ the: the ?? "", trang: "1" })}
        keepMounted={false}
        activateTabWithKeyboard={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ the, label, group }) => (
            <Tabs.Tab
              key={the}
              value={the}
              rightSection={
                counts[group] ? (
                  <Badge
                    variant={group === "todo" ? "filled" : "light"}
                    color={group === "todo" ? "civicRed" : "gray"}
                    c={group === "todo" ? undefined : "gray.8"}
                  >
                    {counts[group]}
                  </Badge>
                ) : null
              }
            >
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab.the}>
          <Stack>
            <Group>
              <FilterSelect
                label="Tài khoản"
                data={(register.data?.accounts ?? []).map(({ id, name, networkLabel }) => ({
                  value: id,
                  label: `${name} (${networkLabel})`,
                }))}
                value={view["tai-khoan"]}
                onChange={(id) => setView({ "tai-khoan": id, trang: "1" })}
              />
            </Group>
            <Asked query={list}>
              {({ deliveries, total, pageSize }) => (
                <>
                  <Text size="sm" c="gray.7" role="status">
                    {total.toLocaleString("vi-VN")} lượt đăng
                  </Text>
                  {deliveries.length === 0 && (
                    <EmptyState
                      title={narrowed ? `${tab.emptyTitle} trên tài khoản này` : tab.emptyTitle}
                      why={tab.why}
                      action={
                        narrowed ? (
                          <Button variant="default" onClick={() => setView({ "tai-khoan": "" })}>
                            Xem mọi tài khoản
                          </Button>
                        ) : (
                          <LinkButton to="/noi-dung" variant="default">
                            Xem tin, bài
                          </LinkButton>
                        )
                      }
                    />
                  )}
                  {deliveries.map((row) => (
                    <DeliveryCard key={row.id} row={row} />
                  ))}
                  {total > pageSize && (
                    <Pagination
                      total={Math.ceil(total / pageSize)}
                      value={page}
                      onChange={(next) => setView({ trang: String(next) })}
                      getControlProps={(control) => ({
                        "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                      })}
                    />
                  )}
                </>
              )}
            </Asked>
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** One delivery: the text, the channel, where it stands and why, and the one step that comes next. */
function DeliveryCard({ row }: { row: DeliveryRow }) {
  const { id, title, account } = row;
  const next = nextActOf(row);
  const why = whyOf(row);
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
          <Title order={2} size="h4">
            <LinkText to="/dang-kenh/$id" params={{ id }} inherit>
              {title || "Bài chưa có tiêu đề"}
            </LinkText>
          </Title>
          <Text size="sm">
            {account.networkLabel} · {account.name}
          </Text>
          <Text size="sm" c="gray.7">
            {whenOf(row)}
          </Text>
          {why !== null && <Text size="sm">{why}</Text>}
        </Stack>
        <Group gap="sm">
          <DeliveryStateBadge row={row} />
          <LinkButton
            to="/dang-kenh/$id"
            params={{ id }}
            size="xs"
            variant={next.isMine ? "filled" : "default"}
            aria-label={`${next.label}: ${title}, ${account.name}`}
          >
            {next.label}
          </LinkButton>
          {(row.outdated || row.recalled) && (
            <LinkButton
              to="/dang-kenh/bai/$id"
              params={{ id: row.itemId }}
              size="xs"
              variant="default"
              aria-label={`Mọi nơi đăng: ${title}`}
            >
              Mọi nơi đăng
            </LinkButton>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
