// Counts taps, each cell once in a visit. What was counted rides in the address's fragment, which a browser never sends,
// and in this page's memory; both end with the visit.
import { leave, linkOf } from "./navigate.js";

const visit = new URLSearchParams(location.hash.slice(1)); // touches=3&cell=topic/housing&cell=…

const touches = () => Number(visit.get("touches") ?? 0);

/** Whether somebody has touched something since the screen came to rest. */
export const hasBegun = () => touches() > 0;

function remember() {
  history.replaceState(null, "", `#${visit}`);
}

/** Counts those cells that this visit has not counted yet. Told to the kiosk even while the page goes away. */
export function tap(...cells) {
  const fresh = cells.filter((cell) => cell && !visit.has("cell", cell));
  if (fresh.length === 0) return;
  fresh.forEach((cell) => visit.append("cell", cell));
  remember();
  fetch("/tap", { method: "POST", body: new URLSearchParams(fresh.map((cell) => ["cell", cell])), keepalive: true }).catch(() => {});
}

const languageOf = (link) => /^\/([a-z]{2,3})\//.exec(link.pathname)?.[1] ?? document.documentElement.lang;

/** A visit begins with its first touch of something; its language is that of the first page a touch leads to. */
function touch(link) {
  visit.set("touches", touches() + 1);
  remember();
  tap("visit/begun", hasCounted("language/") || !link ? null : `language/${languageOf(link)}`);
}

/** Ends the visit: nothing of it is left in this page, its address or its history. */
export function end(how, address) {
  if (touches() > 0) tap(`visit/ended-${how}`);
  leave(address);
}

function shown({ detail } = {}) {
  if (detail?.left) return forget();
  if (document.body.dataset.behaviour === "rest" && touches() > 0) return forget();
  const cell = document.body.dataset.shown;
  if (!cell || touches() === 0) return;
  const count = touches() < 10 ? touches() : "10-or-more";
  tap(cell, ...(cell.startsWith("slip/") && !hasCounted("touches-until-slip/") ? [`touches-until-slip/${count}`] : []));
}

const hasCounted = (kind) => visit.getAll("cell").some((cell) => cell.startsWith(kind));

/** Whoever comes next begins anew, however the screen came to rest. */
function forget() {
  for (const key of [...visit.keys()]) visit.delete(key);
  history.replaceState(null, "", location.pathname + location.search);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  const link = linkOf(event);
  if (!link && !button) return;
  touch(link);
  tap((link ?? button).dataset.tap);
  if (link && (link.dataset.end || link.pathname === "/")) {
    event.preventDefault();
    end(link.dataset.end ?? "start-over", link.href);
  }
}, { capture: true });

document.addEventListener("page:shown", shown);
shown();
