import { FileInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { type PickupKind, pickupKindLabels } from "../../contract.ts";
import { api, type PressPickup } from "../api.ts";
import { usePickupsChanged } from "./use-pickups-changed.ts";

interface PickupValues extends Record<string, unknown> {
  id: string;
  itemId: string | null;
  outletId: string | null;
  outletName: string;
  kind: PickupKind;
  title: string;
  url: string;
  publishedOn: string | null;
  note: string;
  file: File | null;
  reason: string;
}

/**
 * Writes down where the press took up a text: of one that is given, or of one that is chosen; or sets one right. `found`:
 * what is known of it already.
 */
export function PickupDialog({
  item = null,
  pickup = null,
  found = null,
  opened,
  onClose,
}: {
  item?: { id: string; title: string } | null;
  pickup?: PressPickup | null;
  found?: { url: string; title: string; publishedOn: string } | null;
  opened: boolean;
  onClose: () => void;
}) {
  const outlets =
    useQuery(api.channels.pressRegister.queryOptions({ enabled: opened, retry: false })).data?.outlets ?? [];
  const changed = usePickupsChanged();
  return (
    <FormDialog<PickupValues, { id: string }>
      opened={opened}
      onClose={onClose}
      title={
        pickup
          ? `Sửa tin báo chí dùng lại: ${pickup.title}`
          : item?.title
            ? `Báo chí dùng lại: ${item.title}`
            : "Ghi tin báo chí dùng lại"
      }
      lead="Mỗi địa chỉ chỉ ghi một lần cho một bài. Tin được đếm riêng, không cộng vào lượt xem."
      initial={{
        id: pickup?.id ?? newId(),
        itemId: pickup?.itemId ?? item?.id ?? null,
        outletId: pickup?.outletId ?? null,
        outletName: pickup?.outletId === null ? pickup.outletName : "",
        kind: pickup?.kind ?? "whole",
        title: pickup?.title ?? found?.title ?? "",
        url: pickup?.url ?? found?.url ?? "",
        publishedOn: pickup?.publishedOn ?? (found?.publishedOn || today().toString()),
        note: pickup?.note ?? "",
        file: null,
        reason: "",
      }}
      check={({ itemId, outletId, outletName, publishedOn, reason }): Partial<Record<string, string>> => ({
        ...(itemId === null && { itemId: "Hãy chọn bài được dùng lại." }),
        ...(outletId === null &&
          outletName.trim() === "" && { outletName: "Hãy chọn hoặc ghi tên cơ quan báo chí." }),
        ...(pickup && reason.trim() === "" && { reason: "Hãy ghi lý do sửa." }),
        ...(publishedOn === null && { publishedOn: "Hãy chọn ngày báo đăng." }),
      })}
      verb={pickup ? "Lưu" : "Ghi vào sổ"}
      submit={({ itemId, outletId, publishedOn, file, reason, ...fields }) => {
        const given = { ...fields, publishedOn: publishedOn!, ...(outletId && { outletId }) };
        return pickup
          ? api.channels.changePressPickup.call({ ...given, reason })
          : api.channels.notePressPickup.call({ ...given, itemId: itemId!, ...(file && { file }) });
      }}
      onDone={() => changed(pickup ? "Đã sửa tin báo chí dùng lại." : "Đã ghi tin báo chí dùng lại.")}
    >
      {(form) => (
        <>
          {item === null && pickup === null && <ItemChoice form={form} />}
          <TextInput
            label="Địa chỉ của tin"
            description="Để trống nếu là báo in, phát thanh, truyền hình"
            type="url"
            inputMode="url"
            data-autofocus
            {...form.getInputProps("url")}
          />
          <TextInput label="Tên tin trên báo" required {...form.getInputProps("title")} />
          <Select
            label="Cơ quan báo chí trong sổ"
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn cơ quan báo chí" }}
            filter={unaccentedOptions}
            nothingFoundMessage="Chưa có trong sổ"
            data={outlets
              .filter(({ isClosed }) => !isClosed)
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("outletId")}
          />
          {form.values.outletId === null && (
            <TextInput
              label="Cơ quan báo chí khác"
              description="Khi chưa có trong sổ"
              {...form.getInputProps("outletName")}
            />
          )}
          <DateField label="Ngày báo đăng" required {...form.getInputProps("publishedOn")} />
          <Select
            label="Mức dùng lại"
            required
            allowDeselect={false}
            data={optionsOf(pickupKindLabels)}
            {...form.getInputProps("kind")}
          />
          {pickup === null && (
            <FileInput
              label="Ảnh chụp"
              description="JPEG, PNG hoặc WebP, nhiều nhất 20 MB; thêm sau cũng được"
              accept="image/jpeg,image/png,image/webp"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ ảnh chụp" }}
              {...form.getInputProps("file")}
            />
          )}
          <Textarea label="Ghi chú" autosize {...form.getInputProps("note")} />
          {pickup && <Textarea label="Lý do sửa" required autosize {...form.getInputProps("reason")} />}
        </>
      )}
    </FormDialog>
  );
}

function ItemChoice({ form }: { form: DialogForm<PickupValues> }) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.list.queryOptions({
      input: { state: "published", q: words || undefined },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.items ?? []).map(({ id, title }) => ({
    value: id,
    label: title || "(chưa có tiêu đề)",
  }));
  return (
    <Select
      label="Bài của cơ quan"
      description="Bài đã đăng; gõ để tìm trong tiêu đề"
      required
      searchable
      data={options}
      onSearchChange={(text) => setWords(options.some(({ label }) => label === text) ? "" : text)}
      filter={({ options: all }) => all}
      nothingFoundMessage="Không có bài nào khớp"
      {...form.getInputProps("itemId")}
    />
  );
}
