import { type ComboboxData, Select } from "@mantine/core";

interface FilterSelectProps {
  label: string;
  data: ComboboxData;
  /** "" where nothing is left out. */
  value: string;
  onChange: (value: string) => void;
}

/** One of several choices by which a list is narrowed; emptied, it shows all. */
export function FilterSelect({ label, data, value, onChange }: FilterSelectProps) {
  return (
    <Select
      label={label}
      placeholder="Tất cả"
      clearable
      clearButtonProps={{ "aria-label": `Bỏ lọc ${label[0]!.toLowerCase()}${label.slice(1)}` }}
      data={data}
      value={value || null}
      onChange={(chosen) => onChange(chosen ?? "")}
      flex="1 1 12rem"
      maw="18rem"
    />
  );
}
