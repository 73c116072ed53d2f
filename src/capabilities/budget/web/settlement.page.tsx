import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { Section } from "#ui/section.tsx";
import { moneyInWords, moneyNumber, moneyText } from "../money.ts";
import { type Sums, spentShare, sumColumns } from "../settlement/settlement.ts";
import { api } from "./api.ts";
import { ClosingSection } from "./closing/closing-section.tsx";
import { useYear, YearSelect } from "./year-select.tsx";

/** What a year has come to, by source and line, with the files for the settlement. */
export default function SettlementPage() {
  const [year, setYear] = useYear();
  const found = useQuery(api.budget.settlement.queryOptions({ input: { year } }));
  return (
    <Page
      title="Quyết toán"
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead="Cộng từ sổ quyết định, cam kết và chi; chỉ kể dòng đã duyệt. Đơn vị: đồng."
      actions={<Downloads year={year} />}
    >
      <YearSelect year={year} years={[]} onChange={setYear} />
      <Asked query={found}>
        {({ sources, total, pending }) =>
          sources.length === 0 ? (
            <EmptyState
              title={`Năm ${year} chưa có dòng nào được duyệt`}
              why="Quyết toán cộng các dòng dự toán đã được duyệt của năm."
            />
          ) : (
            <>
              <Section id="tong-cong" title={`Tổng cộng năm ${year}`}>
                <Told sums={total} />
                {pending.count > 0 && (
                  <Text>
                    Trong số trên còn {pending.count} mục chờ người thứ hai xác nhận: đã cam kết{" "}
                    {moneyText(pending.committed)}, đã chi {moneyText(pending.spent)}.
                  </Text>
                )}
              </Section>
              {sources.map((source) => (
                <Section key={source.id} id={`nguon-${source.id}`} title={source.name}>
                  <Told sums={source.total} />
                  <DataTable
                    caption={`${source.name}, đơn vị đồng`}
                    rows={source.lines}
                    rowKey={({ id }) => id}
                    columns={[
                      {
                        key: "ten",
                        header: "Nội dung chi",
                        cell: ({ id, name }) => (
                          <LinkText to={`/kinh-phi/dong/${id}` as never} underline="always">
                            {name}
                          </LinkText>
                        ),
                      },
                      ...sumColumns.map(({ key, header }) => ({
                        ...{ key, header, numeric: true },
                        cell: (line: Sums) => moneyNumber(line[key]),
                      })),
                      {
                        key: "ty-le",
                        header: "Đã chi trên dự toán",
                        numeric: true,
                        cell: (line: Sums) => spentShare(line) ?? "–",
                      },
                    ]}
                  />
                </Section>
              ))}
            </>
          )
        }
      </Asked>
      <ClosingSection year={year} />
    </Page>
  );
}

function Told({ sums }: { sums: Sums }) {
  const share = spentShare(sums);
  return (
    <Text>
      Sau điều chỉnh <strong>{moneyText(sums.limit)}</strong>; đã chi <strong>{moneyText(sums.spent)}</strong>{" "}
      ({moneyInWords(sums.spent)}){share && `, bằng ${share}`}; còn lại{" "}
      <strong>{moneyText(sums.left)}</strong>.
    </Text>
  );
}

function Downloads({ year }: { year: number }) {
  const fetch = useMutation({
    mutationFn: (format: "xlsx" | "docx") =>
      format === "xlsx"
        ? api.budget.settlementWorkbook.call({ year })
        : api.budget.settlementDocument.call({ year }),
    onSuccess: ({ body }) => saveFile(body),
  });
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={fetch.isPending}
          onClick={() => fetch.mutate("docx")}
        >
          Tải báo cáo (.docx)
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={fetch.isPending}
          onClick={() => fetch.mutate("xlsx")}
        >
          Tải bảng tính (.xlsx)
        </Button>
      </Group>
      <ErrorNotice error={fetch.error} />
    </>
  );
}
