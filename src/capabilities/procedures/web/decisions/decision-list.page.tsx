import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { actionLabels, type DecisionAction, decisionStateLabels } from "../../decisions/decision.ts";
import { api, type DecisionView } from "../api.ts";

/** "2 mới ban hành, 1 bãi bỏ" */
export const rowsInWords = ({ rows }: Pick<DecisionView, "rows">): string =>
  (Object.keys(actionLabels) as DecisionAction[])
    .map((action) => ({ action, count: rows.filter((row) => row.action === action).length }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} ${actionLabels[action].toLowerCase()}`)
    .join(", ");

/** The decisions that make procedures known, each with what it does. */
export default function DecisionListPage() {
  const decisions = useQuery(api.procedures.decisions.queryOptions());
  const go = useGo();
  const may = decisions.data?.may;
  const add = () => go("/cong-khai-thu-tuc/quyet-dinh/moi");
  return (
    <Page
      title="Quyết định công bố"
      crumbs={[{ label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" }]}
      lead="Quyết định công bố thủ tục mới, sửa đổi, thay thế, bãi bỏ. Xác nhận rồi thì sổ thủ tục đổi theo và hạn công khai bắt đầu tính."
      actions={
        <MayButton may={may} verb="save" hideReason onClick={add}>
          Ghi quyết định
        </MayButton>
      }
    >
      <Asked query={decisions}>
        {({ decisions: rows }) => (
          <DataTable
            caption="Quyết định công bố thủ tục"
            rows={rows}
            rowKey={({ id }) => id}
            searchText={({ number, abstract, rows: lines }) =>
              [number, abstract, ...lines.flatMap(({ code, name }) => [code, name])].join(" ")
            }
            filters={[
              {
                key: "trang-thai",
                label: "Trạng thái",
                options: optionsOf(decisionStateLabels),
                matches: ({ state }, value) => state === value,
              },
            ]}
            columns={[
              {
                key: "so",
                header: "Quyết định",
                sortBy: ({ number }) => number,
                cell: ({ id, number, abstract }) => (
                  <>
                    <LinkText to="/cong-khai-thu-tuc/quyet-dinh/$id" params={{ id }} fw={600}>
                      {number}
                    </LinkText>
                    <Text size="xs" c="gray.7">
                      {abstract}
                    </Text>
                  </>
                ),
              },
              {
                key: "ngay",
                header: "Ngày ban hành",
                sortBy: ({ issuedOn }) => issuedOn ?? "",
                cell: ({ issuedOn }) => <DayText day={issuedOn} />,
              },
              {
                key: "hieu-luc",
                header: "Có hiệu lực",
                sortBy: ({ effectiveOn }) => effectiveOn,
                cell: ({ effectiveOn }) => <DayText day={effectiveOn} />,
              },
              { key: "noi-dung", header: "Thủ tục", cell: (one) => rowsInWords(one) || "Chưa có dòng nào" },
              {
                key: "cong-bo",
                header: "Hình thức công bố",
                numeric: true,
                sortBy: ({ madeKnown }) => madeKnown.length,
                cell: ({ madeKnown }) => madeKnown.length,
              },
              {
                key: "trang-thai",
                header: "Trạng thái",
                sortBy: ({ state }) => state,
                cell: ({ state }) => (
                  <StateBadge
                    tone={state === "draft" ? "waiting" : "approved"}
                    word={decisionStateLabels[state]}
                  />
                ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa ghi quyết định nào"
                why="Ghi quyết định công bố, hoặc đọc từ tệp .docx, .pdf, để biết thủ tục nào phải công khai lại ở những nơi nào, hạn đến ngày nào."
                action={
                  <MayButton may={may} verb="save" onClick={add}>
                    Ghi quyết định đầu tiên
                  </MayButton>
                }
              />
            }
          />
        )}
      </Asked>
    </Page>
  );
}
