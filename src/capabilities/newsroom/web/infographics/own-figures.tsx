import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { periodsOfYear } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { sayFailed } from "#ui/undo.tsx";
import { type FigureSource, figureSources, type Row, type Template } from "../../contract.ts";
import { api } from "../api.ts";

type Figures = Awaited<ReturnType<typeof api.newsroom.ownFigures.call>>;

/** Quarters of this year and the last that have begun, the newest first. */
function quarters() {
  const now = today();
  return [now.year - 1, now.year, now.year + 1]
    .flatMap((year) => periodsOfYear(year, "quarter", "decree"))
    .filter(({ from }) => from <= now.toString())
    .toReversed()
    .slice(0, 8)
    .map(({ code, label }) => ({ value: code, label }));
}

const takes = ({ columns }: Template, what: "name" | "value") =>
  columns.find((column) => column.takes === what)?.name;

/** Whether a list of names and numbers can be drawn with this template. */
export const takesFigures = (template: Template): boolean => takes(template, "value") !== undefined;

/** Fills the table with what the platform has counted itself. */
export function OwnFigures({
  template,
  onFilled,
}: {
  template: Template;
  onFilled: (filled: Pick<Figures, "title" | "source" | "day"> & { rows: Row[] }) => void;
}) {
  const [what, setWhat] = useState<FigureSource>(figureSources[0].slug);
  const offered = quarters();
  const [quarter, setQuarter] = useState(offered[0]!.value);
  const [said, setSaid] = useState("");
  const fill = useMutation({
    mutationFn: () => api.newsroom.ownFigures.call({ what, quarter }),
    onSuccess: ({ rows, ...rest }) => {
      if (rows.length === 0) {
        setSaid("Quý này chưa có số nào; bảng giữ nguyên. Hãy chọn quý khác.");
        return;
      }
      const { mostRows } = template;
      const [name, value] = [takes(template, "name")!, takes(template, "value")!];
      onFilled({
        ...rest,
        rows: rows.slice(0, mostRows).map((row) => ({ [name]: row.name, [value]: row.value })),
      });
      setSaid(
        rows.length > mostRows
          ? `Đã điền ${mostRows} dòng nhiều nhất trong ${rows.length} dòng, vì mẫu này vẽ nhiều nhất ${mostRows} dòng. Hãy ghi điều ấy vào tiêu đề.`
          : `Đã điền ${rows.length} dòng.`,
      );
    },
    onError: sayFailed,
  });
  return (
    <Stack gap={6} role="group" aria-label="Số liệu sẵn có">
      <Group align="flex-end" gap="sm">
        <Select
          label="Số liệu sẵn có"
          allowDeselect={false}
          flex="2 1 16rem"
          data={figureSources.map(({ slug, label }) => ({ value: slug, label }))}
          value={what}
          onChange={(slug) => slug && setWhat(slug as FigureSource)}
        />
        <Select
          label="Kỳ báo cáo"
          allowDeselect={false}
          flex="1 1 10rem"
          data={offered}
          value={quarter}
          onChange={(code) => code && setQuarter(code)}
        />
        <Button variant="default" loading={fill.isPending} onClick={() => fill.mutate()}>
          Điền vào bảng
        </Button>
      </Group>
      <div role="status">{said && <Text size="sm">{said}</Text>}</div>
    </Stack>
  );
}
