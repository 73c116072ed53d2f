import { Box, Code, Group, Stack, Text } from "@mantine/core";
import type { AuditEntryView } from "./api.ts";

function Value({ label, value }: { label: string; value: string | null }) {
  return (
    <Group component="dd" m={0} gap={6} wrap="nowrap" align="flex-start" fz="sm">
      <Text span size="sm" c="gray.7" w="2.2rem" style={{ flexShrink: 0 }}>
        {label}
      </Text>
      <Text span size="sm" style={{ overflowWrap: "anywhere" }} fs={value === null ? "italic" : undefined}>
        {value ?? "trống"}
      </Text>
    </Group>
  );
}

function Fields({ fields }: { fields: AuditEntryView["changes"] }) {
  return (
    <Stack component="dl" gap="xs" m={0}>
      {fields.map((one) => (
        <Box key={one.field}>
          <Text component="dt" size="sm" fw={600}>
            {one.field}
          </Text>
          <Value label="Cũ" value={one.before} />
          <Value label="Mới" value={one.after} />
        </Box>
      ))}
    </Stack>
  );
}

/** What an act changed: field, old, new; underneath, for who wants it, the record as it is kept. */
export function AuditChanges({ entry }: { entry: AuditEntryView }) {
  const { changes, kept, reason, before, after, seal } = entry;
  const stayed = kept.filter(({ field }) => !changes.some((change) => change.field === field));
  return (
    <Stack gap="xs" pt={4} miw={{ md: "16rem" }}>
      {reason && <Text size="sm">Lý do: {reason}</Text>}
      {changes.length > 0 && <Fields fields={changes} />}
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {seal
          ? `Niêm phong số ${seal.position.toLocaleString("vi-VN")}, mã ${seal.hash}`
          : "Đang chờ niêm phong"}
      </Text>
      {(before !== null || after !== null) && (
        <details>
          <summary>Dữ liệu gốc</summary>
          {stayed.length > 0 && (
            <>
              <Text size="sm" c="gray.7">
                Những điều khác được ghi cùng lúc:
              </Text>
              <Fields fields={stayed} />
            </>
          )}
          <Text size="sm" c="gray.7" mt="xs">
            Bản ghi nguyên dạng, để bộ phận kỹ thuật đối chiếu với niêm phong:
          </Text>
          <Code block fz="xs" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {JSON.stringify({ trước: before, sau: after }, null, 1)}
          </Code>
        </details>
      )}
    </Stack>
  );
}
