import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { holdsWords } from "#ui/holds-words.ts";
import { api } from "./api.ts";

const SETTLE_MS = 250;

export interface NamedProcedure {
  id: string;
  code: string;
  name: string;
}

/** One procedure that is not repealed, looked for on the server by code or words, however long the register. */
export function ProcedureSelect({
  value,
  onChoose,
  without = [],
  ...input
}: Omit<SelectProps, "value" | "onChange" | "data" | "defaultValue"> & {
  /** What is chosen; null: nothing. */
  value: NamedProcedure | null;
  onChoose: (chosen: NamedProcedure | null) => void;
  /** Ids that cannot be chosen. */
  without?: string[];
}) {
  const labelOf = ({ code, name }: NamedProcedure) => `${code} ${name}`;
  const shown = value ? labelOf(value) : "";
  const [typed, setTyped] = useState(shown);
  // What stands in the field because it was chosen is not looked for.
  const wanted = typed === shown ? "" : typed.trim().slice(0, 200);
  const [words] = useDebouncedValue(wanted, SETTLE_MS);
  const found = useQuery(
    api.procedures.list.queryOptions({
      input: { q: words || undefined, state: "standing" },
      placeholderData: keepPreviousData,
    }),
  );
  // Until the answer is there, Enter must not take what was found for other words.
  const isBehind = wanted !== words || found.isPlaceholderData;
  const fitting = (found.data?.procedures ?? []).filter(
    (one) =>
      !without.includes(one.id) &&
      one.id !== value?.id &&
      (!isBehind || wanted === "" || holdsWords(labelOf(one), wanted)),
  );
  const more = (found.data?.total ?? 0) - (found.data?.procedures.length ?? 0);
  return (
    <Select
      placeholder="Gõ mã hoặc tên"
      nothingFoundMessage={
        found.isError
          ? "Chưa tìm được; hãy gõ lại."
          : found.isPending || isBehind
            ? "Đang tìm…"
            : "Không có thủ tục nào khớp"
      }
      {...input}
      searchable
      clearable={value !== null}
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has looked already.
      filter={({ options }) => options}
      data={[
        ...(value ? [{ value: value.id, label: shown }] : []),
        ...fitting.map((one) => ({ value: one.id, label: labelOf(one) })),
        ...(more > 0
          ? [
              {
                value: "more",
                label: `Còn ${more.toLocaleString("vi-VN")} thủ tục; hãy gõ thêm để tìm.`,
                disabled: true,
              },
            ]
          : []),
      ]}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = fitting.find((one) => one.id === id);
        if (id === null) onChoose(null);
        else if (chosen) onChoose({ id: chosen.id, code: chosen.code, name: chosen.name });
      }}
    />
  );
}
