import { Select, TextInput } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { pressConsentLabels } from "../../contract.ts";

const { "carried-over": _, ...hows } = pressConsentLabels;

export interface ConsentValues extends Record<string, unknown> {
  givenOn: string | null;
  how: keyof typeof hows;
  keptAt: string;
}

export const newConsent = (): ConsentValues => ({ givenOn: today().toString(), how: "message", keptAt: "" });

export const consentSent = ({ givenOn, how, keptAt }: ConsentValues) => ({
  ...{ givenOn: givenOn ?? "", how, keptAt },
});

/** When, how and where kept: that somebody agreed. */
export function ConsentFields({ form }: { form: DialogForm<ConsentValues> }) {
  return (
    <>
      <DateField label="Ngày đồng ý" required {...form.getInputProps("givenOn")} />
      <Select
        label="Cách đồng ý"
        required
        allowDeselect={false}
        data={optionsOf(hows)}
        {...form.getInputProps("how")}
      />
      <TextInput
        label="Nơi lưu"
        description="Thư, tin nhắn, phiếu đồng ý lưu ở đâu; đồng ý bằng lời thì để trống được."
        {...form.getInputProps("keptAt")}
      />
    </>
  );
}
