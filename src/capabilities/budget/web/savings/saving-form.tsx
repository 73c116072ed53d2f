import { NumberInput, Select, Text, Textarea, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { type PeriodKind, periodContaining, periodsOfYear } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyNumber, readMoney } from "../../money.ts";
import {
  type SavingMeasure,
  type SavingScope,
  savedByAll,
  savedText,
  savingMeasures,
  savingMeasureWords,
} from "../../savings/saving.ts";
import { api, type Saving, type Savings } from "../api.ts";
import { MoneyField } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";

interface Values extends Record<string, unknown> {
  period: string;
  measure: SavingMeasure;
  /** "all:", "field:…", "procedure:…". */
  part: string;
  scopeName: string;
  dossiers: number | string;
  countedBy: string;
  minutes: number | string;
  ways: number | string;
  dongTyped: string;
  method: string;
  documentTitle: string;
  documentNumber: string;
  documentDay: string | null;
  link: string;
}

const kinds: [PeriodKind, string][] = [
  ["month", "Tháng"],
  ["quarter", "Quý"],
  ["half", "6 tháng"],
  ["year", "Năm"],
];

/** The periods of a year that have begun. */
const periodsOf = (year: number) =>
  kinds.map(([kind, group]) => ({
    group,
    items: periodsOfYear(year, kind, "decree")
      .filter(({ from }) => from <= today().toString())
      .reverse()
      .map(({ code, label, from, to }) => ({
        value: code,
        label: `${label} (${formatDate(from)} – ${formatDate(to)})`,
      })),
  }));

const beginning = (year: number): string => {
  const day = today().toString();
  const { code } = periodContaining(day, "quarter", "decree");
  const all = periodsOf(year).flatMap(({ items }) => items.map(({ value }) => value));
  return all.includes(code) ? code : (all[0] ?? "");
};

const initialOf = (before: Saving | null, year: number): Values => ({
  ...{ period: before?.period ?? beginning(year), measure: before?.measure ?? "online" },
  part: before && before.scope !== "named" ? `${before.scope}:${before.scopeKey}` : "",
  scopeName: before?.scope === "named" ? before.scopeName : "",
  dossiers: before?.measure === "entered" ? before.dossiers : "",
  ...{ countedBy: before?.countedBy ?? "", minutes: before?.minutes ?? "", ways: before?.ways ?? "" },
  dongTyped: before && before.dong > 0 ? moneyNumber(before.dong) : "",
  ...{ method: before?.method ?? "", documentTitle: before?.documentTitle ?? "" },
  ...{ documentNumber: before?.documentNumber ?? "", documentDay: before?.documentDay ?? null },
  link: before?.link ?? "",
});

const dongOf = (typed: string): number => (typed.trim() === "" ? 0 : (readMoney(typed).amount ?? 0));

