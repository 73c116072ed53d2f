import { Image, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { MoreButton } from "#ui/more-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";

/** All that was drawn from tables, each in its newest figures. */
export default function InfographicsPage() {
  const list = useInfiniteQuery(
    api.newsroom.listInfographics.infiniteOptions({
      input: (before: string | undefined) => ({ before }),
      initialPageParam: undefined,
      getNextPageParam: ({ items, hasMore }) => (hasMore ? items.at(-1)?.id : undefined),
    }),
  );
  const mayDraw = whyNot(list.data?.pages[0]?.may, "draw") === null;
  const button = mayDraw && <LinkButton to="/do-hoa/moi">Vẽ đồ họa mới</LinkButton>;
  return (
    <Page
      title="Đồ họa từ số liệu"
      lead="Bảng số thành hình: bài đăng vuông, khuôn dọc điện thoại và khổ A4, có tên cơ quan, nguồn và mã QR dẫn tới bài."
      actions={button}
    >
      <Asked query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <EmptyState
                icon={IconChartBar}
                title="Chưa có đồ họa nào"
                why="Chọn một mẫu, gõ hoặc dán bảng từ Excel; hình, mô tả và bảng bằng chữ được làm cùng lúc."
                action={button}
              />
            );
          return (
            <Stack>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 3, xl: 4 }} component="ul" p={0} m={0}>
                {items.map(({ id, title, templateLabel, pictures, madeByName, madeAt }) => (
                  <Paper key={id} withBorder p="sm" component="li" style={{ listStyle: "none" }}>
                    <Stack gap={6}>
                      <Image
                        src={`/media/${pictures[0]?.mediaId}/640`}
                        alt=""
                        h={200}
                        fit="contain"
                        bg="gray.1"
                        loading="lazy"
                      />
                      <Title order={2} size="h5" style={{ overflowWrap: "anywhere" }}>
                        <LinkText to="/do-hoa/$id" params={{ id }} inherit>
                          {title}
                        </LinkText>
                      </Title>
                      <Text size="xs" c="gray.7">
                        {templateLabel} · {madeByName} vẽ <MomentText at={madeAt} />
                      </Text>
                    </Stack>
                  </Paper>
                ))}
              </SimpleGrid>
              <MoreButton list={list}>Xem thêm đồ họa cũ hơn</MoreButton>
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}
