import { Button, Group, NumberInput, Select, Stack, TagsInput, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { passwordBounds } from "../passwords/password-rule.ts";
import { api } from "./api.ts";

type Rule = Awaited<ReturnType<typeof api.organization.getPasswordRule.call>>;

const kindsLabels: Record<number, string> = {
  1: "Không đòi",
  2: "Ít nhất 2 trong 4 loại",
  3: "Ít nhất 3 trong 4 loại",
  4: "Đủ cả 4 loại",
};

/** What the agency asks of new passwords. */
export function PasswordRuleSection() {
  const rule = useQuery(api.organization.getPasswordRule.queryOptions());
  return (
    <Stack gap="sm" mt="md">
      <Title order={3} size="h4">
        Mật khẩu
      </Title>
      <Asked query={rule}>{(found) => <PasswordRuleForm rule={found} />}</Asked>
    </Stack>
  );
}

function PasswordRuleForm({ rule }: { rule: Rule }) {
  const { floor } = rule;
  const queries = useQueryClient();
  const [minLength, setMinLength] = useState<number | string>(rule.minLength);
  const [kinds, setKinds] = useState(rule.kinds);
  const [remembered, setRemembered] = useState<number | string>(rule.remembered);
  const [maxDays, setMaxDays] = useState<number | string>(rule.maxDays ?? "");
  const [refusedWords, setRefusedWords] = useState(rule.refusedWords);
  const save = useMutation(
    api.organization.setPasswordRule.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.key() });
        sayDone("Đã lưu quy định mật khẩu; áp dụng từ lần đặt mật khẩu tới.");
      },
    }),
  );
  const errors = fieldErrors(save.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          // An emptied field is told by the server, beside the field.
          minLength: Number(minLength),
          kinds,
          remembered: Number(remembered),
          maxDays: maxDays === "" ? null : Number(maxDays),
          refusedWords,
        });
      }}
    >
      <Stack maw="40rem">
        <Text size="sm">
          Áp dụng mỗi khi đặt mật khẩu: nhận lời mời, đặt lại, đổi. Mật khẩu đang dùng không phải đổi, trừ khi
          có thời hạn. Tên, thư điện tử của người dùng, tên cơ quan và những mật khẩu nhiều người dùng luôn bị
          từ chối. Cơ quan chỉ đặt chặt hơn mức chung của hệ thống.
        </Text>
        <NumberInput
          label="Độ dài ít nhất (ký tự)"
          description={`Mức chung của hệ thống: ${floor.minLength}.`}
          min={floor.minLength}
          max={passwordBounds.minLength}
          allowDecimal={false}
          value={minLength}
          onChange={setMinLength}
          error={errors.minLength}
        />
        <Select
          label="Loại ký tự"
          description="Bốn loại: chữ thường, chữ hoa, chữ số, dấu (kể cả dấu cách)."
          allowDeselect={false}
          data={Object.entries(kindsLabels)
            .filter(([kind]) => Number(kind) >= floor.kinds)
            .map(([value, label]) => ({ value, label }))}
          value={String(kinds)}
          onChange={(chosen) => setKinds(Number(chosen))}
          error={errors.kinds}
        />
        <NumberInput
          label="Không dùng lại bao nhiêu mật khẩu gần nhất"
          description={`Tính cả mật khẩu đang dùng. Mức chung của hệ thống: ${floor.remembered}.`}
          min={floor.remembered}
          max={passwordBounds.remembered}
          allowDecimal={false}
          value={remembered}
          onChange={setRemembered}
          error={errors.remembered}
        />
        <NumberInput
          label="Phải đổi sau (ngày)"
          description={
            floor.maxDays === null
              ? "Để trống: không có thời hạn. Mật khẩu đã quá hạn phải đổi ngay khi đăng nhập."
              : `Mức chung của hệ thống: nhiều nhất ${floor.maxDays} ngày.`
          }
          min={1}
          max={floor.maxDays ?? passwordBounds.maxDays}
          allowDecimal={false}
          value={maxDays}
          onChange={setMaxDays}
          error={errors.maxDays}
        />
        <TagsInput
          label="Từ cấm thêm"
          description="Ví dụ tên địa phương, tên lãnh đạo. Gõ từng từ rồi nhấn Enter."
          value={refusedWords}
          onChange={setRefusedWords}
          error={Object.entries(errors).find(([field]) => field.startsWith("refusedWords"))?.[1]}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            Lưu quy định mật khẩu
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
