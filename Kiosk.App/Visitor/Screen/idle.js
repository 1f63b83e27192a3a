// After a while without a touch the screen asks, counts down in sight, and goes to rest. Any touch stays.
import { end } from "./count.js";

const countdownSeconds = 20; // WCAG 2.2, 2.2.1: at least 20 seconds to stay, by a simple action
const clickFollowsWithin = 300; // milliseconds; a finger that slid sends no click
let waiting, ending;

const panel = () => document.querySelector(".idle");
const asking = () => panel()?.hidden === false;

function wait() {
  clearTimeout(waiting);
  clearTimeout(ending);
  if (panel()) waiting = setTimeout(ask, Number(document.body.dataset.idleSeconds) * 1000);
}

function ask() {
  document.querySelector("[popover]:popover-open")?.hidePopover(); // it would lie above the question
  panel().style.setProperty("--countdown", `${countdownSeconds}s`);
  panel().hidden = false;
  ending = setTimeout(() => end("idle", "/rest"), countdownSeconds * 1000);
}

function answer() {
  if (panel()) panel().hidden = true;
}

// The touch that stays does nothing else: the panel lies over everything until the touch's click has landed on it.
document.addEventListener("pointerdown", wait);
document.addEventListener("wheel", wait, { passive: true });
for (const lifted of ["pointerup", "pointercancel"]) {
  document.addEventListener(lifted, () => { if (asking()) setTimeout(answer, clickFollowsWithin); });
}
document.addEventListener("click", (event) => {
  if (!asking()) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  answer();
}, { capture: true });
document.addEventListener("keydown", (event) => {
  wait();
  if (asking()) event.preventDefault();
  answer();
});
document.addEventListener("page:shown", (event) => { if (event.detail.touched) wait(); });
wait();
