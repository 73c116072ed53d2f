import { Alert, Button, Group, Select, Stack, Stepper, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type AgencyKind, agencyKindLabels, ownWords } from "#organization/contract";
import { explainError } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Redirect, useFilters, useGo } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { api } from "../api.ts";
import { authCall } from "./auth-call.ts";
import { DoorFrame } from "./door-frame.tsx";
import { PasswordDemands, usePasswordAsked } from "./new-password-fields.tsx";
import { PasswordField } from "./password-field.tsx";
import { emptySetUp, fieldsMissing, LAST_STEP, type SetUp, setUpInput, stepOfField } from "./set-up.ts";
import { SetUpUnits } from "./set-up-units.tsx";

/** What could stand in the fields, for each kind of agency. */
const examples: Record<AgencyKind, Record<"name" | "superiorName" | "symbol" | "place", string>> = {
  province: { name: "Ủy ban nhân dân tỉnh …", superiorName: "", symbol: "UBND", place: "Tên tỉnh" },
  department: { name: "Sở …", superiorName: "UBND tỉnh …", symbol: "SNV", place: "Tên tỉnh" },
  commune: { name: "Ủy ban nhân dân xã …", superiorName: "UBND tỉnh …", symbol: "UBND", place: "Tên xã" },
};

/** Three steps on an empty installation: agency, units, first administrator. Nothing is stored before the last. */
export default function FirstRunPage() {
  const go = useGo();
  const queryClient = useQueryClient();
  const [{ tu }] = useFilters({ tu: "" });
  const status = useQuery(api.organization.firstRunStatus.queryOptions());
  const { data: asked } = usePasswordAsked();
  const [step, setStep] = useState(0);
  const [setUp, setSetUp] = useState<SetUp>(emptySetUp);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const finish = useMutation({
    ...api.organization.completeFirstRun.mutationOptions(),
    onSuccess: async () => {
      const { email, password } = setUp.administrator;
      await authCall("sign-in", { email, password });
      queryClient.clear();
      go("/");
    },
    onError: (error) => {
      const { issues } = explainError(error);
      setErrors(Object.fromEntries(issues.map(({ field, message }) => [field, message])));
      if (issues.length > 0) setStep(Math.min(...issues.map(({ field }) => stepOfField(field))));
    },
  });
  if (status.data && !status.data.needed && !finish.isSuccess) return <Redirect to="/dang-nhap" />;

  const next = () => {
    const missing = fieldsMissing(setUp, step);
    setErrors(missing);
    if (Object.keys(missing).length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    if (step < LAST_STEP) setStep(step + 1);
    else finish.mutate(setUpInput(setUp));
  };
  const agency = (change: Partial<SetUp["agency"]>) =>
    setSetUp({ ...setUp, agency: { ...setUp.agency, ...change } });
  const administrator = (change: Partial<SetUp["administrator"]>) =>
    setSetUp({ ...setUp, administrator: { ...setUp.administrator, ...change } });

  return (
    <DoorFrame
      title="Thiết lập lần đầu"
      width="44rem"
      lead="Ba bước; mọi điều có thể sửa lại sau. Chưa có gì được lưu cho đến khi xong bước cuối."
    >
      {tu === "go-mau" && (
        <Alert color="green" role="status" title="Đã gỡ dữ liệu mẫu; mọi tài khoản mẫu đã ngừng.">
          Hệ thống đang chờ thiết lập lần đầu. Mã thiết lập vừa được in trên màn hình máy chủ; ai trông máy
          chủ đọc mã đó cho bạn ở bước 3.
        </Alert>
      )}
      <Stepper
        className="set-up-steps"
        active={step}
        size="sm"
        wrap={false}
        onStepClick={(wanted) => wanted < step && setStep(wanted)}
      >
        {["Cơ quan", "Đơn vị", "Người quản trị"].map((label, index) => (
          <Stepper.Step
            key={label}
            label={label}
            aria-current={index === step ? "step" : undefined}
            allowStepSelect={index < step}
          />
        ))}
      </Stepper>
      <ErrorNotice error={finish.error} />
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <Stack>
          {step === 0 && (
            <>
              <Select
                label="Loại cơ quan"
                allowDeselect={false}
                data={optionsOf(agencyKindLabels)}
                value={setUp.agency.kind}
                onChange={(kind) => agency({ kind: (kind ?? "department") as AgencyKind })}
                error={errors["agency.kind"]}
              />
              <TextInput
                label="Tên cơ quan"
                placeholder={examples[setUp.agency.kind].name}
                required
                value={setUp.agency.name}
                onChange={(event) => agency({ name: event.currentTarget.value })}
                error={errors["agency.name"]}
              />
              <TextInput
                label="Cơ quan chủ quản"
                description="Dòng trên cùng của văn bản; để trống nếu là UBND."
                placeholder={examples[setUp.agency.kind].superiorName}
                value={setUp.agency.superiorName}
                onChange={(event) => agency({ superiorName: event.currentTarget.value })}
                error={errors["agency.superiorName"]}
              />
              <Group grow align="flex-start" preventGrowOverflow={false}>
                <TextInput
                  label="Ký hiệu cơ quan"
                  description="Trong số văn bản, viết hoa."
                  placeholder={examples[setUp.agency.kind].symbol}
                  required
                  value={setUp.agency.symbol}
                  onChange={(event) => agency({ symbol: event.currentTarget.value.toUpperCase() })}
                  error={errors["agency.symbol"]}
                />
                <TextInput
                  label="Địa danh"
                  description="Đứng trước ngày tháng trên văn bản."
                  placeholder={examples[setUp.agency.kind].place}
                  required
                  value={setUp.agency.place}
                  onChange={(event) => agency({ place: event.currentTarget.value })}
                  error={errors["agency.place"]}
                />
              </Group>
            </>
          )}
          {step === 1 && <SetUpUnits setUp={setUp} onChange={setSetUp} errors={errors} />}
          {step === 2 && (
            <>
              <TextInput
                label="Mã thiết lập"
                description="In trên màn hình máy chủ. Không thấy thì chạy “npx gandan setup code” trên máy chủ để có mã mới."
                required
                autoComplete="off"
                value={setUp.code}
                onChange={(event) => setSetUp({ ...setUp, code: event.currentTarget.value })}
                error={errors.code}
              />
              <TextInput
                label="Họ và tên"
                required
                autoComplete="name"
                value={setUp.administrator.name}
                onChange={(event) => administrator({ name: event.currentTarget.value })}
                error={errors["administrator.name"]}
              />
              <TextInput
                label="Thư điện tử"
                description="Dùng để đăng nhập."
                type="email"
                required
                autoComplete="username"
                value={setUp.administrator.email}
                onChange={(event) => administrator({ email: event.currentTarget.value })}
                error={errors["administrator.email"]}
              />
              <PasswordField
                label="Mật khẩu"
                description={
                  asked && (
                    <PasswordDemands
                      asked={{ rule: { ...asked.rule, remembered: 0 }, words: ownWords(setUp.administrator) }}
                      password={setUp.administrator.password}
                    />
                  )
                }
                descriptionProps={{ component: "div" }}
                required
                autoComplete="new-password"
                value={setUp.administrator.password}
                onChange={(event) => administrator({ password: event.currentTarget.value })}
                error={errors["administrator.password"]}
              />
            </>
          )}
          <Group justify="space-between" mt="sm">
            <Button
              variant="default"
              onClick={() => setStep(step - 1)}
              style={{ visibility: step === 0 ? "hidden" : undefined }}
            >
              Quay lại
            </Button>
            <Button type="submit" loading={finish.isPending}>
              {step === LAST_STEP ? "Hoàn tất và đăng nhập" : "Tiếp tục"}
            </Button>
          </Group>
        </Stack>
      </form>
    </DoorFrame>
  );
}
