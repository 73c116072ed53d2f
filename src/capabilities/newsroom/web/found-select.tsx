import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { stateLabels } from "../contract.ts";
import { api } from "./api.ts";

interface Option {
  value: string;
  label: string;
}

/** A choice that is searched for on the server by the words typed. */
export function FoundSelect<Values extends Record<string, unknown>>({
  form,
  field,
  label,
  description,
  options,
  onWords,
  nothing,
  isFirst = false,
}: {
  form: DialogForm<Values>;
  field: string;
  label: string;
  description: string;
  options: Option[];
  onWords: (words: string) => void;
  nothing: string;
  /** What the dialog is about: typing begins here. */
  isFirst?: boolean;
}) {
  return (
    <Select
      label={label}
      description={description}
      required
      searchable
      openOnFocus={false}
      data-autofocus={isFirst || undefined}
      data={options}
      onSearchChange={(text) => onWords(options.some((option) => option.label === text) ? "" : text)}
      filter={({ options: all }) => all}
      nothingFoundMessage={nothing}
      {...form.getInputProps(field)}
    />
  );
}

/** A text of the agency, found by its title. */
export function TextChoice<Values extends Record<string, unknown>>({
  form,
  field,
}: {
  form: DialogForm<Values>;
  field: string;
}) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.listEntries.queryOptions({
      input: { q: words || undefined },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.entries ?? []).flatMap(({ item }) =>
    item && item.state !== "removed"
      ? [
          {
            value: item.id,
            label: `${item.title || "(chưa có tiêu đề)"} · ${stateLabels[item.state]}, ${item.unitName}`,
          },
        ]
      : [],
  );
  return (
    <FoundSelect
      form={form}
      field={field}
      label="Bài"
      description="Gõ để tìm trong tiêu đề."
      options={options}
      onWords={setWords}
      nothing="Không có bài nào khớp"
    />
  );
}
