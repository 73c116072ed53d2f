import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { figureText, type Metric, metricWords, sourceLabels } from "../../figures/metric.ts";
import { api, type FiguresOfDelivery } from "../api.ts";
import { LineChart } from "./line-chart.tsx";
import { readAt } from "./read-at.ts";
import { useKeepFigures } from "./use-keep-figures.ts";
import { wholeNumber } from "./whole-number.ts";

type Reading = FiguresOfDelivery["readings"][number];

const dayOf = (at: number) => formatDate(toVietnamDate(new Date(at)));

/** How one number grew, in words. */
function growthInWords(metric: Metric, points: { at: number; value: number }[]): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  return `${metricWords[metric].label}: ${figureText(metric, first.value)} (${dayOf(first.at)}) đến ${figureText(metric, last.value)} (${dayOf(last.at)}), ${points.length} lần ghi.`;
}

/** Every reading: a line of one of the numbers, and the table of all, where a wrong one is put right. */
export function FigureHistory({ found }: { found: FiguresOfDelivery }) {
  const { readings, figures, may } = found;
  const [wrong, setWrong] = useState<Reading | null>(null);
  const [chosen, setChosen] = useState<Metric | null>(null);
  const pointsOf = (metric: Metric) =>
    readings
      .filter((one) => one.metric === metric && one.value !== null && one.supersededBy === null)
      .map(({ takenAt, value }) => ({ at: Date.parse(takenAt), value: value! }))
      .toReversed();
  const drawable = figures.map(({ metric }) => metric).filter((metric) => pointsOf(metric).length > 1);
  const drawn = drawable.find((metric) => metric === chosen) ?? drawable[0];
  const columns: Column<Reading>[] = [
    {
      key: "luc",
      header: "Xem số lúc",
      sortBy: ({ takenAt }) => Date.parse(takenAt),
      cell: (row) => readAt(row),
    },
    { key: "loai", header: "Loại số", cell: ({ metric }) => metricWords[metric].label },
    {
      key: "so",
      header: "Số",
      numeric: true,
      cell: ({ text, supersededBy }) => (
        <Text span td={supersededBy === null ? undefined : "line-through"} inherit>
          {text ?? "Chưa rõ"}
          {supersededBy !== null && <span className="only-read-aloud"> (đã thay)</span>}
        </Text>
      ),
    },
    {
      key: "nguon",
      header: "Nguồn",
      cell: ({ source, byName }) => `${sourceLabels[source]}${byName ? `, ${byName}` : ""}`,
    },
    {
      key: "sua",
      header: "Sửa",
      cell: (row) => (
        <Stack gap={2}>
          {row.reason !== null && <Text size="sm">Thay số trước: {row.reason}</Text>}
          {row.supersededBy !== null && <Text size="sm">Đã thay bằng số khác</Text>}
          {row.supersededBy === null && may.record?.allowed && (
            <Button
              variant="subtle"
              size="compact-sm"
              w="fit-content"
              aria-label={`Sửa ${metricWords[row.metric].label.toLowerCase()}, ${readAt(row)}`}
              onClick={() => setWrong(row)}
            >
              Sửa
            </Button>
          )}
        </Stack>
      ),
    },
  ];
  return (
    <Stack gap="sm" component="section" aria-labelledby="cac-lan-ghi-so">
      <Title order={3} size="h5" id="cac-lan-ghi-so">
        Số liệu theo thời gian
      </Title>
      {drawable.length > 1 && (
        <Group>
          <Select
            label="Vẽ"
            data={drawable.map((metric) => ({ value: metric, label: metricWords[metric].label }))}
            value={drawn ?? null}
            allowDeselect={false}
            onChange={(value) => setChosen(value as Metric)}
          />
        </Group>
      )}
      {drawn !== undefined && (
        <LineChart points={pointsOf(drawn)} words={growthInWords(drawn, pointsOf(drawn))} dayOf={dayOf} />
      )}
      <DataTable
        caption="Mọi lần ghi số của bài trên kênh này"
        rows={readings}
        rowKey={({ id }) => id}
        columns={columns}
      />
      <CorrectDialog deliveryId={found.deliveryId} wrong={wrong} onClose={() => setWrong(null)} />
    </Stack>
  );
}

function CorrectDialog({
  deliveryId,
  wrong,
  onClose,
}: {
  deliveryId: string;
  wrong: Reading | null;
  onClose: () => void;
}) {
  const keep = useKeepFigures();
  return (
    <FormDialog
      opened={wrong !== null}
      onClose={onClose}
      title="Sửa số đã ghi"
      lead={
        wrong &&
        `${metricWords[wrong.metric].label} xem lúc ${readAt(wrong)} đang ghi ${wrong.text ?? "chưa rõ"}. Số cũ vẫn nằm trong lịch sử.`
      }
      initial={{ value: "", reason: "" }}
      check={({ value, reason }) => ({
        ...(value.trim() !== "" &&
          wholeNumber(value) === null && { value: "Hãy ghi một số nguyên, hoặc để trống." }),
        ...(reason.trim() === "" && { reason: "Hãy ghi vì sao sửa." }),
      })}
      verb="Ghi số mới"
      submit={({ value, reason }) =>
        api.channels.correctFigure.call({
          id: deliveryId,
          readingId: wrong!.id,
          value: wholeNumber(value),
          reason,
        })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã sửa số liệu.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Số đúng"
            description="Để trống nếu không biết số đúng: số sẽ là chưa rõ."
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps("value")}
          />
          <Textarea label="Vì sao sửa" required autosize minRows={2} {...form.getInputProps("reason")} />
        </>
      )}
    </FormDialog>
  );
}
