import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { moneyNumber, moneyText, sumOf } from "../../money.ts";
import { api, type Budget, type BudgetLine } from "../api.ts";
import { useYear, YearSelect } from "../year-select.tsx";
import { LineForm, RemoveLine } from "./line-form.tsx";
import { NewProposal } from "./proposal-form.tsx";
import { ProposalList } from "./proposal-list.tsx";
import { SourceList } from "./source-list.tsx";

/** The money of a year: what is approved for which work, what was promised, paid, and is left. */
export default function BudgetPage() {
  const [year, setYear] = useYear();
  const found = useQuery(api.budget.budget.queryOptions({ input: { year } }));
  return (
    <Page
      title="Kinh phí"
      lead="Dự toán theo nguồn và nhiệm vụ; chỉ cam kết, chi trong số đã được người thứ hai duyệt. Đơn vị: đồng."
      actions={
        <>
          <LinkButton to={`/kinh-phi/nhuan-but?nam=${year}` as never} variant="default">
            Nhuận bút
          </LinkButton>
          <LinkButton to={`/kinh-phi/chi-phi-san-pham?nam=${year}` as never} variant="default">
            Chi phí sản phẩm
          </LinkButton>
          <LinkButton to={`/kinh-phi/tiet-kiem?nam=${year}` as never} variant="default">
            Tiết kiệm cho người dân
          </LinkButton>
          <LinkButton to={`/kinh-phi/quyet-toan?nam=${year}` as never} variant="default">
            Quyết toán
          </LinkButton>
        </>
      }
    >
      <YearSelect year={year} years={found.data?.years ?? []} onChange={setYear} />
      <Asked query={found}>
        {(budget) => (
          <>
            <Totals budget={budget} />
            <Lines budget={budget} />
            <ProposalList budget={budget} />
            <SourceList budget={budget} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Totals({ budget: { lines, year } }: { budget: Budget }) {
  if (lines.length === 0) return null;
  const total = (of: (line: BudgetLine) => number) => moneyText(sumOf(lines, of));
  return (
    <Section id="tong-so" title={`Tổng số năm ${year}`}>
      <Text>
        Dự toán được duyệt <strong>{total(({ approved }) => approved)}</strong>; điều chỉnh{" "}
        <strong>{total(({ adjusted }) => adjusted)}</strong>; đã cam kết{" "}
        <strong>{total(({ committed }) => committed)}</strong>; đã chi{" "}
        <strong>{total(({ spent }) => spent)}</strong>; còn lại chưa chi{" "}
        <strong>{total(({ left }) => left)}</strong>.
      </Text>
    </Section>
  );
}

function Lines({ budget }: { budget: Budget }) {
  const [open, setOpen] = useState<{ id: string; line: BudgetLine | null } | null>(null);
  const [removing, setRemoving] = useState<BudgetLine | null>(null);
  const { lines, sources, may, year } = budget;
  const begin = (
    <MayButton
      may={may}
      verb="write"
      leftSection={<IconPlus size={18} />}
      onClick={() => setOpen({ id: newId(), line: null })}
    >
      Thêm dòng dự toán
    </MayButton>
  );
  return (
    <Section id="dong-du-toan" title={`Dòng dự toán năm ${year}`}>
      {sources.length === 0 && <Text size="sm">Trước hết hãy ghi nguồn kinh phí, ở cuối trang này.</Text>}
      <DataTable
        caption={`Dòng dự toán năm ${year}, đơn vị đồng`}
        rows={lines}
        rowKey={({ id }) => id}
        searchText={({ name, linkName, sourceName }) => `${name} ${linkName} ${sourceName}`}
        filters={[
          {
            key: "nguon",
            label: "Nguồn",
            options: sources.map(({ id, name }) => ({ value: id, label: name })),
            matches: ({ sourceId }, value) => sourceId === value,
          },
        ]}
        empty={
          <EmptyState
            title={`Năm ${year} chưa có dòng dự toán`}
            why="Mỗi dòng nói tiền từ nguồn nào, cho nhiệm vụ hoặc nghĩa vụ nào của kế hoạch. Ghi xong các dòng thì lập tờ trình để duyệt."
            action={begin}
          />
        }
        columns={[
          {
            key: "ten",
            header: "Nội dung chi",
            sortBy: ({ name }) => name,
            cell: ({ id, name, linkName, sourceName, approvedAt }) => (
              <>
                <LinkText to={`/kinh-phi/dong/${id}` as never} underline="always">
                  {name}
                </LinkText>
                <Text size="xs" c="gray.7">
                  {linkName} · {sourceName}
                  {approvedAt === null && " · chưa duyệt"}
                </Text>
              </>
            ),
          },
          column("duyet", "Dự toán", ({ approved }) => approved),
          column("dieu-chinh", "Điều chỉnh", ({ adjusted }) => adjusted),
          column("cam-ket", "Đã cam kết", ({ committed }) => committed),
          column("chi", "Đã chi", ({ spent }) => spent),
          column("con", "Còn cam kết, chi thêm được", ({ free }) => free),
          {
            key: "sua",
            header: "Việc",
            cell: (line) =>
              line.approvedAt === null && may.write?.allowed ? (
                <Group gap={6} wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Sửa dòng ${line.name}`}
                    onClick={() => setOpen({ id: line.id, line })}
                  >
                    Sửa
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Bỏ dòng ${line.name}`}
                    onClick={() => setRemoving(line)}
                  >
                    Bỏ
                  </Button>
                </Group>
              ) : (
                "–"
              ),
          },
        ]}
      />
      {lines.length > 0 && (
        <Group>
          {begin}
          <NewProposal budget={budget} kind="estimate" />
          <NewProposal budget={budget} kind="adjustment" />
        </Group>
      )}
      {open && (
        <LineForm
          key={open.id}
          id={open.id}
          budget={budget}
          before={open.line}
          onClose={() => setOpen(null)}
        />
      )}
      {removing && <RemoveLine line={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}

const column = (key: string, header: string, of: (line: BudgetLine) => number) => ({
  ...{ key, header, numeric: true, sortBy: of },
  cell: (line: BudgetLine) => moneyNumber(of(line)),
});
