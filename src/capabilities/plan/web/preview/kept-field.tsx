import { Textarea, type TextareaProps } from "@mantine/core";
import { useState } from "react";

/** A field that is kept when it is left; until then what is typed stands in it alone. */
export function KeptField({
  value,
  onKeep,
  ...rest
}: Omit<TextareaProps, "value" | "onChange" | "onBlur"> & {
  value: string;
  onKeep: (value: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      autosize
      {...rest}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed !== value) onKeep(typed);
        setTyped(null);
      }}
    />
  );
}
