// When the house changed, a page that shows it fetches itself again, unless somebody is in the middle of something.
const news = new EventSource("/live");
const tryAgainAfter = 1000; // milliseconds

/** Also while a finger is down: a button that is replaced under it would not hear the touch. */
const isBusy = () => document.querySelector(":active, :popover-open, details[open] form, dialog[open]") || document.activeElement?.matches("input, select, textarea");

/** Puts what the kiosk has now in place of one part of this page, unless somebody meanwhile began something. */
export async function freshen(selector, mayReplace = () => true) {
  const text = await fetch(location.href, { headers: { Accept: "text/html" } }).then((answer) => (answer.ok ? answer.text() : null), () => null);
  const part = text && new DOMParser().parseFromString(text, "text/html").querySelector(selector);
  if (!part) return true;
  if (!mayReplace()) return false;
  document.querySelector(selector)?.replaceWith(part);
  return true;
}

async function follow() {
  if (!document.querySelector("main[data-live]")) return;
  if (isBusy() || !(await freshen("main", () => !isBusy()))) setTimeout(follow, tryAgainAfter);
}

news.addEventListener("programme", follow);
news.addEventListener("screen-test", () => freshen("#screen-test"));
news.addEventListener("open", (event) => { // the kiosk's own: what it told while this page was loading was missed
  if (event instanceof MessageEvent && document.querySelector("#screen-test > *")) freshen("#screen-test");
});
news.addEventListener("recovery", () => freshen("#recovery-banner"));
news.addEventListener("clock", () => freshen("#clock-banner"));
export { news };
