import { Button, List, MultiSelect, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { byPlan } from "#plan/contract";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { percent } from "#platform/text/percent.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { api, type DecisionView } from "../api.ts";

/** So many are shown; the others stand on the board. */
const SHOWN = 20;

/** How far the decision has been carried through, what is missing, and what of the plan it proves once it is. */
export function CarriedThrough({
  view: { id, number, standing, proves, may },
  onDone,
}: {
  view: DecisionView;
  onDone: (words: string) => Promise<void>;
}) {
  const { done, total, missing, settledOn } = standing;
  const [proving, prove] = useDisclosure(false);
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: proving }));
  const known = new Set(proves.map((one) => one.id));
  const choices = (links.data?.obligations ?? [])
    .filter((one) => !known.has(one.id))
    .map(({ code, what, ...row }) => ({ ...row, name: `${code}: ${what}` }));
  return (
    <Section id="cong-khai" title={`Công khai đủ mọi nơi: ${done}/${total} (${percent(done, total)})`}>
      {missing.length > 0 && (
        <>
          <Text size="sm">Còn thiếu:</Text>
          <List size="sm">
            {missing.slice(0, SHOWN).map(({ code, name, places, removeFrom }) => (
              <List.Item key={code}>
                {code} {name}: {removeFrom !== null && `phải gỡ từ ngày ${formatDate(removeFrom)} ở `}
                {places.join(", ")}
              </List.Item>
            ))}
          </List>
          <LinkText to="/cong-khai-thu-tuc" search={{ "quyet-dinh": id, xem: "con-thieu" }} size="sm">
            Mở bảng công khai để ghi
          </LinkText>
        </>
      )}
      {settledOn !== null && <Text size="sm">Nơi cuối cùng được ghi ngày {formatDate(settledOn)}.</Text>}
      {proves.length > 0 && (
        <>
          <Text size="sm">Là minh chứng của kế hoạch:</Text>
          <List size="sm">
            {proves.map((one) => (
              <List.Item key={one.id}>{one.name}</List.Item>
            ))}
          </List>
        </>
      )}
      {settledOn !== null && may.save?.allowed && (
        <div>
          <Button variant="default" onClick={prove.open}>
            Ghi làm minh chứng…
          </Button>
        </div>
      )}
      <FormDialog
        opened={proving}
        onClose={prove.close}
        title="Minh chứng của kế hoạch"
        lead={`Quyết định ${number} đã được công khai đủ, đúng bản ở mọi nơi; minh chứng tính từ ngày nơi cuối cùng được ghi${settledOn === null ? "" : ` (${formatDate(settledOn)})`}. Hãy chọn nghĩa vụ mà việc ấy đáp ứng.`}
        initial={{ obligationIds: [] as string[] }}
        verb="Ghi làm minh chứng"
        submit={({ obligationIds }) => api.procedures.proveByDecision.call({ id, obligationIds })}
        onDone={() => void onDone("Đã ghi làm minh chứng.")}
      >
        {(form) =>
          links.data && (
            <MultiSelect
              label="Nghĩa vụ của kế hoạch"
              searchable
              nothingFoundMessage="Không có nghĩa vụ này"
              data={byPlan(links.data.plans, choices, ({ name }) => name)}
              {...form.getInputProps("obligationIds")}
            />
          )
        }
      </FormDialog>
    </Section>
  );
}
