import { Alert, Paper, Select, Stack, Text } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DayText } from "./date-text.tsx";

/** A way to sign: the lines above the signature, whose name, and by which decision. */
export interface Signature {
  authorityId: string;
  lines: string[];
  name: string;
  decisionNumber: string;
  /** YYYY-MM-DD. */
  decidedOn: string;
}

/** "Trần Thị Mẫu, KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC, theo Quyết định số 02/QĐ-SVHTTDL ngày 05/01/2026". */
export const signatureInWords = ({ name, lines, decisionNumber, decidedOn }: Signature): string =>
  `${name}, ${lines.join(" / ")}, theo Quyết định số ${decisionNumber} ngày ${formatDate(decidedOn)}`;

/** How a signature is printed, and by which decision; a choice where there is more than one. */
export function SigningChoice({
  options,
  value,
  onChange,
  label = "Ký với thẩm quyền",
  lead = "Văn bản sẽ in ở chỗ ký:",
  error,
}: {
  options: Signature[];
  value: string | null;
  onChange: (authorityId: string | null) => void;
  label?: string;
  /** Said before the lines of the one chosen. */
  lead?: string;
  error?: ReactNode;
}) {
  const chosen = options.find(({ authorityId }) => authorityId === value);
  if (options.length === 0) return null;
  return (
    <Stack gap="xs">
      {options.length > 1 && (
        <Select
          label={label}
          required
          allowDeselect={false}
          data={options.map(({ authorityId, name, lines }) => ({
            value: authorityId,
            label: `${name}, ${lines.join(" / ")}`,
          }))}
          value={value}
          onChange={onChange}
          error={error}
        />
      )}
      {chosen && (
        <>
          <Text size="sm">{lead}</Text>
          <Paper withBorder p="sm" ta="center">
            {chosen.lines.map((line) => (
              <Text key={line} fw={700}>
                {line}
              </Text>
            ))}
            <Text fw={600} mt="xs">
              {chosen.name}
            </Text>
          </Paper>
          <Text size="sm" c="gray.7">
            Theo Quyết định số {chosen.decisionNumber} ngày <DayText day={chosen.decidedOn} />.
          </Text>
        </>
      )}
    </Stack>
  );
}

/**
 * Who signed something on a day, out of those who could: the only one is shown, of several one is chosen, and where there
 * is nobody it says why. What no longer fits the day is let go.
 */
export function SignerField({
  answer,
  value,
  onChange,
  error,
}: {
  answer: { signers: Signature[]; why: string | null } | undefined;
  value: string | undefined;
  onChange: (authorityId: string | undefined) => void;
  error?: ReactNode;
}) {
  const signers = answer?.signers ?? [];
  const [only, other] = signers;
  const fits = signers.some(({ authorityId }) => authorityId === value);
  const taken = fits ? value : other ? undefined : only?.authorityId;
  useEffect(() => {
    if (answer && taken !== value) onChange(taken);
  });
  if (!answer) return null;
  if (answer.why) return <Alert color="red">{answer.why}</Alert>;
  return (
    <>
      <SigningChoice
        label="Người ký"
        lead="Ở chỗ ký:"
        options={signers}
        value={taken ?? null}
        onChange={(authorityId) => onChange(authorityId ?? undefined)}
        error={error}
      />
      {error && signers.length < 2 && (
        <Text size="sm" c="red.8" role="alert">
          {error}
        </Text>
      )}
    </>
  );
}
