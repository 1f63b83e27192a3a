// When the house changed, a page that shows it fetches itself again, unless somebody is in the middle of something.
const news = new EventSource("/live");
const tryAgainAfter = 1000; // milliseconds

const isBusy = () => document.querySelector(":popover-open, details[open] form, dialog[open]") || document.activeElement?.matches("input, select, textarea");

/** Puts what the kiosk has now in place of one part of this page. */
export async function freshen(selector) {
  const text = await fetch(location.href, { headers: { Accept: "text/html" } }).then((answer) => (answer.ok ? answer.text() : null), () => null);
  const part = text && new DOMParser().parseFromString(text, "text/html").querySelector(selector);
  if (part) document.querySelector(selector)?.replaceWith(part);
}

function follow() {
  if (!document.querySelector("main[data-live]")) return;
  if (isBusy()) setTimeout(follow, tryAgainAfter);
  else freshen("main");
}

news.addEventListener("programme", follow);
export { news };
