import { type PostingLimits, type PostingRule, windowsInWords } from "../../contract.ts";
import type { PostingScope } from "../api.ts";
import { type WindowValue, withKeys } from "./window-fields.tsx";

type Number = number | "";

/** A rule as the fields hold it; "" and "follow" follow the wider one. */
export interface RuleValues extends Record<string, unknown> {
  good: WindowValue[];
  goodOwn: boolean;
  closed: WindowValue[];
  closedOwn: boolean;
  daysOff: "follow" | "yes" | "no";
  mostPerDay: Number;
  mostPerDayInCampaign: Number;
  minutesApart: Number;
}

export const isWhole = ({ network, accountId }: Pick<PostingScope, "network" | "accountId">): boolean =>
  network === null && accountId === null;

export const valuesOf = (scope: PostingScope): RuleValues => {
  const { own } = scope;
  return {
    good: withKeys(own.good ?? []),
    goodOwn: own.good !== null || isWhole(scope),
    closed: withKeys(own.closed ?? []),
    closedOwn: own.closed !== null || isWhole(scope),
    daysOff: own.closedOnDaysOff === null ? "follow" : own.closedOnDaysOff ? "yes" : "no",
    mostPerDay: own.mostPerDay ?? "",
    mostPerDayInCampaign: own.mostPerDayInCampaign ?? "",
    minutesApart: own.minutesApart ?? "",
  };
};

const windowsOf = (values: WindowValue[], own: boolean, whole: boolean) => {
  if (!own || (whole && values.length === 0)) return null;
  return values.map(({ days, from, to }) => ({ days, from, to: to === "00:00" ? "24:00" : to }));
};

/** What is sent of them. */
export function limitsOf(values: RuleValues, whole: boolean): PostingLimits {
  const number = (value: Number) => (value === "" ? null : value);
  return {
    good: windowsOf(values.good, values.goodOwn, whole),
    closed: windowsOf(values.closed, values.closedOwn, whole),
    closedOnDaysOff: values.daysOff === "follow" ? null : values.daysOff === "yes",
    mostPerDay: number(values.mostPerDay),
    mostPerDayInCampaign: number(values.mostPerDayInCampaign),
    minutesApart: number(values.minutesApart),
  };
}

/** What is lacking before it is sent. */
export function ruleLacks({ good, goodOwn, closed, closedOwn }: RuleValues): Record<string, string> {
  const wrong = (windows: WindowValue[]) =>
    windows.some(
      ({ days, from, to }) => days.length === 0 || from.length < 5 || to.length < 5 || from === to,
    );
  const why = "Mỗi khung cần giờ đầu, giờ cuối khác nhau và ít nhất một thứ trong tuần.";
  return {
    ...(goodOwn && wrong(good) && { good: why }),
    ...(closedOwn && wrong(closed) && { closed: why }),
  };
}

/** What holds, a line each. */
export function ruleInWords(rule: PostingRule): { name: string; words: string }[] {
  const { good, closed, closedOnDaysOff, mostPerDay, mostPerDayInCampaign, minutesApart } = rule;
  const most = (number: number) => (number === 0 ? "không giới hạn" : `nhiều nhất ${number} bài`);
  return [
    { name: "Giờ tốt", words: good.length === 0 ? "chưa đặt" : windowsInWords(good) },
    {
      name: "Không đăng",
      words:
        [
          ...(closed.length > 0 ? [windowsInWords(closed)] : []),
          ...(closedOnDaysOff ? ["ngày nghỉ trong lịch của cơ quan"] : []),
        ].join("; ") || "không có",
    },
    {
      name: "Mỗi ngày",
      words:
        most(mostPerDay) +
        (mostPerDayInCampaign === mostPerDay ? "" : `; trong đợt cao điểm ${most(mostPerDayInCampaign)}`),
    },
    { name: "Cách nhau", words: minutesApart === 0 ? "không đặt" : `ít nhất ${minutesApart} phút` },
  ];
}
