import { Checkbox, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { sayDone } from "#ui/undo.tsx";
import { stationSortLabels, stationWayLabels } from "../../contract.ts";
import { api, type LoudspeakerArea, type LoudspeakerStation } from "../api.ts";
import { useKeepLoudspeakers } from "./use-keep-loudspeakers.ts";

const wayHelp = {
  package: "Người ở đài mở trang nhận bản tin, tải gói gồm âm thanh, lời đọc, lịch phát, mã kiểm tra.",
  feed: "Máy của đài tự hỏi lịch bằng khóa riêng, tự tải, tự phát và báo kết quả về.",
};

/** Enters a station or a group of loudspeakers into the register, or changes it. */
export function StationDialog({
  station,
  areas,
  onClose,
}: {
  station: LoudspeakerStation | null;
  areas: LoudspeakerArea[];
  onClose: () => void;
}) {
  const keep = useKeepLoudspeakers();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={station ? `Sửa: ${station.name}` : "Ghi đài, cụm loa"}
      initial={{
        areaId: station?.areaId ?? (null as string | null),
        code: station?.code ?? "",
        name: station?.name ?? "",
        sort: station?.sort ?? ("station" as const),
        way: station?.way ?? ("package" as const),
        keeper: station?.keeper ?? "",
        clusters: station?.clusters ?? 0,
        note: station?.note ?? "",
        isClosed: station?.isClosed ?? false,
      }}
      check={({ areaId }) => ({ ...(areaId === null && { areaId: "Hãy chọn địa bàn." }) })}
      verb={station ? "Ghi bản sửa" : "Ghi vào sổ"}
      submit={({ areaId, clusters, ...values }) => {
        const fields = { areaId: areaId ?? "", clusters: Number(clusters) || 0, ...values };
        return station
          ? api.channels.changeLoudspeakerStation.call({ id: station.id, ...fields })
          : api.channels.addLoudspeakerStation.call(fields);
      }}
      onDone={(register) => {
        keep(register);
        sayDone("Đã ghi đài, cụm loa.");
      }}
    >
      {(form) => (
        <>
          <Select
            label="Địa bàn"
            required
            searchable
            allowDeselect={false}
            nothingFoundMessage="Không có địa bàn này; hãy ghi địa bàn trước"
            filter={unaccentedOptions}
            data={areas
              .filter((area) => !area.isClosed || area.id === station?.areaId)
              .map((area) => ({ value: area.id, label: area.name }))}
            {...form.getInputProps("areaId")}
          />
          <TextInput label="Tên" required {...form.getInputProps("name")} />
          <TextInput
            label="Mã"
            description="Nhật ký phát nhận ra đài theo mã này; chữ không dấu, số, gạch."
            required
            {...form.getInputProps("code")}
          />
          <Select
            label="Loại"
            required
            allowDeselect={false}
            data={optionsOf(stationSortLabels)}
            {...form.getInputProps("sort")}
          />
          <Select
            label="Cách nhận bản tin"
            required
            allowDeselect={false}
            data={optionsOf(stationWayLabels)}
            description={wayHelp[form.values.way]}
            {...form.getInputProps("way")}
          />
          <NumberInput
            label="Số cụm loa"
            min={0}
            max={10_000}
            allowDecimal={false}
            {...form.getInputProps("clusters")}
          />
          <TextInput label="Người phụ trách" {...form.getInputProps("keeper")} />
          <Textarea label="Ghi chú" autosize {...form.getInputProps("note")} />
          {station && (
            <Checkbox
              label="Thôi dùng"
              description="Không giao bản tin nữa, khóa và đường dẫn hết hiệu lực; nhật ký cũ vẫn giữ."
              {...form.getInputProps("isClosed", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
