import { Select } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { useFilters } from "#ui/navigation.tsx";

/** The year that a screen tells of, kept in the address. */
export function useYear(): [number, (year: number) => void] {
  const [{ nam }, set] = useFilters({ nam: "" });
  const year = /^20\d\d$/.test(nam) ? Number(nam) : today().year;
  return [year, (chosen) => set({ nam: String(chosen) })];
}

export function YearSelect({
  year,
  years,
  onChange,
}: {
  year: number;
  years: number[];
  onChange: (year: number) => void;
}) {
  const next = today().year + 1;
  const all = [...new Set([next, ...years, year])].toSorted((one, other) => other - one);
  return (
    <Select
      label="Năm"
      allowDeselect={false}
      maw="9rem"
      data={all.map(String)}
      value={String(year)}
      onChange={(value) => value && onChange(Number(value))}
    />
  );
}
