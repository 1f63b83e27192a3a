// At rest the screen says today in each of the house's languages in turn, and starts afresh once an hour.
import { refresh, reload } from "./navigate.js";

const freshAfter = 60 * 60 * 1000; // a page that lives for days grows stale; an hour costs nothing
let turning;

function turn() {
  clearTimeout(turning);
  const next = document.querySelector("main[data-next]");
  if (!next) return;
  turning = setTimeout(() => {
    if (performance.now() > freshAfter) reload(next.dataset.next).then(turn);
    else if (!refresh(next.dataset.next)) turn();
  }, Number(next.dataset.nextSeconds) * 1000);
}

document.addEventListener("page:shown", turn);
turn();
