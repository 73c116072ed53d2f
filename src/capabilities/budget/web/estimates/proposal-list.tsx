import { Text } from "@mantine/core";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { proposalKindWords, proposalStateWords } from "../../estimates/proposal.ts";
import { moneyNumber } from "../../money.ts";
import type { Budget } from "../api.ts";

/** Estimates and adjustments of the year, the newest first, each with where it stands. */
export function ProposalList({ budget: { proposals, year } }: { budget: Budget }) {
  return (
    <Section id="to-trinh" title="Tờ trình dự toán, điều chỉnh">
      <DataTable
        caption={`Tờ trình năm ${year}`}
        rows={proposals}
        rowKey={({ id }) => id}
        empty={<Text size="sm">Năm {year} chưa có tờ trình nào.</Text>}
        columns={[
          {
            key: "ten",
            header: "Tờ trình",
            cell: ({ id, title }) => (
              <LinkText to={`/kinh-phi/to-trinh/${id}` as never} underline="always">
                {title}
              </LinkText>
            ),
          },
          { key: "loai", header: "Loại", cell: ({ kind }) => proposalKindWords[kind] },
          { key: "dong", header: "Số dòng", numeric: true, cell: ({ changes }) => changes },
          {
            key: "tien",
            header: "Tăng, giảm ròng (đồng)",
            numeric: true,
            cell: ({ amount }) => moneyNumber(amount),
          },
          {
            key: "trang-thai",
            header: "Trạng thái",
            cell: ({ state, submittedAt, decidedAt }) => {
              const at = decidedAt ?? submittedAt;
              return `${proposalStateWords[state]}${at ? `, ${formatDateTime(at)}` : ""}`;
            },
          },
        ]}
      />
    </Section>
  );
}
