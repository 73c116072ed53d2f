import { Checkbox, Group, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Index } from "./api.ts";
import { useKeepIndex } from "./use-keep-index.ts";

export interface ResultValues extends Record<string, unknown> {
  entityId: string;
  /** "": the index as a whole. */
  componentId: string;
  edition: number | "";
  score: string;
  rank: number | "";
  ranked: number | "";
  publishedOn: string | null;
  source: string;
  url: string;
  isCertain: boolean;
  note: string;
  reason: string;
}

const numberOf = (typed: number | string): number | null => (typed === "" ? null : Number(typed));

/** One result as its publisher gave it; a change of one that stands needs a reason. */
export function ResultForm({
  index,
  id,
  isNew,
  initial,
  onClose,
}: {
  index: Index;
  id: string;
  isNew: boolean;
  initial: ResultValues;
  onClose: () => void;
}) {
  const keep = useKeepIndex();
  return (
    <FormDialog<ResultValues, Index>
      opened
      onClose={onClose}
      title={isNew ? `Ghi kết quả ${index.shortName}` : `Sửa kết quả ${index.shortName}`}
      lead="Ghi đúng số đã công bố, cả số lẻ; không ghi số tự tính."
      initial={initial}
      verb="Ghi kết quả"
      check={({ entityId, score, rank }) => ({
        ...(entityId === "" && { entityId: "Hãy chọn đơn vị được xếp hạng." }),
        ...(score.trim() === "" && rank === "" && { score: "Hãy ghi điểm hoặc hạng." }),
      })}
      submit={({ componentId, edition, score, rank, ranked, url, ...values }) =>
        api.indices.saveResult.call({
          ...values,
          ...{ id, indexId: index.id, componentId: componentId || null, edition: Number(edition) },
          ...{ score: score.trim() || null, rank: numberOf(rank), ranked: numberOf(ranked) },
          url: url.trim() || null,
        })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã ghi kết quả.");
      }}
    >
      {(form) => <Fields form={form} index={index} isNew={isNew} />}
    </FormDialog>
  );
}

function Fields({ form, index, isNew }: { form: DialogForm<ResultValues>; index: Index; isNew: boolean }) {
  return (
    <>
      <Select
        label="Đơn vị được xếp hạng"
        required
        data-autofocus
        allowDeselect={false}
        data={index.entities.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("entityId")}
      />
      <Select
        label="Phần"
        allowDeselect={false}
        searchable
        nothingFoundMessage="Không có thành phần này"
        data={[
          { value: "", label: "Cả chỉ số" },
          ...index.components.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
        ]}
        {...form.getInputProps("componentId")}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label="Năm đánh giá"
          description="Năm được đo, không phải năm công bố."
          required
          hideControls
          thousandSeparator=""
          {...form.getInputProps("edition")}
        />
        <TextInput
          label="Điểm"
          description={index.unit === "percent" ? "Phần trăm, ví dụ 91,16." : "Ví dụ 45,7047."}
          inputMode="decimal"
          {...form.getInputProps("score")}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberInput label="Hạng" min={1} hideControls {...form.getInputProps("rank")} />
        <NumberInput
          label="Trên tổng số"
          placeholder="34"
          min={1}
          hideControls
          {...form.getInputProps("ranked")}
        />
      </Group>
      <DateField label="Ngày công bố" {...form.getInputProps("publishedOn")} />
      <TextInput
        label="Nguồn"
        description="Quyết định, báo cáo hoặc trang đã công bố."
        required
        {...form.getInputProps("source")}
      />
      <TextInput label="Đường dẫn" type="url" {...form.getInputProps("url")} />
      <Checkbox
        label="Đã đối chiếu với bản công bố gốc"
        {...form.getInputProps("isCertain", { type: "checkbox" })}
      />
      <Textarea label="Ghi chú" autosize minRows={1} {...form.getInputProps("note")} />
      {!isNew && <Textarea label="Lý do sửa" required autosize {...form.getInputProps("reason")} />}
    </>
  );
}
