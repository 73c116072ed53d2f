import { Box, Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { authCall } from "./auth-call.ts";
import { PasswordAsked } from "./password-asked.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SetUpSecondFactor } from "./set-up-second-factor.tsx";

const STATE = ["second-factor"];
const titles = {
  "set-up": "Bật xác thực hai lớp",
  renew: "Tạo lại mã dự phòng",
  remove: "Tắt xác thực hai lớp",
};

/** One's second factor: on or off, recovery codes that are left. */
export function SecondFactor() {
  const queries = useQueryClient();
  const state = useQuery({ queryKey: STATE, queryFn: () => authCall("second-factor/state") });
  const [asked, setAsked] = useState<keyof typeof titles | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const done = (said: string) => {
    setAsked(null);
    setCodes(null);
    sayDone(said);
    void queries.invalidateQueries({ queryKey: STATE });
  };
  const close = () => {
    setAsked(null);
    setCodes(null);
    void queries.invalidateQueries({ queryKey: STATE });
  };
  return (
    <Box component="section" aria-labelledby="hai-lop">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="hai-lop">
          Xác thực hai lớp
        </Title>
        <Asked query={state}>
          {({ enabled, recoveryCodesLeft = 0 }) =>
            enabled ? (
              <>
                <Text size="sm">
                  <strong>Đang bật.</strong> Khi đăng nhập, sau mật khẩu cần mã trong ứng dụng trên điện
                  thoại. Mã dự phòng còn dùng được: {recoveryCodesLeft}
                  {recoveryCodesLeft < 3 && "; hãy tạo lại trước khi hết"}.
                </Text>
                <Group gap="xs">
                  <Button variant="default" onClick={() => setAsked("renew")}>
                    Tạo lại mã dự phòng
                  </Button>
                  <Button variant="default" onClick={() => setAsked("remove")}>
                    Tắt xác thực hai lớp
                  </Button>
                </Group>
              </>
            ) : (
              <>
                <Text size="sm">
                  <strong>Đang tắt.</strong> Bật lên thì người biết mật khẩu của bạn mà không cầm điện thoại
                  của bạn cũng không vào được.
                </Text>
                <Button onClick={() => setAsked("set-up")}>Bật xác thực hai lớp</Button>
              </>
            )
          }
        </Asked>
      </Stack>
      <Modal
        opened={asked !== null}
        onClose={close}
        title={asked && titles[asked]}
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        {asked === "set-up" && <SetUpSecondFactor onDone={() => done("Đã bật xác thực hai lớp.")} />}
        {asked === "renew" &&
          (codes ? (
            <RecoveryCodes
              codes={codes}
              onKept={() => done("Đã tạo lại mã dự phòng; các mã cũ hết hiệu lực.")}
            />
          ) : (
            <PasswordAsked
              act="second-factor/recovery-codes"
              verb="Tạo mã mới"
              onDone={({ recoveryCodes = [] }) => setCodes(recoveryCodes)}
            >
              Các mã dự phòng cũ hết hiệu lực ngay. Nhập mật khẩu để tạo mười mã mới.
            </PasswordAsked>
          ))}
        {asked === "remove" && (
          <PasswordAsked
            act="second-factor/remove"
            verb="Tắt xác thực hai lớp"
            onDone={() => done("Đã tắt xác thực hai lớp.")}
          >
            Từ lần đăng nhập sau chỉ cần mật khẩu; khóa trong ứng dụng và các mã dự phòng hết hiệu lực. Nhập
            mật khẩu để tắt.
          </PasswordAsked>
        )}
      </Modal>
    </Box>
  );
}
