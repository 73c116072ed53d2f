import {
  Anchor,
  Button,
  Group,
  List,
  Modal,
  NumberInput,
  Paper,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { vietnameseNumber } from "../../figure.ts";
import type { UnitReportText } from "../../unit-reports/unit-report.ts";
import type { UnitReportView } from "../api.ts";

type Figure = UnitReportView["figures"][number];
type Corrections = UnitReportText["corrections"];

/** A figure in words that opens the rows behind it. */
function Rows({ figure: { label, value, unit, rows } }: { figure: Figure }) {
  const [opened, setOpened] = useState(false);
  const words = `${vietnameseNumber(value)} ${unit}`;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        h="auto"
        mih={28}
        onClick={() => setOpened(true)}
        aria-label={`${label}: ${words}. Xem các dòng đứng sau`}
      >
        {words}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`${label}: ${words}`}
        size="lg"
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        {rows.length === 0 ? (
          <Text>Chưa có dòng nào.</Text>
        ) : (
          <List spacing="xs" size="sm">
            {rows.map((row) => (
              <List.Item key={row.id}>
                {row.url === null ? (
                  row.label
                ) : (
                  <Anchor href={row.url} target="_blank" rel="noreferrer">
                    {row.label}
                  </Anchor>
                )}
                <Text size="xs" c="gray.7">
                  {row.detail}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </Modal>
    </>
  );
}

/** Correcting one figure: the system's number stays beside it, and the reason is asked for. */
function Correction({
  figure: { label, value },
  correction,
  onChange,
}: {
  figure: Figure;
  correction: Corrections[string] | undefined;
  onChange: (correction: Corrections[string] | null) => void;
}) {
  if (!correction)
    return (
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onChange({ value, reason: "" })}
        aria-label={`Sửa số: ${label}`}
      >
        Sửa số
      </Button>
    );
  return (
    <Stack gap="xs" w="100%">
      <NumberInput
        label={`Số đúng theo đơn vị: ${label}`}
        min={0}
        allowDecimal={false}
        thousandSeparator="."
        decimalSeparator=","
        hideControls
        maw="16rem"
        value={correction.value ?? ""}
        onChange={(next) => onChange({ ...correction, value: typeof next === "number" ? next : null })}
      />
      <Textarea
        label="Lý do sửa"
        required
        autosize
        minRows={1}
        maxLength={1000}
        value={correction.reason}
        onChange={(event) => onChange({ ...correction, reason: event.currentTarget.value })}
      />
      <Button size="compact-sm" variant="default" w="fit-content" onClick={() => onChange(null)}>
        Bỏ phần sửa, dùng số của hệ thống
      </Button>
    </Stack>
  );
}

/** Every figure of a unit with its rows; `onCorrect` where the caller writes. */
export function UnitFigures({
  figures,
  corrections = {},
  onCorrect,
}: {
  figures: Figure[];
  corrections?: Corrections;
  onCorrect?: (key: string, correction: Corrections[string] | null) => void;
}) {
  return (
    <Stack gap="xs" maw="52rem">
      <Title order={2} size="h4">
        Số liệu hệ thống điền sẵn
      </Title>
      <Text size="sm" c="gray.7">
        Bấm vào số để xem từng dòng. Việc chung của các đơn vị được tính ở mỗi đơn vị.
      </Text>
      <Paper withBorder component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {figures.map((figure) => (
          <Stack
            key={figure.key}
            component="li"
            gap={6}
            px="md"
            py="xs"
            style={{ borderBottom: "1px solid var(--mantine-color-gray-2)" }}
          >
            <Group justify="space-between" gap="xs">
              <Text flex="1 1 14rem">{figure.label}</Text>
              <Rows figure={figure} />
              {onCorrect && !corrections[figure.key] && (
                <Correction
                  figure={figure}
                  correction={undefined}
                  onChange={(next) => onCorrect(figure.key, next)}
                />
              )}
            </Group>
            {onCorrect && corrections[figure.key] && (
              <Correction
                figure={figure}
                correction={corrections[figure.key]}
                onChange={(next) => onCorrect(figure.key, next)}
              />
            )}
            {figure.corrected && (
              <Text size="sm">
                Đơn vị sửa thành <b>{vietnameseNumber(figure.corrected.value)}</b>, lý do:{" "}
                {figure.corrected.reason}
              </Text>
            )}
          </Stack>
        ))}
      </Paper>
    </Stack>
  );
}
