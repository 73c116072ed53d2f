import { Button, Group, Pagination, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { type Light, lightLabels } from "../../contract.ts";
import { api, type ReportQueue } from "../api.ts";
import { ReportCard } from "./report-card.tsx";
import { RuleDialog } from "./rule-dialog.tsx";

const asNumber = (value: number) => value.toLocaleString("vi-VN");

const inWords = ({ counts: { open, near, overdue, inTime, late } }: ReportQueue) =>
  [
    `${asNumber(open + near + overdue)} báo lỗi chờ trả lời`,
    near > 0 && `${asNumber(near)} sắp đến hạn`,
    overdue > 0 && `${asNumber(overdue)} quá hạn`,
    `${asNumber(inTime)} trả lời đúng hạn`,
    `${asNumber(late)} trả lời muộn`,
  ]
    .filter(Boolean)
    .join(" · ");

/** What readers say is wrong, what is due the soonest first. */
export function ReportsTab() {
  const [view, setView] = useFilters({ tim: "", han: "", trang: "1", mo: "" });
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const [ruling, rule] = useDisclosure(false);
  const queue = useQuery(
    api.site.reports.queryOptions({
      input: {
        page,
        ...(view.tim && { q: view.tim }),
        ...(view.han && { light: view.han as Light }),
        ...(view.mo && { id: view.mo }),
      },
      placeholderData: (before) => before,
      refetchInterval: 60_000,
    }),
  );
  const isNarrow = Boolean(view.tim || view.han || view.mo);
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        {view.mo ? (
          <Button variant="default" onClick={() => setView({ mo: "" })}>
            Xem tất cả
          </Button>
        ) : (
          <>
            <SearchField
              label="Tìm trong báo lỗi"
              placeholder="Địa chỉ trang hoặc lời báo"
              value={view.tim}
              onSearch={(tim) => setView({ tim, trang: "1" })}
            />
            <FilterSelect
              label="Hạn"
              data={optionsOf(lightLabels)}
              value={view.han}
              onChange={(han) => setView({ han, trang: "1" })}
            />
          </>
        )}
        {queue.data?.may.rule?.allowed && (
          <Button variant="default" onClick={rule.open}>
            Hạn trả lời, trang được nhúng
          </Button>
        )}
      </Group>
      <Asked query={queue}>
        {(found) => (
          <>
            <div>
              <Text size="sm" role="status">
                {inWords(found)}
              </Text>
              <Text size="sm" c="gray.7">
                Trả lời trong {found.rule.answerDays} ngày từ ngày nhận; báo trước {found.rule.warnDays} ngày
                {found.rule.basis && ` (${found.rule.basis})`}.
              </Text>
            </div>
            {found.reports.length === 0 && (
              <EmptyState
                title={isNarrow ? "Không có báo lỗi nào khớp" : "Chưa có ai báo lỗi"}
                why={
                  isNarrow
                    ? "Không có báo lỗi nào khớp với điều đang tìm, đang lọc."
                    : "Dưới mỗi trang của cổng có chỗ “Báo lỗi thông tin”; điều người đọc báo hiện ở đây kèm hạn trả lời."
                }
              />
            )}
            {found.reports.map((report) => (
              <ReportCard key={report.id} report={report} />
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
            <RuleDialog rule={found.rule} opened={ruling} onClose={rule.close} />
          </>
        )}
      </Asked>
    </Stack>
  );
}
