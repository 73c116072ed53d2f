import { Box, Text, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { MomentField } from "#ui/moment-field.tsx";
import type { OwnField } from "../../contract.ts";
import { durationWords, type OwnValues, spokenSeconds } from "../../own-values.ts";

/** The fields that the kind of an item has of its own, in the kind's order. */
export function OwnFields({
  fields,
  values,
  onChange,
}: {
  fields: OwnField[];
  values: OwnValues;
  onChange: (values: OwnValues) => void;
}) {
  return fields.map((field) => (
    <OwnFieldInput
      key={field.name}
      field={field}
      value={values[field.name] ?? ""}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

function OwnFieldInput({
  field,
  value,
  onChange,
}: {
  field: OwnField;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, hint } = field;
  const id = `own-${field.name}`;
  switch (field.type) {
    case "text":
      return (
        <Box>
          <Textarea
            id={id}
            label={label}
            description={hint || undefined}
            autosize
            minRows={4}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          {field.spoken && value.trim() !== "" && (
            <Text size="xs" c="gray.7" mt={4}>
              Đọc lên mất khoảng {durationWords(spokenSeconds(value))}.
            </Text>
          )}
        </Box>
      );
    case "day":
      return (
        <Box id={id} tabIndex={-1}>
          <DateField
            label={label}
            description={hint || undefined}
            value={value}
            onChange={(day) => onChange(day ?? "")}
          />
        </Box>
      );
    case "moment":
      return (
        <Box id={id} tabIndex={-1} role="group" aria-label={label}>
          <MomentField
            dayLabel={`${label}: ngày`}
            timeLabel={`${label}: giờ`}
            value={value}
            onChange={(moment) => onChange(moment === "T" ? "" : moment)}
          />
          {hint && (
            <Text size="xs" c="gray.7" mt={4}>
              {hint}
            </Text>
          )}
        </Box>
      );
    default:
      return (
        <TextInput
          id={id}
          label={label}
          description={hint || undefined}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
          {...{
            line: {},
            phone: { type: "tel" },
            email: { inputMode: "email" as const },
            duration: { placeholder: "phút:giây", inputMode: "numeric" as const, maw: "12rem" },
          }[field.type]}
        />
      );
  }
}
