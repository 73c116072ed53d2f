import { SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { Section } from "#ui/section.tsx";
import { weekdayLabels } from "../../contract.ts";
import type { PostingHours } from "../api.ts";
import { PastTable } from "./past-table.tsx";

/** How the agency's own posts did by the hour and the weekday at which they were posted, beside what was laid down. */
export function PastPart({ past, fewest }: Pick<PostingHours, "past" | "fewest">) {
  return (
    <Section id="bai-da-dang" title="Bài đã đăng được xem thế nào theo giờ">
      <Text size="sm" c="gray.7">
        Bài của cơ quan trong 12 tháng qua; lấy lượt xem mới nhất, đọc khi bài đã lên ít nhất 2 ngày. Số ở
        giữa: một nửa số bài được xem nhiều hơn, một nửa ít hơn. Dưới {fewest} bài thì chưa đủ số liệu. Giờ
        được xem nhiều chưa hẳn là vì giờ: nội dung từng bài cũng khác nhau.
      </Text>
      {past.length === 0 && (
        <Text>Chưa đủ số liệu: chưa có bài nào trên các kênh có lượt xem được ghi sau khi lên 2 ngày.</Text>
      )}
      {past.map(({ network, label, posts, median, byHour, byWeekday }) => (
        <Stack key={network} gap="xs">
          <Title order={3} size="h5">
            {label}: {posts} bài có số
            {median === null ? ", chưa đủ số liệu" : `, ở giữa ${median.toLocaleString("vi-VN")} lượt xem`}
          </Title>
          {median !== null && (
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              <PastTable
                caption={`${label} theo giờ đăng`}
                head="Giờ đăng"
                rows={byHour.map(({ at, ...row }) => ({ label: `${at} giờ đến ${at + 1} giờ`, ...row }))}
              />
              <PastTable
                caption={`${label} theo thứ`}
                head="Thứ"
                rows={byWeekday.map(({ at, ...row }) => ({ label: weekdayLabels[at - 1]!, ...row }))}
              />
            </SimpleGrid>
          )}
        </Stack>
      ))}
    </Section>
  );
}
