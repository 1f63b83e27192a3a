// Fetches the next page while the finger is still down, and puts it in place of this one.
// GETs are safe, so fetching early counts nothing. History is replaced, never grown: there is no way back into another's visit.
// A page never goes before the next one is there: while the kiosk does not answer, this one waits, and the touch arrives by itself.

const clickFollowsWithin = 300; // milliseconds; a finger that slid sends no click
const longestPrint = 45_000; // milliseconds; the kiosk gives a printer up long before
const askAgainAfter = 500; // milliseconds, while the kiosk does not answer
const signAfter = 1000; // milliseconds; until then nobody wonders

let early = null; // { address, page }: what the present touch asked for, and a promise of its text
let latest = 0; // number of the newest page asked for: an older one that comes late is not shown
let going = false;
let leaving = false; // the visit is over: no touch goes on with it
let signing;
let pressed = false; // a finger is on the glass, or was just lifted and its click is on the way
let isDown = false; // a finger is on the glass
let cameUnderFinger = false; // this page took the place of the one that the finger touched: lifting it touches nothing here

function fetchPage(address) {
  if (early?.address !== address) {
    const page = fetch(address, { headers: { Accept: "text/html" } }).then((answer) => whole(answer)).then(({ text }) => text);
    page.catch(() => { if (early?.page === page) early = null; });
    early = { address, page };
  }
  return early.page;
}

/** An answer that is one of the kiosk's pages, with its text. Anything else is no answer. */
async function whole(answer) {
  const text = await answer.text();
  if (answer.status === 503 && text.includes("data-asleep")) location.replace("/rest"); // the kiosk cannot start, and says so itself
  if (answer.status === 503 || !text.includes("<main")) throw new Error("no page");
  return { address: answer.url, text };
}

const later = () => new Promise((again) => setTimeout(again, askAgainAfter));

/** A calm sign for whoever waits longer than a moment; it goes with this page. */
function signWaiting() {
  clearTimeout(signing);
  signing = setTimeout(() => {
    if (document.querySelector(".wait")) return;
    const sign = document.createElement("div");
    sign.className = "wait";
    sign.append(...["i", "i", "i"].map((name) => document.createElement(name)));
    document.body.append(sign);
    document.body.ariaBusy = "true";
  }, signAfter);
}

/** The link of ours that an event happened on, or null; leaving links load their page anew. */
export function linkOf(event) {
  const link = event.target.closest?.("a[href]");
  return link && link.origin === location.origin ? link : null;
}

const staysInVisit = (link) => link && !link.dataset.end && link.pathname !== "/";

/** Shows another page of the visit. Resolves when it stands; while the kiosk does not answer, this page stays and the call tries again. */
export async function show(address, { keepFocus = false } = {}) {
  if (leaving) return;
  const number = ++latest;
  going = true;
  if (!keepFocus) signWaiting();
  let text;
  while (text === undefined && number === latest) text = await fetchPage(address).catch(later);
  if (number === latest) place(text, address, { keepFocus });
}

/** @param left - the visit is over, and this page is of the next one */
function place(text, address, { keepFocus = false, left = false } = {}) {
  clearTimeout(signing);
  going = leaving = false;
  early = null;
  cameUnderFinger = isDown;
  const next = new DOMParser().parseFromString(text, "text/html");
  history.replaceState(null, "", left ? address : address + location.hash);
  if (programOf(next) !== programOf(document)) return location.reload(); // a newer kiosk answers: its pages need its own scripts and styles
  for (const name of ["lang", "dir", "class"]) {
    document.documentElement.setAttribute(name, next.documentElement.getAttribute(name) ?? "");
  }
  document.title = next.title;
  document.body.replaceWith(next.body);
  if (!keepFocus) focusStart();
  document.dispatchEvent(new CustomEvent("page:shown", { detail: { touched: !keepFocus, left } }));
}

/** What a page runs on; its address changes with every version. */
const programOf = (page) => page.querySelector("script[type=module]")?.getAttribute("src");

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

/** Sends a form for which it makes no difference how often it is sent, until the kiosk answers, and shows the page that does. */
async function sendPatiently(form, button) {
  const number = ++latest;
  going = true;
  signWaiting();
  const body = new URLSearchParams(new FormData(form, button));
  let answer;
  while (!answer && number === latest) answer = await fetch(form.action, { method: "POST", body }).then(whole).catch(later);
  if (number === latest) place(answer.text, answer.address);
}

/** Ends the visit with another page, once the kiosk answers there; until then what this page showed of the visit is gone. */
export async function leave(address) {
  const number = ++latest;
  going = leaving = true;
  signWaiting();
  let answer;
  while (!answer && number === latest) {
    answer = await fetch(address).then(whole).catch(() => {
      document.querySelector(".page").replaceChildren();
      return later();
    });
  }
  if (number === latest) place(answer.text, answer.address, { left: true });
}

/** Loads a page anew, with all that grew old in memory. Only where the kiosk has just answered. */
export async function reload(address) {
  if (await fetch(address).then(whole).catch(() => null)) location.replace(address);
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
  pressed = isDown = true;
  cameUnderFinger = false;
  const link = linkOf(event);
  early = null;
  if (event.isPrimary && staysInVisit(link)) fetchPage(link.href.split("#")[0]).catch(() => {});
});

for (const lifted of ["pointerup", "pointercancel"]) {
  document.addEventListener(lifted, () => {
    isDown = false;
    setTimeout(() => { pressed = cameUnderFinger = false; }, clickFollowsWithin);
  });
}

document.addEventListener("click", (event) => {
  if (!cameUnderFinger) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || !staysInVisit(link)) return;
  event.preventDefault();
  show(link.href.split("#")[0]);
});

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.matches("[data-prints]")) return;
  event.preventDefault();
  sendPatiently(event.target, event.submitter);
});
