import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import type { SheetTrial } from "../api.ts";

const number = (value: number) => value.toLocaleString("vi-VN");

/** What would become of a sheet, and the one step that takes it in. */
export function TrialPart({
  fileName,
  trial,
  onBring,
  onFaulty,
  onForget,
}: {
  fileName: string;
  trial: SheetTrial;
  onBring: () => void;
  onFaulty: () => void;
  onForget: () => void;
}) {
  const { columns, doubted, already, missing, unknownProcedures } = trial;
  const dropped = columns.filter((column) => column.dropped);
  const fresh = trial.added + trial.changed;
  const facts = [
    `đọc ${number(trial.read)} dòng`,
    `${number(trial.added)} hồ sơ mới`,
    `${number(trial.changed)} thay đổi`,
    `${number(trial.unchanged)} như cũ`,
    `${number(trial.rejected)} dòng chưa đúng`,
    trial.duplicates > 0 && `${number(trial.duplicates)} dòng trùng, tính một lần`,
    trial.superseded > 0 && `${number(trial.superseded)} dòng bị dòng sau cùng mã thay`,
    trial.skipped > 0 && `${number(trial.skipped)} dòng tiêu đề, tổng cộng bỏ qua`,
  ].filter(Boolean);
  return (
    <Stack gap="sm" component="section" aria-labelledby="xem-thu">
      <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
        Xem thử: {fileName}
      </Title>
      <Alert
        color={doubted ? "red" : "blue"}
        variant="light"
        title={doubted ? "Chưa nhập được" : "Chưa ghi gì"}
      >
        <Text size="sm" role="status">
          {doubted ?? `${facts.join("; ")}.`}
        </Text>
        {already && <Text size="sm">Bảng này đã nhập cho kỳ này rồi; nhập lại không đổi gì.</Text>}
        <Text size="sm">
          Trang “{trial.sheet}”, tiêu đề ở dòng {trial.headerLine}; đọc các cột:{" "}
          {columns
            .filter(({ taken }) => taken)
            .map(({ header }) => header)
            .join(", ")}
          .
        </Text>
        {dropped.length > 0 && (
          <Text size="sm">Bỏ ngay khi đọc, không lưu: {dropped.map(({ header }) => header).join(", ")}.</Text>
        )}
        {missing.length > 0 && (
          <Text size="sm">Bảng không có cột: {missing.join(", ")}; số liệu cần cột ấy sẽ không đủ.</Text>
        )}
      </Alert>
      <Group>
        <Button onClick={onBring} disabled={doubted !== null || already || fresh === 0}>
          {already || fresh === 0 ? "Đã có đủ" : `Nhập ${number(fresh)} hồ sơ`}
        </Button>
        {trial.rejected > 0 && (
          <Button variant="default" onClick={onFaulty}>
            Tải riêng {number(trial.rejected)} dòng chưa đúng (.xlsx)
          </Button>
        )}
        <Button variant="subtle" onClick={onForget}>
          Bỏ tệp này
        </Button>
      </Group>
      <Lines
        id="dong-chua-dung"
        title="Dòng chưa đúng, không được nhập"
        count={trial.errorCount}
        lines={trial.errors.map(({ row, message }) => ({ key: row, text: `Dòng ${row}: ${message}` }))}
      />
      <Lines
        id="thu-tuc-chua-co"
        title="Mã thủ tục chưa có trong sổ thủ tục của cơ quan"
        count={unknownProcedures.length}
        lines={unknownProcedures.map(({ code, name, dossiers }) => ({
          key: code,
          text: `${code} ${name}: ${number(dossiers)} hồ sơ`,
        }))}
      />
      <Lines
        id="dong-nen-xem"
        title="Dòng nên xem lại, vẫn được nhập"
        count={trial.warningCount}
        lines={trial.warnings.map(({ row, message }) => ({ key: row, text: `Dòng ${row}: ${message}` }))}
      />
    </Stack>
  );
}

const SHOWN = 50;

function Lines({
  id,
  title,
  count,
  lines,
}: {
  id: string;
  title: string;
  count: number;
  lines: { key: string | number; text: string }[];
}) {
  if (count === 0) return null;
  return (
    <Stack gap={4} component="section" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {title} ({number(count)})
      </Title>
      <List size="sm">
        {lines.slice(0, SHOWN).map(({ key, text }) => (
          <List.Item key={`${key} ${text}`} style={{ overflowWrap: "anywhere" }}>
            {text}
          </List.Item>
        ))}
      </List>
      {count > SHOWN && (
        <Text size="sm" c="gray.7">
          và {number(count - SHOWN)} dòng nữa.
        </Text>
      )}
    </Stack>
  );
}
