import { Anchor, Pagination, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { contentThemes } from "#plan/contract";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { type Tone, tones } from "../sorting/tone.ts";
import { type SourceKind, sourceKindLabels } from "../sources/source.ts";
import { api } from "./api.ts";
import { ItemSorting } from "./incidents/item-sorting.tsx";

const folded = ["tu", "den"] as const;

/** What the feeds brought, the newest first; narrowed by the address. */
export function ItemsTab() {
  const [view, setView] = useFilters({
    tim: "",
    nguon: "",
    loai: "",
    tu: "",
    den: "",
    chude: "",
    sacthai: "",
    trang: "1",
  });
  const narrow = (change: Partial<typeof view>) => setView({ ...change, trang: "1" });
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const filter = {
    q: view.tim || undefined,
    sourceId: view.nguon || undefined,
    kind: (view.loai || undefined) as SourceKind | undefined,
    theme: view.chude || undefined,
    tone: (view.sacthai || undefined) as Tone | undefined,
    from: view.tu || undefined,
    to: view.den || undefined,
  };
  const isNarrow = Object.values(filter).some(Boolean);
  const found = useQuery(
    api.listening.items.queryOptions({ input: { ...filter, page }, placeholderData: (before) => before }),
  );
  const sources = useQuery(api.listening.sources.queryOptions()).data?.sources ?? [];
  return (
    <Stack>
      <FilterBar
        inUse={folded.filter((name) => view[name] !== "").length}
        folded={
          <>
            <DateField label="Từ ngày" value={view.tu} onChange={(tu) => narrow({ tu: tu ?? "" })} />
            <DateField label="Đến hết ngày" value={view.den} onChange={(den) => narrow({ den: den ?? "" })} />
          </>
        }
      >
        <SearchField
          label="Tìm tin"
          placeholder="Gõ có dấu hoặc không dấu"
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Nguồn tin"
          data={sources.map(({ id, name }) => ({ value: id, label: name }))}
          value={view.nguon}
          onChange={(nguon) => narrow({ nguon })}
        />
        <FilterSelect
          label="Loại nguồn"
          data={optionsOf(sourceKindLabels)}
          value={view.loai}
          onChange={(loai) => narrow({ loai })}
        />
        <FilterSelect
          label="Chủ đề"
          data={contentThemes.map(({ slug, label }) => ({ value: slug, label }))}
          value={view.chude}
          onChange={(chude) => narrow({ chude })}
        />
        <FilterSelect
          label="Sắc thái"
          data={optionsOf(tones)}
          value={view.sacthai}
          onChange={(sacthai) => narrow({ sacthai })}
        />
      </FilterBar>
      <Asked query={found}>
        {({ items, total, pageSize, may }) => (
          <>
            <Text size="sm" c="gray.7" role="status">
              {total} tin
            </Text>
            {items.length === 0 && (
              <EmptyState
                title={isNarrow ? "Không có tin nào khớp" : "Chưa có tin nào"}
                why={
                  isNarrow
                    ? "Không có tin nào khớp với điều đang tìm, đang lọc."
                    : "Khi cơ quan theo dõi một nguồn tin, tin mới của nguồn ấy đứng ở đây."
                }
                action={
                  isNarrow ? undefined : (
                    <LinkText to="/theo-doi-bao-chi" search={{ the: "nguon" } as never}>
                      Chọn nguồn tin
                    </LinkText>
                  )
                }
              />
            )}
            {items.map((item) => {
              const { id, title, url, summary, sourceName, publishedAt, seenAt } = item;
              return (
                <Paper key={id} withBorder p="md" component="article">
                  <Stack gap={4}>
                    <Title order={2} size="h5" style={{ overflowWrap: "anywhere" }}>
                      {url ? (
                        <Anchor
                          href={url}
                          target="_blank"
                          rel="noopener noreferrer"
                          underline="always"
                          inherit
                        >
                          {title}
                        </Anchor>
                      ) : (
                        title
                      )}
                    </Title>
                    <Text size="sm" c="gray.7" style={{ overflowWrap: "anywhere" }}>
                      {sourceName} ·{" "}
                      {publishedAt ? (
                        <MomentText at={publishedAt} />
                      ) : (
                        <>
                          không rõ lúc đăng, thấy lúc <MomentText at={seenAt} />
                        </>
                      )}
                    </Text>
                    {summary && (
                      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                        {summary}
                      </Text>
                    )}
                    <ItemSorting item={item} may={may} />
                  </Stack>
                </Paper>
              );
            })}
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
          </>
        )}
      </Asked>
    </Stack>
  );
}
