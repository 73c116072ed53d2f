import { Group, Pagination, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import {
  type FeedbackSource,
  type FeedbackState,
  feedbackKinds,
  feedbackSources,
  feedbackStates,
  type Light,
  lightLabels,
} from "../contract.ts";
import { EnterDialog } from "./acts/enter-dialog.tsx";
import { api, type FeedbackQueue, type FeedbackRow } from "./api.ts";
import { Standing } from "./standing.tsx";

const countWords: [string, string][] = [
  ["toClassify", "chờ phân loại"],
  ["overdue", "quá hạn"],
  ["near", "sắp đến hạn"],
  ["open", "còn hạn"],
  ["paused", "chờ người gửi"],
  ["toApprove", "trả lời chờ duyệt"],
  ["in-time", "trả lời đúng hạn"],
  ["late", "trả lời muộn"],
];

const inWords = ({ counts }: FeedbackQueue) =>
  countWords
    .filter(([key]) => (counts[key] ?? 0) > 0)
    .map(([key, words]) => `${counts[key]!.toLocaleString("vi-VN")} ${words}`)
    .join(" · ") || "Chưa có phản ánh nào";

function Row({ row }: { row: FeedbackRow }) {
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4">
            <LinkText to="/phan-anh/$id" params={{ id: row.id }}>
              {row.code}
            </LinkText>
          </Title>
          <Standing {...row} />
        </Group>
        <Text style={{ overflowWrap: "anywhere" }}>
          {row.beginning ?? "Là khiếu nại, tố cáo: nội dung không được lưu."}
        </Text>
        <Text size="sm" c="gray.7">
          {[
            feedbackKinds[row.kind],
            row.fieldName ?? "chưa phân loại",
            row.unitName,
            feedbackSources[row.source],
            row.officialCode && `mã chính thức ${row.officialCode}`,
            row.answerState === "waiting" && "trả lời chờ duyệt",
          ]
            .filter(Boolean)
            .join(" · ")}{" "}
          · nhận <MomentText at={row.receivedAt} />
        </Text>
      </Stack>
    </Paper>
  );
}

/** What citizens say: what is due the soonest first. */
export default function FeedbackListPage() {
  const [view, setView] = useFilters({
    ...{ tim: "", han: "", tt: "", dv: "", lv: "", nguon: "", trang: "1", ghi: "" },
  });
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const queue = useQuery(
    api.feedback.list.queryOptions({
      input: {
        page,
        ...(view.tim && { q: view.tim }),
        ...(view.han && { light: view.han as Light }),
        ...(view.tt && { state: view.tt as FeedbackState }),
        ...(view.dv && { unitId: view.dv }),
        ...(view.lv && { fieldId: view.lv }),
        ...(view.nguon && { source: view.nguon as FeedbackSource }),
      },
      placeholderData: (before) => before,
      refetchInterval: 60_000,
    }),
  );
  const isNarrow = Boolean(view.tim || view.han || view.tt || view.dv || view.lv || view.nguon);
  const narrow = (part: Partial<typeof view>) => setView({ ...part, trang: "1" });
  const choices = (named: { id: string; name: string }[] = []) =>
    named.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Page
      title="Phản ánh, kiến nghị"
      lead="Người dân, doanh nghiệp nói gì với cơ quan; hạn gần nhất đứng trước."
      actions={
        <>
          <MayButton may={queue.data?.may} verb="enter" hideReason onClick={() => setView({ ghi: "1" })}>
            Ghi phản ánh
          </MayButton>
          <LinkButton to={"/phan-anh/thu" as never} variant="default">
            Thư gửi tới
          </LinkButton>
          {queue.data?.may.often?.allowed && (
            <LinkButton to={"/phan-anh/hoi-nhieu" as never} variant="default">
              Hỏi nhiều
            </LinkButton>
          )}
          <LinkButton to={"/phan-anh/truoc-sau" as never} variant="default">
            Trước và sau
          </LinkButton>
          <LinkButton to="/phan-anh/thiet-lap" variant="default">
            Lĩnh vực, mẫu, thời hạn
          </LinkButton>
        </>
      }
    >
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong phản ánh"
          placeholder="Nội dung hoặc mã"
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Hạn"
          data={optionsOf(lightLabels)}
          value={view.han}
          onChange={(han) => narrow({ han })}
        />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(feedbackStates)}
          value={view.tt}
          onChange={(tt) => narrow({ tt })}
        />
        <FilterSelect
          label="Lĩnh vực"
          data={choices(queue.data?.fields)}
          value={view.lv}
          onChange={(lv) => narrow({ lv })}
        />
        <FilterSelect
          label="Đơn vị xử lý"
          data={choices(queue.data?.units)}
          value={view.dv}
          onChange={(dv) => narrow({ dv })}
        />
        <FilterSelect
          label="Nhận qua"
          data={optionsOf(feedbackSources)}
          value={view.nguon}
          onChange={(nguon) => narrow({ nguon })}
        />
      </Group>
      <Asked query={queue}>
        {(found) => (
          <Stack>
            <Text size="sm" role="status">
              {inWords(found)}
            </Text>
            {found.feedback.length === 0 && (
              <EmptyState
                title={isNarrow ? "Không có phản ánh nào khớp" : "Chưa có phản ánh nào"}
                why={
                  isNarrow
                    ? "Không có phản ánh nào khớp với điều đang tìm, đang lọc."
                    : "Người dân gửi ở trang “Phản ánh, kiến nghị” của cổng; điều nhận bằng văn bản, điện thoại thì ghi tại đây."
                }
              />
            )}
            {found.feedback.map((row) => (
              <Row key={row.id} row={row} />
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
            <EnterDialog
              fields={found.fields}
              opened={view.ghi === "1" && (found.may.enter?.allowed ?? false)}
              onClose={() => setView({ ghi: "" })}
            />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
