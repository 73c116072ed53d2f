import { Group, Pagination, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { caseStates } from "../../contract.ts";
import { api, type CaseRow } from "./api.ts";
import { CaseForm } from "./case-form.tsx";
import { CaseStanding } from "./case-standing.tsx";

/** What was wrong and was put right, changed last first. */
export default function CasesPage() {
  const [view, setView] = useFilters({ tt: "", trang: "1", ghi: "" });
  const queries = useQueryClient();
  const go = useGo();
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const found = useQuery(
    api.feedback.cases.queryOptions({
      input: { page, ...(view.tt && { state: view.tt as CaseRow["state"] }) },
      placeholderData: (before) => before,
    }),
  );
  return (
    <Page
      title="Trước và sau"
      lead="Việc chưa ổn đã được xử lý: trước thế nào, đã làm gì, nay ra sao. Được người thứ hai duyệt thì thành minh chứng và có thể soạn bài."
      actions={
        <>
          <MayButton may={found.data?.may} verb="save" hideReason onClick={() => setView({ ghi: "1" })}>
            Ghi trường hợp
          </MayButton>
          <LinkButton to="/phan-anh" variant="default">
            Về danh sách phản ánh
          </LinkButton>
        </>
      }
    >
      <Group align="flex-end">
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(caseStates)}
          value={view.tt}
          onChange={(tt) => setView({ tt, trang: "1" })}
        />
      </Group>
      <Asked query={found}>
        {({ cases, total, pageSize, units, may }) => (
          <Stack>
            <Text size="sm" role="status">
              {total.toLocaleString("vi-VN")} trường hợp
            </Text>
            {cases.length === 0 && (
              <EmptyState
                title={view.tt ? "Không có trường hợp nào khớp" : "Chưa có trường hợp nào"}
                why={
                  view.tt
                    ? "Không có trường hợp nào ở trạng thái đang lọc."
                    : "Khi một phản ánh hay nhiệm vụ đã có kết quả thấy được, hãy ghi lại tình trạng trước, việc đã làm và kết quả."
                }
              />
            )}
            {cases.map((row) => (
              <Paper key={row.id} withBorder p="md" component="article">
                <Stack gap={6}>
                  <Title order={2} size="h4" style={{ overflowWrap: "anywhere" }}>
                    <LinkText to={"/phan-anh/truoc-sau/$id" as never} params={{ id: row.id } as never}>
                      {row.title}
                    </LinkText>
                  </Title>
                  <CaseStanding {...row} />
                </Stack>
              </Paper>
            ))}
            {total > pageSize && (
              <Pagination
                total={Math.ceil(total / pageSize)}
                value={page}
                onChange={(next) => setView({ trang: String(next) })}
                getControlProps={(control) => ({
                  "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                })}
              />
            )}
            <CaseForm
              units={units}
              opened={view.ghi === "1" && (may.save?.allowed ?? false)}
              onClose={() => setView({ ghi: "" })}
              onDone={({ id }) => {
                void queries.invalidateQueries({ queryKey: api.feedback.cases.key() });
                sayDone("Đã ghi bản thảo. Chọn ảnh rồi gửi duyệt ở trang này.");
                go(`/phan-anh/truoc-sau/${id}`);
              }}
            />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
