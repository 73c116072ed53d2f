import { Group, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type AgencyView, api } from "./api.ts";

/** What is printed on documents and shown on the portal. */
export function AgencyForm({ agency }: { agency: AgencyView }) {
  const queries = useQueryClient();
  const { name, superiorName, symbol, place, address, phone, email, openingHours, hotline } = agency;
  const [fields, setFields] = useState({
    name,
    superiorName,
    symbol,
    place,
    address,
    phone,
    email,
    openingHours: openingHours ?? null,
    hotline: hotline ?? null,
  });
  const update = useMutation(
    api.organization.updateAgency.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.key() });
        sayDone("Đã lưu thông tin cơ quan.");
      },
    }),
  );
  const errors = fieldErrors(update.error);
  const field = (key: keyof typeof fields, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      value={fields[key] ?? ""}
      onChange={(event) =>
        setFields({
          ...fields,
          [key]: event.currentTarget.value || (["name", "symbol", "place"].includes(key) ? "" : null),
        })
      }
      error={errors[key]}
      readOnly={!agency.may.manage?.allowed}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate(fields);
      }}
    >
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {field("superiorName", "Cơ quan chủ quản", "In trên đầu văn bản, ví dụ UBND TỈNH BẮC NINH")}
          {field("name", "Tên cơ quan")}
          {field("symbol", "Ký hiệu", "Đứng sau số văn bản, ví dụ SNV hoặc UBND")}
          {field("place", "Địa danh", "Đứng trước ngày tháng trong văn bản")}
          {field("address", "Địa chỉ")}
          {field("phone", "Điện thoại")}
          {field("email", "Thư điện tử")}
          {field("hotline", "Đường dây nóng", "Số nhận phản ánh của người dân, nếu có")}
          <Textarea
            label="Giờ làm việc"
            description="Hiện ở trang Giới thiệu và liên hệ của cổng; mỗi dòng một khoảng"
            placeholder="Thứ Hai đến thứ Sáu: 7:30–11:30 và 13:30–17:00"
            autosize
            minRows={2}
            value={fields.openingHours ?? ""}
            onChange={(event) => setFields({ ...fields, openingHours: event.currentTarget.value || null })}
            error={errors.openingHours}
            readOnly={!agency.may.manage?.allowed}
          />
        </SimpleGrid>
        <ErrorNotice error={update.error} />
        <Group>
          <MayButton may={agency.may} verb="manage" type="submit" loading={update.isPending}>
            Lưu thông tin
          </MayButton>
        </Group>
      </Stack>
    </form>
  );
}
