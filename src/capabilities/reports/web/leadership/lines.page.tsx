import { Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { isWithin } from "../../leadership/overview.ts";
import { type ObligationState, obligationStates, stateWords } from "../../obligation-state.ts";
import { api } from "../api.ts";
import { currentMonth } from "./overview.page.tsx";

const tones: Record<ObligationState, StateTone> = {
  proven: "done",
  explained: "note",
  "not-due": "waiting",
  open: "failed",
};

/** The obligations behind the numbers of the overview. */
export default function LinesPage() {
  const [{ ky, muc, ma }, setFilter] = useFilters({ ky: currentMonth(), muc: "", ma: "" });
  const found = useQuery(api.reports.overviewLines.queryOptions({ input: { period: ky } }));
  return (
    <Page
      title="Nội dung phải thực hiện trong kỳ"
      crumbs={[{ label: "Tổng quan lãnh đạo", to: "/tong-quan-lanh-dao" }]}
      lead={found.data?.periodLabel}
    >
      <Asked query={found}>
        {({ lines, periodLabel }) => {
          const shown = lines.filter(
            ({ code, clause }) =>
              (ma === "" || code === ma) && (muc === "" || isWithin(clause ?? "khac", muc)),
          );
          return (
            <Stack>
              {shown.length < lines.length && (
                <Group gap="sm">
                  <Text size="sm" role="status">
                    Đang xem {shown.length} trong {lines.length} nội dung
                    {ma ? ` (${ma})` : muc === "khac" ? " (không thuộc mục nào)" : ` (mục ${muc})`}.
                  </Text>
                  <Button size="compact-sm" variant="default" onClick={() => setFilter({ muc: "", ma: "" })}>
                    Xem cả {lines.length} nội dung
                  </Button>
                </Group>
              )}
              <DataTable
                caption={`Nội dung phải thực hiện, ${periodLabel}`}
                rows={shown}
                rowKey={({ code }) => code}
                searchText={({ code, what, units }) => [code, what, ...units].join(" ")}
                filters={[
                  {
                    key: "tinh-trang",
                    label: "Tình trạng",
                    options: obligationStates.map((state) => ({
                      value: state,
                      label: `${stateWords[state]} (${shown.filter((one) => one.state === state).length})`,
                    })),
                    matches: ({ state }, value) => state === value,
                  },
                ]}
                columns={[
                  {
                    key: "noi-dung",
                    header: "Nội dung phải thực hiện",
                    cell: ({ code, what }) => (
                      <>
                        <b>{code}</b> {what}
                      </>
                    ),
                  },
                  {
                    key: "don-vi",
                    header: "Đơn vị",
                    cell: ({ units }) => (units.length === 0 ? "Chưa giao" : units.join("; ")),
                  },
                  {
                    key: "tinh-trang",
                    header: "Tình trạng",
                    cell: ({ state }) => <StateBadge tone={tones[state]} word={stateWords[state]} />,
                  },
                  {
                    key: "minh-chung",
                    header: "Minh chứng hoặc lý do",
                    cell: ({ why, proofs }) =>
                      why !== null ? (
                        <i>{why}</i>
                      ) : (
                        <List size="sm" listStyleType="none" style={{ overflowWrap: "anywhere" }}>
                          {proofs.map(({ id, label, url }) => (
                            <List.Item key={id}>
                              {url === null ? (
                                label
                              ) : (
                                <Anchor
                                  href={url}
                                  target="_blank"
                                  rel="noreferrer"
                                  underline="always"
                                  size="sm"
                                >
                                  {label}
                                </Anchor>
                              )}
                            </List.Item>
                          ))}
                        </List>
                      ),
                  },
                  {
                    key: "nhiem-vu",
                    header: "Nhiệm vụ",
                    cell: ({ tasks }) =>
                      tasks.length === 0 ? (
                        "Chưa giao nhiệm vụ"
                      ) : (
                        <List size="sm" listStyleType="none">
                          {tasks.map(({ id, title }) => (
                            <List.Item key={id}>
                              <LinkText to="/nhiem-vu/$id" params={{ id }} size="sm" underline="always">
                                {title}
                              </LinkText>
                            </List.Item>
                          ))}
                        </List>
                      ),
                  },
                ]}
                empty={
                  <EmptyState
                    title="Không có nội dung nào"
                    why="Kế hoạch chưa ghi nội dung phải thực hiện, hoặc mục này không có nội dung nào."
                  />
                }
              />
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}
