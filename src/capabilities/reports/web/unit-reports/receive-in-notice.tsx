import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import type { NoticeActProps } from "#ui/notice-act.ts";
import { emptyText } from "../../unit-reports/unit-report.ts";
import { api } from "../api.ts";
import { Decision } from "./decision.tsx";
import { UnitFigures } from "./unit-figures.tsx";
import { UnitTextView } from "./unit-text-view.tsx";

/** A unit's report as it was sent, accepted or given back where its notice is read. */
export function ReceiveInNotice({ href, onDone }: NoticeActProps) {
  const id = href.split("/").at(-1) ?? "";
  const query = useQuery(api.reports.getUnitReport.queryOptions({ input: { id } }));
  return (
    <Asked query={query}>
      {(report) => (
        <Stack gap="xs">
          <details>
            <summary>Xem báo cáo đã gửi</summary>
            <Stack gap="sm" py="sm">
              <UnitFigures figures={report.figures} />
              <UnitTextView text={report.text?.content ?? emptyText} extras={report.extras} />
            </Stack>
          </details>
          <Decision report={report} onDone={onDone} />
        </Stack>
      )}
    </Asked>
  );
}
