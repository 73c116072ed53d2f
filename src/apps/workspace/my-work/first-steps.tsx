import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCircle, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { LinkButton } from "#ui/navigation.tsx";
import { api } from "../api.ts";

const writes = ["contributor", "editor"];
const approves = ["head", "leadership"];

interface Step {
  done: boolean;
  title: string;
  why: string;
  action: ReactNode;
}

/** What a new agency does first, each step until it is done; nothing once all are. */
export function FirstSteps() {
  const heading = useId();
  const people = useQuery(api.organization.listPeople.queryOptions());
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const plans = useQuery(api.plan.list.queryOptions());
  const content = useQuery(api.newsroom.list.queryOptions({ input: {} }));
  if (!people.data || !units.data || !plans.data || !content.data) return null;

  const held = people.data.people.map(({ appointments }) => appointments.map(({ role }) => role));
  const holds = (wanted: string[]) => held.filter((own) => own.some((role) => wanted.includes(role)));
  const steps: Step[] = [
    {
      done: units.data.units.length > 0,
      title: "Thêm các phòng, đơn vị",
      why: "Mỗi bài, mỗi nhiệm vụ đều do một đơn vị làm; cơ quan nhỏ thì thêm một đơn vị mang tên cơ quan cũng được.",
      action: units.data.may.manage?.allowed ? (
        <LinkButton to="/co-quan">Thêm đơn vị</LinkButton>
      ) : (
        "Người quản trị làm việc này."
      ),
    },
    {
      // The second person must be another one.
      done:
        holds([...writes, ...approves]).length > 1 && [writes, approves].every((some) => holds(some).length),
      title: "Thêm người viết và người duyệt",
      why: "Bài do một người viết, người khác duyệt: cần ít nhất một biên tập viên hoặc đầu mối và một lãnh đạo hoặc trưởng đơn vị.",
      action: people.data.may.manage?.allowed ? (
        <LinkButton to="/nguoi-dung">Thêm người</LinkButton>
      ) : (
        "Người quản trị làm việc này."
      ),
    },
    {
      done: plans.data.plans.length > 0,
      title: "Nhập kế hoạch",
      why: "Kéo tệp kế hoạch vào; hệ thống đọc các mục và nhiệm vụ, bạn xem lại rồi xác nhận.",
      action: plans.data.may.import?.allowed ? (
        <LinkButton to="/ke-hoach">Nhập kế hoạch</LinkButton>
      ) : (
        "Biên tập viên hoặc lãnh đạo làm việc này."
      ),
    },
    {
      done: content.data.total > 0,
      title: "Viết tin, bài đầu tiên",
      why: "Gắn bài với nhiệm vụ của kế hoạch; đăng xong, bài thành minh chứng và vào báo cáo.",
      action: content.data.may.draft?.allowed ? (
        <LinkButton to="/noi-dung">Viết tin, bài</LinkButton>
      ) : (
        "Biên tập viên và đầu mối các đơn vị làm việc này."
      ),
    },
  ];
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <section aria-labelledby={heading}>
      <Title order={2} id={heading} mb="xs">
        Những bước đầu
      </Title>
      <Paper withBorder>
        <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: "none" }}>
          {steps.map((step) => (
            <Group key={step.title} component="li" p="md" gap="sm" align="flex-start" wrap="nowrap">
              <Box c={step.done ? "green.9" : "gray.6"} pt={2} style={{ flexShrink: 0 }} aria-hidden>
                {step.done ? <IconCircleCheck size={22} /> : <IconCircle size={22} />}
              </Box>
              <Box flex={1} miw={0}>
                <Text fw={600}>
                  {step.title}
                  {step.done && (
                    <Text span c="gray.8" fw={400}>
                      {" "}
                      (đã xong)
                    </Text>
                  )}
                </Text>
                {!step.done && (
                  <Text size="sm" c="gray.8" maw="44rem">
                    {step.why}
                  </Text>
                )}
                {step === next && (
                  <Box mt="xs" fz="sm">
                    {step.action}
                  </Box>
                )}
              </Box>
            </Group>
          ))}
        </Stack>
      </Paper>
    </section>
  );
}
