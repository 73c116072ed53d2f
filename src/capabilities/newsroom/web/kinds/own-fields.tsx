import { Box, Text, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { MomentField } from "#ui/moment-field.tsx";
import type { MediaRule, OwnField } from "../../contract.ts";
import type { OwnValues } from "../../own-values.ts";
import { SpokenLength } from "../bulletins/spoken-length.tsx";
import { FieldRemarks } from "../language/field-remarks.tsx";

/** The fields that the kind of an item has of its own, in the kind's order. */
export function OwnFields({
  fields,
  media,
  values,
  onChange,
}: {
  fields: OwnField[];
  /** Where the kind has its recordings: they say how long what is read aloud may take. */
  media: MediaRule[];
  values: OwnValues;
  onChange: (values: OwnValues) => void;
}) {
  return fields.map((field) => (
    <OwnFieldInput
      key={field.name}
      field={field}
      rule={media.find(({ recording }) => recording?.saidIn === field.name)}
      value={values[field.name] ?? ""}
      onChange={(value) => onChange({ ...values, [field.name]: value })}
    />
  ));
}

function OwnFieldInput({
  field,
  rule,
  value,
  onChange,
}: {
  field: OwnField;
  rule: MediaRule | undefined;
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
          <FieldRemarks field={id} text={value} />
          {field.spoken && value.trim() !== "" && (
            <SpokenLength text={value} limits={rule?.recording ?? null} />
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
        <Box>
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
          <FieldRemarks field={id} text={value} />
        </Box>
      );
  }
}
