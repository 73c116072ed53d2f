import { parseArgs } from "node:util";
import { startFacebookStub } from "../src/platform/testing/stubs/facebook/start-facebook-stub.ts";
import { startFollowerStub } from "../src/platform/testing/stubs/follower/start-follower-stub.ts";
import { startProvinceStub } from "../src/platform/testing/stubs/grassroots/start-province-stub.ts";
import { type PressStub, startPressStub } from "../src/platform/testing/stubs/press/start-press-stub.ts";
import { startReceiverStub } from "../src/platform/testing/stubs/receiver/start-receiver-stub.ts";
import { startSpeechStub } from "../src/platform/testing/stubs/speech/start-speech-stub.ts";
import { startTiktokStub } from "../src/platform/testing/stubs/tiktok/start-tiktok-stub.ts";
import { startYoutubeStub } from "../src/platform/testing/stubs/youtube/start-youtube-stub.ts";
import { startZaloStub } from "../src/platform/testing/stubs/zalo/start-zalo-stub.ts";

/**
 * `npm run stubs [-- --port 4300]`: the networks outside, played on this machine, so that everything from connecting a
 * channel to its figures can be tried without an account. From the port given each takes the next one.
 */
const OWN_PORTS = 9;
const OFF_BY = 400;

function refuse(what: string): never {
  process.stderr.write(
    `${what} Lệnh này chỉ có tùy chọn --port, ví dụ: npm run stubs -- --port 4400. Chưa mở gì.\n`,
  );
  process.exit(2);
}

function portOf(words: string[]): number {
  const { tokens } = parseArgs({
    args: words,
    strict: false,
    tokens: true,
    options: { port: { type: "string" } },
  });
  let port = "4300";
  for (const token of tokens) {
    if (token.kind === "positional") refuse(`Không hiểu “${token.value}”.`);
    if (token.kind !== "option") continue;
    if (token.name !== "port") refuse(`Không có tùy chọn “${token.rawName}”.`);
    port = token.value ?? "";
  }
  const first = Number(port);
  if (!/^\d+$/.test(port) || first > 65_535 - OWN_PORTS - OFF_BY)
    refuse(`Cổng “${port}” không dùng được; hãy chọn một số từ 1 đến ${65_535 - OWN_PORTS - OFF_BY}.`);
  return first;
}

const first = portOf(process.argv.slice(2));
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
    key: "baochi@mau.example / mat-khau-ung-dung; gửi và nhận thư: xem dưới",
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
    key: "mô hình doc-mau-1, giọng nu-mien-bac, khóa khoa-doc-mau",
  },
  {
    name: "Hệ thống nhận tin",
    start: (port: number) => startReceiverStub({ port }),
    key: "nhận mọi tin báo ở mọi đường dẫn",
  },
  {
    name: "Nơi theo dõi tin",
    start: (port: number) => startFollowerStub({ port }),
    key: "mỗi đường dẫn là một hub.callback; khóa khoa-theo-doi-mau",
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

interface Started {
  name: string;
  key: string;
  origin: string;
  /** Of the mail server: where it takes letters and gives bounces. */
  mail?: PressStub;
  close: () => Promise<void>;
}

const stubs: Started[] = [];
const end = () => Promise.all(stubs.map(({ close }) => close()));
for (const [index, { name, start, key }] of networks.entries()) {
  const port = first === 0 ? 0 : first + 1 + index;
  try {
    const stub = await start(port);
    const { origin, close } = stub;
    stubs.push({ name, key, origin, close, ...("smtpPort" in stub && { mail: stub }) });
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
const mail = stubs.find(({ name }) => name === "Thư báo chí")!.mail!;
process.stdout.write(`Các mạng giả lập đang chạy, chỉ máy này gọi được. Dừng: Ctrl C.

${stubs.map(({ name, key, ...stub }) => `  ${name.padEnd(18)} ${stub.origin.padEnd(24)} ${key}`).join("\n")}

Cách thử:
  1. Chạy Gần Dân (ở cửa sổ khác), cho phép gọi máy này và cho biết địa chỉ của chính nó:
     CHANNELS_ALLOW_HOSTS=127.0.0.1 VOICE_ALLOW_HOSTS=127.0.0.1 GANDAN_BASE_URL=http://127.0.0.1:3000 npm start
  2. Vào bằng tài khoản quản trị, mở Tài khoản chính thức, bấm “Kết nối”, điền mã ở bảng trên, và điền địa chỉ ở bảng trên
     vào ô “Máy chủ” (có ô “Máy chủ cấp quyền” thì điền cả ở đó). Hỏi đã kiểm duyệt ứng dụng chưa: chọn “Đã kiểm duyệt”.
  3. Thư báo chí: máy chủ gửi thư 127.0.0.1, cổng ${mail.smtpPort} (STARTTLS) hoặc ${mail.smtpsPort} (ghi tls vào ô “Mã hóa”); hộp thư trả về (IMAP)
     cổng ${mail.imapPort} (STARTTLS) hoặc ${mail.imapsPort} (TLS). Ô “Chứng thư gốc”: dán nguyên kết quả của  curl ${mail.origin}/certificate

Mã của trang Facebook bị thu hồi thì lấy mã mới (access_token) để kết nối lại:
  curl '${origin}/v25.0/me/accounts?access_token=EAAB-nguoi-dung'

Quyền ở Zalo, TikTok, YouTube bị gỡ thì lấy mã mới của mạng ấy (access_token, refresh_token):
${["Zalo OA", "TikTok", "YouTube"].map((name) => `  curl ${stubs.find((stub) => stub.name === name)!.origin}/new-keys`).join("\n")}

Xem những gì đã đăng:   curl ${origin}/__stub/objects
Xem các lần gọi:        curl ${origin}/__stub/requests
Làm lại từ đầu:         curl -X POST ${origin}/__stub/reset
Cho đồng hồ chạy tới:   curl -X POST ${origin}/__stub/clock -d '{"advanceSeconds":90000}'
  (địa chỉ của mạng khác thì xem của mạng ấy)
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
