import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { SheetTrial } from "../api.ts";
import { Lines } from "./lines.tsx";

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
  const { columns, doubted, already, missing, unknownProcedures, absent } = trial;
  const dropped = columns.filter((column) => column.dropped);
  const fresh = trial.added + trial.changed + (absent?.total ?? 0);
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
        {absent && (
          <Text size="sm">
            {absent.total === 0
              ? "Bảng toàn bộ còn đủ các hồ sơ đang giải quyết đã biết của kỳ."
              : `${number(absent.total)} hồ sơ đang giải quyết không còn trong bảng toàn bộ: nhập thì đóng, tính là không có kết quả; lấy lại lần nhập thì mở lại.`}
            {absent.settled > 0 &&
              ` ${number(absent.settled)} hồ sơ đã giải quyết không còn trong bảng được giữ nguyên.`}
          </Text>
        )}
      </Alert>
      <Group>
        <Button onClick={onBring} disabled={doubted !== null || already || fresh === 0}>
          {already || fresh === 0
            ? "Đã có đủ"
            : absent && absent.total > 0
              ? `Nhập ${number(trial.added + trial.changed)} hồ sơ, đóng ${number(absent.total)}`
              : `Nhập ${number(fresh)} hồ sơ`}
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
      {absent && (
        <>
          <Lines
            id="khong-con"
            title="Hồ sơ không còn trong bảng toàn bộ, sẽ đóng"
            count={absent.total}
            lines={absent.dossiers.map(({ code, unit, receivedOn, dueOn }) => ({
              key: code,
              text: `${code}, ${unit || "(trống)"}: tiếp nhận ${formatDate(receivedOn)}, hẹn trả ${formatDate(dueOn)}`,
            }))}
          />
          <Lines
            id="don-vi-khac"
            title="Đơn vị không có dòng nào trong bảng, giữ nguyên"
            count={absent.otherUnits.length}
            lines={absent.otherUnits.map(({ unit, dossiers }) => ({
              key: unit,
              text: `${unit || "(trống)"}: ${number(dossiers)} hồ sơ đang giải quyết`,
            }))}
          />
        </>
      )}
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
