import { List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "./api.ts";

/** Where a document of the register is used: plans that cite it, the report that it is, reports that list it. */
export function DocumentUses({ documentId }: { documentId: string }) {
  const uses = useQuery(api.reports.documentUses.queryOptions({ input: { documentId } }));
  return (
    <Asked query={uses}>
      {({ plans, plan, report, listedIn }) =>
        plans.length + listedIn.length === 0 && report === null && plan === null ? (
          <Text size="sm">Chưa kế hoạch, báo cáo nào dẫn văn bản này.</Text>
        ) : (
          <List size="sm">
            {plan !== null && (
              <List.Item>
                Là kế hoạch:{" "}
                <LinkText to="/ke-hoach/$id" params={{ id: plan.id }}>
                  {plan.title}
                </LinkText>
              </List.Item>
            )}
            {report !== null && (
              <List.Item>
                Là báo cáo kỳ:{" "}
                <LinkText to="/bao-cao/$id" params={{ id: report.id }}>
                  {report.periodLabel}
                </LinkText>
              </List.Item>
            )}
            {plans.map(({ id, title, role }) => (
              <List.Item key={id}>
                {role === "basis" ? "Căn cứ của kế hoạch: " : "Được nhắc trong kế hoạch: "}
                <LinkText to="/ke-hoach/$id" params={{ id }}>
                  {title}
                </LinkText>
              </List.Item>
            ))}
            {listedIn.map(({ id, periodLabel }) => (
              <List.Item key={id}>
                Được nêu trong báo cáo:{" "}
                <LinkText to="/bao-cao/$id" params={{ id }}>
                  {periodLabel}
                </LinkText>
              </List.Item>
            ))}
          </List>
        )
      }
    </Asked>
  );
}
