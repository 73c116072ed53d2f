import { Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { signingScopeLabels } from "../contract.ts";
import { api, type SigningView } from "./api.ts";
import { SigningDialog } from "./signing-dialog.tsx";

const standings = {
  coming: { tone: "waiting", word: "Chưa bắt đầu" },
  "in-force": { tone: "done", word: "Đang hiệu lực" },
  ended: { tone: "withdrawn", word: "Đã kết thúc" },
} as const;

/** Who signs for the agency, as what, for what, how long, and by which decision. */
export default function SigningPage() {
  const queries = useQueryClient();
  const signing = useQuery(api.organization.listSigning.queryOptions());
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<SigningView | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: api.organization.listSigning.key() });
  const end = useMutation(
    api.organization.endSigning.mutationOptions({
      onSuccess: () => {
        void refresh();
        setEnding(null);
        sayDone("Đã kết thúc thẩm quyền ký.");
      },
    }),
  );
  const add = (
    <MayButton may={signing.data?.may} verb="record" hideReason onClick={() => setAdding(true)}>
      Ghi thẩm quyền ký
    </MayButton>
  );
  return (
    <Page
      title="Thẩm quyền ký"
      lead="Ai ký thay cơ quan, theo quyết định nào, từ ngày nào đến ngày nào. Báo cáo in đúng thẩm quyền của người ký vào ngày ký; hết hạn hoặc ngoài phạm vi thì không ký duyệt được."
      actions={add}
    >
      <Asked query={signing}>
        {({ authorities }) => (
          <DataTable
            caption="Thẩm quyền ký của cơ quan"
            rows={authorities}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "nguoi",
                header: "Người ký",
                cell: ({ personName }) => personName,
                sortBy: ({ personName }) => personName,
              },
              {
                key: "cho-ky",
                header: "In ở chỗ ký",
                cell: ({ lines }) =>
                  lines.map((line) => (
                    <div key={line} style={{ whiteSpace: "nowrap" }}>
                      {line}
                    </div>
                  )),
              },
              { key: "pham-vi", header: "Phạm vi", cell: ({ scope }) => signingScopeLabels[scope] },
              {
                key: "thoi-han",
                header: "Thời hạn",
                cell: ({ fromDate, toDate }) => (
                  <>
                    Từ <DayText day={fromDate} />
                    {toDate ? (
                      <>
                        {" "}
                        đến hết <DayText day={toDate} />
                      </>
                    ) : (
                      ", chưa định ngày kết thúc"
                    )}
                  </>
                ),
                sortBy: ({ fromDate }) => fromDate,
              },
              {
                key: "can-cu",
                header: "Căn cứ",
                cell: ({ decisionNumber, decidedOn, endReason }) => (
                  <>
                    Quyết định số {decisionNumber} ngày <DayText day={decidedOn} />
                    {endReason && <Text size="sm">Kết thúc vì: {endReason}</Text>}
                  </>
                ),
              },
              {
                key: "trang-thai",
                header: "Trạng thái",
                cell: ({ standing }) => <StateBadge {...standings[standing]} />,
              },
              {
                key: "viec",
                header: "Việc",
                cell: (row) =>
                  row.standing !== "ended" &&
                  row.may.end?.allowed && (
                    <MayButton
                      may={row.may}
                      verb="end"
                      size="xs"
                      miw="max-content"
                      variant="default"
                      onClick={() => setEnding(row)}
                    >
                      {row.standing === "coming" ? "Hủy" : "Kết thúc"}
                      <span className="only-read-aloud">: {row.personName}</span>
                    </MayButton>
                  ),
              },
            ]}
            empty={
              <EmptyState
                title="Chưa ghi ai ký thay cơ quan"
                why="Khi danh mục còn trống, lãnh đạo ký duyệt như trước và văn bản in chức vụ do người soạn ghi. Ghi người đầu tiên xong thì chỉ người có trong danh mục, còn hiệu lực, mới ký duyệt được."
                action={add}
              />
            }
          />
        )}
      </Asked>
      {adding && (
        <SigningDialog
          onClose={() => setAdding(false)}
          onDone={() => {
            void refresh();
            sayDone("Đã ghi thẩm quyền ký.");
          }}
        />
      )}
      {ending && (
        <Confirm
          opened
          onClose={() => setEnding(null)}
          title={`${ending.standing === "coming" ? "Hủy" : "Kết thúc"} thẩm quyền ký của ${ending.personName}`}
          verb={ending.standing === "coming" ? "Hủy thẩm quyền" : "Kết thúc"}
          reasonLabel="Lý do"
          quickReasons={["Có quyết định mới", "Chuyển công tác"]}
          pending={end.isPending}
          error={end.error}
          onConfirm={(reason) => end.mutate({ id: ending.id, on: today().toString(), reason })}
        >
          {ending.standing === "coming"
            ? "Thẩm quyền này chưa bắt đầu nên được bỏ khỏi danh mục; nhật ký vẫn giữ."
            : "Hôm nay là ngày cuối cùng của thẩm quyền này. Văn bản đã ký giữ nguyên chỗ ký."}
        </Confirm>
      )}
    </Page>
  );
}
