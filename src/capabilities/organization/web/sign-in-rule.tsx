import { Button, Group, MultiSelect, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";
import { PasswordRuleSection } from "./password-rule.tsx";
import { ProviderSection } from "./provider-form.tsx";

type Rule = Awaited<ReturnType<typeof api.organization.getSignInRule.call>>;
/** Time that people are given to find their phone. */
const GRACE_DAYS = 14;

/** Which roles sign in with a second factor, and from which day. */
export function SignInRule() {
  const rule = useQuery(api.organization.getSignInRule.queryOptions());
  return (
    <Stack component="section" aria-labelledby="quy-dinh-dang-nhap">
      <Title order={2} size="h3" id="quy-dinh-dang-nhap">
        Quy định đăng nhập
      </Title>
      <Asked query={rule}>{(found) => <RuleForm rule={found} />}</Asked>
      <PasswordRuleSection />
      <ProviderSection />
    </Stack>
  );
}

function RuleForm({ rule }: { rule: Rule }) {
  const queries = useQueryClient();
  const [roles, setRoles] = useState<Role[]>(rule.secondFactorRoles);
  const [from, setFrom] = useState(rule.secondFactorFrom ?? today().add({ days: GRACE_DAYS }).toString());
  const save = useMutation(
    api.organization.setSignInRule.mutationOptions({
      onSuccess: ({ secondFactorRoles }) => {
        void queries.invalidateQueries({ queryKey: api.organization.key() });
        sayDone(
          secondFactorRoles.length > 0
            ? `Đã lưu: bắt buộc xác thực hai lớp từ ${formatDate(from)}.`
            : "Đã lưu: không vai trò nào bắt buộc xác thực hai lớp.",
        );
      },
    }),
  );
  const errors = fieldErrors(save.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ secondFactorRoles: roles, secondFactorFrom: roles.length > 0 ? from : null });
      }}
    >
      <Stack maw="40rem">
        <Text size="sm">
          Người giữ vai trò được chọn được nhắc bật xác thực hai lớp; từ ngày bắt buộc, ai chưa bật phải bật
          ngay khi đăng nhập rồi mới làm việc được. Đăng nhập bằng khóa truy cập được tính là hai lớp. Nên bắt
          buộc ít nhất với người quản trị.
        </Text>
        <MultiSelect
          label="Vai trò bắt buộc xác thực hai lớp"
          placeholder={roles.length === 0 ? "Không vai trò nào" : undefined}
          data={optionsOf(roleLabels)}
          value={roles}
          onChange={(chosen) => setRoles(chosen as Role[])}
          error={errors.secondFactorRoles}
          clearable
          clearButtonProps={{ "aria-label": "Bỏ hết vai trò" }}
        />
        {roles.length > 0 && (
          <DateField
            label="Bắt buộc từ ngày"
            value={from}
            onChange={(day) => setFrom(day ?? "")}
            error={errors.secondFactorFrom}
          />
        )}
        <ErrorNotice error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending}>
            Lưu quy định
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
