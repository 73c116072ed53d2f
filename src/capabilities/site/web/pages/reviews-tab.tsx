import { Button, Group, Pagination, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { type Lasting, lastings } from "../../contract.ts";
import { api } from "../api.ts";
import { ReviewCard } from "./review-card.tsx";

const states = {
  due: "Đã đến hạn",
  near: "Sắp đến hạn (14 ngày)",
  later: "Còn xa hạn",
  never: "Không đặt hạn",
  gone: "Đã gỡ khỏi cổng",
  all: "Mọi trang đang đăng",
} as const;

const asNumber = (value: number) => value.toLocaleString("vi-VN");

/** Pages that stand long: which are due to be looked over, whose they are. */
export function ReviewsTab() {
  const [view, setView] = useFilters({ xem: "", loai: "", tim: "", trang: "", so: "1" });
  const page = Math.max(1, Math.floor(Number(view.so)) || 1);
  const list = useQuery(
    api.site.reviews.queryOptions({
      input: {
        page,
        state: view.xem in states ? (view.xem as keyof typeof states) : "due",
        ...(view.loai && { lasting: view.loai as Lasting }),
        ...(view.tim && { q: view.tim }),
        ...(view.trang && { id: view.trang }),
      },
      placeholderData: (before) => before,
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
          <>
            <SearchField
              label="Tìm trang"
              placeholder="Tên hoặc địa chỉ trang"
              value={view.tim}
              onSearch={(tim) => setView({ tim, so: "1" })}
            />
            <FilterSelect
              label="Hạn xem lại"
              data={optionsOf(states)}
              value={view.xem || "due"}
              onChange={(xem) => setView({ xem, so: "1" })}
            />
            <FilterSelect
              label="Loại trang"
              data={optionsOf(lastings)}
              value={view.loai}
              onChange={(loai) => setView({ loai, so: "1" })}
            />
          </>
        )}
      </Group>
      <Asked query={list}>
        {(found) => (
          <>
            <Text size="sm" role="status">
              {asNumber(found.total)} trang khớp; {asNumber(found.counts.due)} trang đến hạn xem lại,{" "}
              {asNumber(found.counts.near)} trang sắp đến hạn. Hạn tính từ lần đổi hoặc lần xem lại gần nhất;
              danh sách trang cập nhật mỗi ngày một lần.
            </Text>
            {found.pages.length === 0 && (
              <EmptyState
                title="Không có trang nào"
                why="Trang thủ tục, trang tĩnh, hỏi đáp và bài giải thích văn bản tự vào danh sách; trang khác đặt hạn được ở “Mọi trang đang đăng”."
              />
            )}
            {found.pages.map((one) => (
              <ReviewCard key={one.id} page={one} list={found} />
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
