import { Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { momentOf } from "#ui/moment-text.ts";
import { sayDone } from "#ui/undo.tsx";
import { api, type DeliveryView } from "../api.ts";
import { useKeepDelivery } from "../delivery/use-keep-delivery.ts";

/** Where what was posted by hand stands, and since when. */
export function RecordForm({ delivery, onRecorded }: { delivery: DeliveryView; onRecorded: () => void }) {
  const { id, account, hasAddress, may } = delivery;
  const keep = useKeepDelivery();
  const [url, setUrl] = useState("");
  const [where, setWhere] = useState("");
  const [when, setWhen] = useState<"now" | "then">("now");
  const [local, setLocal] = useState("");
  const record = useMutation({
    mutationFn: () =>
      api.channels.recordPlacement.call({
        id,
        where,
        url: url.trim() || null,
        placedAt: when === "now" ? null : momentOf(local),
      }),
    onSuccess: (answer) => {
      onRecorded();
      keep(answer);
      sayDone(`Đã ghi: bài đã lên ${account.name}. Thêm ảnh chụp để đủ minh chứng.`);
    },
  });
  const refused = fieldErrors(record.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!record.isPending && (when === "now" || isWholeMoment(local))) record.mutate();
      }}
    >
      <Stack gap="sm">
        {hasAddress ? (
          <TextInput
            label="Địa chỉ bài trên kênh"
            description="Mở riêng bài vừa đăng, chép địa chỉ, dán cả phần https://."
            inputMode="url"
            autoComplete="off"
            required
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={refused.url}
          />
        ) : (
          <TextInput
            label="Nơi nhận, nơi phát"
            description="Ví dụ: loa các thôn của xã, 5 giờ 30; hoặc tên tòa soạn đã nhận thư."
            required
            value={where}
            onChange={(event) => setWhere(event.currentTarget.value)}
            error={refused.where}
          />
        )}
        <Radio.Group label="Lên lúc" value={when} onChange={(value) => setWhen(value as typeof when)}>
          <Group mt={6}>
            <Radio value="now" label="Vừa xong" />
            <Radio value="then" label="Lúc khác" />
          </Group>
        </Radio.Group>
        {when === "then" && (
          <MomentField
            dayLabel="Ngày lên kênh"
            timeLabel="Giờ lên kênh"
            required
            value={local}
            onChange={setLocal}
          />
        )}
        {refused.placedAt && (
          <Text size="sm" c="red.8" role="alert">
            {refused.placedAt}
          </Text>
        )}
        <ErrorNotice error={record.error} />
        <MayButton may={may} verb="record" type="submit" w="fit-content" loading={record.isPending}>
          Ghi đã đăng
        </MayButton>
      </Stack>
    </form>
  );
}
