import { TextInput, type TextInputProps } from "@mantine/core";
import { moneyInWords, moneyText, readMoney } from "../money.ts";

/** Money as it is typed; under the field stands what was understood of it, in digits and in words. */
export function MoneyField({ value, ...rest }: TextInputProps & { value?: string }) {
  const typed = String(value ?? "").trim();
  const { amount } = readMoney(typed);
  return (
    <TextInput
      inputMode="text"
      autoComplete="off"
      placeholder="1.500.000 hoặc 1,5 triệu"
      description={
        typed === "" || amount === null
          ? "Tính bằng đồng; ghi được cả 1,5 triệu, 2 tỷ 300 triệu."
          : `Hiểu là ${moneyText(amount)} (${moneyInWords(amount)}).`
      }
      inputWrapperOrder={["label", "input", "description", "error"]}
      {...rest}
      value={value ?? ""}
    />
  );
}

/** What is wrong with money that must be there; none: it can be sent. */
export const moneyLacks = (field: string, typed: string): Record<string, string> => {
  const { why } = readMoney(typed);
  return why === null ? {} : { [field]: why };
};
