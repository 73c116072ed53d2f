import { TextInput, type TextInputProps } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";

const SETTLE_MS = 300;

/** Words that a list is searched by on the server: `onSearch` is told once the typing rests. */
export function SearchField({
  value,
  onSearch,
  ...input
}: Omit<TextInputProps, "value" | "onChange" | "type"> & {
  /** The words that the list is searched by now. */
  value: string;
  onSearch: (words: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Words from elsewhere (another view, no filter any more) replace what stands here; a space just typed stays.
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  useEffect(() => () => clearTimeout(settle.current), []);
  return (
    <TextInput
      type="search"
      leftSection={<IconSearch size={16} />}
      flex="1 1 14rem"
      {...input}
      value={typed}
      onChange={(event) => {
        const words = event.currentTarget.value;
        setTyped(words);
        clearTimeout(settle.current);
        settle.current = setTimeout(() => onSearch(words.trim()), SETTLE_MS);
      }}
    />
  );
}
