import { Anchor, Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { rankInWords, scoreInWords } from "../index-kind.ts";
import type { Index, Result } from "./api.ts";
import { RemoveResult } from "./remove-result.tsx";
import { ResultForm, type ResultValues } from "./result-form.tsx";

const none: ResultValues = {
  ...{ entityId: "", componentId: "", edition: "", score: "", rank: "", ranked: "" },
  ...{ publishedOn: null, source: "", url: "", isCertain: true, note: "", reason: "" },
};

const valuesOf = (one: Result): ResultValues => ({
  ...{ entityId: one.entityId, componentId: one.componentId ?? "", edition: one.edition },
  ...{ score: one.score?.replace(".", ",") ?? "", rank: one.rank ?? "", ranked: one.ranked ?? "" },
  ...{ publishedOn: one.publishedOn, source: one.source, url: one.url ?? "" },
  ...{ isCertain: one.isCertain, note: one.note, reason: "" },
});

/** In the address: the results of the components are shown. */
const PARTS = "thanh-phan";

/** Every result that was published, of the index or of its components, with where it was. */
export function ResultTable({ index }: { index: Index }) {
  const [{ xem }, setView] = useFilters({ xem: "" });
  const byPart = xem === PARTS;
  const [form, setForm] = useState<{ id: string; before: Result | null } | null>(null);
  const [removing, setRemoving] = useState<Result | null>(null);
  const entityName = ({ entityId }: Result) => index.entities.find(({ id }) => id === entityId)?.name ?? "";
  const partName = ({ componentId }: Result) => {
    const part = index.components.find(({ id }) => id === componentId);
    return part ? `${part.number}. ${part.name}` : "Cả chỉ số";
  };
  const columns: Column<Result>[] = [
    { key: "don-vi", header: "Đơn vị", cell: entityName, sortBy: entityName },
    {
      key: "nam",
      header: "Năm đánh giá",
      numeric: true,
      cell: ({ edition }) => edition,
      sortBy: ({ edition }) => edition,
    },
    ...(byPart ? [{ key: "phan", header: "Thành phần", cell: partName, sortBy: partName }] : []),
    {
      key: "diem",
      header: "Điểm",
      numeric: true,
      cell: ({ score }) => score && scoreInWords(score, index.unit),
      sortBy: ({ score }) => Number(score ?? 0),
    },
    {
      key: "hang",
      header: "Hạng",
      cell: ({ rank, ranked }) => rank && rankInWords(rank, ranked),
      sortBy: ({ rank }) => rank ?? 10_000,
    },
    { key: "nguon", header: "Nguồn", cell: (one) => <Source one={one} /> },
    {
      key: "thao-tac",
      header: "Thao tác",
      cell: (one) => (
        <Group gap="xs">
          <MayButton
            may={index.may}
            verb="record"
            hideReason
            size="xs"
            variant="default"
            aria-label={`Sửa kết quả ${one.edition}, ${entityName(one)}, ${partName(one)}`}
            onClick={() => setForm({ id: one.id, before: one })}
          >
            Sửa
          </MayButton>
          {index.may.remove?.allowed && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Bỏ kết quả ${one.edition}, ${entityName(one)}, ${partName(one)}`}
              onClick={() => setRemoving(one)}
            >
              Bỏ
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <Section id="ket-qua" title="Kết quả đã công bố">
      <Group>
        <MayButton
          may={index.may}
          verb="record"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={() => setForm({ id: newId(), before: null })}
        >
          Ghi kết quả
        </MayButton>
      </Group>
      {index.components.length > 0 && (
        <SegmentedControl
          aria-label="Kết quả của"
          w="fit-content"
          data={[
            { value: "", label: "Cả chỉ số" },
            { value: PARTS, label: "Từng thành phần" },
          ]}
          value={xem}
          onChange={(value) => setView({ xem: value })}
        />
      )}
      <DataTable
        caption={`Kết quả ${index.shortName} đã công bố`}
        rows={index.results.filter(({ componentId }) => (componentId !== null) === byPart)}
        rowKey={({ id }) => id}
        columns={columns}
        filters={[
          {
            ...{ key: "don-vi", label: "Đơn vị" },
            options: index.entities.map(({ id, name }) => ({ value: id, label: name })),
            matches: ({ entityId }, value) => entityId === value,
          },
          ...(byPart
            ? [
                {
                  ...{ key: "phan", label: "Thành phần" },
                  options: index.components.map(({ id, number, name }) => ({
                    value: id,
                    label: `${number}. ${name}`,
                  })),
                  matches: ({ componentId }: Result, value: string) => componentId === value,
                },
              ]
            : []),
        ]}
        empty={<Text size="sm">Chưa có kết quả nào được ghi.</Text>}
      />
      {form && (
        <ResultForm
          key={form.id}
          index={index}
          id={form.id}
          isNew={form.before === null}
          initial={form.before ? valuesOf(form.before) : none}
          onClose={() => setForm(null)}
        />
      )}
      {removing && <RemoveResult one={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}

function Source({ one: { source, url, publishedOn, isCertain, note } }: { one: Result }) {
  return (
    <div style={{ overflowWrap: "anywhere" }}>
      {url ? (
        <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" size="sm">
          {source}
        </Anchor>
      ) : (
        <Text size="sm">{source}</Text>
      )}
      {publishedOn && (
        <Text size="xs" c="gray.7">
          Công bố <DayText day={publishedOn} />
        </Text>
      )}
      {!isCertain && <StateBadge tone="waiting" word="Chưa chắc chắn" />}
      {note && (
        <Text size="xs" c="gray.7">
          {note}
        </Text>
      )}
    </div>
  );
}
