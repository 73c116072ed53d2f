import { Button, Group, Pagination, Stack, Text } from "@mantine/core";
import { IconDownload, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useDialogOfAddress, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { saveFile } from "#ui/save-file.ts";
import { SearchField } from "#ui/search-field.tsx";
import { sayFailed } from "#ui/undo.tsx";
import { type PickupKind, pickupKindLabels } from "../../contract.ts";
import { api } from "../api.ts";
import { PickupCard } from "./pickup-card.tsx";
import { PickupDialog } from "./pickup-dialog.tsx";
import { pickupsInWords } from "./pickup-words.ts";

const folded = ["bao", "tu", "den"] as const;

/** Where the press took up what the agency published; narrowed by the address. */
export function PickupsTab() {
  const [view, setView] = useFilters({ tim: "", loai: "", bao: "", tu: "", den: "", bai: "", trang: "1" });
  const narrow = (change: Partial<typeof view>) => setView({ ...change, trang: "1" });
  const page = Math.max(1, Math.floor(Number(view.trang)) || 1);
  const filter = {
    q: view.tim || undefined,
    kind: (view.loai || undefined) as PickupKind | undefined,
    outletId: view.bao || undefined,
    itemId: view.bai || undefined,
    from: view.tu || undefined,
    to: view.den || undefined,
  };
  const isNarrow = Object.values(filter).some(Boolean);
  const register = useQuery(
    api.channels.pressPickups.queryOptions({
      input: { ...filter, page },
      placeholderData: (before) => before,
    }),
  );
  const outlets = useQuery(api.channels.pressRegister.queryOptions({ retry: false })).data?.outlets ?? [];
  const [writing, write] = useDialogOfAddress();
  // What another screen found already: of which text, and where it stands.
  const [found, setFound] = useFilters({ tenbai: "", diachi: "", tentin: "", ngay: "" });
  const closeDialog = () => {
    write.close();
    setFound({ tenbai: "", diachi: "", tentin: "", ngay: "" });
  };
  const table = useMutation({
    mutationFn: () => api.channels.pressPickupsTable.call(filter),
    onSuccess: ({ body }) => saveFile(body),
    onError: sayFailed,
  });
  return (
    <Stack>
      <Group>
        <MayButton
          may={register.data?.may}
          verb="note"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={write.open}
        >
          Ghi tin dùng lại
        </MayButton>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={table.isPending}
          onClick={() => table.mutate()}
        >
          Tải sổ (.xlsx)
        </Button>
      </Group>
      <FilterBar
        inUse={folded.filter((name) => view[name] !== "").length}
        folded={
          <>
            {outlets.length > 0 && (
              <FilterSelect
                label="Cơ quan báo chí"
                data={outlets.map(({ id, name }) => ({ value: id, label: name }))}
                value={view.bao}
                onChange={(bao) => narrow({ bao })}
              />
            )}
            <DateField label="Đăng từ ngày" value={view.tu} onChange={(tu) => narrow({ tu: tu ?? "" })} />
            <DateField label="Đến hết ngày" value={view.den} onChange={(den) => narrow({ den: den ?? "" })} />
          </>
        }
      >
        <SearchField
          label="Tìm trong sổ"
          placeholder="Gõ có dấu hoặc không dấu"
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Mức dùng lại"
          data={optionsOf(pickupKindLabels)}
          value={view.loai}
          onChange={(loai) => narrow({ loai })}
        />
        {view.bai && (
          <Button variant="default" onClick={() => narrow({ bai: "" })}>
            Xem mọi bài
          </Button>
        )}
      </FilterBar>
      <Asked query={register}>
        {({ pickups, counts, pageSize }) => (
          <>
            <Text size="sm" c="gray.7" role="status">
              {pickupsInWords(counts)}
            </Text>
            {pickups.length === 0 && (
              <EmptyState
                title={isNarrow ? "Không có tin nào khớp" : "Chưa ghi tin báo chí dùng lại nào"}
                why={
                  isNarrow
                    ? "Không có tin nào khớp với điều đang tìm, đang lọc."
                    : "Báo, đài đăng lại, dẫn lại bài của cơ quan thì ghi ở đây: địa chỉ, mức dùng lại, ảnh chụp. Tin ấy là minh chứng của nội dung mà bài thực hiện."
                }
              />
            )}
            {pickups.map((pickup) => (
              <PickupCard key={pickup.id} pickup={pickup} showsItem />
            ))}
            {counts.total > pageSize && (
              <Pagination
                total={Math.ceil(counts.total / pageSize)}
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
      <PickupDialog
        // Made anew with what was found: a form keeps what it began with.
        key={found.diachi}
        item={found.diachi && view.bai ? { id: view.bai, title: found.tenbai } : null}
        found={found.diachi ? { url: found.diachi, title: found.tentin, publishedOn: found.ngay } : null}
        opened={writing}
        onClose={closeDialog}
      />
    </Stack>
  );
}
