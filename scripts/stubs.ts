import { parseArgs } from "node:util";
import { startFacebookStub } from "../src/platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startFollowerStub } from "../src/platform/testing/stubs/follower/start-follower-stub.ts";
import { startProvinceStub } from "../src/platform/testing/stubs/grassroots/start-province-stub.ts";
import { startPressStub } from "../src/platform/testing/stubs/press/start-press-stub.ts";
import { startReceiverStub } from "../src/platform/testing/stubs/receiver/start-receiver-stub.ts";
import { startSpeechStub } from "../src/platform/testing/stubs/speech/start-speech-stub.ts";
import { startTiktokStub } from "../src/platform/testing/stubs/tiktok/start-tiktok-stub.ts";
import { startYoutubeStub } from "../src/platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "../src/platform/testing/stubs/zalo/start-zalo-stub.ts";

/**
 * `npm run stubs [-- --port 4300]`: the networks outside, played on this machine, so that everything from connecting a
 * channel to its figures can be tried without an account. From the port given each takes the next one.
 */
const { values } = parseArgs({ options: { port: { type: "string", default: "4300" } } });
const first = Number(values.port);
const byHand = { fetchesInside: true, viewsPerHour: 120 };

const networks = [
  {
    name: "Facebook (Trang)",
    start: (port: number) => startFacebookStub({ port, seed: { settings: byHand } }),
    key: "Trang 102938475600001, mã truy cập EAAB-trang-so-noi-vu",
  },
  {
    name: "Zalo OA",
    start: (port: number) => startZaloStub({ port, seed: { settings: byHand } }),
    key: "ứng dụng 3802111422000000001, khóa khoa-bi-mat-mau, AT-so-noi-vu / RT-so-noi-vu",
  },
  {
    name: "Thư báo chí",
    start: (port: number) =>
      startPressStub({
        ...{ port, smtpPort: port && port + 100, smtpsPort: port && port + 200 },
        ...{ imapPort: port && port + 300, imapsPort: port && port + 400 },
      }),
    key: "gửi SMTP: cổng cộng thêm 100 (STARTTLS) hoặc 200 (TLS); hộp thư trả về IMAP: 300 (STARTTLS) hoặc 400 (TLS); baochi@mau.example / mat-khau-ung-dung",
  },
  {
    name: "TikTok",
    start: (port: number) => startTiktokStub({ port, seed: { settings: { fetchesInside: true } } }),
    key: "ứng dụng awkhoamau, khóa bi-mat-tiktok, act.so-noi-vu / rft.so-noi-vu",
  },
  {
    name: "YouTube",
    start: (port: number) => startYoutubeStub({ port }),
    key: "ứng dụng mau.apps.example, khóa bi-mat-youtube, ya29.so-noi-vu / 1//so-noi-vu",
  },
  {
    name: "Loa của tỉnh",
    start: (port: number) => startProvinceStub({ port }),
    key: "so-noi-vu / mat-khau-mau, địa bàn MAU-01, MAU-02, MAU-03",
  },
  {
    name: "Máy chủ đọc",
    start: (port: number) => startSpeechStub({ port }),
    key: "mô hình doc-mau-1, giọng nu-mien-bac, khóa khoa-doc-mau; VOICE_ALLOW_HOSTS=127.0.0.1",
  },
  {
    name: "Hệ thống nhận tin",
    start: (port: number) => startReceiverStub({ port }),
    key: "nhận mọi tin báo ở mọi đường dẫn; CHANNELS_ALLOW_HOSTS=127.0.0.1",
  },
  {
    name: "Nơi theo dõi tin",
    start: (port: number) => startFollowerStub({ port }),
    key: "mỗi đường dẫn là một hub.callback; khóa khoa-theo-doi-mau; CHANNELS_ALLOW_HOSTS=127.0.0.1",
  },
];

const failures = [
  ["drop-before", "cắt đường truyền, chưa đăng gì"],
  ["commit-then-drop", "đăng rồi mới cắt, không trả lời (dễ đăng hai lần)"],
  ["commit-then-5xx", "đăng rồi nhưng báo lỗi máy chủ"],
  ["delay", 'trả lời chậm; thêm "params":{"delayMs":30000}'],
  ["status", 'báo mã lỗi tùy chọn; thêm "params":{"status":500}'],
  ["rate-limit", "báo gọi quá nhiều"],
  ["expire-token", "mã truy cập hết hạn"],
  ["revoke-token", "quyền bị gỡ, phải kết nối lại"],
  ["async-fail", 'nhận rồi xử lý hỏng; thêm "params":{"reason":"…"}'],
  ["garble", "trả lời lộn xộn"],
];

const stubs: { name: string; key: string; origin: string; close: () => Promise<void> }[] = [];
const end = () => Promise.all(stubs.map(({ close }) => close()));
for (const [index, { name, start, key }] of networks.entries()) {
  const port = first === 0 ? 0 : first + 1 + index;
  try {
    const { origin, close } = await start(port);
    stubs.push({ name, key, origin, close });
  } catch (error) {
    await end();
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    process.stderr.write(
      taken
        ? `Cổng ${port} (${name}) đang có chương trình khác dùng. Chưa mở gì. Chọn cổng khác: npm run stubs -- --port 4400\n`
        : `Không mở được ${name}: ${error}\n`,
    );
    process.exit(1);
  }
}

const origin = stubs[0]!.origin;
process.stdout.write(`Các mạng giả lập đang chạy, chỉ máy này gọi được. Dừng: Ctrl C.

${stubs.map(({ name, key, ...stub }) => `  ${name.padEnd(18)} ${stub.origin.padEnd(24)} ${key}`).join("\n")}

Xem những gì đã đăng:   curl ${origin}/__stub/objects
Xem các lần gọi:        curl ${origin}/__stub/requests
Làm lại từ đầu:         curl -X POST ${origin}/__stub/reset
Cho đồng hồ chạy tới:   curl -X POST ${origin}/__stub/clock -d '{"advanceSeconds":90000}'
Hẹn sự cố lần gọi tới:  curl -X POST ${origin}/__stub/scenarios -d '{"behaviour":"commit-then-drop","match":{"method":"POST","path":"/feed$"}}'

Các sự cố hẹn được (“behaviour”; bỏ “match” thì lần gọi nào tới trước gặp trước):
${failures.map(([name, words]) => `  ${name!.padEnd(18)} ${words}`).join("\n")}
`);

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.once(signal, () => void end().then(() => process.exit(0)));

// Started by npm: when npm is killed without being able to say so, leave too.
if (process.env.GANDAN_WATCH_PARENT) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}
