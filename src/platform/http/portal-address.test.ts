import { afterAll, expect, test } from "vitest";
import { portalStandsAt, printedAddress } from "./portal-address.ts";

afterAll(() => portalStandsAt(null));

test("địa chỉ trên cổng của mình được in đầy đủ, địa chỉ ngoài giữ nguyên", () => {
  portalStandsAt({ baseUrl: null, host: "127.0.0.1", port: 3000 });
  expect(printedAddress("/tin-tuc/mau")).toBe("http://127.0.0.1:3000/tin-tuc/mau");
  portalStandsAt({ baseUrl: "https://so.example.vn", host: "127.0.0.1", port: 3000 });
  expect(printedAddress("/tin-tuc/mau")).toBe("https://so.example.vn/tin-tuc/mau");
  expect(printedAddress("https://bao.example.vn/a")).toBe("https://bao.example.vn/a");
});
