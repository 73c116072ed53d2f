import { describe, expect, test } from "vitest";
import { exact, moneyInWords, moneyText, readMoney } from "./money.ts";

describe("money as it is typed", () => {
  test.each([
    ["1.500.000", 1_500_000],
    ["1500000", 1_500_000],
    ["1 500 000", 1_500_000],
    ["1.500.000 đồng", 1_500_000],
    ["1.500.000đ", 1_500_000],
    ["1,5 triệu", 1_500_000],
    ["1,5tr", 1_500_000],
    ["2 tỷ 300 triệu", 2_300_000_000],
    ["2,75 tỉ đồng", 2_750_000_000],
    ["850 nghìn", 850_000],
    ["1.250 triệu", 1_250_000_000],
    ["0,000001 triệu", 1],
    ["999.999.999.999.999", 999_999_999_999_999],
  ])("%s is understood", (typed, amount) => {
    expect(readMoney(typed)).toEqual({ amount, why: null });
  });

  test.each([
    ["", /Hãy ghi số tiền/],
    ["một triệu", /Hãy ghi số tiền/],
    ["1.5 triệu", /sau dấu phẩy/],
    ["1,500,000", /dấu chấm giữa/],
    ["1,5", /tròn đồng/],
    ["1.50.000", /Hãy ghi số tiền/],
    ["300 triệu 2 tỷ", /từ lớn đến nhỏ/],
    ["0", /lớn hơn 0/],
    ["-5", /Hãy ghi số tiền/],
    ["1.000.000.000.000.000", /lớn quá/],
    ["5 xu", /Hãy ghi số tiền/],
  ])("“%s” is refused with what to write instead", (typed, why) => {
    const read = readMoney(typed);
    expect(read.amount).toBeNull();
    expect(read.why).toMatch(why);
  });
});

describe("money as it is said", () => {
  test.each([
    [0, "Không đồng"],
    [15, "Mười lăm đồng"],
    [21, "Hai mươi mốt đồng"],
    [11, "Mười một đồng"],
    [24, "Hai mươi tư đồng"],
    [14, "Mười bốn đồng"],
    [55, "Năm mươi lăm đồng"],
    [105, "Một trăm linh năm đồng"],
    [110, "Một trăm mười đồng"],
    [1_500_000, "Một triệu năm trăm nghìn đồng"],
    [1_005_000, "Một triệu không trăm linh năm nghìn đồng"],
    [1_000_005, "Một triệu không trăm linh năm đồng"],
    [1_020_000, "Một triệu không trăm hai mươi nghìn đồng"],
    [2_000_000_500, "Hai tỷ năm trăm đồng"],
    [3_000_000_021, "Ba tỷ không trăm hai mươi mốt đồng"],
    [1_200_000_000_000, "Một nghìn hai trăm tỷ đồng"],
    [-7000, "Âm bảy nghìn đồng"],
  ])("%d", (amount, words) => {
    expect(moneyInWords(amount)).toBe(words);
  });

  test("in digits with dots, and never with a fraction", () => {
    expect(moneyText(1_500_000)).toBe("1.500.000 đồng");
    expect(moneyText(-500)).toBe("−500 đồng");
    expect(exact("12")).toBe(12);
    expect(() => exact(0.5)).toThrow(RangeError);
    expect(() => exact("9007199254740993")).toThrow(RangeError);
  });
});
