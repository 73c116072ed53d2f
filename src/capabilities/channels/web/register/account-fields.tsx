import { Checkbox, Group, Select, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { type AccountWay, accountNetworks, networkLabel, networkOf, wayLabels } from "../../contract.ts";
import type { Account } from "../api.ts";

export type ChosenWay = Exclude<AccountWay, "own">;

export interface AccountValues extends Record<string, unknown> {
  network: string | null;
  name: string;
  handle: string;
  url: string;
  unitId: string | null;
  decision: string;
  decisionOn: string | null;
  isVerified: boolean;
  verifiedOn: string | null;
  note: string;
  way: ChosenWay;
}

export const newAccount: AccountValues = {
  network: null,
  name: "",
  handle: "",
  url: "",
  unitId: null,
  decision: "",
  decisionOn: null,
  isVerified: false,
  verifiedOn: null,
  note: "",
  way: "rehearsal",
};

/** What stands in the register, as the fields hold it. */
export const valuesOf = ({
  network,
  name,
  handle,
  url,
  unitId,
  decision,
  decisionOn,
  isVerified,
  verifiedOn,
  note,
  way,
}: Account): AccountValues => ({
  ...{ network, name, handle, unitId, decision, decisionOn, isVerified, verifiedOn, note },
  url: url ?? "",
  way: way === "own" ? "rehearsal" : way,
});

/** What is sent of them. */
export const sentOf = ({ network: _, url, unitId, ...rest }: AccountValues) => ({
  ...rest,
  url: url.trim() === "" ? null : url.trim(),
  unitId: unitId ?? "",
});

const wayHelp: Record<ChosenWay, string> = {
  rehearsal: "Ghi lại như đăng thật nhưng không gửi đi đâu; dùng khi tập hoặc chưa nối tài khoản.",
  manual: "Đến giờ, người đăng nhận đủ lời, ảnh và các bước; đăng xong dán địa chỉ bài vào đây.",
  connected: "Hệ thống tự gọi kênh; cần người quản trị kết nối trước.",
};

/** The fields of an account; the network is chosen once, when it comes into the register. */
export function AccountFields({
  form,
  isNew,
  connectable,
  units,
}: {
  form: DialogForm<AccountValues>;
  isNew: boolean;
  /** Whether the network can be called at all. */
  connectable: boolean;
  units: { value: string; label: string }[];
}) {
  const { network, way } = form.values;
  const hasAddress = network === null || networkOf(network)?.hasAddress !== false;
  const ways = (["rehearsal", "manual", "connected"] as const).map((value) => ({
    value,
    label: wayLabels[value],
    disabled: value === "connected" && !connectable,
  }));
  return (
    <>
      {isNew && (
        <Select
          label="Kênh"
          required
          allowDeselect={false}
          data={accountNetworks.map((slug) => ({ value: slug, label: networkLabel(slug) }))}
          {...form.getInputProps("network")}
        />
      )}
      <TextInput
        label="Tên tài khoản"
        description="Như người dân thấy trên kênh."
        required
        {...form.getInputProps("name")}
      />
      {hasAddress && (
        <>
          <TextInput label="Tên định danh" placeholder="@ten-trang" {...form.getInputProps("handle")} />
          <TextInput
            label="Địa chỉ"
            description="Cả phần https://; đây là địa chỉ chính danh mà người dân đối chiếu."
            inputMode="url"
            required={way !== "rehearsal"}
            {...form.getInputProps("url")}
          />
        </>
      )}
      <Select
        label="Đơn vị quản lý"
        required
        searchable
        allowDeselect={false}
        nothingFoundMessage="Không có đơn vị này"
        filter={unaccentedOptions}
        data={units}
        {...form.getInputProps("unitId")}
      />
      <Group align="flex-start" gap="sm">
        <TextInput
          label="Quyết định giao, số"
          placeholder="15/QĐ-SVHTTDL"
          flex="1 1 12rem"
          {...form.getInputProps("decision")}
        />
        <DateField label="Ngày quyết định" {...form.getInputProps("decisionOn")} />
      </Group>
      <Select
        label="Cách đăng"
        required
        allowDeselect={false}
        data={ways}
        {...form.getInputProps("way")}
        description={wayHelp[way]}
      />
      <Checkbox
        label="Kênh đã xác thực tài khoản này (có dấu tích)"
        {...form.getInputProps("isVerified", { type: "checkbox" })}
      />
      {form.values.isVerified && <DateField label="Xác thực từ ngày" {...form.getInputProps("verifiedOn")} />}
      <Textarea label="Ghi chú" autosize {...form.getInputProps("note")} />
    </>
  );
}
