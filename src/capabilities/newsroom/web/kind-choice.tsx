import { Radio, Stack } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { contentKinds } from "../contract.ts";

/** What is to be written: each kind with what it is for. `field` is what the form gives for its field. */
export function KindChoice({ field }: { field: GetInputPropsReturnType }) {
  return (
    <Radio.Group label="Loại" {...field}>
      <Stack gap="xs" mt="xs">
        {contentKinds.map(({ slug, label, hint }) => (
          <Radio key={slug} value={slug} label={label} description={hint} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
