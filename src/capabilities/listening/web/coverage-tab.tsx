import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { themeLabel } from "#plan/contract";
import { today } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { tones } from "../sorting/tone.ts";
import { api } from "./api.ts";
import { WordsPart } from "./words-part.tsx";

const toneWord = (key: string) => (key in tones ? tones[key as keyof typeof tones] : "Chưa ghi sắc thái");

/** How much the followed feeds wrote, of what and how, and what came of criticism. */
export function CoverageTab() {
  const [view, setView] = useFilters({
    tu: today().subtract({ days: 30 }).toString(),
    den: today().toString(),
  });
  const found = useQuery(
    api.listening.coverage.queryOptions({
      input: { from: view.tu, to: view.den },
      placeholderData: (before) => before,
    }),
  );
  return (
    <Stack>
      <Group>
        <DateField label="Từ ngày" value={view.tu} onChange={(tu) => tu && setView({ tu })} />
        <DateField label="Đến hết ngày" value={view.den} onChange={(den) => den && setView({ den })} />
      </Group>
      <Asked query={found}>
        {(told) => (
          <>
            <Text>
              {told.items} tin của các nguồn đang theo dõi, {told.sorted} tin thuộc ít nhất một chủ đề.{" "}
              {told.copies.items === 0
                ? "Không phát sinh tin dùng lại bài của cơ quan."
                : `${told.copies.items} tin dùng lại ${told.copies.texts} bài của cơ quan, ${told.copies.credited} tin có nêu cơ quan.`}{" "}
              {told.incidents.opened === 0
                ? "Không phát sinh vụ việc."
                : `${told.incidents.opened} vụ việc: ${told.incidents.answeredInTime} trả lời trong giờ, ${told.incidents.answeredLate} muộn, ${told.incidents.open} đang xử lý.`}
            </Text>
            <DataTable
              caption="Số tin theo chủ đề (một tin có thể thuộc nhiều chủ đề)"
              rows={told.themes}
              rowKey={({ key }) => key}
              columns={[
                { key: "chu-de", header: "Chủ đề", cell: ({ key }) => themeLabel(key) },
                { key: "so", header: "Số tin", numeric: true, cell: ({ items }) => items },
              ]}
              empty={<Text size="sm">Không phát sinh.</Text>}
            />
            <DataTable
              caption="Số tin theo sắc thái, do người đọc ghi"
              rows={told.tones}
              rowKey={({ key }) => key || "chua-ghi"}
              columns={[
                { key: "sac-thai", header: "Sắc thái", cell: ({ key }) => toneWord(key) },
                { key: "so", header: "Số tin", numeric: true, cell: ({ items }) => items },
              ]}
              empty={<Text size="sm">Không phát sinh.</Text>}
            />
            <DataTable
              caption="Số tin theo nguồn"
              rows={told.sources}
              rowKey={({ key }) => key}
              columns={[
                { key: "nguon", header: "Nguồn tin", cell: ({ name }) => name },
                { key: "so", header: "Số tin", numeric: true, cell: ({ items }) => items },
              ]}
              empty={<Text size="sm">Không phát sinh.</Text>}
            />
          </>
        )}
      </Asked>
      <WordsPart />
    </Stack>
  );
}
