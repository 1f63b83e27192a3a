// Fetches the next page while the finger is still down, and puts it in place of this one.
// GETs are safe, so fetching early counts nothing. History is replaced, never grown: there is no way back into another's visit.

const clickFollowsWithin = 300; // milliseconds; a finger that slid sends no click
const longestPrint = 45_000; // milliseconds; the kiosk gives a printer up long before

let early = null; // { address, page }: what the present touch asked for, and a promise of its text
let latest = 0; // number of the newest page asked for: an older one that comes late is not shown
let going = false;
let pressed = false; // a finger is on the glass, or was just lifted and its click is on the way

function fetchPage(address) {
  if (early?.address !== address) {
    const page = fetch(address, { headers: { Accept: "text/html" } }).then((answer) => answer.text())
      .then((text) => (text.includes("<main") ? text : Promise.reject(new Error("no page"))));
    page.catch(() => { if (early?.page === page) early = null; });
    early = { address, page };
  }
  return early.page;
}

/** The link of ours that an event happened on, or null; leaving links load their page anew. */
export function linkOf(event) {
  const link = event.target.closest?.("a[href]");
  return link && link.origin === location.origin ? link : null;
}

const staysInVisit = (link) => link && !link.dataset.end && link.pathname !== "/";

/** Shows another page of the visit. Resolves when it stands; while the kiosk does not answer, this page stays and the call tries again. */
export async function show(address, { keepFocus = false } = {}) {
  const number = ++latest;
  going = true;
  let text;
  while (text === undefined && number === latest) {
    text = await fetchPage(address).catch(() => new Promise((later) => setTimeout(later, 500)));
  }
  if (number === latest) place(text, address, keepFocus);
}

function place(text, address, keepFocus = false) {
  going = false;
  early = null;
  const next = new DOMParser().parseFromString(text, "text/html");
  for (const name of ["lang", "dir", "class"]) {
    document.documentElement.setAttribute(name, next.documentElement.getAttribute(name) ?? "");
  }
  document.title = next.title;
  document.body.replaceWith(next.body);
  history.replaceState(null, "", address + location.hash);
  if (!keepFocus) focusStart();
  document.dispatchEvent(new CustomEvent("page:shown", { detail: { touched: !keepFocus } }));
}

/**
 * Sends a form, once, and shows the page that answers; meanwhile `waiting` stands in place of this one. What could not be sent is not sent again.
 * @returns whether the answer is what is on the screen now
 */
export async function send(form, waiting, couldNot) {
  const number = ++latest;
  going = true;
  document.querySelector("main").replaceChildren(waiting);
  const answer = await fetch(form.action, { method: "POST", signal: AbortSignal.timeout(longestPrint) }).catch(() => null);
  const text = answer?.ok && answer.redirected ? await answer.text().catch(() => null) : null;
  if (number !== latest) return false;
  if (text) place(text, answer.url);
  else await show(couldNot);
  return Boolean(text);
}

/** Loads an address anew, once the kiosk answers there; until then what this page showed of the visit is gone. */
export async function leave(address) {
  latest++;
  going = true;
  while (!(await fetch(address).then((answer) => answer.ok, () => false))) {
    document.querySelector(".page").replaceChildren();
    await new Promise((later) => setTimeout(later, 500));
  }
  location.replace(address);
}

/**
 * Shows a page that nobody touched for. A touch on its way, and a question on the screen, go first.
 * @returns whether it is shown
 */
export function refresh(address) {
  if (going || pressed || document.querySelector(".idle:not([hidden])")) return false;
  early = null;
  show(address, { keepFocus: true });
  return true;
}

/** A screen reader starts at the heading of the new page. */
function focusStart() {
  const heading = document.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

document.addEventListener("pointerdown", (event) => {
  pressed = true;
  const link = linkOf(event);
  early = null;
  if (event.isPrimary && staysInVisit(link)) fetchPage(link.href.split("#")[0]).catch(() => {});
});

for (const lifted of ["pointerup", "pointercancel"]) document.addEventListener(lifted, () => setTimeout(() => { pressed = false; }, clickFollowsWithin));

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || !staysInVisit(link)) return;
  event.preventDefault();
  show(link.href.split("#")[0]);
});
