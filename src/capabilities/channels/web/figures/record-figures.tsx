import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { Metric } from "../../figures/metric.ts";
import { api, type FiguresOfDelivery } from "../api.ts";
import { useKeepFigures } from "./use-keep-figures.ts";
import { wholeNumber } from "./whole-number.ts";

/** What the network shows, typed by who looked: only what is filled in counts, an empty field stays unknown. */
export function RecordFigures({
  found: { deliveryId, figures, networkLabel },
}: {
  found: FiguresOfDelivery;
}) {
  const keep = useKeepFigures();
  const [day, setDay] = useState<string | null>(today().toString());
  const [typed, setTyped] = useState<Partial<Record<Metric, string>>>({});
  const [consent, setConsent] = useState("");
  const [lacks, setLacks] = useState<Partial<Record<string, string>>>({});
  const filled = figures.filter(({ metric }) => (typed[metric] ?? "").trim() !== "");
  const opens = filled.some(({ metric }) => metric === "mail-opens");
  const record = useMutation({
    mutationFn: () =>
      api.channels.recordFigures.call({
        id: deliveryId,
        day: day ?? "",
        values: filled.map(({ metric }) => ({ metric, value: wholeNumber(typed[metric] ?? "") ?? 0 })),
        consent: opens ? consent : null,
      }),
    onSuccess: (answer) => {
      keep(answer);
      setTyped({});
      sayDone(`Đã ghi ${filled.length} số.`);
    },
  });
  const refused = fieldErrors(record.error);
  const send = () => {
    const wrong = Object.fromEntries(
      filled.flatMap(({ metric }) =>
        wholeNumber(typed[metric] ?? "") === null ? [[metric, "Hãy ghi một số nguyên, ví dụ 1.234."]] : [],
      ),
    );
    const found = {
      ...wrong,
      ...(day === null && { day: "Hãy ghi ngày xem số." }),
      ...(filled.length === 0 && { values: "Hãy ghi ít nhất một số." }),
    };
    setLacks(found);
    if (Object.keys(found).length === 0 && !record.isPending) record.mutate();
  };
  if (figures.length === 0) return null;
  return (
    <form
      aria-labelledby="ghi-so-lieu"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Title order={3} size="h5" id="ghi-so-lieu">
          Ghi số xem được trên {networkLabel}
        </Title>
        <Text size="sm" c="gray.7">
          Số nào không thấy thì để trống: hệ thống ghi là chưa rõ, không phải 0.
        </Text>
        <Group>
          <DateField
            label="Xem số ngày"
            required
            value={day}
            onChange={setDay}
            error={lacks.day ?? refused.day}
          />
        </Group>
        <SimpleGrid cols={{ base: 2, sm: 3 }}>
          {figures.map(({ metric, label, hint }) => (
            <TextInput
              key={metric}
              label={label}
              description={hint}
              inputMode="numeric"
              autoComplete="off"
              inputWrapperOrder={["label", "input", "description", "error"]}
              value={typed[metric] ?? ""}
              onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [metric]: value })}
              error={lacks[metric] ?? refused[metric]}
            />
          ))}
        </SimpleGrid>
        {opens && (
          <TextInput
            label="Căn cứ người nhận đã đồng ý cho đếm lượt mở"
            description="Ví dụ: phiếu đăng ký nhận thông cáo, mục đồng ý, từ ngày nào."
            required
            value={consent}
            onChange={({ currentTarget: { value } }) => setConsent(value)}
            error={refused.consent}
          />
        )}
        {(lacks.values ?? refused.values) && (
          <Text size="sm" c="red.8" role="alert">
            {lacks.values ?? refused.values}
          </Text>
        )}
        <ErrorNotice error={record.error} />
        <Button type="submit" w="fit-content" loading={record.isPending}>
          Ghi số liệu
        </Button>
      </Stack>
    </form>
  );
}
