import { Button, Fieldset, Group, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { api, type CostedProduct, type Expense } from "../api.ts";
import { MoneyField, moneyLacks } from "../money-field.tsx";
import { useKeep } from "../use-keep.ts";

interface Values extends Record<string, unknown> {
  costs: { itemId: string; typed: string }[];
}
type Told = { costs: { itemId: string; amount: number }[] };

/** For which products an expense was, and how much of it each. */
export function TellCostsForm({ of, year, onClose }: { of: Expense; year: number; onClose: () => void }) {
  const told = useQuery(api.budget.expenseCosts.queryOptions({ input: { id: of.id } }));
  const input = { from: `${year}-01-01`, to: `${year}-12-31` };
  const found = useQuery(api.budget.costs.queryOptions({ input }));
  if (!told.data || !found.data) return <Asked query={told.data ? found : told}>{() => null}</Asked>;
  return <Form of={of} told={told.data} products={found.data.products} onClose={onClose} />;
}

function Form({
  of,
  told,
  products,
  onClose,
}: {
  of: Expense;
  told: Told;
  products: CostedProduct[];
  onClose: () => void;
}) {
  const keep = useKeep();
  const open = of.amount - of.takenBack;
  const first = { itemId: "", typed: moneyNumber(open) };
  return (
    <FormDialog<Values, Told>
      opened
      onClose={onClose}
      title={`Gắn sản phẩm cho chứng từ ${of.documentNumber}`}
      lead={`Khoản chi còn ${moneyText(open)}. Phần không thuộc sản phẩm nào thì không gắn.`}
      initial={{
        costs:
          told.costs.length === 0
            ? [first]
            : told.costs.map(({ itemId, amount }) => ({ itemId, typed: moneyNumber(amount) })),
      }}
      verb="Ghi phần gắn"
      check={({ costs }) =>
        Object.fromEntries(
          costs.flatMap(({ itemId, typed }, at) => [
            ...(itemId === "" ? [[`costs.${at}.itemId`, "Hãy chọn sản phẩm."] as const] : []),
            ...Object.entries(moneyLacks(`costs.${at}.typed`, typed)),
          ]),
        )
      }
      submit={({ costs }) => api.budget.tellCosts.call({ id: of.id, costs })}
      onDone={() => {
        keep.all();
        sayDone("Đã gắn chi phí cho sản phẩm.");
      }}
    >
      {(form) => (
        <>
          {form.values.costs.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place until a product is chosen
            <Fieldset key={at} legend={`Sản phẩm thứ ${at + 1}`}>
              <Select
                label="Sản phẩm"
                required
                searchable
                nothingFoundMessage="Không có sản phẩm này trong năm"
                data={products.map(({ itemId, title }) => ({ value: itemId, label: title }))}
                {...form.getInputProps(`costs.${at}.itemId`)}
              />
              <MoneyField label="Phần của sản phẩm" required {...form.getInputProps(`costs.${at}.typed`)} />
              <Button
                mt="xs"
                size="xs"
                variant="default"
                aria-label={`Bỏ sản phẩm thứ ${at + 1}`}
                onClick={() => form.removeListItem("costs", at)}
              >
                Bỏ sản phẩm
              </Button>
            </Fieldset>
          ))}
          <Text size="sm" c="red.8" role="alert">
            {form.errors.costs}
          </Text>
          <Group>
            <Button
              size="xs"
              variant="default"
              onClick={() => form.insertListItem("costs", { itemId: "", typed: "" })}
            >
              Thêm sản phẩm
            </Button>
          </Group>
        </>
      )}
    </FormDialog>
  );
}
