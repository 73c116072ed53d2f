import { Button, Group, Select, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { workItemWords } from "../../contract.ts";
import { api } from "../api.ts";
import { ItemDialog } from "./item-dialog.tsx";
import type { Serves } from "./serves-fields.tsx";
import { WorkItemCard } from "./work-item-card.tsx";
import type { WorkItemView } from "./work-item-view.ts";

const states = [
  ...Object.entries(workItemWords).map(([value, label]) => ({ value, label })),
  { value: "qua-ngay", label: "Đã qua ngày, chưa ghi kết quả" },
];

const inState = (item: WorkItemView, state: string): boolean =>
  state === "qua-ngay"
    ? item.state === "planned" && item.lastDay < today().toString()
    : state === "" || item.state === state;

/**
 * What the units hold of their own in a year, and what of the plan it carries along; `nhiem-vu`, `nghia-vu` or `muc` in
 * the address show what carries that along, and begin a new item with it.
 */
export default function WorkProgrammePage() {
  const running = today().year;
  const [view, setView] = useFilters({
    nam: String(running),
    "don-vi": "",
    "trang-thai": "",
    "nhiem-vu": "",
    "nghia-vu": "",
    muc: "",
  });
  const year = Number(view.nam) || running;
  const programme = useQuery(api.plan.workProgramme.queryOptions({ input: { year } }));
  const [entering, enter] = useDisclosure(false);
  const carried: Serves = {
    taskIds: view["nhiem-vu"] ? [view["nhiem-vu"]] : [],
    obligationIds: view["nghia-vu"] ? [view["nghia-vu"]] : [],
    clauseIds: view.muc ? [view.muc] : [],
  };
  const asked = [...carried.taskIds, ...carried.obligationIds, ...carried.clauseIds];
  const carries = ({ tasks, obligations, clauses }: WorkItemView) =>
    asked.every((id) => [...tasks, ...obligations, ...clauses].some((link) => link.id === id));
  const enterButton = (
    <MayButton may={programme.data?.may} verb="enter" onClick={enter.open} hideReason>
      Ghi hoạt động
    </MayButton>
  );
  const years = [...new Set([running - 1, running, running + 1, year])].toSorted();
  return (
    <Page
      title="Chương trình công tác của đơn vị"
      lead="Hội nghị, lớp tập huấn, hoạt động của từng đơn vị, và phần tuyên truyền cải cách được lồng ghép. Một minh chứng của hoạt động phục vụ mọi việc đã chọn."
      actions={
        <>
          {programme.data?.may.enter?.allowed && (
            <LinkButton
              to="/chuong-trinh/nhap-bang"
              search={{ nam: String(year) } as never}
              variant="default"
            >
              Dán bảng, nhập từ Excel
            </LinkButton>
          )}
          {enterButton}
        </>
      }
    >
      <Asked query={programme}>
        {({ items, units, may }) => {
          const shown = items.filter(
            (item) =>
              inState(item, view["trang-thai"]) &&
              (!view["don-vi"] || item.unitName === view["don-vi"]) &&
              carries(item),
          );
          return (
            <Stack>
              <Group align="flex-end">
                <Select
                  label="Năm"
                  allowDeselect={false}
                  data={years.map(String)}
                  value={String(year)}
                  onChange={(nam) => setView({ nam: nam ?? "" })}
                  w="7rem"
                />
                <FilterSelect
                  label="Đơn vị"
                  data={[...new Set(items.map(({ unitName }) => unitName))]}
                  value={view["don-vi"]}
                  onChange={(value) => setView({ "don-vi": value })}
                />
                <FilterSelect
                  label="Kết quả"
                  data={states}
                  value={view["trang-thai"]}
                  onChange={(value) => setView({ "trang-thai": value })}
                />
              </Group>
              {asked.length > 0 && (
                <Group gap="xs">
                  <Text size="sm">Chỉ hiện hoạt động lồng ghép cho việc đã chọn ở kế hoạch.</Text>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => setView({ "nhiem-vu": "", "nghia-vu": "", muc: "" })}
                  >
                    Hiện tất cả
                  </Button>
                </Group>
              )}
              {shown.length === 0 ? (
                <EmptyState
                  title={
                    items.length === 0 ? `Chưa ghi hoạt động nào của năm ${year}` : "Không có hoạt động nào"
                  }
                  why="Ghi hội nghị, lớp tập huấn, hoạt động văn hóa của đơn vị và chọn việc của kế hoạch được lồng ghép vào đó; xong việc, một minh chứng được tính cho tất cả."
                  action={enterButton}
                />
              ) : (
                <>
                  <Text size="sm" c="gray.7" role="status">
                    {shown.length === items.length
                      ? `${items.length} hoạt động`
                      : `${shown.length} trong ${items.length} hoạt động`}
                  </Text>
                  <Months items={shown} />
                </>
              )}
              {may.enter?.allowed && (
                <ItemDialog
                  item={null}
                  units={units}
                  begin={carried}
                  opened={entering}
                  onClose={enter.close}
                />
              )}
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}

/** Items under the months in which they begin. */
function Months({ items }: { items: WorkItemView[] }) {
  const months = [...Map.groupBy(items, ({ firstDay }) => firstDay.slice(0, 7))];
  return months.map(([month, rows]) => (
    <section key={month} aria-labelledby={`thang-${month}`}>
      <Title order={2} size="h4" id={`thang-${month}`} mb="xs">
        Tháng {Number(month.slice(5))} năm {month.slice(0, 4)}
      </Title>
      <Stack gap="sm">
        {rows.map((item) => (
          <WorkItemCard key={item.id} item={item} />
        ))}
      </Stack>
    </section>
  ));
}
