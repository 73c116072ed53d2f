import { Button, Group, Pagination, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useDialogOfAddress, useFilters } from "#ui/navigation.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayFailed } from "#ui/undo.tsx";
import type { EnquiryState, Light } from "../../contract.ts";
import { api, type EnquiryLog } from "../api.ts";
import { AnswerRuleDialog } from "./answer-rule-dialog.tsx";
import { EnquiryCard } from "./enquiry-card.tsx";
import { EnquiryDialog } from "./enquiry-dialog.tsx";
import { EnquiryFilters } from "./enquiry-filters.tsx";

const asNumber = (value: number) => value.toLocaleString("vi-VN");

const inWords = ({ counts }: EnquiryLog) =>
  [
    `${asNumber(counts.total)} yêu cầu`,
    `${asNumber(counts.open)} chờ trả lời`,
    counts.near > 0 && `${asNumber(counts.near)} sắp hết hạn`,
    counts.overdue > 0 && `${asNumber(counts.overdue)} quá hạn`,
    `${asNumber(counts.inTime)} khép lại đúng hạn`,
    `${asNumber(counts.late)} khép lại muộn`,
  ]
    .filter(Boolean)
    .join(" · ");

const ruleInWords = ({ rule }: EnquiryLog) =>
  `Trả lời trong ${rule.answerHours} giờ từ lúc nhận${rule.skipsDaysOff ? ", không tính ngày nghỉ" : ""}; báo trước ${rule.warnHours} giờ${rule.basis ? ` (${rule.basis})` : ""}.`;

/** What the press asks, what is due the soonest first; narrowed by the address. */
export function EnquiriesTab() {
  const [view, setView] = useFilters({
    ...{ tim: "", tt: "", han: "", bao: "", ai: "", tu: "", den: "", trang: "1", mo: "" },
  });
  const narrow = (change: Partial<typeof view>) => setView({ ...change, trang: "1" });
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const filter = {
    q: view.tim || undefined,
    state: (view.tt || undefined) as EnquiryState | undefined,
    light: (view.han || undefined) as Light | undefined,
    outletId: view.bao || undefined,
    handlerId: view.ai || undefined,
    from: view.tu || undefined,
    to: view.den || undefined,
  };
  const isNarrow = Object.values(filter).some(Boolean);
  const log = useQuery(
    api.channels.pressEnquiries.queryOptions({
      input: { ...filter, page, ...(view.mo && { id: view.mo }) },
      placeholderData: (before) => before,
      refetchInterval: 60_000,
    }),
  );
  const outlets = useQuery(api.channels.pressRegister.queryOptions({ retry: false })).data?.outlets ?? [];
  const people = useQuery(api.organization.listPeople.queryOptions()).data?.people ?? [];
  const [writing, write] = useDialogOfAddress();
  const [ruling, rule] = useDisclosure(false);
  const table = useMutation({
    mutationFn: () => api.channels.pressEnquiriesTable.call(filter),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Stack>
      <Group>
        <MayButton
          may={log.data?.may}
          verb="note"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={write.open}
        >
          Ghi yêu cầu
        </MayButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={table.isPending}
          onClick={() => table.mutate()}
        >
          Tải sổ (.xlsx)
        </Button>
        {log.data?.may.rule?.allowed && (
          <Button variant="default" onClick={rule.open}>
            Đặt giờ trả lời
          </Button>
        )}
      </Group>
      {view.mo ? (
        <Button variant="default" w="fit-content" onClick={() => setView({ mo: "" })}>
          Xem cả sổ
        </Button>
      ) : (
        <EnquiryFilters view={view} narrow={narrow} outlets={outlets} people={people} />
      )}
      <Asked query={log}>
        {(found) => (
          <>
            <div>
              <Text size="sm" role="status">
                {inWords(found)}
              </Text>
              <Text size="sm" c="gray.7">
                {ruleInWords(found)}
              </Text>
            </div>
            {found.enquiries.length === 0 && (
              <EmptyState
                title={isNarrow || view.mo ? "Không có yêu cầu nào khớp" : "Chưa có yêu cầu nào của báo chí"}
                why={
                  isNarrow || view.mo
                    ? "Không có yêu cầu nào khớp với điều đang tìm, đang lọc."
                    : "Ghi ngay khi phóng viên gọi, gửi thư, đến hỏi: đồng hồ chạy từ giờ nhận, người theo dõi được báo trước khi hết hạn."
                }
              />
            )}
            {found.enquiries.map((enquiry) => (
              <EnquiryCard key={enquiry.id} enquiry={enquiry} />
            ))}
            {found.total > found.pageSize && (
              <Pagination
                total={Math.ceil(found.total / found.pageSize)}
                value={page}
                onChange={(next) => setView({ trang: String(next) })}
                getControlProps={(control) => ({
                  "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                })}
              />
            )}
            <AnswerRuleDialog rule={found.rule} opened={ruling} onClose={rule.close} />
          </>
        )}
      </Asked>
      <EnquiryDialog outlets={outlets} people={people} opened={writing} onClose={write.close} />
    </Stack>
  );
}
