import { Button, Fieldset, Group, List, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { contentKinds as kinds } from "#newsroom/contract";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { coefficientText, readCoefficient, roundings } from "../../royalties/royalty.ts";
import { api, type Royalties } from "../api.ts";
import { MoneyField, moneyLacks } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";

type Table = Royalties["tables"][number];

/** The rates that the agency has set, each with its days and the decision behind it. */
export function RateTables({ tables, may }: { tables: Table[]; may: Royalties["may"] }) {
  const [open, setOpen] = useState<{ id: string; before: Table | null } | null>(null);
  return (
    <Section id="khung-nhuan-but" title="Khung nhuận bút">
      {tables.length === 0 && (
        <Text size="sm">Chưa ghi khung nào. Mức là của cơ quan, hệ thống không có sẵn mức nào.</Text>
      )}
      {tables.map((table) => (
        <div key={table.id}>
          <Group justify="space-between" gap="sm">
            <div>
              <Text fw={600}>{table.name}</Text>
              <Text size="sm">
                Từ {formatDate(table.validFrom)}
                {table.validTo ? ` đến hết ${formatDate(table.validTo)}` : ""}; một hệ số là{" "}
                {moneyText(table.unitValue)}, làm tròn đến {moneyNumber(table.rounding)} đồng (nửa thì tròn
                lên). Căn cứ: {table.basis}
              </Text>
            </div>
            {may.setRates?.allowed && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Sửa khung ${table.name}`}
                onClick={() => setOpen({ id: table.id, before: table })}
              >
                Sửa
              </Button>
            )}
          </Group>
          <List size="sm">
            {table.rates.map(({ id, kindLabel, grade, least, most }) => (
              <List.Item key={id}>
                {kindLabel}, {grade}: hệ số {coefficientText(least)}–{coefficientText(most)}
              </List.Item>
            ))}
          </List>
        </div>
      ))}
      <Group>
        <MayButton
          may={may}
          verb="setRates"
          hideReason
          variant="default"
          onClick={() => setOpen({ id: newId(), before: null })}
        >
          Ghi khung nhuận bút
        </MayButton>
      </Group>
      {open && <TableForm key={open.id} id={open.id} before={open.before} onClose={() => setOpen(null)} />}
    </Section>
  );
}

interface Values extends Record<string, unknown> {
  name: string;
  basis: string;
  unitTyped: string;
  rounding: string;
  validFrom: string | null;
  validTo: string | null;
  rates: { kind: string; grade: string; least: string; most: string }[];
}

const emptyRate = { kind: kinds[0]!.slug, grade: "", least: "", most: "" };

function TableForm({ id, before, onClose }: { id: string; before: Table | null; onClose: () => void }) {
  const keep = useKeep();
  return (
    <FormDialog<Values, { id: string }>
      opened
      onClose={onClose}
      size="xl"
      title={before ? "Sửa khung nhuận bút" : "Ghi khung nhuận bút"}
      lead={
        before?.isUsed
          ? "Đã có nhuận bút tính theo khung này: chỉ sửa tên, căn cứ và ngày hết hiệu lực."
          : "Ngày hiệu lực của các khung không chồng nhau; sản phẩm tính theo khung có hiệu lực vào ngày đăng."
      }
      initial={{
        ...{ name: before?.name ?? "", basis: before?.basis ?? "" },
        unitTyped: before ? moneyNumber(before.unitValue) : "",
        ...{ rounding: String(before?.rounding ?? 1000) },
        ...{ validFrom: before?.validFrom ?? null, validTo: before?.validTo ?? null },
        rates: before?.rates.map(({ kind, grade, least, most }) => ({
          ...{ kind, grade, least: coefficientText(least), most: coefficientText(most) },
        })) ?? [emptyRate],
      }}
      verb="Ghi khung"
      check={({ unitTyped, validFrom, rates }) => ({
        ...moneyLacks("unitTyped", unitTyped),
        ...(validFrom === null && { validFrom: "Hãy ghi ngày bắt đầu hiệu lực." }),
        ...Object.fromEntries(
          rates.flatMap((one, at) =>
            (["least", "most"] as const).flatMap((field) =>
              readCoefficient(one[field]) === null
                ? [[`rates.${at}.${field}`, "Hệ số là một số, ví dụ 1,25."] as const]
                : [],
            ),
          ),
        ),
      })}
      submit={({ rounding, validFrom, ...values }) =>
        api.budget.saveRateTable.call({
          ...values,
          ...{ id, validFrom: validFrom!, rounding: Number(rounding) as (typeof roundings)[number] },
        })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã ghi khung nhuận bút.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Tên khung" required data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label="Căn cứ"
            description="Quyết định ban hành mức của cơ quan."
            required
            {...form.getInputProps("basis")}
          />
          <MoneyField label="Giá trị một hệ số" required {...form.getInputProps("unitTyped")} />
          <Select
            label="Làm tròn đến"
            allowDeselect={false}
            data={roundings.map((one) => ({ value: String(one), label: moneyText(one) }))}
            {...form.getInputProps("rounding")}
          />
          <Group grow align="flex-start">
            <DateField label="Hiệu lực từ" required {...form.getInputProps("validFrom")} />
            <DateField label="Hết hiệu lực sau ngày" {...form.getInputProps("validTo")} />
          </Group>
          {form.values.rates.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grades are told apart by their place until they have a name
            <Fieldset key={at} legend={`Bậc thứ ${at + 1}`}>
              <Select
                label="Loại sản phẩm"
                allowDeselect={false}
                data={kinds.map(({ slug, label }) => ({ value: slug, label }))}
                {...form.getInputProps(`rates.${at}.kind`)}
              />
              <TextInput label="Tên bậc" required {...form.getInputProps(`rates.${at}.grade`)} />
              <Group grow align="flex-start">
                <TextInput
                  label="Hệ số thấp nhất"
                  required
                  inputMode="decimal"
                  {...form.getInputProps(`rates.${at}.least`)}
                />
                <TextInput
                  label="Hệ số cao nhất"
                  required
                  inputMode="decimal"
                  {...form.getInputProps(`rates.${at}.most`)}
                />
              </Group>
              {form.values.rates.length > 1 && (
                <Button
                  mt="xs"
                  size="xs"
                  variant="default"
                  aria-label={`Bỏ bậc thứ ${at + 1}`}
                  onClick={() => form.removeListItem("rates", at)}
                >
                  Bỏ bậc
                </Button>
              )}
            </Fieldset>
          ))}
          <Group>
            <Button size="xs" variant="default" onClick={() => form.insertListItem("rates", emptyRate)}>
              Thêm bậc
            </Button>
          </Group>
        </>
      )}
    </FormDialog>
  );
}
