/** @jsxImportSource hono/jsx */

const sizes = [
  { wish: "vua", name: "vừa" },
  { wish: "lon", name: "lớn" },
  { wish: "rat-lon", name: "rất lớn" },
];

/**
 * Letters and contrast, without a script: each button sends one wish and comes back to this page. The pages are the
 * same for everybody, so which choice is on is shown by the class of the document (portal.css), for the eye and
 * for screen readers alike: the chosen button gives way to plain words.
 */
export function LookControls({ here }: { here: string }) {
  return (
    <form class="looks" action="/hien-thi" method="post" aria-label="Cách hiển thị trang">
      <input type="hidden" name="ve" value={here} />
      <span class="looks-group">
        <span aria-hidden="true">Cỡ chữ</span>
        {sizes.map(({ wish, name }) => (
          <>
            <button type="submit" class={`look look-${wish} when-not-${wish}`} name="co-chu" value={wish}>
              <span aria-hidden="true">A</span>
              <span class="unseen">Cỡ chữ {name}</span>
            </button>
            <span class={`look look-${wish} when-${wish}`}>
              <span aria-hidden="true">A</span>
              <span class="unseen">Đang dùng cỡ chữ {name}</span>
            </span>
          </>
        ))}
      </span>
      <button type="submit" class="look when-usual" name="tuong-phan" value="cao">
        Tương phản cao
      </button>
      <button type="submit" class="look when-contrast" name="tuong-phan" value="thuong">
        Màu thường
      </button>
    </form>
  );
}
