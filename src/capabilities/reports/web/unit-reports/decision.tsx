import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type UnitReportView } from "../api.ts";

/** What the office does with a report that was sent. */
export function Decision({ report, onDone }: { report: UnitReportView; onDone?: () => void }) {
  const queries = useQueryClient();
  const [returning, setReturning] = useState(false);
  const done = (said: string) => async () => {
    setReturning(false);
    sayDone(said);
    onDone?.();
    await queries.invalidateQueries({ queryKey: api.reports.key() });
  };
  const accept = useMutation(
    api.reports.acceptUnitReport.mutationOptions({ onSuccess: done("Đã tiếp nhận báo cáo của đơn vị.") }),
  );
  const giveBack = useMutation(
    api.reports.returnUnitReport.mutationOptions({ onSuccess: done("Đã trả lại; đơn vị nhận được lý do.") }),
  );
  const sending = report.sendings[0];
  if (!sending || (!report.may.accept?.allowed && !report.may.return?.allowed)) return null;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {report.may.accept?.allowed && (
          <Button
            loading={accept.isPending}
            onClick={() => accept.mutate({ id: report.id, sendingId: sending.id })}
          >
            Tiếp nhận
          </Button>
        )}
        <Button variant="default" onClick={() => setReturning(true)}>
          Trả lại để sửa
        </Button>
      </Group>
      <ErrorNotice error={accept.error} />
      <Confirm
        opened={returning}
        onClose={() => setReturning(false)}
        title="Trả lại báo cáo của đơn vị"
        verb="Trả lại"
        reasonLabel="Lý do trả lại"
        quickReasons={["Số liệu cần giải thích thêm", "Thiếu nội dung theo yêu cầu"]}
        onConfirm={(reason) => giveBack.mutate({ id: report.id, reason })}
        pending={giveBack.isPending}
        error={giveBack.error}
      >
        Đơn vị sửa rồi gửi lại; lần gửi này vẫn được giữ nguyên kèm lý do.
      </Confirm>
    </Stack>
  );
}
