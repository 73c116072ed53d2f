import { Anchor, Button, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { obligationStates, stateWords } from "../obligation-state.ts";
import { proofMoment } from "../proof-moment.ts";
import { type AnnexRow, api } from "./api.ts";

const tones: Record<AnnexRow["state"], StateTone> = {
  proven: "done",
  explained: "note",
  "not-due": "waiting",
  open: "failed",
};

/** States to choose from, each with how many lines are in it. */
const choices = (lines: AnnexRow[]) => [
  ...obligationStates.map((state) => ({
    value: state,
    label: `${stateWords[state]} (${lines.filter((line) => line.state === state).length})`,
  })),
  { value: "withdrawn", label: "Có minh chứng đã thu hồi" },
];

/** Every obligation of the plan by its code, walked to its tasks, products, places and proofs. */
export default function AnnexPage() {
  const id = useParam("id");
  const [{ ma }, setFilter] = useFilters({ ma: "" });
  const report = useQuery(api.reports.get.queryOptions({ input: { id } }));
  const annex = useQuery(api.reports.annex.queryOptions({ input: { id } }));
  const label = report.data?.periodLabel ?? "kỳ báo cáo";
  return (
    <Page
      title="Danh mục nhiệm vụ và minh chứng"
      crumbs={[
        { label: "Báo cáo", to: "/bao-cao" },
        { label, to: `/bao-cao/${id}` },
      ]}
      lead={
        report.data?.frozen === null
          ? "Dữ liệu đang tính trực tiếp; sẽ giữ nguyên từ lúc chốt số liệu."
          : "Dữ liệu như lúc chốt số liệu. Minh chứng đã thu hồi được nêu rõ và không được tính."
      }
    >
      <Asked query={annex}>
        {({ lines }) => {
          const shown = ma === "" ? lines : lines.filter(({ code }) => code === ma);
          return (
            <Stack>
              {ma !== "" && (
                <Group gap="sm">
                  <Text size="sm" role="status">
                    {shown.length === 0 ? `Phụ lục không có dòng ${ma}.` : `Đang xem riêng dòng ${ma}.`}
                  </Text>
                  <Button size="compact-sm" variant="default" onClick={() => setFilter({ ma: "" })}>
                    Xem cả {lines.length} dòng
                  </Button>
                </Group>
              )}
              <DataTable
                caption={captionOf(lines)}
                rows={shown}
                rowKey={({ code }) => code}
                searchText={({ code, what, units, tasks, evidence }) =>
                  [
                    code,
                    what,
                    ...units,
                    ...tasks.map(({ title }) => title),
                    ...evidence.map((proof) => proof.label),
                  ].join(" ")
                }
                filters={[
                  {
                    key: "tinh-trang",
                    label: "Tình trạng",
                    options: choices(lines),
                    matches: ({ state, evidence }, value) =>
                      value === "withdrawn" ? evidence.some(({ withdrawn }) => withdrawn) : state === value,
                  },
                ]}
                columns={[
                  {
                    key: "noi-dung",
                    header: "Nội dung phải thực hiện",
                    cell: ({ code, what, clause }) => (
                      <>
                        <b>{code}</b> {what}
                        {clause !== null && (
                          <Text size="xs" c="gray.7">
                            Mục {clause} của kế hoạch
                          </Text>
                        )}
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
                  { key: "nhiem-vu", header: "Nhiệm vụ", cell: (line) => <Tasks line={line} /> },
                  { key: "san-pham", header: "Sản phẩm, nơi đăng", cell: (line) => <Places line={line} /> },
                  {
                    key: "minh-chung",
                    header: "Minh chứng hoặc lý do",
                    cell: (line) => <Proofs line={line} />,
                  },
                ]}
                empty={
                  <EmptyState
                    title="Kế hoạch chưa có nội dung phải thực hiện và nhiệm vụ"
                    why="Phụ lục liệt kê mọi nội dung phải thực hiện của kế hoạch theo mã và các nhiệm vụ khác; hãy thêm chúng ở trang kế hoạch."
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

/** "Phụ lục: 105 nội dung phải thực hiện, 2 nhiệm vụ khác". */
function captionOf(lines: AnnexRow[]): string {
  const tasks = lines.filter(({ obligationId }) => obligationId === null).length;
  const obligations = lines.length - tasks;
  const parts = [
    ...(obligations > 0 ? [`${obligations} nội dung phải thực hiện`] : []),
    ...(tasks > 0 ? [`${tasks} nhiệm vụ${obligations > 0 ? " khác" : ""}`] : []),
  ];
  return parts.length === 0 ? "Phụ lục" : `Phụ lục: ${parts.join(", ")}`;
}

function Tasks({ line: { tasks } }: { line: AnnexRow }) {
  if (tasks.length === 0) return "Chưa giao nhiệm vụ";
  return (
    <List size="sm" listStyleType="none">
      {tasks.map(({ id, title }) => (
        <List.Item key={id}>
          <LinkText to="/nhiem-vu/$id" params={{ id }} size="sm">
            {title}
          </LinkText>
        </List.Item>
      ))}
    </List>
  );
}

function Places({ line: { products, placements } }: { line: AnnexRow }) {
  if (products.length + placements.length === 0) return "Chưa có";
  return (
    <List size="sm" listStyleType="none" spacing={4} style={{ overflowWrap: "anywhere" }}>
      {products.map(({ id, label }) => (
        <List.Item key={id}>
          <LinkText to="/noi-dung/$id" params={{ id }} size="sm">
            {label}
          </LinkText>
        </List.Item>
      ))}
      {placements.map(({ evidenceId, channel, url, at }) => (
        <List.Item key={evidenceId}>
          {channel}:{" "}
          <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
            {url}
          </Anchor>{" "}
          ({proofMoment(at)})
        </List.Item>
      ))}
    </List>
  );
}

function Proofs({ line: { evidence, clauseProofs, noneReason } }: { line: AnnexRow }) {
  return (
    <List size="sm" listStyleType="none" spacing={4} style={{ overflowWrap: "anywhere" }}>
      {noneReason !== null && (
        <List.Item>
          <i>{noneReason}</i>
        </List.Item>
      )}
      {evidence.map(({ id, label, at, withdrawn }) => (
        <List.Item key={id}>
          {withdrawn === null ? (
            <>
              {label} ({proofMoment(at)})
            </>
          ) : (
            <>
              <s>{label}</s> Đã thu hồi <MomentText at={withdrawn.at} />
              {withdrawn.reason !== null && `: ${withdrawn.reason}`}; không tính
            </>
          )}
        </List.Item>
      ))}
      {clauseProofs.map(({ id, label, url, at, clause }) => (
        <List.Item key={id}>
          Minh chứng chung của mục {clause}:{" "}
          {url === null ? (
            label
          ) : (
            <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
              {label}
            </Anchor>
          )}{" "}
          ({proofMoment(at)})
        </List.Item>
      ))}
    </List>
  );
}