/** What a dossier is saved, by which document, and how many dossiers there are. */
export function SavingForm({
  id,
  year,
  before,
  onClose,
}: {
  id: string;
  year: number;
  before: Saving | null;
  onClose: () => void;
}) {
  const keep = useKeep();
  return (
    <FormDialog<Values, Savings>
      opened
      onClose={onClose}
      size="xl"
      title={before ? "Sửa số liệu tiết kiệm" : "Ghi số liệu tiết kiệm"}
      lead="Mức tiết kiệm lấy từ quyết định, phương án hoặc văn bản có số và ngày. Ghi xong, đính tệp văn bản ấy; chưa có tệp thì chưa gửi người duyệt. Duyệt rồi, số liệu, cách tính và nguồn lên cổng; không ghi dữ liệu cá nhân."
      initial={initialOf(before, year)}
      verb="Ghi số liệu"
      check={({ measure, part, documentDay }) => ({
        ...(measure !== "entered" && part === "" && { part: "Hãy chọn thủ tục hoặc lĩnh vực." }),
        ...(documentDay === null && { documentDay: "Hãy ghi ngày của văn bản nguồn." }),
      })}
      submit={({ part, documentDay, dossiers, minutes, ways, measure, ...values }) => {
        const [scope = "", ...key] = measure === "entered" ? ["named"] : part.split(":");
        return api.budget.saveCitizenSaving.call({
          ...values,
          ...{ id, measure, scope: scope as SavingScope, scopeKey: key.join(":") },
          ...{ dossiers: dossiers === "" ? null : Number(dossiers), documentDay: documentDay! },
          ...{ minutes: Number(minutes || 0), ways: Number(ways || 0) },
        });
      }}
      onDone={(answer) => {
        keep.savings(answer);
        const { documents = [] } = answer.savings.find((one) => one.id === id) ?? {};
        sayDone(
          documents.length > 0
            ? "Đã ghi số liệu; chờ người thứ hai duyệt."
            : "Đã ghi số liệu; hãy đính tệp văn bản nguồn để gửi người duyệt.",
        );
      }}
    >
      {(form) => (
        <>
          <Select
            label="Kỳ báo cáo"
            required
            allowDeselect={false}
            data={periodsOf(year)}
            data-autofocus
            {...form.getInputProps("period")}
          />
          <Select
            label="Hồ sơ được tính"
            required
            allowDeselect={false}
            data={savingMeasures.map((value) => ({ value, label: savingMeasureWords[value] }))}
            {...form.getInputProps("measure")}
          />
          {form.values.measure === "entered" ? (
            <>
              <TextInput label="Thủ tục hoặc nhóm thủ tục" required {...form.getInputProps("scopeName")} />
              <Whole label="Số hồ sơ" required {...form.getInputProps("dossiers")} />
              <TextInput
                label="Số hồ sơ lấy từ đâu"
                placeholder="Báo cáo số …, ngày …"
                required
                {...form.getInputProps("countedBy")}
              />
            </>
          ) : (
            <Parts
              period={form.values.period}
              measure={form.values.measure}
              inputProps={form.getInputProps("part")}
            />
          )}
          <Whole label="Số phút bớt được ở mỗi hồ sơ" {...form.getInputProps("minutes")} />
          <Whole label="Số lượt đi lại bớt được ở mỗi hồ sơ" {...form.getInputProps("ways")} />
          <MoneyField label="Số tiền bớt được ở mỗi hồ sơ" {...form.getInputProps("dongTyped")} />
          <Product values={form.values} />
          <Textarea
            label="Cách tính"
            required
            autosize
            minRows={2}
            placeholder="Nộp trực tuyến thay một lượt đến nộp: theo bảng tính chi phí tuân thủ kèm quyết định"
            {...form.getInputProps("method")}
          />
          <TextInput label="Tên văn bản nguồn" required {...form.getInputProps("documentTitle")} />
          <TextInput label="Số văn bản nguồn" required {...form.getInputProps("documentNumber")} />
          <DateField label="Ngày văn bản nguồn" required {...form.getInputProps("documentDay")} />
          <TextInput
            label="Liên kết đến văn bản nguồn"
            description="Nếu văn bản có trên mạng; trang công khai dẫn tới đây."
            placeholder="https://"
            {...form.getInputProps("link")}
          />
        </>
      )}
    </FormDialog>
  );
}

function Whole(props: Parameters<typeof NumberInput>[0]) {
  return (
    <NumberInput
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator="."
      decimalSeparator=","
      hideControls
      {...props}
    />
  );
}

/** Parts of which something was counted in the period, each with how much. */
function Parts({
  period,
  measure,
  inputProps,
}: {
  period: string;
  measure: Exclude<SavingMeasure, "entered">;
  inputProps: GetInputPropsReturnType;
}) {
  const found = useQuery(api.budget.savingCounts.queryOptions({ input: { period } }));
  const usable = (found.data?.counted ?? []).filter(({ counts }) => counts[measure] > 0);
  const groupOf = (scope: "all" | "field" | "procedure", group: string) => ({
    group,
    items: usable
      .filter((one) => one.scope === scope)
      .map(({ key, name, counts }) => ({
        value: `${scope}:${key}`,
        label: `${name}: ${counts[measure].toLocaleString("vi-VN")} hồ sơ`,
      })),
  });
  return (
    <>
      <Select
        label="Thủ tục hoặc lĩnh vực"
        description="Số hồ sơ đếm từ bảng hồ sơ của kỳ."
        required
        searchable
        nothingFoundMessage="Không có"
        data={[groupOf("all", "Cơ quan"), groupOf("field", "Lĩnh vực"), groupOf("procedure", "Thủ tục")]}
        {...inputProps}
      />
      {found.isSuccess && usable.length === 0 && (
        <Text size="sm">
          Bảng hồ sơ của kỳ này không có hồ sơ nào như vậy. Hãy chọn kỳ khác, hoặc chọn “
          {savingMeasureWords.entered}”.
        </Text>
      )}
    </>
  );
}

/** What comes out of what was typed by hand. */
function Product({ values }: { values: Values }) {
  const each = {
    ...{ minutes: Number(values.minutes || 0), ways: Number(values.ways || 0) },
    dong: dongOf(values.dongTyped),
  };
  const dossiers = values.measure === "entered" ? Number(values.dossiers || 0) : 0;
  if (savedText(each) === "" || dossiers === 0) return null;
  return (
    <Text size="sm" role="status">
      {dossiers.toLocaleString("vi-VN")} hồ sơ × {savedText(each)} = {savedText(savedByAll(each, dossiers))}.
    </Text>
  );
}
