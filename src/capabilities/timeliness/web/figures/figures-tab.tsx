import { Alert, Button, Group, List, Select, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { saveFile } from "#ui/save-file.ts";
import { type Division, divisions } from "../../figures/measure-words.ts";
import { api, type FiguresView } from "../api.ts";
import { currentQuarter, PeriodSelect } from "../period-select.tsx";
import { ControlPart } from "./control-part.tsx";
import { CountTable, ShareTable } from "./figure-tables.tsx";
import { SatisfactionPart } from "./satisfaction-part.tsx";
import { SettledBars } from "./settled-bars.tsx";
import { SourcesPart } from "./sources-part.tsx";

/** The figures of a period: chart, tables whose numbers lead to their rows, and how they came about. */
export function FiguresTab() {
  const [view, setView] = useFilters({ ky: currentQuarter(), theo: "unit" });
  const input = { period: view.ky, by: view.theo as Division };
  const figures = useQuery(api.timeliness.figures.queryOptions({ input }));
  const file = useMutation({
    mutationFn: () => api.timeliness.figuresFile.call(input),
    onSuccess: ({ body }) => saveFile(new File([body], `tien-do-ho-so-${view.ky}.xlsx`, { type: body.type })),
  });
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <PeriodSelect value={view.ky} onChange={(ky) => setView({ ky })} />
        <Select
          label="Chia theo"
          data={optionsOf(divisions)}
          allowDeselect={false}
          value={view.theo}
          onChange={(theo) => theo && setView({ theo })}
          flex="1 1 10rem"
          maw="14rem"
        />
        <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          Tải Excel
        </Button>
      </Group>
      <ErrorNotice error={file.error} />
      <Asked query={figures}>{(found) => <Figures found={found} by={input.by} />}</Asked>
    </Stack>
  );
}

function Figures({ found, by }: { found: FiguresView; by: Division }) {
  const { totals, rows, period, label, from, until, method, yearsWithoutList, fromCounts } = found;
  const { partsFromCounts } = found;
  if (totals.received === 0)
    return (
      <EmptyState
        title={`${label} không phát sinh hồ sơ nào`}
        why={`Trong các bảng đã nhập không có hồ sơ nào tiếp nhận hoặc còn lại từ ngày ${formatDate(from)} đến ngày ${formatDate(until)}.`}
        action={
          <LinkButton to="/tien-do-ho-so" search={{ the: "nhap" }}>
            Nhập bảng hồ sơ
          </LinkButton>
        }
      />
    );
  return (
    <Stack gap="lg">
      <Text>
        {label}, số liệu từ ngày {formatDate(from)} đến hết ngày {formatDate(until)}. Bấm vào con số để xem
        từng hồ sơ.
        {fromCounts > 0 &&
          ` ${fromCounts.toLocaleString("vi-VN")} hồ sơ chỉ có số tổng hợp của hệ thống; số nào gồm chúng thì không mở ra được.`}
      </Text>
      {yearsWithoutList.length > 0 && (
        <Alert color="yellow" variant="light" title="Lịch nghỉ chưa đủ">
          Năm {yearsWithoutList.join(", ")} chưa khai ngày nghỉ lễ và ngày làm bù; số ngày làm việc ở đây chỉ
          trừ thứ Bảy, Chủ nhật. <LinkText to="/ngay-nghi">Khai lịch nghỉ</LinkText>
        </Alert>
      )}
      <SettledBars rows={rows} what={divisions[by]} />
      <CountTable {...{ totals, rows, by, period, partsFromCounts }} />
      <ShareTable {...{ totals, rows, by, period, partsFromCounts }} />
      <SourcesPart found={found} />
      <SatisfactionPart rows={found.satisfaction} />
      <ControlPart found={found} />
      <Stack gap={4} component="section" aria-labelledby="cach-tinh">
        <Title order={2} size="h4" id="cach-tinh">
          Cách tính
        </Title>
        <List size="sm">
          {method.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </Stack>
    </Stack>
  );
}
