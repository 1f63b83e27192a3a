// Fetches the next page while the finger is still down, and puts it in place of this one.
// GETs are safe, so fetching early counts nothing. History is replaced, never grown: there is no way back into another's visit.

const fetched = new Map(); // address -> promise of its text

function fetchPage(address) {
  if (!fetched.has(address)) {
    const page = fetch(address, { headers: { Accept: "text/html" } }).then((answer) => answer.text());
    page.catch(() => fetched.delete(address));
    fetched.set(address, page);
  }
  return fetched.get(address);
}

/** The link of ours that an event happened on, or null; leaving links load their page anew. */
export function linkOf(event) {
  const link = event.target.closest?.("a[href]");
  return link && link.origin === location.origin ? link : null;
}

const staysInVisit = (link) => link && !link.dataset.end && link.pathname !== "/";

/** Shows another page of the visit. Resolves when it stands; while the kiosk does not answer, this page stays and the call tries again. */
export async function show(address, { keepFocus = false } = {}) {
  let text;
  while (text === undefined) {
    text = await fetchPage(address).catch(() => new Promise((later) => setTimeout(later, 500)));
  }
  fetched.clear();
  const next = new DOMParser().parseFromString(text, "text/html");
  for (const name of ["lang", "dir", "class"]) {
    document.documentElement.setAttribute(name, next.documentElement.getAttribute(name) ?? "");
  }
  document.title = next.title;
  document.body.replaceWith(next.body);
  history.replaceState(null, "", address + location.hash);
  if (!keepFocus) focusStart();
  document.dispatchEvent(new Event("page:shown"));
}

/** A screen reader starts at the heading of the new page. */
function focusStart() {
  const heading = document.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

document.addEventListener("pointerdown", (event) => {
  const link = linkOf(event);
  if (event.isPrimary && staysInVisit(link)) fetchPage(link.href.split("#")[0]).catch(() => {});
});

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || !staysInVisit(link)) return;
  event.preventDefault();
  show(link.href.split("#")[0]);
});
