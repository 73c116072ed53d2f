import { Button, Fieldset, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Loading } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyText } from "../../money.ts";
import { coefficientText, readCoefficient, royaltyAmount } from "../../royalties/royalty.ts";
import { api, type Product, type Royalties, type RoyaltyStart } from "../api.ts";
import { useKeep } from "../use-keep.ts";

interface Values extends Record<string, unknown> {
  rateId: string;
  coefficient: string;
  lineId: string;
  note: string;
  /** Parts in percent, as typed. */
  shares: { personId: string | null; name: string; part: string }[];
}

/** Equal parts that make the whole, to a hundredth of a percent. */
const equalParts = (count: number): string[] => evenly(count).map(coefficientText);
const evenly = (count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(10_000 / count) + (at < 10_000 % count ? 1 : 0));

/** What the authors of a product get: by which rate, and who how much of it. */
export function ProposeForm(props: {
  id: string;
  product: Product;
  lines: Royalties["lines"];
  onClose: () => void;
}) {
  const start = useQuery(api.budget.royaltyStart.queryOptions({ input: { itemId: props.product.itemId } }));
  return start.data ? <Form {...props} start={start.data} /> : <Loading lines={1} />;
}

function Form({
  id,
  product,
  lines,
  start,
  onClose,
}: {
  id: string;
  product: Product;
  lines: Royalties["lines"];
  start: RoyaltyStart;
  onClose: () => void;
}) {
  const keep = useKeep();
  const parts = equalParts(Math.max(1, start.authors.length));
  const authors = start.authors.length > 0 ? start.authors : [{ personId: null, name: "" }];
  return (
    <FormDialog<Values, { id: string }>
      opened
      onClose={onClose}
      title="Đề xuất nhuận bút"
      lead={
        start.rates.length === 0
          ? `“${product.title}”: chưa có khung nhuận bút nào có bậc cho loại này, hiệu lực vào ngày đăng. Hãy ghi khung ở cuối trang.`
          : `“${product.title}”. Các phần cộng lại đúng 100%.`
      }
      initial={{
        ...{ rateId: start.rates[0]?.id ?? "", lineId: lines[0]?.id ?? "", note: "" },
        coefficient: start.rates[0] ? coefficientText(start.rates[0].least) : "",
        shares: authors.map(({ personId, name }, at) => ({ personId, name, part: parts[at] ?? "100" })),
      }}
      verb="Ghi đề xuất"
      check={({ rateId, lineId, shares }) => ({
        ...(rateId === "" && { rateId: "Hãy chọn bậc nhuận bút." }),
        ...(lineId === "" && { lineId: "Hãy chọn dòng dự toán đã duyệt." }),
        ...Object.fromEntries(
          shares.flatMap(({ part }, at) =>
            readCoefficient(part) === null
              ? [[`shares.${at}.part`, "Phần là một số phần trăm, ví dụ 50 hoặc 33,33."] as const]
              : [],
          ),
        ),
      })}
      submit={({ shares, ...values }) =>
        api.budget.proposeRoyalty.call({
          ...values,
          ...{ id, itemId: product.itemId },
          shares: shares.map(({ part, ...one }) => ({ ...one, part: readCoefficient(part) ?? 0 })),
        })
      }
      onDone={() => {
        keep.all();
        sayDone("Đã ghi đề xuất nhuận bút.");
      }}
    >
      {(form) => {
        const rate = start.rates.find((one) => one.id === form.values.rateId);
        const coefficient = readCoefficient(form.values.coefficient);
        const amount =
          rate && coefficient !== null ? royaltyAmount(rate.unitValue, coefficient, rate.rounding) : null;
        return (
          <>
            <Select
              label="Bậc nhuận bút"
              required
              allowDeselect={false}
              data-autofocus
              data={start.rates.map((one) => ({
                value: one.id,
                label: `${one.grade}: hệ số ${coefficientText(one.least)}–${coefficientText(one.most)} (${one.tableName})`,
              }))}
              {...form.getInputProps("rateId")}
            />
            <TextInput label="Hệ số" required inputMode="decimal" {...form.getInputProps("coefficient")} />
            <Text role="status" size="sm">
              {amount === null
                ? "Chưa tính được số tiền."
                : `Thành tiền ${moneyText(amount)}: ${coefficientText(coefficient!)} × ${moneyText(rate!.unitValue)}, làm tròn đến ${rate!.rounding.toLocaleString("vi-VN")} đồng.`}
            </Text>
            <Select
              label="Chi từ dòng dự toán"
              required
              allowDeselect={false}
              data={lines.map((one) => ({
                value: one.id,
                label: `${one.name} (còn ${moneyText(one.free)})`,
              }))}
              {...form.getInputProps("lineId")}
            />
            {form.values.shares.map((share, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: people are told apart by their place until they have a name
              <Fieldset key={at} legend={`Người hưởng thứ ${at + 1}`}>
                <Group grow align="flex-start">
                  <TextInput
                    label="Họ và tên"
                    required
                    readOnly={share.personId !== null}
                    {...form.getInputProps(`shares.${at}.name`)}
                  />
                  <TextInput
                    label="Phần (%)"
                    required
                    inputMode="decimal"
                    {...form.getInputProps(`shares.${at}.part`)}
                  />
                </Group>
                {form.values.shares.length > 1 && (
                  <Button
                    mt="xs"
                    size="xs"
                    variant="default"
                    aria-label={`Bỏ người hưởng thứ ${at + 1}`}
                    onClick={() => form.removeListItem("shares", at)}
                  >
                    Bỏ người hưởng
                  </Button>
                )}
              </Fieldset>
            ))}
            <Text size="sm" c="red.8" role="alert">
              {form.errors.shares}
            </Text>
            <Group>
              <Button
                size="xs"
                variant="default"
                onClick={() => form.insertListItem("shares", { personId: null, name: "", part: "" })}
              >
                Thêm người hưởng
              </Button>
            </Group>
            <Textarea label="Ghi chú" autosize minRows={1} {...form.getInputProps("note")} />
          </>
        );
      }}
    </FormDialog>
  );
}
