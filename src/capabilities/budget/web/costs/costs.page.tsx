import { List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { moneyNumber, moneyText } from "../../money.ts";
import { api, type CostedProduct } from "../api.ts";
import { useYear, YearSelect } from "../year-select.tsx";

/** What products have cost, by kind and one by one, with what channels say of people reached. */
export default function CostsPage() {
  const [year, setYear] = useYear();
  const input = { from: `${year}-01-01`, to: `${year}-12-31` };
  const found = useQuery(api.budget.costs.queryOptions({ input }));
  return (
    <Page
      title="Chi phí sản phẩm"
      crumbs={[{ label: "Kinh phí", to: "/kinh-phi" }]}
      lead="Chi phí là phần khoản chi đã gắn cho sản phẩm và nhuận bút đã trả. Sản phẩm chưa gắn chi phí được đếm riêng, không chia vào đơn giá."
    >
      <YearSelect year={year} years={[]} onChange={setYear} />
      <Asked query={found}>
        {({ kinds, products }) =>
          products.length === 0 ? (
            <EmptyState
              title={`Năm ${year} chưa có sản phẩm nào được đăng`}
              why="Chi phí tính cho sản phẩm đã đăng trên cổng."
            />
          ) : (
            <>
              <Section
                id="don-gia"
                title={`Chi phí một sản phẩm theo loại, năm ${year} so với năm ${year - 1}`}
              >
                <DataTable
                  caption="Chi phí một sản phẩm theo loại, đơn vị đồng"
                  rows={kinds}
                  rowKey={({ kind }) => kind}
                  columns={[
                    { key: "loai", header: "Loại sản phẩm", cell: ({ kindLabel }) => kindLabel },
                    {
                      key: "dem",
                      header: "Có chi phí / đã đăng",
                      numeric: true,
                      cell: ({ known, published }) => `${known}/${published}`,
                    },
                    {
                      key: "tong",
                      header: "Tổng chi phí",
                      numeric: true,
                      cell: ({ total }) => moneyNumber(total),
                    },
                    {
                      key: "don-gia",
                      header: "Chi phí một sản phẩm",
                      numeric: true,
                      cell: ({ unitCost }) => (unitCost === null ? "chưa biết" : moneyNumber(unitCost)),
                    },
                    {
                      key: "truoc",
                      header: `Năm ${year - 1}`,
                      numeric: true,
                      cell: ({ before }) => (before === null ? "chưa biết" : moneyNumber(before)),
                    },
                    {
                      key: "chenh",
                      header: "Chênh lệch",
                      numeric: true,
                      cell: ({ unitCost, before }) =>
                        unitCost === null || before === null
                          ? "không so được"
                          : moneyNumber(unitCost - before),
                    },
                  ]}
                />
                <Text size="sm">
                  Chi phí một sản phẩm bằng tổng chi phí chia cho số sản phẩm có chi phí, làm tròn đến đồng.
                </Text>
              </Section>
              <Section id="tung-san-pham" title="Từng sản phẩm và người tiếp cận">
                <DataTable
                  caption="Chi phí từng sản phẩm và người tiếp cận"
                  rows={products}
                  rowKey={({ itemId }) => itemId}
                  searchText={({ title, kindLabel }) => `${title} ${kindLabel}`}
                  columns={[
                    {
                      key: "ten",
                      header: "Sản phẩm",
                      sortBy: ({ title }) => title,
                      cell: ({ title, kindLabel }) => (
                        <>
                          <Text fw={600}>{title}</Text>
                          <Text size="xs" c="gray.7">
                            {kindLabel}
                          </Text>
                        </>
                      ),
                    },
                    {
                      key: "chi-phi",
                      header: "Chi phí (đồng)",
                      numeric: true,
                      sortBy: ({ cost }) => cost ?? -1,
                      cell: ({ cost }) => (cost === null ? "chưa gắn" : moneyNumber(cost)),
                    },
                    {
                      key: "tiep-can",
                      header: "Người tiếp cận trên từng kênh",
                      cell: (product) => <Reach product={product} />,
                    },
                  ]}
                />
                <Text size="sm">
                  Số người tiếp cận do từng kênh báo, cách đếm khác nhau nên không cộng; chi phí trên một
                  người lấy cả chi phí sản phẩm chia cho số của riêng kênh ấy.
                </Text>
              </Section>
            </>
          )
        }
      </Asked>
    </Page>
  );
}

function Reach({ product: { reach } }: { product: CostedProduct }) {
  if (reach.length === 0) return "Chưa có nơi đăng";
  return (
    <List size="sm">
      {reach.map(({ channel, people, takenAt, isStale, costOfOne }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same channel may carry a product twice
        <List.Item key={at}>
          {channel}:{" "}
          {people === null
            ? "chưa đo"
            : `${people.toLocaleString("vi-VN")} người, đo ngày ${formatDate(toVietnamDate(takenAt!))}${isStale ? " (số cũ)" : ""}${costOfOne === null ? "" : `; ${moneyText(costOfOne)} một người`}`}
        </List.Item>
      ))}
    </List>
  );
}
