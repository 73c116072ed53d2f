import { Box, Button, Checkbox, Group, NativeSelect, Radio, Stack, Switch, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayFailed } from "#ui/undo.tsx";
import { type DigestRhythm, digestWords } from "../../contract.ts";
import { api, type NoticeSettings } from "../api.ts";
import { useKept, useSaveHours, type Whose } from "./whose.ts";

const HALF_HOUR = 30;
const two = (value: number) => String(value).padStart(2, "0");
const halfHours = Array.from({ length: 48 }, (_, index) => index * HALF_HOUR).map((minute) => ({
  value: String(minute),
  label: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
}));

/** Quiet hours, and when what is gathered comes. */
export function NoticeHours({
  settings: { hours, hoursBy, kinds },
  whose,
}: {
  settings: NoticeSettings;
  whose: Whose;
}) {
  const [fields, setFields] = useState(hours);
  const keep = useKept(whose);
  const save = useSaveHours(whose, (settings) =>
    keep(settings, "Đã lưu giờ yên tĩnh, nhịp gom thư và cách báo trên thiết bị."),
  );
  const follow = useMutation(
    api.organization.followAgencyHours.mutationOptions({
      onSuccess: (settings) => keep(settings, "Từ giờ theo giờ và cách báo của cơ quan."),
      onError: sayFailed,
    }),
  );
  const errors = fieldErrors(save.error);
  const urgent = kinds.flatMap(({ urgent: always, label }) => (always ? [label.toLowerCase()] : []));
  const hour = (key: "quietFrom" | "quietTo", label: string) => (
    <NativeSelect
      label={label}
      w="8rem"
      data={halfHours}
      value={String(fields[key])}
      onChange={(event) => setFields({ ...fields, [key]: Number(event.currentTarget.value) })}
      error={errors[key]}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(fields);
      }}
    >
      <Stack>
        <Box component="section" aria-labelledby="gio-yen-tinh">
          <Stack gap="sm">
            <Title order={2} size="h3" id="gio-yen-tinh">
              Giờ yên tĩnh
            </Title>
            {whose === "me" && (
              <Text size="sm" c="gray.7">
                {hoursBy === "own"
                  ? "Giờ và nhịp dưới đây do bạn tự chọn."
                  : hoursBy === "agency"
                    ? "Giờ và nhịp dưới đây theo mặc định của cơ quan; lưu thì thành lựa chọn của bạn."
                    : "Giờ và nhịp dưới đây theo mặc định của hệ thống; lưu thì thành lựa chọn của bạn."}
              </Text>
            )}
            <Switch
              label="Giữ lại trong giờ yên tĩnh, hết giờ thì gửi"
              checked={fields.quiet}
              onChange={(event) => setFields({ ...fields, quiet: event.currentTarget.checked })}
            />
            {fields.quiet && (
              <>
                <Group gap="sm" align="flex-start">
                  {hour("quietFrom", "Từ")}
                  {hour("quietTo", "Đến")}
                </Group>
                <Checkbox
                  label="Cả ngày nghỉ, ngày lễ theo lịch của cơ quan"
                  checked={fields.quietDaysOff}
                  onChange={(event) => setFields({ ...fields, quietDaysOff: event.currentTarget.checked })}
                />
                <Text size="sm" c="gray.7">
                  Vẫn gửi ngay cả trong giờ yên tĩnh: {urgent.join("; ")}.
                </Text>
              </>
            )}
          </Stack>
        </Box>
        <Radio.Group
          label="Thư tổng hợp"
          description="Các loại chọn “gom lại” ở dưới đến trong một thư, xếp theo từng việc; không có gì thì không gửi"
          value={fields.digest}
          onChange={(digest) => setFields({ ...fields, digest: digest as DigestRhythm })}
        >
          <Stack gap="xs" mt="xs">
            {optionsOf(digestWords).map(({ value, label }) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Checkbox
          label="Thiết bị chỉ báo “Có việc mới”, không hiện tên việc"
          description="Dùng khi người khác có thể nhìn thấy màn hình khóa"
          checked={fields.pushDiscreet}
          onChange={(event) => setFields({ ...fields, pushDiscreet: event.currentTarget.checked })}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            Lưu giờ và cách báo
          </Button>
          {whose === "me" && hoursBy === "own" && (
            <Button variant="default" loading={follow.isPending} onClick={() => follow.mutate({})}>
              Theo giờ của cơ quan
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
