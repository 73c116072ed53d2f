import { Radio, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { type Signature, SigningChoice } from "#ui/signing-choice.tsx";

/** Whether guidance goes out in the sender's own name or by an authority to sign; nothing to choose without one. */
export function InWhoseName({
  signing,
  value,
  onChange,
  error,
}: {
  signing: Signature[];
  value: string | null;
  onChange: (authorityId: string | null) => void;
  error?: ReactNode;
}) {
  const [first] = signing;
  if (!first) return null;
  return (
    <>
      <Radio.Group
        label="Gửi nhân danh"
        value={value === null ? "own" : "authority"}
        onChange={(whose) => onChange(whose === "own" ? null : first.authorityId)}
        error={signing.length === 1 ? error : undefined}
      >
        <Stack gap={8} mt={6}>
          <Radio value="own" label="Chính bạn" />
          <Radio value="authority" label={first.lines[0]} />
        </Stack>
      </Radio.Group>
      {value !== null && (
        <SigningChoice
          options={signing}
          value={value}
          onChange={onChange}
          lead="Các đơn vị thấy:"
          error={error}
        />
      )}
    </>
  );
}
