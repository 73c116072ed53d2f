import { Button, Group, Pagination, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { api, type BrokenLinks } from "../api.ts";
import { PageCard } from "./page-card.tsx";

const asNumber = (value: number) => value.toLocaleString("vi-VN");

const progress = ({ pages, read, addresses, checked, unsure }: BrokenLinks["counts"]) =>
  [
    `Đã đọc ${asNumber(read)}/${asNumber(pages)} trang, đã kiểm tra ${asNumber(checked)}/${asNumber(addresses)} liên kết`,
    unsure > 0 && `${asNumber(unsure)} liên kết không cho phần mềm mở nên không kết luận được`,
  ]
    .filter(Boolean)
    .join("; ");

/** Links in public pages that lead nowhere, the most visited page first. */
export function LinksTab() {
  const [view, setView] = useFilters({ xem: "", trang: "", so: "1" });
  const page = Math.max(1, Math.floor(Number(view.so)) || 1);
  const settled = view.xem === "de-nguyen";
  const queue = useQuery(
    api.site.brokenLinks.queryOptions({
      input: { page, settled: settled ? "true" : "false", ...(view.trang && { id: view.trang }) },
      placeholderData: (before) => before,
      refetchInterval: 15_000,
    }),
  );
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        {view.trang ? (
          <Button variant="default" onClick={() => setView({ trang: "" })}>
            Xem mọi trang
          </Button>
        ) : (
          <FilterSelect
            label="Liên kết"
            data={[{ value: "de-nguyen", label: "Đã để nguyên, có lý do" }]}
            value={view.xem}
            onChange={(xem) => setView({ xem, so: "1" })}
          />
        )}
      </Group>
      <Asked query={queue}>
        {(found) => (
          <>
            <Text size="sm" role="status">
              {asNumber(found.total)} trang có liên kết {settled ? "hỏng được để nguyên" : "hỏng"}.{" "}
              {progress(found.counts)}. Mỗi liên kết kiểm tra một lần một tuần; hỏng thì sau 6 giờ kiểm tra
              lại một lần rồi mới ghi là hỏng.
            </Text>
            {found.pages.length === 0 && (
              <EmptyState
                title={settled ? "Không có liên kết nào được để nguyên" : "Không có liên kết hỏng"}
                why={
                  settled
                    ? "Liên kết hỏng mà không sửa được thì ghi lý do để nguyên; chúng hiện ở đây."
                    : "Liên kết trong tin, thủ tục, văn bản, kế hoạch và trang tĩnh được kiểm tra mỗi tuần; liên kết không mở được hiện ở đây, trang nhiều lượt xem đứng trước."
                }
              />
            )}
            {found.pages.map((one) => (
              <PageCard key={one.id} page={one} visitDays={found.visitDays} may={found.may} />
            ))}
            {found.total > found.pageSize && (
              <Pagination
                total={Math.ceil(found.total / found.pageSize)}
                value={page}
                onChange={(next) => setView({ so: String(next) })}
                getControlProps={(control) => ({
                  "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                })}
              />
            )}
          </>
        )}
      </Asked>
    </Stack>
  );
}
